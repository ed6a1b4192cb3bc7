import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { mutantsOf } from './candidates.ts';
import { SWITCH, instrument } from './instrument.ts';
import { changeOf, keyOf } from './mutant.ts';
import type { Footprint } from './plan.ts';
import { report } from './report.ts';
import { sample } from './sample.ts';
import { Scheduler } from './schedule.ts';

const FILE = 'src/syntax/made.ts';

const changes = (text: string) => mutantsOf(FILE, text).map(changeOf);

void describe('mutants of a source', () => {
  void it('are what a slip would make of it', () => {
    const made: readonly (readonly [string, readonly string[]])[] = [
      ['x = a < b;', ['x = a < b; → (dropped)', 'a < b → a <= b', 'a < b → a >= b']],
      ['const x = a && b || c;', ['a && b || c → (a && b) && c', 'a && b → a || b']],
      ['const x = a ?? b;', ['a ?? b → a']],
      ['const x = !a;', ['!a → a']],
      ['const x = 1;', ['1 → 2']],
      ["const x = 'a';", ["'a' → ''"]],
      ["const x = '';", ["'' → 'mutated'"]],
      ['const x = [a];', ['[a] → []']],
      ['const x = a?.b?.[c].d;', ['a?.b?.[c].d → a?.b[c].d', 'a?.b?.[c].d → a.b?.[c].d']],
      ['const x = a.trim().every(f);', ['a.trim().every(f) → a.trim().some(f)', 'a.trim() → a']],
      ['if (a) b();', ['a → true', 'a → false', 'b(); → (dropped)']],
      ['function f() { return a; }', ['a → undefined']],
    ];
    for (const [text, expected] of made) assert.deepEqual(changes(text), expected, text);
  });

  void it('leave types, imports and what people read alone', () => {
    for (const text of [
      "import x from 'y';",
      "type A = 'b' | 1;",
      "interface A { b: 'c' }",
      "const x = f<'a'>;",
      "const summary = 'Gone';",
      "const x = { messages: { gone: 'Gone' } };",
      "const x = 'Nobody owns it';",
      'const x = `Nobody owns ${it}`;',
      'const { length: n } = x;',
      'const x = f(a);',
    ])
      assert.deepEqual(changes(text), [], text);
  });

  void it('keep their names when other lines change, and none have the same', () => {
    const text = 'const a = b < c;\nconst d = 1 + 1;\n';
    const keys = mutantsOf(FILE, text).map(keyOf);
    assert.equal(new Set(keys).size, keys.length);
    assert.deepEqual(mutantsOf(FILE, `const z = y;\n\n${text}`).map(keyOf), keys);
  });
});

void describe('a sample', () => {
  const text = Array.from({ length: 40 }, (_, i) => `const a${i} = b${i} < c;`).join('\n');
  const drawn = (source: string, seed: number) => sample(mutantsOf(FILE, source), seed, 20).map(keyOf);

  void it('is the same for a seed, and another for another', () => {
    assert.deepEqual(drawn(text, 1), drawn(text, 1));
    assert.notDeepEqual(drawn(text, 1), drawn(text, 2));
  });

  void it('loses no more than the mutants of a line that changes', () => {
    const changed = text.replace('b7 < c', 'b7 < d');
    const before = new Set(drawn(text, 1));
    const others = drawn(changed, 1).filter((key) => !before.has(key));
    assert.ok(others.length <= mutantsOf(FILE, 'const a = b < c;').length, others.join('\n'));
  });
});

