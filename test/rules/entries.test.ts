import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problemsOf, repaired, sentences, TODAY, underlined } from './judged.ts';

const PEOPLE = 'people:\n  maria: { name: Maria }\n  sam: { name: Sam }\n';
const ALONE =
  'teams:\n  marketing: {}\n  sales: {}\npeople:\n  pat: { name: Pat, team: [marketing, sales] }\n';

const roster = (text: string) => `//- /roster.yml\n${text}`;

describe('goal-unknown and asset-unknown', () => {
  const BOTH = `${roster(
    'goals:\n  Leads: { name: Qualified leads }\n  reach: {}\nassets:\n  brochure: {}\n  flyer-2027: {}\n',
  )}//- /doc.playbook.md\n`;
  const CASES: readonly (readonly [text: string, goals: readonly string[], assets: readonly string[]])[] = [
    ['- [ ] a goal:leads,REACH makes:Brochure\n', [], []],
    ['- [ ] a goal:sales uses:film\n', ['1: sales'], ['1: film']],
    ['- [ ] a goal:leads,sales uses:brochure,film\n', ['1: sales'], ['1: film']],
    ['- [x] a goal:sales uses:film\n', [], []],
    ['- [ ] a goal:tbd uses:____\n', [], []],
    ['## H goal:sales\n- [ ] a\n- [ ] b\n', ['1: sales'], []],
    ['| Task | Owner |\n| - | - |\n| a goal:sales | @m |\n', ['3: sales'], []],
    ['| Area | Owner |\n| - | - |\n| a goal:sales | @m |\n', [], []],
  ];
  for (const [text, goals, assets] of CASES) {
    it(text.trim(), () => {
      assert.deepEqual(underlined(BOTH + text, 'goal-unknown'), goals);
      assert.deepEqual(underlined(BOTH + text, 'asset-unknown'), assets);
    });
  }

  it('are silent while nothing is written down', () => {
    const text = '- [ ] a goal:sales uses:film makes:film\n';
    assert.deepEqual(underlined(text, 'goal-unknown'), []);
    assert.deepEqual(underlined(text, 'asset-unknown'), []);
    assert.deepEqual(underlined(`---\ngoals:\n  leads: {}\n---\n${text}`, 'goal-unknown'), ['5: sales']);
  });

  it('know a goal by its name, too', () => {
    const text = `${BOTH}- [ ] a goal:"qualified leads"\n`;
    assert.equal(repaired(text, 'goal-unknown'), '- [ ] a goal:"Leads"\n');
  });

  it('repair slips in assets without asking, but no goal, and nothing that may be another asset', () => {
    const text = '- [ ] a goal:leeds uses:borchure,brochure-v2,flyer-2028\n';
    assert.equal(repaired(BOTH + text, 'goal-unknown', 'safe'), text);
    assert.equal(
      repaired(BOTH + text, 'asset-unknown', 'safe'),
      '- [ ] a goal:leeds uses:brochure,brochure-v2,flyer-2028\n',
    );
  });
});

describe('goal-unmeasurable', () => {
  const FULL = 'owner: maria, measure: calls, target: 3 a day';
  const CASES: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
    ['all is there', `${PEOPLE}goals:\n  g: { ${FULL} }\n`, []],
    ['nothing is there', `${PEOPLE}goals:\n  g:\n`, ['5: g']],
    ['no owner', `${PEOPLE}goals:\n  g: { measure: calls, target: 3 }\n`, ['5: g']],
    ['an owner to be found', `${PEOPLE}goals:\n  g: { owner: tbd, measure: calls, target: 3 }\n`, ['5: g']],
    ['no people, no owner', 'goals:\n  g: { measure: calls, target: 3 }\n', []],
    [
      'a target without a number',
      `${PEOPLE}goals:\n  g: { owner: sam, measure: calls, target: more }\n`,
      ['5: g'],
    ],
    ['other digits', `${PEOPLE}goals:\n  g: { owner: sam, measure: calls, target: ٣ }\n`, []],
    ['one person in both departments', `${ALONE}goals:\n  g: {}\n`, []],
  ];
  for (const [name, text, expected] of CASES) {
    it(name, () => {
      assert.deepEqual(underlined(roster(text), 'goal-unmeasurable', '/roster.yml'), expected);
    });
  }

  it('says what is missing', () => {
    const text = `${PEOPLE}goals:\n  g: { name: Calls, measure: calls }\n  h: { target: more }\n  i: { ${FULL}, target: more }\n`;
    assert.deepEqual(
      sentences(roster(text.replace(', target: 3 a day', '')), 'goal-unmeasurable', '/roster.yml'),
      [
        'Nobody will be able to say whether the goal "Calls" was reached: it lacks owner and target. Add "owner: maria" and "target: 100 per quarter".',
        'Nobody will be able to say whether the goal "h" was reached: it lacks owner and measure, and its target "more" has no number in it. Add "owner: maria", "measure: leads that sales accepts" and "target: 100 per quarter".',
        'Nobody will be able to say whether the goal "i" was reached: its target "more" has no number in it. Write how many, such as "target: 100 per quarter".',
      ],
    );
  });

  it('is reported where the goal is written, and only there', () => {
    const text = `${roster(`${PEOPLE}goals:\n  g: {}\n`)}//- /eu/roster.yml\ngoals:\n  h: {}\n//- /eu/a.playbook.md\n---\ngoals:\n  i: {}\n---\n- [ ] a @sam goal:g\n`;
    assert.deepEqual(underlined(text, 'goal-unmeasurable', '/roster.yml'), ['5: g']);
    assert.deepEqual(underlined(text, 'goal-unmeasurable', '/eu/roster.yml'), ['2: h']);
    assert.deepEqual(underlined(text, 'goal-unmeasurable', '/eu/a.playbook.md'), ['3: i']);
  });
});

