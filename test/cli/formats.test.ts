/** What the formats of `check` have in common: the same problems, in one order, with one exit code. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeFolder, type Folder, type RunOptions } from './program.ts';
import { sarifOf } from './sarifSchema.ts';

const FORMATS = ['text', 'json', 'sarif', 'github'] as const;

const FILES = `
  //- /roster.yml
  people: { maria: { name: Maria López, team: marketing }, sam: { name: Sam Cole } }
  teams: { marketing: { name: Marketing } }
  //- /eu/fair.playbook.md
  - [ ] Print copies
  - [ ] Buy a lamp @mara
  - [ ] Write the news @marketing
  - [ ] Call the hall @maria due:2020-13-01
  //- /Zoo.playbook.md
  - [ ] Feed the lion @sam due:tomorrow
  //- /ärger.playbook.md
  - [ ] Say sorry
  //- /broken.playbook.md
  ---
  title: "Fair
  ---
  - [ ] Order pens @sam id:pens
  - [ ] Order paper @sam id:pens
  - [ ] Order ink @sam id:pens
  //- /us/roster.yml
  - maria
`;

/** Each problem as `path:line:column level rule message`; the level in SARIF's words. */
type Reader = (folder: Folder, args: readonly string[]) => string[];

const LEVELS: Readonly<Record<string, string>> = {
  information: 'note',
  info: 'note',
  hint: 'note',
  notice: 'note',
};
const level = (word: string): string => LEVELS[word] ?? word;

const READERS: Readonly<Record<(typeof FORMATS)[number], Reader>> = {
  text: (folder, args) =>
    [
      ...folder
        .output(['check', ...args])
        .matchAll(/^(\S+:\d+:\d+) +(error|warning|info|hint) +(.+) {2}([\w-]+)$/gm),
    ].map(
      ([, place = '', word = '', message = '', rule = '']) => `${place} ${level(word)} ${rule} ${message}`,
    ),
  json(folder, args) {
    const { files } = folder.json(['check', ...args]) as {
      files: {
        path: string;
        problems: {
          rule: string;
          severity: string;
          message: string;
          range: { start: { line: number; character: number } };
        }[];
      }[];
    };
    return files.flatMap(({ path, problems }) =>
      problems.map(
        ({ rule, severity, message, range: { start } }) =>
          `${path}:${start.line + 1}:${start.character + 1} ${level(severity)} ${rule} ${message}`,
      ),
    );
  },
  sarif: (folder, args) =>
    sarifOf(folder, args).results.map(({ ruleId, level: word, message, locations }) => {
      const { artifactLocation, region } = locations[0].physicalLocation;
      const place = `${decodeURIComponent(artifactLocation.uri)}:${region?.startLine ?? 0}:${region?.startColumn ?? 0}`;
      return `${place} ${word} ${ruleId} ${message.text}`;
    }),
  github: (folder, args) =>
    [
      ...folder
        .output(['check', '--format', 'github', ...args])
        .matchAll(/^::(\w+) file=([^,]+),line=(\d+),(?:col=(\d+),)?.*?,title=([\w-]+)::(.+)$/gm),
    ].map(
      ([, word = '', path = '', line = '', column = '', rule = '', message = '']) =>
        `${path}:${line}:${column} ${level(word)} ${rule} ${message}`,
    ),
};

for (const args of [
  [],
  ['--quiet'],
  ['--rule', 'owner-missing=error', '--quiet'],
  ['--rule', 'owner-missing=off'],
  ['eu', 'us'],
]) {
  void test(`every format says the same: check ${args.join(' ')}`, (t) => {
    const folder = makeFolder(t, FILES);
    const expected = READERS.json(folder, args);
    assert.ok(expected.length >= (args.includes('--quiet') ? 2 : 3), expected.join('\n'));
    if (args.includes('--quiet'))
      assert.deepEqual(
        expected.filter((p) => !/:\d+ error /.test(p)),
        [],
      );
    for (const format of FORMATS) assert.deepEqual(READERS[format](folder, args), expected, format);
  });
}

