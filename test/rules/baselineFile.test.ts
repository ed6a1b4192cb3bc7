import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from '../fastCheck.ts';
import { Baseline } from '../../src/rules/baseline.ts';
import type { BaselineEntry } from '../../src/rules/baselineEntry.ts';
import { formatBaseline, parseBaseline } from '../../src/rules/baselineFile.ts';
import { formatMessage } from '../../src/text/message.ts';

const PRINT: BaselineEntry = {
  path: 'eu/fair.playbook.md',
  section: ['Fair', 'Booth'],
  text: 'Print 500 "copies"',
  rule: 'owner-missing',
  count: 1,
};

const TEXT = `{
  "version": 1,
  "problems": [
    { "path": "a.playbook.md", "section": [], "text": "Call", "rule": "due-overdue", "count": 2 },
    { "path": "eu/fair.playbook.md", "section": ["Fair", "Booth"], "text": "Print 500 \\"copies\\"", "rule": "owner-missing" }
  ]
}
`;

const read = (text: string): Baseline => {
  const baseline = parseBaseline(text);
  assert.ok(baseline instanceof Baseline, JSON.stringify(baseline));
  return baseline;
};

describe('the file of a baseline', () => {
  it('has one problem a line, sorted', () => {
    const call = {
      ...PRINT,
      path: 'a.playbook.md',
      section: [],
      text: 'Call',
      rule: 'due-overdue',
      count: 2,
    };
    assert.equal(formatBaseline(new Baseline([PRINT, call])), TEXT);
    assert.equal(formatBaseline(read(TEXT)), TEXT);
  });

  it('says that nothing is recorded', () => {
    assert.equal(formatBaseline(Baseline.empty), '{\n  "version": 1,\n  "problems": []\n}\n');
  });

  it('keeps a file together, whatever else its name begins', () => {
    const paths = ['a/b.md', 'a.md', 'a/b.md.playbook.md', 'B.md'].map((path) => ({ ...PRINT, path }));
    const order = [...formatBaseline(new Baseline(paths)).matchAll(/"path": "(.*?)"/g)].map((m) => m[1]);
    assert.deepEqual(order, ['B.md', 'a.md', 'a/b.md', 'a/b.md.playbook.md']);
  });

  it('is read with a byte order mark, other line ends and keys that we do not know', () => {
    const text = `\ufeff${TEXT.replaceAll('\n', '\r\n').replace('"version"', '"note": "x", "version"')}`;
    assert.equal(read(text).entries.length, 2);
  });

  it('means one problem by the lines of two branches that say the same', () => {
    const line = '{ "path": "a", "section": [], "text": "t", "rule": "r", "count": 2 }';
    const text = `{ "version": 1, "problems": [${line}, ${line.replace('2', '3')}, ${line.replace(', "count": 2', '')}] }`;
    assert.deepEqual(
      read(text).entries.map((e) => e.count),
      [3],
    );
  });

  it('reads back as it was written', () => {
    const word = fc.string({ unit: 'grapheme', maxLength: 8 }).filter((s) => !/[\0\u0001]/.test(s));
    const entry = fc.record(
      {
        path: word,
        section: fc.array(word, { maxLength: 3 }),
        text: word,
        rule: word,
        count: fc.integer({ min: 1, max: 5 }),
      },
      { noNullPrototype: true },
    );
    const key = ({ path, section, text, rule }: BaselineEntry) => JSON.stringify([path, section, text, rule]);
    fc.assert(
      fc.property(fc.uniqueArray(entry, { selector: key, maxLength: 8 }), (entries) => {
        const text = formatBaseline(new Baseline(entries));
        const again = read(text);
        assert.equal(formatBaseline(again), text);
        const sorted = (all: readonly BaselineEntry[]) => [...all].sort((a, b) => (key(a) < key(b) ? -1 : 1));
        assert.deepEqual(sorted(again.entries), sorted(entries));
      }),
      { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 300) },
    );
  });
});

describe('a baseline that cannot be used', () => {
  const CASES: readonly (readonly [name: string, text: string, line: number, says: RegExp])[] = [
    ['nothing', '', 1, /^This is not JSON: .*\. Take the file back from Git, or delete it/],
    ['half of it', TEXT.slice(0, 80), 4, /^This is not JSON/],
    ['a comma too many', '{\n  "version": 1,\n  "problems": [],\n}\n', 4, /^This is not JSON/],
    [
      'a merge',
      `{\n  "version": 1,\n<<<<<<< HEAD\n=======\n>>>>>>> x\n`,
      3,
      /^Two branches have changed this file/,
    ],
    ['a later version', '{ "version": 2 }', 1, /written by a newer version\. Update/],
    ['no version', '{ "problems": [] }', 1, /^This is no baseline: it needs "version": 1/],
    ['a list', '[]', 1, /^This is no baseline/],
    ['null', 'null', 1, /^This is no baseline/],
    ['problems that are no list', '{ "version": 1, "problems": {} }', 1, /^This is no baseline/],
    [
      'no text',
      TEXT.replace('"text": "Call", ', ''),
      1,
      /^Problem 1 of this baseline cannot be read: "text" is missing/,
    ],
    ['a section that is no list', TEXT.replace('["Fair", "Booth"]', '"Fair"'), 1, /^Problem 2 .*: "section"/],
    ['a rule that is no word', TEXT.replace('"due-overdue"', '1'), 1, /^Problem 1 .*: "rule"/],
    ['half a problem', TEXT.replace('"count": 2', '"count": 0.5'), 1, /^Problem 1 .*: "count"/],
    ['a problem and a half', TEXT.replace('"count": 2', '"count": 1.5'), 1, /^Problem 1 .*: "count"/],
    ['a number in words', TEXT.replace('"count": 2', '"count": "2"'), 1, /^Problem 1 .*: "count"/],
    ['none of a problem', TEXT.replace('"count": 2', '"count": 0'), 1, /^Problem 1 .*: "count"/],
    ['a problem that is a word', '{ "version": 1, "problems": ["x"] }', 1, /^Problem 1 .*: "path"/],
  ];
  for (const [name, text, line, says] of CASES) {
    it(name, () => {
      const flaw = parseBaseline(text);
      assert.ok(!(flaw instanceof Baseline));
      assert.match(formatMessage(flaw.message), says);
      assert.match(formatMessage(flaw.message), /anew\.$/);
      // Not every engine says where JSON breaks.
      if (flaw.line > 0 || line > 1) assert.equal(flaw.line + 1, line);
    });
  }

  it('is never a reason to crash', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.string(),
          fc.nat(TEXT.length).map((n) => TEXT.slice(n)),
        ),
        (text) => {
          const result = parseBaseline(text);
          assert.ok(result instanceof Baseline || result.line >= 0);
        },
      ),
    );
  });
});
