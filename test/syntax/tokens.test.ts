import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseDue } from '../../src/syntax/dates.ts';
import { parse } from '../../src/syntax/parse.ts';
import { isDuration, isInterval } from '../../src/syntax/tokens.ts';
import { taskWords, tasksOf } from './show.ts';

/** `due=T for=sam,lee`. */
const tokensIn = (text: string): string =>
  taskWords(text)
    .tokens.map((t) => `${t.key}=${t.values.map((v) => v.text).join(',')}`)
    .join(' ');

const CASES: Readonly<Record<string, readonly (readonly [text: string, tokens: string])[]>> = {
  'every key': [
    ['x due:2027-01-10', 'due=2027-01-10'],
    ['x due:T-45d', 'due=T-45d'],
    ['x due:T', 'due=T'],
    ['x for:@sam', 'for=sam'],
    ['x for:@sales', 'for=sales'],
    ['x sla:30min', 'sla=30min'],
    ['x goal:leads', 'goal=leads'],
    ['x makes:brochure uses:price-list', 'makes=brochure uses=price-list'],
    ['x id:print after:copy', 'id=print after=copy'],
    // `_` at the end is the id's own, unless it closes an emphasis.
    ['x id:print_ after:copy_,a__', 'id=print_ after=copy_,a__'],
    ['x (id:print_).', 'id=print_'],
    ['_x id:print_ y', 'id=print'],
    ['__x id:print__ y', 'id=print'],
    ['**x id:print_**', 'id=print_'],
    ['x due:2027-01-10_', 'due=2027-01-10'],
    ['x help:@lee', 'help=lee'],
    ['x consult:@a inform:@c', 'consult=a inform=c'],
    ['x every:monday', 'every=monday'],
  ],
  'any order and place': [
    ['due:T x id:y z for:@sam', 'due=T id=y for=sam'],
    ['due:T', 'due=T'],
    ['x (due:T)', 'due=T'],
    ['x [due:T], y', 'due=T'],
    ['x **due:T**', 'due=T'],
    ['x\n  due:T\n  id:y', 'due=T id=y'],
    ['x due:T due:T+1d', 'due=T due=T+1d'],
  ],
  'several values': [
    ['x for:@a,@b', 'for=a,b'],
    ['x for:a,b', 'for=a,b'],
    ['x goal:leads,speed', 'goal=leads,speed'],
    ['x makes:a,b uses:c,d', 'makes=a,b uses=c,d'],
    ['x after:print,copy', 'after=print,copy'],
    ['x help:@a,@b consult:@a,@b inform:@c,@d', 'help=a,b consult=a,b inform=c,d'],
    ['x for:@a, and y', 'for=a'],
    ['x for:@a,@b, and y', 'for=a,b'],
    ['x for:@a, @b', 'for=a'],
    // A key that takes one value takes all of it, so that its rule can say what is wrong.
    ['x due:T,T+1d', 'due=T,T+1d'],
  ],
  'quotes': [
    ['x goal:"more leads"', 'goal=more leads'],
    ['x goal:"a, b",c', 'goal=a, b,c'],
    ['x due:"2027-01-10"', 'due=2027-01-10'],
    ['x for:"Sam Cole",@lee', 'for=Sam Cole,lee'],
    ['x goal:""', 'goal='],
    ['x goal:"open', ''],
    ['x goal:“curly”', 'goal=“curly”'],
  ],
  'what ends a value': [
    ['x due:T. y', 'due=T'],
    ['x due:T, y', 'due=T'],
    ['x due:T; y', 'due=T'],
    ['x due:T! y', 'due=T'],
    ["x for:@sam's team", 'for=sam'],
    ['x for:@sam.', 'for=sam'],
    ['x for:@org/team', 'for=org/team'],
    ['x for:@amy.waller', 'for=amy.waller'],
    ['x due:2027-01-10<!-- c -->', 'due=2027-01-10'],
    ['x due:T<br>y', 'due=T'],
  ],
  'what no token is': [
    ['x due: T', ''],
    ['x due:', ''],
    ['x Due:T', ''],
    ['x DUE:T', ''],
    ['x overdue:T', ''],
    ['x foo:bar', ''],
    ['x due :T', ''],
    ['x -due:T', ''],
    ['x @due:T', ''],
    ['-due:T', ''],
    ['/due:T', ''],
    ['x `due:T`', ''],
    ['x <!-- due:T -->', ''],
    ['x https://x.example/?due:T', ''],
    ['x [y](due:T)', ''],
    ['x for:@', ''],
    ['x constructor:y __proto__:z', ''],
  ],
  'placeholders are kept as they stand': [
    ['x for:@tbd', 'for=tbd'],
    ['x for:@____', 'for=____'],
    ['x for:@<name>', 'for=<name>'],
    ['x due:[DATE]', 'due=[DATE]'],
    ['x (due:[DATE])', 'due=[DATE]'],
    ['x due:(DATE', 'due=(DATE'],
    ['x due:]', ''],
    ['x due:TBD', 'due=TBD'],
  ],
};