void test('no format and no --quiet changes the exit code or the counts', (t) => {
  const folder = makeFolder(t, '//- /a.playbook.md\n- [ ] Print copies\n- [ ] Fold them\n');
  const codes = (...args: string[]): (number | null)[] =>
    FORMATS.flatMap((format) =>
      [[], ['--quiet']].map((quiet) => folder.run(['check', '--format', format, ...quiet, ...args]).code),
    );
  const all = (code: number): number[] => FORMATS.flatMap(() => [code, code]);
  assert.deepEqual(codes('--max-warnings', '1'), all(1));
  assert.deepEqual(codes('--max-warnings', '2'), all(0));
  assert.deepEqual(codes('--max-warnings', '9', '.', 'nope'), all(2));
  const quiet = ['check', '--quiet', '--format'];
  assert.match(folder.output([...quiet, 'text']), /^2 warnings in 1 playbook\n/);
  assert.equal(folder.output([...quiet, 'github']), '0 of 2 open tasks owned\n');
  assert.deepEqual(sarifOf(folder, ['--quiet']).results, []);
});

void test('--rule: several rules, one that is off by default, and comments that silence', (t) => {
  const folder = makeFolder(
    t,
    `
      //- /roster.yml
      people: { maria: , sam: }
      //- /a.playbook.md
      - [ ] Print copies @maria @sam
      - [ ] Fold them
      <!-- playbook-disable-next-line owner-missing -->
      - [ ] Send them
    `,
  );
  assert.deepEqual(
    READERS.json(folder, []).map((p) => p.split(' ').slice(0, 3).join(' ')),
    ['a.playbook.md:2:7 warning owner-missing'],
  );
  const args = ['--rule', 'owner-shared=error', '--rule=owner-missing=hint'];
  for (const format of FORMATS) {
    assert.deepEqual(
      READERS[format](folder, args).map((p) => p.split(' ').slice(0, 3).join(' ')),
      ['a.playbook.md:1:20 error owner-shared', 'a.playbook.md:2:7 note owner-missing'],
    );
  }
});

/** A file system that lists folders the other way round. */
const BACKWARDS = `--import=data:text/javascript,${encodeURIComponent(
  `import fs from 'node:fs';
   import { syncBuiltinESMExports } from 'node:module';
   const { readdirSync } = fs;
   fs.readdirSync = (...args) => readdirSync(...args).reverse();
   syncBuiltinESMExports();`,
)}`;

void test('files and problems have one order, whatever the file system and the PATHs say', (t) => {
  const folder = makeFolder(t, FILES);
  folder.write('eu/a.roster.yml', 'people: { lee: { name: Lee } }\n');
  folder.write('eu/b.roster.yml', 'people: { lee: { name: Leo } }\n');
  folder.write('eu/de/b.playbook.md', '- [ ] A @lee @mara\n');
  folder.write('latin.playbook.md', Buffer.from('- [ ] Caf\xe9 @sam\n', 'latin1'));
  folder.write('16.playbook.md', Buffer.from('\ufeff- [ ] A\n', 'utf16le'));
  const paths = ['eu', 'us', 'Zoo.playbook.md', '.', 'nope', 'eu/fair.playbook.md'];
  const commands = [
    ...FORMATS.map((format) => ['check', '--format', format]),
    ...['text', 'json', 'csv'].map((format) => ['tasks', '--format', format]),
  ];
  const run = (args: readonly string[], options?: RunOptions): unknown => folder.run(args, options);
  for (const command of commands) {
    const expected = run([...command, ...paths]);
    const backwards: RunOptions = { env: { NODE_OPTIONS: BACKWARDS } };
    assert.deepEqual(run([...command, ...paths], backwards), expected, command.join(' '));
    assert.deepEqual(run([...command, ...paths.toReversed()]), expected, command.join(' '));
  }
  const expected = READERS.json(folder, [
    'eu',
    'us',
    'Zoo.playbook.md',
    'broken.playbook.md',
    'ärger.playbook.md',
  ]);
  const places = expected.map((p) => p.split(' ')[0] ?? '');
  assert.deepEqual(
    [...new Set(places.map((p) => p.split(':')[0]))],
    [
      'Zoo.playbook.md',
      'broken.playbook.md',
      'eu/de/b.playbook.md',
      'eu/fair.playbook.md',
      'us/roster.yml',
      'ärger.playbook.md',
    ],
  );
});

void test('the backwards file system of these tests is one', (t) => {
  const folder = makeFolder(t, '//- /a/x.playbook.md\n- [ ] A\n//- /b/x.playbook.md\n- [ ] B\n');
  folder.write(
    'list.mjs',
    `import { readdirSync } from 'node:fs';\nconsole.log(readdirSync('.', { withFileTypes: true }).map((e) => e.name).join());\n`,
  );
  const program = folder.path('list.mjs');
  assert.equal(folder.run([], { program }).output, '.git,a,b,list.mjs\n');
  assert.equal(folder.run([], { program, env: { NODE_OPTIONS: BACKWARDS } }).output, 'list.mjs,b,a,.git\n');
});
