import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from '../fastCheck.ts';
import { findCircles } from '../../src/rules/circles.ts';

/** `a>b b>c`: steps between nodes named by letters. */
function circles(steps: string): string[] {
  const pairs = steps.split(' ').map((s) => s.split('>'));
  const nodes = new Set(pairs.flat());
  const next = (node: string) => pairs.filter(([from]) => from === node).map(([, to]) => to ?? '');
  return findCircles(nodes, next).map((c) => c.join(''));
}

describe('circles', () => {
  const CASES: readonly (readonly [steps: string, expected: readonly string[]])[] = [
    ['a>b b>c', []],
    ['a>b a>c b>d c>d', []],
    ['a>a', ['a']],
    ['a>b b>a', ['ab']],
    ['x>a a>b b>c c>a', ['abc']],
    ['a>b b>a c>d d>c', ['ab', 'cd']],
    // Two circles that share a node are one group: the shorter way through the first node is shown.
    ['a>b b>c c>a b>a', ['ab']],
    ['a>b b>b', ['b']],
  ];
  for (const [steps, expected] of CASES) {
    it(steps, () => {
      assert.deepEqual(circles(steps), expected);
    });
  }

  it('finds one exactly where there is one, and each is a true one', () => {
    const graph = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 20 });
    fc.assert(
      fc.property(graph, (pairs) => {
        const nodes = Array.from({ length: 10 }, (_, i) => i);
        const next = (n: number) => pairs.filter(([from]) => from === n).map(([, to]) => to);
        const found = findCircles(nodes, next);
        for (const circle of found) {
          assert.equal(new Set(circle).size, circle.length);
          for (const [i, node] of circle.entries())
            assert.ok(next(node).includes(circle[(i + 1) % circle.length] ?? -1));
        }
        assert.equal(found.length > 0, hasCircle(nodes, next));
      }),
    );
  });

  it('walks a chain of a hundred thousand, and the circle that closes it', () => {
    const nodes = Array.from({ length: 100_000 }, (_, i) => i);
    assert.deepEqual(
      findCircles(nodes, (n) => [n + 1].filter((m) => m < nodes.length)),
      [],
    );
    assert.equal(findCircles(nodes, (n) => [(n + 1) % nodes.length])[0]?.length, nodes.length);
  });
});

/** Takes nodes away that lead nowhere until none is left, or only circles and what leads to them. */
function hasCircle(nodes: readonly number[], next: (n: number) => readonly number[]): boolean {
  const left = new Set(nodes);
  for (let before = -1; before !== left.size;) {
    before = left.size;
    for (const node of left) if (!next(node).some((m) => left.has(m))) left.delete(node);
  }
  return left.size > 0;
}