describe('tokens', () => {
  for (const [what, cases] of Object.entries(CASES)) {
    describe(what, () => {
      for (const [text, tokens] of cases) {
        it(text.replaceAll('\n', '⏎'), () => {
          assert.equal(tokensIn(text), tokens);
        });
      }
    });
  }

  it('have the range of key and value, and of each value with its @ but without quotes', () => {
    const playbook = parse('- [ ] x\n  for:@sam,"Lee Roy" due:T, y\n');
    const tokens = tasksOf(playbook).flatMap((t) => t.words.tokens);
    assert.deepEqual(
      tokens.map((t) => [t.range, ...t.values.map((v) => v.range)].map((r) => playbook.lines.slice(r))),
      [
        ['for:@sam,"Lee Roy"', '@sam', 'Lee Roy'],
        ['due:T', 'T'],
      ],
    );
  });

  it('stand in headings too', () => {
    const heading = parse('## Booth due:T-3d goal:leads,"new pipeline"').blocks[0];
    assert.ok(heading?.kind === 'heading');
    assert.deepEqual(
      heading.words.tokens.map((t) => [t.key, ...t.values.map((v) => v.text)]),
      [
        ['due', 'T-3d'],
        ['goal', 'leads', 'new pipeline'],
      ],
    );
  });
});

describe('tags', () => {
  const CASES: readonly (readonly [text: string, tags: string])[] = [
    ['x #print #fair-2027', 'print, fair-2027'],
    ['#print x', 'print'],
    ['x (#print)', 'print'],
    ['x #print, y', 'print'],
    ['x #print.', 'print'],
    ['x #a/b #a_b #größe #東京', 'a/b, a_b, größe, 東京'],
    ['x #12 a#b C# # x##y', ''],
    ['x #2027q1', '2027q1'],
    ['x `#print` https://x.example/#print [y](#print)', ''],
  ];
  for (const [text, tags] of CASES) {
    it(text, () => {
      assert.equal(
        taskWords(text)
          .tags.map((t) => t.name)
          .join(', '),
        tags,
      );
    });
  }
});

describe('closed sets of values', () => {
  const check = (what: string, is: (text: string) => boolean, yes: string, no: readonly string[]) => {
    for (const text of yes.split(' ')) {
      it(`${what} takes ${text}`, () => {
        assert.equal(is(text), true);
      });
    }
    for (const text of no) {
      it(`${what} does not take "${text}"`, () => {
        assert.equal(is(text), false);
      });
    }
  };
  check('sla:', isDuration, '30min 24h 8bh 2d 2bd 1w 1h', [
    '',
    '24',
    'h',
    '0h',
    '24 h',
    '1.5h',
    '-1h',
    '24H',
    '1m',
    '1month',
    '2bw',
    'T-1d',
    '24hours',
  ]);
  check(
    'every:',
    isInterval,
    'day weekday week 2weeks month quarter year monday tuesday wednesday thursday friday saturday sunday',
    ['', 'days', '3weeks', 'Monday', 'mon', 'daily', 'week,month', 'never', 'constructor'],
  );
  check('due:', (t) => parseDue(t) !== undefined, '2027-01-10 T T-45d T+2w T-10bd T+0d T-1d t-1d', [
    '',
    '2027-1-10',
    '2027-13-01',
    '2027-02-29',
    '2027-02-30',
    '2027-00-10',
    '2027-xx-xx',
    '10.01.2027',
    '01/10/2027',
    'tomorrow',
    'TBD',
    'T-',
    'T-45',
    'T45d',
    'T-45m',
    'T--1d',
    'T - 1d',
    'T-1.5d',
    '2027-01-10T10:00',
    ' 2027-01-10',
  ]);
});
