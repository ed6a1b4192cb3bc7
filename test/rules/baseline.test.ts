// What a baseline knows: problems by their place in words, each as often as it was recorded.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Baseline, entriesOf, knownUnowned } from '../../src/rules/baseline.ts';
import { formatBaseline } from '../../src/rules/baselineFile.ts';
import { judge, type JudgeOptions } from '../../src/rules/judge.ts';
import { oneByOne } from '../../src/rules/known.ts';
import type { Severity } from '../../src/workspace/rosterTypes.ts';
import type { FileView } from '../../src/workspace/fileView.ts';
import { openFixture } from '../fixture.ts';
import { sentence, TODAY } from './judged.ts';

const PATH = 'doc.playbook.md';

function viewOf(text: string, path = `/${PATH}`): FileView {
  const ws = openFixture(text);
  const view = ws.index.view(ws.uri(path));
  assert.ok(view);
  return view;
}

/** Everything that is wrong, recorded. */
function record(text: string, options: JudgeOptions = {}, path?: string): Baseline {
  const view = viewOf(text, path);
  return new Baseline(entriesOf(view, PATH, judge(view, { today: TODAY, ...options, known: oneByOne })));
}

/** What is left: `LINE rule`, lines from 1. */
function left(baseline: Baseline, text: string, options: JudgeOptions = {}, path?: string): string[] {
  const view = viewOf(text, path);
  const known = baseline.known(view, PATH);
  return judge(view, { today: TODAY, ...options, ...(known && { known }) }).map(
    (p) => `${p.range.start.line + 1} ${p.rule.id}`,
  );
}

const places = (text: string, options?: JudgeOptions, path?: string) =>
  record(text, options, path).entries.map((e) =>
    [e.rule, e.section.join(' > '), e.text, e.count].join(' | '),
  );

const tasks = (n: number, from = 0) =>
  Array.from({ length: n }, (_, i) => `- [ ] Task ${i + from}\n`).join('');

describe('the place of a problem', () => {
  const CASES: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
    [
      'a task',
      '# Fair\n## Booth\n- [ ] Print  500 copies\n',
      ['owner-missing | Fair > Booth | Print 500 copies | 1'],
    ],
    ['without a heading', '- [ ] Print\n', ['owner-missing |  | Print | 1']],
    [
      'without tokens, tags and comments',
      '- [ ] Print due:2028-05-01 #x <!-- y -->\n',
      ['owner-missing |  | Print | 1'],
    ],
    ['without a placeholder', '- [ ] @tbd: print\n', ['owner-missing |  | print | 1']],
    [
      'a mention in the middle stays',
      '- [ ] Ask @kate to come\n',
      ['owner-missing |  | Ask @kate to come | 1'],
    ],
    ['two alike', '- [ ] Print\n- [ ] Print @tbd\n', ['owner-missing |  | Print | 2']],
    [
      'a child',
      '- [ ] Print\n  - [ ] Fold\n',
      ['owner-missing |  | Print | 1', 'owner-missing |  | Fold | 1'],
    ],
    ['a task without words', '# A\n- [ ] due:2028-05-01\n', ['owner-missing | A |  | 1']],
    ['a row', '| Task | Owner |\n| - | - |\n| Print | TBD |\n', ['owner-missing |  | Print | 1']],
    [
      'a value in a later line of its task',
      '- [ ] Print\n  @sam\n  due:2028-02-30\n',
      ['due-invalid |  | Print | 1'],
    ],
    ['a heading', '# A\n## B due:2028-02-30 @sam\n- [ ] Print\n', ['due-invalid | A > B |  | 1']],
    ['an owner line', '# A\n\nOwner:\n\n- [ ] Print @sam\n', ['owner-line-empty | A | Owner: | 1']],
    [
      'an owner line of a task',
      '# A\n- [ ] Print @sam\n  - Owner:\n',
      ['owner-line-empty | A | - Owner: | 1'],
    ],
    [
      'what is nearly a task, below one',
      '# A\n- [ ] Print @sam\n  - [] Fold\n',
      ['task-malformed | A | - [] Fold | 1'],
    ],
    ['front matter', '---\npepole: {}\n---\n', ['front-matter-schema |  | pepole | 1']],
    ['a lone mark', '---\na: b\nx: ]\n---\n', ['front-matter-invalid |  | x: ] | 1']],
    ['front matter that is broken', '---\ntitle: "Fair\n---\n', ['front-matter-invalid |  | "Fair | 1']],
  ];
  for (const [name, text, expected] of CASES) {
    it(name, () => {
      assert.deepEqual(places(text), expected);
    });
  }

  it('in a task that goes on behind its children', () => {
    const text = '- [ ] Print @sam\n  - [ ] Fold @sam\n\n  - Owner:\n';
    assert.deepEqual(
      places(text).filter((p) => p.startsWith('owner-line')),
      ['owner-line-empty |  | - Owner: | 1'],
    );
  });

  it('in a roster is the key, whatever else stands in its line', () => {
    const roster = (leads: string) => `//- /roster.yml\ngoals:\n  leads: { ${leads} }\n`;
    const baseline = record(roster('name: Leads'), {}, '/roster.yml');
    assert.deepEqual(
      baseline.entries.map((e) => [e.rule, e.section, e.text]),
      [['goal-unmeasurable', [], 'leads']],
    );
    assert.deepEqual(left(baseline, roster('name: "New leads"'), {}, '/roster.yml'), []);
    const two = roster('name: Leads }\n  deals: { name: Deals');
    assert.deepEqual(left(baseline, two, {}, '/roster.yml'), ['3 goal-unmeasurable']);
  });
});

