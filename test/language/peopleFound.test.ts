import assert from 'node:assert/strict';
import test from 'node:test';
import { entriesFor } from '../../src/language/adoption.ts';
import { nearNames } from '../../src/language/nearNames.ts';
import { PeopleCensus } from '../../src/language/peopleCensus.ts';
import { findPeople, mergePeople, peopleOf, type FoundParty } from '../../src/language/peopleFound.ts';
import { TeamWords } from '../../src/language/teamWords.ts';
import { changeRoster } from '../../src/language/rosterChanges.ts';
import { judge } from '../../src/rules/judge.ts';
import { openFixture } from '../fixture.ts';

const WORKSPACE = `
  //- /roster.yml
  people: { pat: { name: Pat Doe } }
  //- /a.playbook.md
  # Fair @maria

  - [ ] Print copies
  - [ ] Call the hall @sam for:@ae
  - [ ] Ask @lee about it @pat
  - [ ] Find someone @tbd
  - [ ] Tell @2i2c.org help:@tbd
  //- /b.playbook.md
  | Area | Owner |
  | --- | --- |
  | Web page | Maria López |
  | Prices | Sales, Anne O'Neil |
  | Leads | Field Marketing Manager |
  | Data | TBD |
  | Rest | whoever has time on that day |
`;

function found() {
  const { index } = openFixture(WORKSPACE);
  return findPeople(index.playbookUris().flatMap((uri) => index.playbookView(uri) ?? []));
}

test('people come from owner places, tokens and texts, with what they seem to be', () => {
  assert.deepEqual(
    found().map((f) => `${f.kind} ${f.handle} ${f.name ?? '-'} ${f.owns} ${f.named}`),
    [
      'person maria Maria López 3 0',
      "person anne Anne O'Neil 1 0",
      'person field Field Marketing Manager 1 0',
      'team sales Sales 1 0',
      'person sam - 1 0',
      'role ae - 0 1',
      'person lee - 0 1',
    ],
  );
});

test('the roster made of them knows them all', () => {
  const { index, uri } = openFixture(WORKSPACE);
  index.setRoster(uri('/roster.yml'), changeRoster('# Who is who.\n\n', entriesFor(found())).text);
  for (const playbook of index.playbookUris()) {
    const view = index.playbookView(playbook);
    assert.ok(view);
    const unknown = judge(view).filter(
      (p) => p.rule.id === 'mention-unknown' || p.rule.id.startsWith('front'),
    );
    // Pat is no longer in it; a sentence names nobody at all.
    assert.deepEqual(
      unknown.map((p) => p.args['handle'] ?? p.args['name']),
      playbook.endsWith('/a.playbook.md') ? ['pat'] : [],
    );
  }
});

/** What is written in some files, and who that is. */
function foundIn(...files: readonly (string | readonly [path: string, text: string])[]) {
  const texts = files.map((f, i) => (typeof f === 'string' ? ([`f${i}.playbook.md`, f] as const) : f));
  const { index } = openFixture(texts.map(([path, text]) => `//- /${path}\n${text}`).join('\n'));
  const census = new PeopleCensus();
  for (const uri of index.playbookUris()) {
    const view = index.playbookView(uri);
    assert.ok(view);
    census.add(view, uri.slice(uri.indexOf('/w/') + 3));
  }
  return peopleOf(census.found(), () => false);
}

const summary = ({ handle, name, aliases, places, files }: FoundParty) =>
  `@${handle} ${name ?? '-'} [${aliases.join(', ')}] ${places} in ${files}`;

test('what is surely one person is one, and says where it is written', () => {
  const people = foundIn(
    '## Booth\n\nOwner: Peter Lang\n\n- [ ] Book the hall\n- [ ] Order the walls\n',
    '- [ ] Call the printer @peter\n- [ ] Pay\n  - Owner: Peter\n',
    '| Area | Owner |\n| --- | --- |\n| Prices | peter lang |\n| Web | @ines.duarte, Inês Duarte |\n',
  );
  assert.deepEqual(people.map(summary), [
    '@peter Peter Lang [Peter] 4 in 3',
    '@ines.duarte Inês Duarte [] 2 in 1',
  ]);
});

test('an owner line or heading without a task counts, once', () => {
  const people = foundIn('# Prices (DRI: @maria)\n\nWords.\n\n## Web\n\nOwner: Sam Cole\n');
  assert.deepEqual(people.map(summary), ['@maria - [] 1 in 1', '@sam Sam Cole [] 1 in 1']);
});