describe('asset-unowned', () => {
  const CASES: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
    ['owned', `${PEOPLE}assets:\n  b: { owner: sam }\n`, []],
    ['unowned', `${PEOPLE}assets:\n  b: { name: B }\n  c:\n`, ['5: b', '6: c']],
    ['an owner to be found', `${PEOPLE}assets:\n  b: { owner: "@tbd" }\n`, ['5: b']],
    ['no people', 'assets:\n  b: { name: B }\n', []],
    ['one person in both departments', `${ALONE}assets:\n  b: { name: B }\n`, []],
  ];
  for (const [name, text, expected] of CASES) {
    it(name, () => {
      assert.deepEqual(underlined(roster(text), 'asset-unowned', '/roster.yml'), expected);
    });
  }

  it('is silent in a document to be copied', () => {
    const text = `---\ntemplate: true\n${PEOPLE}assets:\n  b: {}\n---\n`;
    assert.deepEqual(problemsOf(text, 'asset-unowned'), []);
    assert.equal(problemsOf(text.replace('template: true\n', ''), 'asset-unowned').length, 1);
  });
});

describe('term-undefined', () => {
  const on = { today: TODAY, severities: new Map([['term-undefined', 'warning' as const]]) };
  const find = (terms: string, text: string) =>
    underlined(`${roster(terms)}//- /doc.playbook.md\n${text}`, 'term-undefined', '/doc.playbook.md', on);
  const TERMS = 'terms:\n  MQL: A lead\n';
  const CASES: readonly (readonly [
    name: string,
    terms: string,
    text: string,
    expected: readonly string[],
  ])[] = [
    ['used and not explained', TERMS, '- [ ] Call each SQL\n', ['1: SQL']],
    ['in the plural, once, where it first stands', TERMS, '- [ ] b SQLs\n## An SQL\n', ['1: SQL']],
    ['in a heading', TERMS, '## Our ICP\n- [ ] b ICP\n', ['1: ICP']],
    ['explained', TERMS, '- [ ] Call each MQL and the other MQLs\n', []],
    ['explained behind its name', 'terms:\n  Sales qualified lead (SQL): A lead\n', '- [ ] b SQL\n', []],
    ['explained in lower case', 'terms:\n  mqls: Leads\n', '- [ ] b MQL\n', []],
    ['no list', 'people:\n  sam: {}\n', '- [ ] b SQL\n', []],
    ['done', TERMS, '- [x] b SQL\n', []],
    ['part of a word, a tag, a handle', TERMS, '- [ ] MySQL PostgreSQL SQLite #SQL @SQL x-SQL\n', []],
    ['a comment', TERMS, '- [ ] b <!-- SQL -->\n', []],
    ['in lower case', TERMS, '- [ ] b sql\n', []],
  ];
  for (const [name, terms, text, expected] of CASES) {
    it(name, () => {
      assert.deepEqual(find(terms, text), expected);
    });
  }

  it('is off unless somebody switches it on', () => {
    assert.deepEqual(underlined(`${roster(TERMS)}//- /doc.playbook.md\n- [ ] b SQL\n`, 'term-undefined'), []);
  });

  it('is silent in a template, which others will fill in', () => {
    const text = '---\ntemplate: true\n---\n- [ ] b SQL\n';
    assert.deepEqual(
      underlined(`${roster(TERMS)}//- /doc.playbook.md\n${text}`, 'term-undefined', '/doc.playbook.md', on),
      [],
    );
  });
});
