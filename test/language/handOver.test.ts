import assert from 'node:assert/strict';
import test from 'node:test';
import fc from '../fastCheck.ts';
import { handOver } from '../../src/language/handOver.ts';
import { handOverRoster } from '../../src/language/handOverRoster.ts';
import { LineIndex } from '../../src/text/lineIndex.ts';
import { applyEdits } from '../../src/text/textEdit.ts';
import { isOpen } from '../../src/workspace/tasks.ts';
import type { PlaybookView } from '../../src/workspace/fileView.ts';
import { WorkspaceIndex } from '../../src/workspace/workspaceIndex.ts';

const ROSTER = `teams:
  sales: { name: Sales, lead: "@lee" }
people:
  lee: { name: Lee Roy, team: sales, left: 2026-10-01 }
  sam: { name: Sam Cole, team: sales }
  ann: { name: Ann Li }
roles:
  ae: lee
  sdr: [ann, lee]
goals:
  leads: { name: Leads, owner: lee, teams: [sales] }
`;
const PEOPLE = { from: 'lee', to: 'sam' };

function open(text: string): PlaybookView {
  const index = new WorkspaceIndex(['file:///w']);
  index.setRoster('file:///w/roster.yml', ROSTER);
  index.setPlaybook('file:///w/a.playbook.md', text);
  const view = index.playbookView('file:///w/a.playbook.md');
  assert.ok(view);
  return view;
}

function handedOver(text: string): string {
  return applyEdits(
    text,
    handOver(open(text), PEOPLE).flatMap((h) => h.edits),
  );
}

test('every place where the name owns or waits changes once', () => {
  const cases: readonly [string, string][] = [
    ['- [ ] Call (@lee) due:T', '- [ ] Call (@sam) due:T'],
    ['- [ ] Call [@Lee](u)', '- [ ] Call @sam'],
    ['- [ ] Call @ann and @lee', '- [ ] Call @ann and @sam'],
    ['- [ ] @lee, @sam and @ann: call', '- [ ] @sam, @ann: call'],
    ['- [ ] Call @ann @lee @sam', '- [ ] Call @ann, @sam'],
    ['- [ ] Call @lee @sam', '- [ ] Call @sam'],
    ['- [ ] Call @ann for:@lee help:@lee,@sam', '- [ ] Call @ann for:@sam help:@sam'],
    ['# Booth @lee\n\n- [ ] Call\n- [x] Book @lee\n', '# Booth @sam\n\n- [ ] Call\n- [x] Book @lee\n'],
    ['# Booth\n\nDRI: Lee Roy\n\n- [ ] Call\n', '# Booth\n\nDRI: Sam Cole\n\n- [ ] Call\n'],
    ['- [ ] Call\n  Owner: @lee\n', '- [ ] Call\n  Owner: @sam\n'],
    ['- [x] Call @lee\n  - [ ] Again\n', '- [x] Call @lee\n  - [ ] Again @sam\n'],
    ['- [ ] Call @lee\n  - [ ] Again\n', '- [ ] Call @sam\n  - [ ] Again\n'],
    [
      '| Area | Owner |\n|-|-|\n| Web | Ann Li, Lee Roy |\n',
      '| Area | Owner |\n|-|-|\n| Web | Ann Li, Sam Cole |\n',
    ],
    [
      '| Step | Lee Roy | Sam Cole |\n|-|-|-|\n| Call | A | R |\n',
      '| Step | Lee Roy | Sam Cole |\n|-|-|-|\n| Call |  | A/R |\n',
    ],
    [
      '| Step | Lee Roy | Ann Li |\n|-|-|-|\n| Call | A | C |\n| Book | R | A |\n',
      '| Step | Sam Cole | Ann Li |\n|-|-|-|\n| Call | A | C |\n| Book | R | A |\n',
    ],
    [
      '---\ndefault-owner: lee\nowner: "@lee"\n---\n- [ ] Call\n',
      '---\ndefault-owner: sam\nowner: "@sam"\n---\n- [ ] Call\n',
    ],
  ];
  for (const [before, after] of cases) assert.equal(handedOver(before), after);
});

test('what is done, what is only mentioned, and what a role owns stays', () => {
  for (const text of [
    '- [x] Call @lee',
    '- [ ] Ask @lee about it @ann',
    '- [ ] Call @ae',
    'Talk to @lee.\n',
    '- [ ] `@lee`',
  ]) {
    assert.equal(handedOver(text), text);
  }
});