describe('what is known', () => {
  const BEFORE = '# Fair\n\n- [ ] Print\n- [ ] Call\n\n## Booth\n\n- [ ] Build\n';

  const SAME: readonly (readonly [string, string])[] = [
    ['as it was', BEFORE],
    [
      'in another order, nested, with other marks',
      '# Fair\n* [ ] Call\n  1. [ ] Print\n\n## Booth\n> - [ ] Build\n',
    ],
    ['with more text around', `---\ntitle: x\n---\n\nHello\n\n${BEFORE}\nBye\n`],
    ['sections in another order', '# Fair\n\n- [ ] Call\n- [ ] Print\n\n## New\n\n## Booth\n\n- [ ] Build\n'],
    ['with tokens and tags', BEFORE.replace('Print', 'Print due:2028-05-01 #copies')],
    ['with a placeholder', BEFORE.replace('Print', 'Print @tbd').replace('Call', '@tbd: Call')],
    ['spaced otherwise', BEFORE.replace('Print', 'Print ').replaceAll('\n', '\r\n')],
    ['a heading with tokens', BEFORE.replace('Booth', 'Booth goal:leads')],
  ];
  for (const [name, text] of SAME) {
    it(name, () => {
      assert.deepEqual(left(record(BEFORE), text), []);
    });
  }

  const NEW: readonly (readonly [string, string, readonly string[]])[] = [
    ['a task more', BEFORE.replace('- [ ] Call', '- [ ] New\n- [ ] Call'), ['4 owner-missing']],
    ['other words', BEFORE.replace('Print', 'Print it'), ['3 owner-missing']],
    [
      'another section',
      '# Fair\n\n- [ ] Print\n\n## Booth\n\n- [ ] Build\n- [ ] Call\n',
      ['8 owner-missing'],
    ],
    ['another heading', BEFORE.replace('Booth', 'Stand'), ['8 owner-missing']],
    [
      'the same again: the last one',
      BEFORE.replace('- [ ] Call', '- [ ] Print\n- [ ] Call'),
      ['4 owner-missing'],
    ],
    ['another problem of a task', BEFORE.replace('Print', 'Print due:2027-01-01'), ['3 due-overdue']],
  ];
  for (const [name, text, expected] of NEW) {
    it(`${name} is new`, () => {
      assert.deepEqual(left(record(BEFORE), text), expected);
    });
  }

  it('a task that got an owner and lost it again', () => {
    const baseline = record(BEFORE);
    assert.deepEqual(left(baseline, BEFORE.replace('Print', 'Print @maria')), []);
    assert.deepEqual(left(baseline, BEFORE), []);
  });

  it('accents however they are stored', () => {
    const text = '- [ ] Pr\u00e4mie\n';
    assert.deepEqual(left(record(text), text.normalize('NFD')), []);
  });

  it('belongs to one file', () => {
    const view = viewOf(BEFORE);
    assert.equal(record(BEFORE).known(view, 'other.playbook.md'), undefined);
  });
});

