import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { addToRoster, type NewEntry } from '../../src/language/addToRoster.ts';
import { personFromText } from '../../src/language/handleFromName.ts';
import { applyEdits } from '../../src/text/textEdit.ts';
import { WorkspaceIndex } from '../../src/workspace/workspaceIndex.ts';

const JANE: NewEntry = { kind: 'person', handle: 'jane', name: 'Jane Smith', team: 'sales' };
const SALES: NewEntry = { kind: 'team', handle: 'sales', name: 'Sales' };

function added(text: string, entry: NewEntry = JANE): string | undefined {
  const edits = addToRoster(text, entry);
  return edits && applyEdits(text, edits);
}

const LINE = 'jane: { name: Jane Smith, team: sales }';

test('writes a person behind the others, in the style of the file', () => {
  const cases: readonly [string, string][] = [
    ['', `people:\n  ${LINE}\n`],
    ['# Who is who.\n', `# Who is who.\npeople:\n  ${LINE}\n`],
    ['people:\n', `people:\n  ${LINE}\n`],
    ['people:', `people:\n  ${LINE}`],
    ['people: # all of us\n', `people: # all of us\n  ${LINE}\n`],
    ['people:\n  lee: { name: Lee }\n', `people:\n  lee: { name: Lee }\n  ${LINE}\n`],
    ['people:\r\n  lee: { name: Lee }\r\n', `people:\r\n  lee: { name: Lee }\r\n  ${LINE}\r\n`],
    ['people:\n  lee: { name: Lee }', `people:\n  lee: { name: Lee }\n  ${LINE}`],
    [
      'people:\n    lee:\n        name: Lee\n\n# end\n',
      `people:\n    lee:\n        name: Lee\n    ${LINE}\n\n# end\n`,
    ],
    [
      'people:\n  lee: { name: Lee } # he sells\nroles: {}\n',
      `people:\n  lee: { name: Lee } # he sells\n  ${LINE}\nroles: {}\n`,
    ],
    ['people: {}\n', `people: { ${LINE} }\n`],
    ['people: { lee: { name: Lee } }\n', `people: { lee: { name: Lee }, ${LINE} }\n`],
    ['{ people: { lee: { name: Lee } } }\n', `{ people: { lee: { name: Lee }, ${LINE} } }\n`],
  ];
  for (const [before, after] of cases) assert.equal(added(before), after, before);
});

test('a file without people gets them at its end', () => {
  assert.equal(
    added('teams:\n  sales: { name: Sales }\n'),
    `teams:\n  sales: { name: Sales }\n\npeople:\n  ${LINE}\n`,
  );
  assert.equal(
    added('teams:\n  sales: { name: Sales }'),
    `teams:\n  sales: { name: Sales }\n\npeople:\n  ${LINE}`,
  );
  assert.equal(added('{ roles: {} }'), `{ roles: {}, people: { ${LINE} } }`);
});

test('people stand with their team', () => {
  const roster = `teams: { sales: { name: Sales } }
people:
  sam:
    name: Sam Cole
    team: sales
    away: [{ from: 2028-04-10, to: 2028-04-21 }]

  anna: { name: Anna, team: agency }
`;
  assert.equal(added(roster), roster.replace('2028-04-21 }]\n', `2028-04-21 }]\n  ${LINE}\n`));
});

test('a team comes before the people', () => {
  assert.equal(
    added('people:\n  lee: { name: Lee }\n', { ...SALES, lead: 'lee' }),
    'teams:\n  sales: { name: Sales, lead: lee }\n\npeople:\n  lee: { name: Lee }\n',
  );
  assert.equal(
    added('teams:\n  a: { name: A }\npeople:\n', SALES),
    'teams:\n  a: { name: A }\n  sales: { name: Sales }\npeople:\n',
  );
});

test('an agency is marked as one', () => {
  assert.equal(
    added('', { kind: 'team', handle: 'agency', name: 'Agency', agency: { contact: 'maria' } }),
    'teams:\n  agency: { name: Agency, external: true, contact: maria }\n',
  );
});

test('names that YAML would misread are quoted', () => {
  for (const name of [
    'O"Neil',
    'Smith, Jane',
    'No',
    '- x',
    '#1 {Jane}',
    'a: b',
    "D'Arcy",
    '李雷',
    '@jane',
    '12',
    'x\\',
  ]) {
    const text = added('', { kind: 'person', handle: 'jane', name });
    assert.equal(read(text ?? '').people.get('jane')?.name, name, text);
  }
});