test('says what goes along', () => {
  const text =
    '# Fair\n\n## Booth @lee\n\n- [ ] Call\n- [ ] Book\n- [ ] Ask about it @ann for:@lee\n\n| Area | Owner |\n|-|-|\n| Web | @lee |\n';
  assert.deepEqual(
    handOver(open(text), PEOPLE).map((h) => [h.kind, h.text, h.tasks, h.line]),
    [
      ['section', 'Booth', 2, 2],
      ['waiting', 'Ask about it', 0, 6],
      ['area', 'Web', 0, 10],
    ],
  );
});

test('a role that the other holds already loses a holder, and nothing beside it', () => {
  for (const [before, after] of [
    ['roles:\n  sdr: [ann, lee, sam]\n', 'roles:\n  sdr: [ann, sam]\n'],
    ['roles:\n  sdr: [sam, "lee"]\n', 'roles:\n  sdr: [sam]\n'],
    ['roles:\n  sdr:\n    - lee # the first\n    - sam\n', 'roles:\n  sdr:\n    - sam\n'],
    ['roles:\n  sdr:\n  - sam\n  - lee\n  ae: lee\n', 'roles:\n  sdr:\n  - sam\n  ae: sam\n'],
    [
      'roles:\n  sdr: [ann, sam]\ngoals:\n  leads: { owner: lee }\n',
      'roles:\n  sdr: [ann, sam]\ngoals:\n  leads: { owner: sam }\n',
    ],
  ] as const) {
    const index = new WorkspaceIndex(['file:///w']);
    index.setRoster('file:///w/roster.yml', before);
    const layer = index.rosterLayer('file:///w/roster.yml');
    assert.ok(layer);
    const found = handOverRoster(layer, new LineIndex(before), PEOPLE);
    assert.equal(
      applyEdits(
        before,
        found.flatMap((h) => h.edits),
      ),
      after,
    );
  }
});

test('a roster gives lead, role and goal to the other, and keeps the entry', () => {
  const index = new WorkspaceIndex(['file:///w']);
  index.setRoster('file:///w/roster.yml', ROSTER);
  const layer = index.rosterLayer('file:///w/roster.yml');
  assert.ok(layer);
  const found = handOverRoster(layer, new LineIndex(ROSTER), PEOPLE);
  assert.deepEqual(
    found.map((h) => h.text),
    [
      'teams › sales: { name: Sales, lead: "@lee" }',
      'roles › ae: lee',
      'roles › sdr: [ann, lee]',
      'goals › leads: { name: Leads, owner: lee, teams: [sales] }',
    ],
  );
  const after = applyEdits(
    ROSTER,
    found.flatMap((h) => h.edits),
  );
  assert.equal(
    after,
    ROSTER.replace('"@lee"', '"@sam"')
      .replace('ae: lee', 'ae: sam')
      .replace('ann, lee', 'ann, sam')
      .replace('owner: lee', 'owner: sam'),
  );
});

const piece = fc.constantFrom(
  ...[
    '- [ ] Call @lee',
    '- [x] Call @lee',
    '- [ ] @lee, @ann: call',
    '  - [ ] child',
    '  - [x] child @lee',
    '- [ ] Book',
    '- [ ] Ask @lee',
  ],
  ...[
    '# A @lee',
    '## B',
    '## C @ann',
    'Owner: Lee Roy',
    'DRI: @lee and @sam',
    '- [ ] Call (@sam/@lee) for:@lee,@ann',
    '',
  ],
  ...[
    '| Task | Owner |\n|-|-|\n| a | Lee Roy |\n| b | @lee, @sam |\n',
    '| Step | @lee | @sam |\n|-|-|-|\n| a | A | R |\n| b | R | A |\n',
  ],
);

test('property: nothing open is left with the one, nothing loses its owner, and a second time changes nothing', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = `${pieces.join('\n')}\n`;
      const before = open(text);
      const result = handedOver(text);
      const after = open(result);
      assert.equal(after.tasks.length, before.tasks.length, result);
      for (const [i, task] of after.tasks.entries()) {
        const old = before.tasks[i];
        if (!isOpen(task) && task.kind !== 'area') continue;
        assert.ok(!task.owners.some((o) => o.handle === 'lee'), `${text}\nbecame\n${result}`);
        const expected = old?.owners.map((o) => (o.handle === 'lee' ? 'sam' : o.handle)) ?? [];
        if (task.table?.rowKind === 'raci') assert.equal(task.owners[0]?.handle, expected[0]);
        else
          assert.deepEqual(
            new Set(task.owners.map((o) => o.handle)),
            new Set(expected),
            `${text}\nbecame\n${result}`,
          );
      }
      assert.deepEqual(handOver(after, PEOPLE), []);
    }),
    { numRuns: 1500 },
  );
});