describe('what stands at one of several tasks', () => {
  const ROSTER =
    '//- /roster.yml\npeople: { sam: { name: Sam, team: sales } }\nteams: { sales: { name: Sales, lead: sam }, web: { name: Web } }\nterms: { SAL: x }\n//- /doc.playbook.md\n';
  const CASES: readonly (readonly [string, string, string])[] = [
    ['after-unresolved', '- [ ] a @sam id:a after:b\n', '- [ ] b @sam id:b after:a\n'],
    ['id-duplicate', '- [ ] a @sam id:x\n', '- [ ] b @sam id:x\n'],
    ['handoff-receiver-missing', '- [ ] a @sam for:@web sla:1d\n', '- [ ] b @sam for:@web sla:1d\n'],
    ['term-undefined', '- [ ] a MQL @sam\n', '- [ ] b MQL @sam\n'],
  ];
  for (const [rule, one, other] of CASES) {
    it(`stays known in another order: ${rule}`, () => {
      const options = { forced: new Map<string, Severity>([[rule, 'warning']]) };
      const baseline = record(ROSTER + one + other, options);
      assert.deepEqual(
        baseline.entries.map((e) => e.rule),
        [rule],
      );
      assert.deepEqual(left(baseline, ROSTER + other + one, options), []);
    });
  }
});

describe('a section that is told as one', () => {
  const booth = (body: string) => `# Fair\n\n## Booth\n\n${body}`;

  it('is recorded task by task', () => {
    assert.equal(record(booth(tasks(12))).entries.length, 12);
  });

  it('tells of the thirteenth, and of it alone', () => {
    const baseline = record(booth(tasks(12)));
    assert.deepEqual(left(baseline, booth(tasks(12))), []);
    assert.deepEqual(left(baseline, booth(tasks(13))), ['17 owner-missing']);
    assert.deepEqual(left(baseline, booth(tasks(25))).length, 13);
  });

  it('tells of the tenth, and of it alone', () => {
    assert.deepEqual(left(record(booth(tasks(9))), booth(tasks(10))), ['14 owner-missing']);
  });

  it('stays told as one where nothing in it is known', () => {
    const baseline = record('# Fair\n\n- [ ] Elsewhere\n');
    assert.deepEqual(left(baseline, `# Fair\n\n- [ ] Elsewhere\n\n## Booth\n\n${tasks(10)}`), [
      '5 owner-missing',
    ]);
  });

  it('counts its sub-sections, too', () => {
    const text = (n: number) => `# Fair\n## A\n${tasks(4)}## B\n${tasks(4, 4)}## C\n${tasks(n, 8)}`;
    assert.deepEqual(left(record(text(4)), text(5)), ['17 owner-missing']);
  });

  it('is silent where each of its tasks is', () => {
    const silent = booth(`<!-- playbook-disable owner-missing -->\n${tasks(12)}`);
    assert.deepEqual(left(Baseline.empty, silent), []);
    assert.deepEqual(record(silent).entries, []);
  });
});

describe('comments', () => {
  const NEXT = '<!-- playbook-disable-next-line owner-missing -->';

  it('go before a baseline, and count as used', () => {
    const baseline = record('- [ ] Print\n- [ ] Call\n');
    assert.deepEqual(left(baseline, `${NEXT}\n- [ ] Print\n- [ ] Call\n`), []);
    // What the comment silences leaves the recorded one to its twin.
    assert.deepEqual(left(baseline, `${NEXT}\n- [ ] Print\n- [ ] Print\n- [ ] Call\n`), []);
  });

  it('silence a whole section at its heading, known or not', () => {
    const text = `${NEXT}\n## Booth\n${tasks(12)}`;
    assert.deepEqual(record(text).entries, []);
    assert.deepEqual(left(record(text.replace(NEXT, '')), text), []);
    assert.deepEqual(left(Baseline.empty, text), []);
  });

  it('are of use within a section that is known', () => {
    const text = `## Booth\n${tasks(12)}`.replace('- [ ] Task 3', `${NEXT}\n- [ ] Task 3`);
    assert.equal(record(text).entries.length, 11);
    assert.deepEqual(left(record(text), text), []);
  });

  it('without use are reported as ever', () => {
    assert.deepEqual(left(record('- [ ] Print\n'), `- [ ] Print\n\n${NEXT}\n- [ ] Call @sam\n`), [
      '3 suppression-unused',
    ]);
  });
});

