import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { append, largest } from '../../src/text/lists.ts';

/** More than a call takes arguments. */
const MANY = 1_000_000;

describe('lists of any length', () => {
  it('append', () => {
    const list = [7];
    append(
      list,
      Array.from({ length: MANY }, (_, i) => i),
    );
    assert.equal(list.length, MANY + 1);
    assert.deepEqual([list[0], list[1], list.at(-1)], [7, 0, MANY - 1]);
  });

  it('the largest number', () => {
    const numbers = Array.from({ length: MANY }, (_, i) => (i === 5 ? MANY : i % 1000));
    assert.equal(largest(numbers, 0), MANY);
    assert.equal(largest([3, 1], 8), 8);
    assert.equal(largest([], 0), 0);
    assert.equal(largest([-3, -1], -Infinity), -1);
  });
});
