import assert from 'node:assert/strict';
import test from 'node:test';
import fc from '../fastCheck.ts';
import { addAliases, addPlaybooks } from '../../src/language/addToList.ts';
import { changeRoster, editBetween, type RosterChange } from '../../src/language/rosterChanges.ts';
import { applyEdits, type TextEdit } from '../../src/text/textEdit.ts';

const apply = (text: string, edits: readonly TextEdit[] | undefined) => edits && applyEdits(text, edits);
const named = (text: string) => apply(text, addPlaybooks(text, ['hb/**/*.md']));
const known = (text: string) => apply(text, addAliases(text, 'pat', ['Patsy', 'P. Doe']));

test('the files that are playbooks are named where the roster names files, or above everything else', () => {
  const GLOB = '"hb/**/*.md"';
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['', `playbooks: [${GLOB}]\n`],
    ['# Who is who.\n', `# Who is who.\nplaybooks: [${GLOB}]\n`],
    [
      '# Who is who.\n\npeople:\n  pat: {}\n',
      `# Who is who.\n\nplaybooks: [${GLOB}]\n\npeople:\n  pat: {}\n`,
    ],
    ['people: {}\r\n', `playbooks: [${GLOB}]\r\n\r\npeople: {}\r\n`],
    ['{ people: {} }', `{ people: {}, playbooks: [${GLOB}] }`],
    ['playbooks: ["a.md"] # ours\n', `playbooks: ["a.md", ${GLOB}] # ours\n`],
    ['playbooks: []\n', `playbooks: [${GLOB}]\n`],
    ['playbooks: [ a.md, ]\n', `playbooks: [ a.md, ${GLOB} ]\n`],
    [
      'playbooks:\n  - a.md\n  # more\nteams: {}\n',
      `playbooks:\n  - a.md\n  - ${GLOB}\n  # more\nteams: {}\n`,
    ],
    ['playbooks:\r\n- a.md', `playbooks:\r\n- a.md\r\n- ${GLOB}`],
    ['playbooks: a.md\n', `playbooks: [a.md, ${GLOB}]\n`],
    ['playbooks: "a b.md" # x\n', `playbooks: ["a b.md", ${GLOB}] # x\n`],
    ['playbooks:\n', `playbooks: [${GLOB}]\n`],
    ['playbooks: # all\n', `playbooks: [${GLOB}] # all\n`],
    [
      'playbooks: [\n  "a.md", # one\n  b.md # two\n  ]\n',
      `playbooks: [\n  "a.md", # one\n  b.md, ${GLOB} # two\n  ]\n`,
    ],
    ['shifts: {}\n', undefined],
    ['- a\n', undefined],
  ];
  for (const [before, after] of cases) assert.equal(named(before), after, before);
});

test('another name is written to the person', () => {
  const LIST = '[Patsy, "P. Doe"]'.replace('"P. Doe"', 'P. Doe');
  const cases: readonly (readonly [string, string | undefined])[] = [
    [
      'people:\n  pat: { name: Pat Doe } # boss\n',
      `people:\n  pat: { name: Pat Doe, aliases: ${LIST} } # boss\n`,
    ],
    ['people:\n  pat: {}\n', `people:\n  pat: { aliases: ${LIST} }\n`],
    [
      'people:\n  pat:\n    name: Pat Doe\n\n  lee: {}\n',
      `people:\n  pat:\n    name: Pat Doe\n    aliases: ${LIST}\n\n  lee: {}\n`,
    ],
    ['people: { pat: { aliases: [Pad] } }\n', 'people: { pat: { aliases: [Pad, Patsy, P. Doe] } }\n'],
    ['people:\n  pat:\n    aliases: Pad\n', 'people:\n  pat:\n    aliases: [Pad, Patsy, P. Doe]\n'],
    [
      'people:\n  pat:\n    aliases:\n      - Pad\n',
      'people:\n  pat:\n    aliases:\n      - Pad\n      - Patsy\n      - P. Doe\n',
    ],
    ['people:\n  lee: {}\n', undefined],
  ];
  for (const [before, after] of cases) assert.equal(known(before), after, before);
});

const CHANGES: readonly RosterChange[] = [
  { kind: 'team', handle: 'sales', name: 'Sales' },
  { kind: 'person', handle: 'jane', name: 'Jane “J” Smith', team: 'sales', aliases: ['Jane', '🚀'] },
  { kind: 'person', handle: 'moshe', name: 'משה כהן' },
  { kind: 'aliases', handle: 'pat', aliases: ['Patsy'] },
  { kind: 'playbooks', globs: ['hb/**/*.md'] },
];

test('in a broken roster what can be written is, and what cannot is told', () => {
  const broken =
    '# Ours.\npeople:\n  pat: { name: Pat Doe }\n  lee: { name: "Lee\n\nteams:\n  a: { name: A }\n';
  const { text, refused } = changeRoster(broken, CHANGES);
  for (const line of broken.split('\n'))
    assert.ok(
      text.split('\n').some((l) => l.startsWith(line.replace(/ }$/, ''))),
      line,
    );
  for (const change of CHANGES) {
    const name = change.kind === 'playbooks' ? 'hb/**' : change.kind === 'aliases' ? 'Patsy' : change.handle;
    assert.notEqual(text.includes(name), refused.includes(change), text);
  }
});

test('one edit makes the change, and touches no other line', () => {
  const line = fc.constantFrom('a', 'b', '', 'people:', '  x: {}');
  const text = fc
    .tuple(fc.array(line, { maxLength: 6 }), fc.constantFrom('\n', '\r\n'))
    .map(([lines, eol]) => lines.join(eol));
  fc.assert(
    fc.property(text, text, (before, after) => {
      assert.equal(applyEdits(before, editBetween(before, after)), after);
    }),
  );
  const before = '# x\npeople:\n  a: {}\n\nroles: {}\n';
  const [edit] = editBetween(before, before.replace('  a: {}\n', '  a: {}\n  b: {}\n'));
  assert.deepEqual(
    edit?.range,
    { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } },
    edit?.newText,
  );
});

test('many are written as one by one, in one reading, and none is lost for another’s sake', () => {
  const people = (...handles: readonly string[]): RosterChange[] =>
    handles.map((handle) => ({ kind: 'person', handle, name: `${handle} Doe`, team: 'sales' }));
  for (const before of [
    '',
    'people:\n  kim: { name: Kim }\n',
    'people: { kim: { name: Kim } }\n',
    'people:\n',
    'people: {}\r\nroles: {}\r\n',
    '{ teams: { a: {} } }',
  ]) {
    const oneByOne = people('ann', 'bob', 'cy').reduce((text, p) => changeRoster(text, [p]).text, before);
    const { text, refused } = changeRoster(before, people('ann', 'bob', 'cy'));
    assert.deepEqual(refused, []);
    assert.equal(text, oneByOne);
  }
  const [ann] = people('ann');
  assert.ok(ann);
  const twice = changeRoster('people:\n  kim: { name: Kim }\n', [...people('kim', 'ann', 'bob'), ann]);
  assert.equal(
    twice.text,
    'people:\n  kim: { name: Kim }\n  ann: { name: ann Doe, team: sales }\n  bob: { name: bob Doe, team: sales }\n',
  );
  assert.deepEqual(twice.refused, [...people('kim'), ann]);
});