test('leaves alone what is no roster, and what it would break', () => {
  assert.equal(added('shifts: { monday: anna }\n'), undefined);
  assert.equal(added('- a\n- b\n'), undefined);
  assert.equal(added('people: [lee]\n'), undefined);
  assert.equal(added('people:\n  jane: { name: Someone else }\n'), undefined);
});

function read(text: string) {
  const index = new WorkspaceIndex(['file:///w']);
  index.setRoster('file:///w/roster.yml', text);
  return index.rosterAt('file:///w/roster.yml');
}

const piece = fc.constantFrom(
  ...[
    'teams:\n  sales: { name: Sales, lead: sam }\n',
    'roles:\n  ae: [sam]\n',
    '\n',
    '# note\n',
    'goals: {}\n',
  ],
  ...[
    'playbooks: ["a/*.md"]\n',
    'terms:\n  MQL: >\n    A lead\n    that waits\n',
    '---\n',
    'fold-unowned: 3\n',
  ],
);
const person = fc.constantFrom(
  ...[
    'sam: { name: Sam, team: sales }',
    'lee:\n    name: Lee\n    team: [sales]\n',
    '"ann": { name: "Ann" } # new',
  ],
  ...[
    '# none',
    'bob:',
    'joe: {name: Joe}\n',
    'eve: { name: Eve,\n    team: sales }',
    'kim:\n    away:\n    - { from: 2028-01-01, to: 2028-01-02 }',
  ],
);
const people = fc
  .uniqueArray(person, { maxLength: 5 })
  .map((list) => `people:\n${list.map((p) => `  ${p}\n`).join('')}`);
const roster = fc
  .tuple(
    fc.uniqueArray(piece, { maxLength: 4 }),
    fc.option(people),
    fc.uniqueArray(piece, { maxLength: 2 }),
    fc.constantFrom('\n', '\r\n'),
    fc.boolean(),
  )
  .map(([a, p, b, eol, cut]) => {
    const text = [...a, p ?? '', ...b.filter((x) => !a.includes(x))].join('').replaceAll('\n', eol);
    return cut ? text.trimEnd() : text;
  });

test('property: the entry is readable, everybody else is who they were, and every other byte stays', () => {
  let done = 0;
  fc.assert(
    fc.property(
      roster,
      fc.constantFrom(JANE, SALES, { ...JANE, handle: 'jane.s', name: 'Señora "J"' }),
      (text, entry) => {
        const before = read(text);
        const edits = addToRoster(text, entry);
        if (!edits) return;
        done++;
        const [edit] = edits;
        const result = applyEdits(text, edits);
        const after = read(result);
        assert.equal(after.find(entry.handle)?.handle, entry.handle, result);
        for (const owner of before.owners()) {
          const now = after.find(owner.handle);
          assert.deepEqual({ ...now, place: 0 }, { ...owner, place: 0 }, `${text}\nbecame\n${result}`);
        }
        assert.equal(after.owners().length, before.owners().length + 1);
        assert.ok(edit && edits.length === 1 && result.length === text.length + edit.newText.length);
      },
    ),
    { numRuns: 2000 },
  );
  assert.ok(done > 500, `only ${done} of the rosters could be written to`);
});

test('handles come from names, and nobody gets one that is taken', () => {
  const handle = (text: string, ...taken: string[]) => personFromText(text, (h) => taken.includes(h));
  assert.deepEqual(handle('Jane Smith'), { handle: 'jane', name: 'Jane Smith' });
  assert.deepEqual(handle('  Inês  de Sá ', 'ines'), { handle: 'ines.sa', name: 'Inês de Sá' });
  assert.deepEqual(handle('Jane Smith', 'jane', 'jane.smith'), { handle: 'jane.smith2', name: 'Jane Smith' });
  assert.deepEqual(handle('jane'), { handle: 'jane', name: 'Jane' });
  assert.deepEqual(handle('@jane.smith'), { handle: 'jane.smith', name: 'Jane Smith' });
  assert.deepEqual(handle('Søren Łuk'), { handle: 'soren', name: 'Søren Łuk' });
  assert.deepEqual(handle('李雷'), { handle: 'person', name: '李雷' });
  assert.deepEqual(handle('Owner'), { handle: 'owner2', name: 'Owner' });
  assert.equal(handle('@'), undefined);
});