test('a word that is a name, or the name of two, is nobody for sure', () => {
  const people = foundIn(
    '| Area | Owner |\n| --- | --- |\n| A | Mark Bell |\n| B | Mark |\n| C | Ann Lee |\n| D | Ann Roy |\n| E | Ann |\n',
  );
  assert.deepEqual(people.map((p) => p.name).sort(), ['Ann', 'Ann Lee', 'Ann Roy', 'Mark', 'Mark Bell']);
  assert.deepEqual(
    nearNames(people).map(({ party, is, isLikely }) => `${party.name} is ${is.name} ${isLikely}`),
    ['Mark is Mark Bell true', 'Ann is Ann Lee false', 'Ann is Ann Roy false'],
  );
});

test('near names are proposed, and what is confirmed becomes one person with all aliases', () => {
  const rows = [
    'Peter Lang',
    'P. Lang',
    'Lang',
    '@plang',
    'Peter Lange',
    'Peter M. Lang',
    'Petra Lang',
    'Sam Cole',
    'Sales',
  ];
  const people = foundIn(
    `| Area | Owner |\n| --- | --- |\n| Z | Peter Lang |\n${rows.map((r, i) => `| A${i} | ${r} |\n`).join('')}`,
  );
  const pairs = nearNames(people);
  const shown = (p: { readonly name?: string | undefined; readonly handle: string }) =>
    p.name ?? `@${p.handle}`;
  assert.deepEqual([...new Set(pairs.map((p) => shown(p.party)))].sort(), [
    'Lang',
    'P. Lang',
    'Peter Lang',
    'Peter Lange',
  ]);
  const peter = people.find((p) => p.name === 'Peter Lang');
  assert.ok(peter);
  const confirmed = pairs.flatMap(({ party, is }) => (is === peter ? ([[party, peter]] as const) : []));
  const after = mergePeople(people, confirmed, () => false);
  const one = after.find((p) => p.name === 'Peter Lang');
  assert.ok(one);
  assert.equal(one.handle, 'plang');
  assert.deepEqual([...one.aliases].sort(), ['Lang', 'P. Lang', 'Peter Lange']);
  assert.equal(one.places, 6);
  // Read back, the roster knows each of them.
  const { index, uri } = openFixture('');
  index.setRoster(uri('/roster.yml'), changeRoster('', entriesFor(after)).text);
  const roster = index.rosterAt(uri('/x.playbook.md'));
  for (const name of ['Peter Lang', 'P. Lang', 'Lang', 'plang', 'Peter Lange'])
    assert.equal(roster.findByName(name)?.handle, 'plang', name);
});

test('somebody whom the roster knows may be meant, too', () => {
  const { index, uri } = openFixture('//- /roster.yml\npeople: { peter: { name: Peter Lang } }\n');
  const people = foundIn('- [ ] Pay @plang\n');
  const known = index.rosterAt(uri('/a.playbook.md')).people.values();
  assert.deepEqual(
    nearNames(people, known).map(({ is }) => is.handle),
    ['peter'],
  );
});

test('the team is the one that most headings and folders around somebody name', () => {
  const people = foundIn(
    ['sales/a.playbook.md', '- [ ] Call @sam\n\n## Marketing\n\n- [ ] Write @maria\n- [ ] Print @maria\n'],
    ['b.playbook.md', '# Prices\n\n- [ ] Set them @lee\n'],
  );
  assert.deepEqual(people.map((p) => `${p.handle} ${p.team ?? '-'}`).sort(), [
    'lee -',
    'maria Marketing',
    'sam Sales',
  ]);
});

test('a team that goes by the ending of a file name is not meant by it', () => {
  const { index, uri } = openFixture('//- /x/a.md\n- [ ] Pay @jo\n');
  index.setPlaybook(uri('/x/a.md'), '- [ ] Pay @jo\n');
  const view = index.playbookView(uri('/x/a.md'));
  assert.ok(view);
  const census = new PeopleCensus(new TeamWords(['MD', 'X']));
  census.add(view, 'x/a.md');
  assert.deepEqual(
    peopleOf(census.found(), () => false).map((p) => p.team),
    ['X'],
  );
});

test('names are as odd as they may be', () => {
  const odd = [
    'Peter "Pit" Lang',
    '李雷',
    'משה כהן',
    'Zoë 🚀 Kern',
    "D'Arcy",
    `${'Anna-Lena '.repeat(4)}${'X'.repeat(40)}`,
  ];
  const people = foundIn(
    `| Area | Owner |\n| --- | --- |\n${odd.map((o, i) => `| A${i} | ${o} |\n`).join('')}`,
  );
  assert.equal(people.length, odd.length);
  const { text, refused } = changeRoster('', entriesFor(people));
  assert.deepEqual(refused, []);
  const { index, uri } = openFixture('');
  index.setRoster(uri('/roster.yml'), text);
  const roster = index.rosterAt(uri('/x.playbook.md'));
  for (const { name, handle } of people) assert.equal(roster.people.get(handle)?.name, name, text);
});
