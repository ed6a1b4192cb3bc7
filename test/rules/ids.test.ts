import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { problemsOf, repaired, sentences, underlined } from './judged.ts';

describe('id-duplicate', () => {
  const CASES: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
    ['once', '- [ ] a id:x\n- [ ] b id:y\n', []],
    ['the later ones', '- [ ] a id:x\n- [ ] b id:x\n- [ ] c id:x\n', ['2: x', '3: x']],
    ['what is done is left alone', '- [x] a id:x\n- [x] b id:x\n', []],
    ['the one that is open', '- [ ] a id:x\n- [x] b id:x\n', ['1: x']],
    ['a copy of what is done', '- [x] a id:x\n- [ ] b id:x\n', ['2: x']],
    ['case counts', '- [ ] a id:x\n- [ ] b id:X\n', []],
    ['in a table', '| Task | Owner |\n| - | - |\n| a id:x | @m |\n| b id:x | @m |\n', ['4: x']],
    ['twice in one task', '- [ ] a id:x id:x\n', ['1: x']],
  ];
  for (const [name, text, expected] of CASES) {
    it(name, () => {
      assert.deepEqual(underlined(text, 'id-duplicate'), expected);
    });
  }

  it('points at the other one', () => {
    const [problem] = problemsOf('- [ ] a id:x\n- [ ] b id:x\n', 'id-duplicate');
    assert.deepEqual(
      problem?.related?.map((r) => r.range.start),
      [{ line: 0, character: 11 }],
    );
  });

  it('proposes names that are free', () => {
    const text = '- [ ] a id:x\n- [ ] b id:x\n- [ ] c id:x\n- [ ] d id:x-2\n';
    assert.equal(
      repaired(text, 'id-duplicate'),
      '- [ ] a id:x\n- [ ] b id:x-3\n- [ ] c id:x-4\n- [ ] d id:x-2\n',
    );
    assert.equal(repaired(text, 'id-duplicate', 'safe'), text);
  });
});

describe('after-unresolved', () => {
  const CASES: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
    ['resolved, even if it is done', '- [x] a id:x\n- [ ] b after:x\n', []],
    ['unknown', '- [ ] a id:x\n- [ ] b after:x,zebra\n', ['2: zebra']],
    ['not for what is done', '- [x] b after:zebra\n', []],
    ['left open', '- [ ] b after:tbd\n', []],
    ['case counts', '- [ ] a id:x\n- [ ] b after:X\n', ['2: X']],
    ['itself', '- [ ] a id:x after:x\n', ['1: x']],
    ['a circle, once', '- [ ] a id:x after:y\n- [ ] b id:y after:x\n', ['1: y']],
    ['what is done breaks it', '- [ ] a id:x after:y\n- [x] b id:y after:x\n', []],
    ['two circles', '- [ ] a id:x after:y\n- [ ] b id:y after:x\n- [ ] c id:z after:z\n', ['1: y', '3: z']],
    ['the first of two equal ids counts', '- [x] a id:x\n- [ ] b id:x after:x\n', []],
  ];
  for (const [name, text, expected] of CASES) {
    it(name, () => {
      assert.deepEqual(underlined(text, 'after-unresolved'), expected);
    });
  }

  it('names the whole circle and points at every step', () => {
    const text = '- [ ] Write @a id:x after:z\n- [ ] Read @b id:y after:x\n- [ ] Draw @c id:z after:y\n';
    assert.deepEqual(sentences(text, 'after-unresolved'), [
      'None of these tasks can start, as each waits for the next: "Write" → "Draw" → "Read" → "Write". Remove "after:" from one of them.',
    ]);
    const [problem] = problemsOf(text, 'after-unresolved');
    assert.deepEqual(
      problem?.related?.map((r) => r.range.start.line),
      [2, 1],
    );
  });

  it('repairs a slip without asking, and nothing that may be a name of its own', () => {
    const text = '- [ ] a id:text\n- [ ] b after:txet\n- [ ] c after:text-2\n';
    const safe = '- [ ] a id:text\n- [ ] b after:text\n- [ ] c after:text-2\n';
    assert.equal(repaired(text, 'after-unresolved', 'safe'), safe);
  });

  it('takes a chain of thousands in its stride', () => {
    const text = Array.from({ length: 5000 }, (_, i) => `- [ ] t id:t${i} after:t${(i + 1) % 5000}\n`).join(
      '',
    );
    assert.equal(problemsOf(text, 'after-unresolved').length, 1);
  });
});
