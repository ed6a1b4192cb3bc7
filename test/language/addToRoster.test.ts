import assert from 'node:assert/strict';
import test from 'node:test';
import fc from '../fastCheck.ts';
import { addToRoster } from '../../src/language/addToRoster.ts';
import { LineIndex } from '../../src/text/lineIndex.ts';
import { applyEdits } from '../../src/text/textEdit.ts';
import { sectionOf, type NewEntry } from '../../src/workspace/newEntry.ts';
import type { Roster } from '../../src/workspace/roster.ts';
import { WorkspaceIndex } from '../../src/workspace/workspaceIndex.ts';

const JANE: NewEntry = { kind: 'person', handle: 'jane', name: 'Jane Smith', team: 'sales' };
const SALES: NewEntry = { kind: 'team', handle: 'sales', name: 'Sales' };

function added(text: string, entry: NewEntry = JANE): string | undefined {
  const done = addToRoster(text, entry);
  return done && applyEdits(text, done.edits);
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

function everything({ people, teams, roles, goals, assets, meetings, terms }: Roster) {
  return [people, teams, roles, goals, assets, meetings, terms].flatMap((entries) => [...entries.values()]);
}

const piece = fc.constantFrom(
  ...[
    'teams:\n  sales: { name: Sales, lead: sam }\n',
    'roles:\n  ae: [sam]\n',
    '\n',
    '# note\n',
    'goals: {}\n',
    'assets: { "x": { name: X } } # made\n',
    '# our goals\ngoals:\n  "a":\n    name: A\n',
    'meetings:\n',
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

const LEADS: NewEntry = { kind: 'goal', handle: 'leads', name: 'Leads' };
const BROCHURE: NewEntry = { kind: 'asset', handle: 'price-list', name: 'Price list' };
const SYNC: NewEntry = { kind: 'meeting', handle: 'sync', name: 'Sync', teams: ['marketing', 'sales'] };
const FMC: NewEntry = { kind: 'role', handle: 'fmc' };

const GOAL = 'leads: { name: Leads }';
const ASSET = 'price-list: { name: Price list }';
const MEETING = 'sync: { name: Sync, teams: [marketing, sales], every: week }';

test('goals, assets, meetings and roles get sections of their own', () => {
  const of = (section: string, line: string): readonly (readonly [string, string])[] => [
    ['', `${section}:\n  ${line}\n`],
    ['# Who is who.\n\n', `# Who is who.\n\n${section}:\n  ${line}\n`],
    ['playbooks: ["a/*.md"]\n', `playbooks: ["a/*.md"]\n\n${section}:\n  ${line}\n`],
    ['playbooks:\r\n  - a.md\r\n', `playbooks:\r\n  - a.md\r\n\r\n${section}:\r\n  ${line}\r\n`],
    ['{ playbooks: a.md }\n', `{ playbooks: a.md, ${section}: { ${line} } }\n`],
    ['\uFEFFteams: {}\n', `\uFEFFteams: {}\n\n${section}:\n  ${line}\n`],
    [`${section}:\n`, `${section}:\n  ${line}\n`],
    [`${section}: # to come\n`, `${section}: # to come\n  ${line}\n`],
    [`${section}: ~\n`, `${section}: { ${line} }\n`],
    [`${section}: {}\n`, `${section}: { ${line} }\n`],
    [`{${section}: {}}`, `{${section}: { ${line} }}`],
    [`"${section}":\n  # none\n`, `"${section}":\n  ${line}\n  # none\n`],
  ];
  for (const [entry, cases] of [
    [LEADS, of('goals', GOAL)],
    [BROCHURE, of('assets', ASSET)],
    [SYNC, of('meetings', MEETING)],
    [FMC, of('roles', 'fmc: []')],
  ] as const) {
    for (const [before, after] of cases) assert.equal(added(before, entry), after, before);
  }
});

test('an entry stands behind the others of its kind', () => {
  const cases: readonly (readonly [string, string])[] = [
    [
      'goals:\n  a: { name: A } # old\n\nassets: {}\n',
      `goals:\n  a: { name: A } # old\n  ${GOAL}\n\nassets: {}\n`,
    ],
    ['goals:\r\n  a:\r\n    name: A\r\n', `goals:\r\n  a:\r\n    name: A\r\n  ${GOAL}\r\n`],
    ['"goals":\n  "a": { "name": "A" }\n', `"goals":\n  "a": { "name": "A" }\n  ${GOAL}\n`],
    ["goals:\n  'a':\n    name: 'A'\n", `goals:\n  'a':\n    name: 'A'\n  ${GOAL}\n`],
    ['goals: {a: {name: A}}\n', `goals: {a: {name: A}, ${GOAL}}\n`],
    ['{goals: {a: {name: A}}}', `{goals: {a: {name: A}, ${GOAL}}}`],
    ['goals: {\n  a: {name: A}, # old\n}\n', `goals: {\n  a: {name: A}, ${GOAL}, # old\n}\n`],
    ['goals: {\n  a: {name: A} # old\n}\n', `goals: {\n  a: {name: A}, ${GOAL} # old\n}\n`],
    [
      'goals: {\r\n  a: {name: A},\r\n  b: {}\r\n}\r\n',
      `goals: {\r\n  a: {name: A},\r\n  b: {},\r\n  ${GOAL}\r\n}\r\n`,
    ],
    ['goals: {\n  a: {name: A},\n}\n', `goals: {\n  a: {name: A},\n  ${GOAL}\n}\n`],
    ['goals: { a: {name: A}, }\n', `goals: { a: {name: A}, ${GOAL} }\n`],
    ['goals:\n  a:\n', `goals:\n  a:\n  ${GOAL}\n`],
    [
      '  goals:\n    a: { name: A }\n  terms: {}\n',
      `  goals:\n    a: { name: A }\n    ${GOAL}\n  terms: {}\n`,
    ],
    ['goals:\n  a: { name: A }\n---\nsecond: 1\n', `goals:\n  a: { name: A }\n  ${GOAL}\n---\nsecond: 1\n`],
  ];
  for (const [before, after] of cases) assert.equal(added(before, LEADS), after, before);
});

test('a new section stands where a reader looks for it', () => {
  const goals = `goals:\n  ${GOAL}\n\n`;
  const cases: readonly (readonly [string, string])[] = [
    ['people:\n  lee:\n\nmeetings: {}\n', `people:\n  lee:\n\n${goals}meetings: {}\n`],
    // The comment speaks of what stands below it.
    [
      'people: {}\n\n# Words.\n# All of them.\nterms: {}\n',
      `people: {}\n\n${goals}# Words.\n# All of them.\nterms: {}\n`,
    ],
    // At the top it speaks of the file.
    ['# Ours.\nassets: {}\n', `# Ours.\n${goals}assets: {}\n`],
    ['\uFEFFassets: {}\n', `\uFEFF${goals}assets: {}\n`],
    [
      'assets: {}\nplaybooks: a.md\npeople: {}\nroles: {}\n',
      `assets: {}\nplaybooks: a.md\npeople: {}\nroles: {}\n\n${goals.trimEnd()}\n`,
    ],
    ['"people": {}\n"rules":\n  due-missing: off\n', `"people": {}\n${goals}"rules":\n  due-missing: off\n`],
    ['  people: {}\n  terms: {}\n', `  people: {}\n  ${goals.replace('\n  ', '\n    ')}  terms: {}\n`],
    ['  people: {}\n', `  people: {}\n\n  goals:\n    ${GOAL}\n`],
    ['people: {}\n---\nsecond: 1\n', `people: {}\n\ngoals:\n  ${GOAL}\n---\nsecond: 1\n`],
    ['people: {}\nt-day:\n\n', `people: {}\nt-day:\n\n${goals.trimEnd()}\n`],
  ];
  for (const [before, after] of cases) assert.equal(added(before, LEADS), after, before);
});

test('says where one goes on writing', () => {
  const marked = (text: string, entry: NewEntry) => {
    const done = addToRoster(text, entry);
    assert.ok(done);
    const after = applyEdits(text, done.edits);
    const at = new LineIndex(after).offsetAt(done.end);
    return `${after.slice(0, at)}<|>${after.slice(at)}`;
  };
  assert.equal(marked('', LEADS), 'goals:\n  leads: { name: Leads<|> }\n');
  assert.equal(
    marked('# leads: { name: Leads }\r\ngoals: {}\r\n', LEADS),
    '# leads: { name: Leads }\r\ngoals: { leads: { name: Leads<|> } }\r\n',
  );
  assert.equal(marked('terms: {}\n', SYNC), `meetings:\n  ${MEETING.replace(' }', '<|> }')}\n\nterms: {}\n`);
  assert.equal(marked('', FMC), 'roles:\n  fmc: [<|>]\n');
});

test('a goal may have teams, a meeting another rhythm', () => {
  assert.equal(
    added('', { ...LEADS, teams: ['sales', 'on'] }),
    'goals:\n  leads: { name: Leads, teams: [sales, "on"] }\n',
  );
  assert.equal(
    added('', { ...SYNC, teams: [], every: 'month' }),
    'meetings:\n  sync: { name: Sync, every: month }\n',
  );
});

test('ids that YAML would misread are quoted', () => {
  for (const handle of [
    '2028-q1',
    'Qualified leads',
    'no',
    'a: b',
    '#x',
    "d'or",
    '李雷',
    '{x}',
    '*',
    'x"y',
    '- a',
  ]) {
    const text = added('goals:\n  a: { name: A }\n', { kind: 'goal', handle, name: handle });
    assert.equal(read(text ?? '').goals.get(handle.toLowerCase())?.name, handle, text);
  }
});

test('refuses where something would be lost or said twice', () => {
  const refused: readonly (readonly [string, NewEntry])[] = [
    ['goals: [a, b]\n', LEADS],
    ['goals: later\n', LEADS],
    ['goals:\n  Leads: { name: Other }\n', LEADS],
    ['goals:\n  leads:\n', LEADS],
    ['people: {}\nassets: {\n', BROCHURE],
    ['teams: { fmc: {} }\n', FMC],
    ['wages: { leads: 1 }\n', LEADS],
    ['"\n', LEADS],
  ];
  for (const [text, entry] of refused) assert.equal(addToRoster(text, entry), undefined, text);
  // What stands under another key is another thing.
  assert.equal(added('assets: { leads: {} }\n', LEADS), `goals:\n  ${GOAL}\n\nassets: { leads: {} }\n`);
});

test('a roster with a mistake elsewhere is written to, and the mistake stays', () => {
  const roster = 'people:\n  lee: { name: "Lee }\n\ngoals:\n  a: { name: A }\n';
  assert.equal(added(roster, LEADS), `${roster}  ${GOAL}\n`);
  const open = 'assets:\n  a: { name: [\n';
  assert.equal(added(open, BROCHURE), `${open}  ${ASSET}\n`);
});

test('property: the entry is readable, everybody else is who they were, and every other byte stays', () => {
  let done = 0;
  fc.assert(
    fc.property(
      roster,
      fc.constantFrom(
        JANE,
        SALES,
        { ...JANE, handle: 'jane.s', name: 'Señora "J"' },
        LEADS,
        BROCHURE,
        SYNC,
        FMC,
      ),
      (text, entry) => {
        const before = read(text);
        const { edits } = addToRoster(text, entry) ?? {};
        if (!edits) return;
        done++;
        const [edit] = edits;
        const result = applyEdits(text, edits);
        const after = read(result);
        assert.equal(after[sectionOf[entry.kind]].get(entry.handle)?.handle, entry.handle, result);
        for (const e of everything(before)) {
          // A team that only people named is written out.
          if (e.kind === entry.kind && e.handle === entry.handle) continue;
          const now = everything(after).find((n) => n.kind === e.kind && n.handle === e.handle);
          assert.deepEqual({ ...now, place: 0 }, { ...e, place: 0 }, `${text}\nbecame\n${result}`);
        }
        const isNew = (n: { kind: string; handle: string }) =>
          !everything(before).some((e) => e.kind === n.kind && e.handle === n.handle);
        const others = everything(after).filter((n) => isNew(n) && n.handle !== entry.handle);
        // A team that only people name is there from the first who names it.
        const team = entry.kind === 'person' ? entry.team : undefined;
        assert.ok(others.length <= 1 && others.every((o) => o.kind === 'team' && o.handle === team), result);
        assert.ok(edit && edits.length === 1 && result.length === text.length + edit.newText.length);
      },
    ),
    { numRuns: 2000 },
  );
  assert.ok(done > 500, `only ${done} of the rosters could be written to`);
});