void describe('a source with mutants in it', () => {
  const text = `
    function sign(n: number): string {
      if (n < 0) log.push('below');
      else if (n === 0) log.push('none');
      for (const word of words?.filter((w) => w.length > 1) ?? []) {
        if (word === 'stop') break;
        log.push(word);
      }
      return n >= 0 ? '+' : '-';
    }
    for (const n of [-1, 0, 1]) log.push(sign(n));
  `;
  const switches = mutantsOf(FILE, text).map((mutant, i) => ({ id: i + 1, mutant }));
  const run = (source: string, on: number, reached = new Set<number>()): string => {
    const isOn = (id: number) => {
      reached.add(id);
      return id === on;
    };
    const log: unknown[] = [];
    const script = ts.transpile(source, { target: ts.ScriptTarget.ES2023 });
    // The sources under test are made here, a few lines above.
    // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
    new Function(SWITCH, 'log', 'words', script)(isOn, log, ['a', 'be', 'stop', 'more']);
    return log.join(' ');
  };
  const all = instrument(text, switches, -7);

  void it('behaves as before while all are asleep, and says what is come by', () => {
    const reached = new Set<number>();
    assert.equal(run(all, 0, reached), run(text, 0));
    assert.ok(reached.has(-7));
    assert.ok(switches.every(({ id }) => reached.has(id)));
  });

  void it('behaves as if one were written there while that one is awake', () => {
    const outcome = (work: () => string): string => {
      try {
        return work();
      } catch (error) {
        return String(error);
      }
    };
    let differing = 0;
    for (const { id, mutant } of switches) {
      const written = text.slice(0, mutant.start) + mutant.mutated + text.slice(mutant.end);
      const expected = outcome(() => run(written, 0));
      assert.equal(
        outcome(() => run(all, id)),
        expected,
        changeOf(mutant),
      );
      if (expected !== run(text, 0)) differing += 1;
    }
    assert.ok(differing > switches.length / 2);
  });

  void it('keeps its lines', () => {
    assert.equal(all.split('\n').length, text.split('\n').length);
  });
});

void describe('the tests that try a mutant', () => {
  const footprint = (file: string, index: number, ms: number, reached: number[]): Footprint => ({
    ...{ file, index, ms, reached },
    name: `${file} ${index}`,
  });
  const near = 'test/syntax/a.test.ts';
  const far = 'test/cli/b.test.ts';
  const [inFunction, constant] = mutantsOf(FILE, 'const f = () => 1;\nconst a = 2;\n');
  const tests = (mutant: typeof constant, id: number, mark = -1) => {
    assert.ok(mutant);
    return scheduler.schedulesOf({ id, mutant }, mark);
  };
  const scheduler = new Scheduler({
    tests: [
      footprint(far, 0, 2, [1, -1]),
      footprint(far, 1, 3, []),
      footprint(near, 0, 4, [1, -1]),
      footprint(near, 1, 100_000, [1]),
      footprint(near, 2, 1, [2]),
    ],
    whileLoading: { [near]: [2, 3], [far]: [] },
    failing: [],
  });

  void it('are those that come by it, quick ones and those beside it first, and not for ever', () => {
    assert.deepEqual(tests(inFunction, 1), [
      {
        job: {
          kind: 'try',
          id: 1,
          tests: [
            { file: near, index: 0 },
            { file: far, index: 0 },
          ],
        },
        leftOut: 1,
      },
    ]);
  });

  void it('are those of the whole file when it is come by while loading', () => {
    const [, fromStart] = tests(inFunction, 2);
    assert.deepEqual(fromStart?.job, { kind: 'tryFromStart', id: 2, files: [{ file: near, tests: [2, 0] }] });
  });

  void it('load a constant anew, wherever its file is entered', () => {
    const [fromStart] = tests(constant, 3);
    assert.deepEqual(fromStart?.job, {
      kind: 'tryFromStart',
      id: 3,
      files: [
        { file: near, tests: [2, 0] },
        { file: far, tests: [0, 1] },
      ],
    });
  });

  void it('are none when none comes by', () => {
    assert.deepEqual(tests(inFunction, 9, -9), []);
  });
});

void describe('the report', () => {
  void it('counts what is noticed, and names what is not', () => {
    const [first, second, third] = mutantsOf(FILE, 'const x = a < b && c;');
    assert.ok(first && second && third);
    const text = report(
      [
        { mutant: first, result: { is: 'killed', by: 'a test', why: 'it fails' } },
        { mutant: second, result: { is: 'survived', leftOut: 0 } },
        { mutant: third, result: undefined },
      ],
      [],
    );
    assert.match(text, /^Survived \(1\):\n {2}src\/syntax\/made\.ts:1 boundary: a < b → a <= b$/m);
    assert.match(text, /^50\.0 % noticed: 1 killed and 0 timed out of 2; 1 survived/m);
    assert.match(text, /1 not tried yet\.$/);
  });
});