describe('a problem that is told once for many places', () => {
  const ROSTER = '//- /roster.yml\npeople: { ann: {} }\nteams: { sales: {} }\n//- /doc.playbook.md\n';
  const text = `${ROSTER}# A\n- [ ] Print @mria\n# B\n- [ ] Call @mria\n- [ ] Sell @sales\n- [ ] Ship @sales\n`;
  const entry = (rule: string, section: string, of: string) => ({
    rule,
    path: PATH,
    section: [section],
    text: of,
    count: 1,
  });

  it('is recorded by what it is about, wherever that stands', () => {
    assert.deepEqual(places(text), ['mention-unknown |  | @mria | 1', 'owner-team-only |  | @sales | 1']);
    assert.deepEqual(left(record(text), text.replace('# A', '# C').replace('Print', 'Fold')), []);
    assert.deepEqual(left(record(text), text.replaceAll('mria', 'sm')), ['2 mention-unknown']);
  });

  it('is known by any of its places to a baseline that knows them one by one', () => {
    const before = [
      entry('mention-unknown', 'A', 'Print'),
      entry('mention-unknown', 'B', 'Call'),
      entry('owner-team-only', 'B', 'Ship'),
    ];
    assert.deepEqual(left(new Baseline(before), text), []);
    assert.deepEqual(left(new Baseline(before.slice(1)), text), []);
    assert.deepEqual(left(new Baseline(before.slice(2)), text), ['2 mention-unknown']);
    assert.deepEqual(left(new Baseline([entry('mention-unknown', 'C', 'Print')]), text), [
      '2 mention-unknown',
      '5 owner-team-only',
    ]);
  });
});

describe('how many tasks without an owner are known', () => {
  it('counts open tasks only, and each as often as recorded', () => {
    const table =
      '| Area | Owner |\n| - | - |\n| Web | |\n\n| Step | Maria | Sam |\n| - | - | - |\n| Do | A | R |\n| Say | C | I |\n';
    const text = `- [ ] Print\n- [ ] Call @sam\n\n${table}`;
    const view = viewOf(text);
    assert.equal(view.kind, 'playbook');
    const known = (b: Baseline, v: FileView) =>
      v.kind === 'playbook' ? knownUnowned(v, b.known(v, PATH)) : -1;
    assert.equal(known(record(text), view), 2);
    assert.equal(known(record(text), viewOf(text.replace('Print', 'Print\n- [ ] Print'))), 2);
    assert.equal(known(Baseline.empty, view), 0);
  });
});

describe('a baseline that is written again', () => {
  const entry = (path: string, text: string, rule = 'owner-missing') => ({
    path,
    section: ['A'],
    text,
    rule,
    count: 1,
  });
  const before = new Baseline([
    entry('a.playbook.md', 'gone'),
    entry('a.playbook.md', 'stays'),
    entry('b.playbook.md', 'other file'),
    entry('c.playbook.md', 'gone file'),
    entry('a.playbook.md', 'newer rule', 'rule-of-a-later-version'),
  ]);

  it('has what is there, and leaves out what is gone', () => {
    const after = before.updated(
      new Map([['a.playbook.md', [entry('a.playbook.md', 'stays'), entry('a.playbook.md', 'new')]]]),
      (path) => path === 'b.playbook.md',
    );
    assert.deepEqual(after.entries.map((e) => e.text).sort(), ['new', 'newer rule', 'other file', 'stays']);
  });

  it('reads the same in whatever order it was found', () => {
    const shuffled = new Baseline([...before.entries].reverse());
    assert.equal(formatBaseline(shuffled), formatBaseline(before));
  });
});

describe('messages', () => {
  it('of what is left are those of new problems alone', () => {
    const baseline = record(`# A\n${tasks(12)}`);
    const view = viewOf(`# A\n${tasks(12)}- [ ] Print\n`);
    const known = baseline.known(view, PATH);
    assert.ok(known);
    assert.deepEqual(judge(view, { known }).map(sentence), [
      'Nobody owns "Print". Write who does it at the end, such as @maria.',
    ]);
    assert.equal(known.taken, 12);
  });
});
