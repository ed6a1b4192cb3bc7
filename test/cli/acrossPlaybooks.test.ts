/** Rules that ask what all playbooks say together, on real files. */

import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { test } from 'node:test';
import { makeFolder } from './program.ts';

const COMPANY = `
  //- /people/roster.yml
  people: { maria: { name: Maria López, max-open: 1 } }
  goals:
    press: { owner: maria, measure: Articles, target: 3 }
    leads: { owner: maria, measure: Leads, target: 10 }
  //- /people/a.playbook.md
  - [ ] One @maria goal:leads
  //- /people/eu/b.playbook.md
  - [ ] Two @maria
`;

void test('one file alone has the same problems as in the whole workspace', (t) => {
  const folder = makeFolder(t, COMPANY);
  const lines = folder.output(['check', 'people/roster.yml']).split('\n').slice(0, 3);
  assert.deepEqual(lines, [
    'people/roster.yml:1:11  info  Maria López has 2 open tasks, and 1 should be the most. Finish some, give some to somebody else, or raise "max-open".  owner-overloaded',
    'people/roster.yml:3:3   info  No task serves the goal "press". Write goal:press at the tasks that lead to it, or at a heading above them.  goal-idle',
    '',
  ]);
  assert.deepEqual(folder.output(['check']).split('\n').slice(0, 3), lines);
});

void test('text from standard input counts in place of the file', (t) => {
  const folder = makeFolder(t, COMPANY);
  const args = ['check', '--stdin-path', 'people/eu/b.playbook.md', '-', 'people/roster.yml'];
  const { output } = folder.run(args, { stdin: '- [x] Two @maria goal:press\n' });
  assert.doesNotMatch(output, /owner-overloaded|goal-idle/);
});

void test('files of assets are looked for beside the roster that names them', (t) => {
  const folder = makeFolder(
    t,
    `
      //- /eu/roster.yml
      assets:
        sheet: { file: sheet.pdf }
        deck: { file: 'slides\\deck.pdf' }
        folder: { file: ../shared }
        gone: { file: ../sheet.pdf }
        address: { file: "https://acme.example/a.pdf" }
      //- /eu/sheet.pdf
      %PDF
      //- /eu/slides/deck.pdf
      %PDF
    `,
  );
  mkdirSync(folder.path('shared'));
  const { output, code } = folder.run(['check', 'eu/roster.yml']);
  assert.deepEqual(
    output.split('\n').filter((l) => l.includes('asset-stale')),
    [
      'eu/roster.yml:5:3  warning  The file of the asset "gone" is not there: ../sheet.pdf. Put it there, or write behind "file:" where it is, seen from this file.  asset-stale',
    ],
  );
  assert.equal(code, 1);
});
