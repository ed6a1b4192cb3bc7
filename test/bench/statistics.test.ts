/** The numbers on docs/performance.md are worked out as it says. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from '../fastCheck.ts';
import { Random } from '../../scripts/bench/random.ts';
import { quantile, ratios, spread } from '../../scripts/bench/stats.ts';

describe('quantiles', () => {
  it('of values that are easily counted', () => {
    const upTo100 = Array.from({ length: 101 }, (_, i) => 100 - i);
    assert.equal(quantile(upTo100, 0.5), 50);
    assert.equal(quantile(upTo100, 0.95), 95);
  });

  it('between two values lie where the share says', () => {
    assert.equal(quantile([10, 20], 0.5), 15);
    assert.equal(quantile([10, 20], 0.9), 19);
  });

  it('compare numbers, not texts', () => {
    assert.deepEqual(spread([9, 100, 20]), { median: 20, min: 9, max: 100 });
  });

  it('leave the measurements in their order', () => {
    const times = [3, 1, 2];
    spread(times);
    assert.deepEqual(times, [3, 1, 2]);
  });

  it('of nothing are refused', () => {
    assert.throws(() => quantile([], 0.5), RangeError);
  });

  it('rise with the share and stay between the ends', () => {
    const values = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1 });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(values, share, share, (all, a, b) => {
        const [lower, upper] = a < b ? [a, b] : [b, a];
        const { min, max } = spread(all);
        // Interpolating rounds in the last place.
        const slack = max * 1e-9;
        assert.ok(quantile(all, lower) <= quantile(all, upper) + slack);
        assert.ok(quantile(all, lower) >= min - slack && quantile(all, upper) <= max + slack);
      }),
    );
  });
});

describe('ratios', () => {
  it('are taken pair by pair, so that a slow minute counts on both sides', () => {
    assert.deepEqual(ratios([20, 400, 30], [10, 200, 15]), [2, 2, 2]);
  });

  it('need as many on either side', () => {
    assert.throws(() => ratios([1, 2], [1]), RangeError);
  });
});

describe('chance', () => {
  it('repeats itself with the same seed, and differs with another', () => {
    const row = (seed: number): number[] => {
      const random = new Random(seed);
      return Array.from({ length: 20 }, () => random.next());
    };
    assert.deepEqual(row(1), row(1));
    assert.notDeepEqual(row(1), row(2));
  });

  it('reaches both ends of a span and nothing beyond', () => {
    const random = new Random(3);
    const seen = new Set(Array.from({ length: 500 }, () => random.between(2, 5)));
    assert.deepEqual([...seen].sort(), [2, 3, 4, 5]);
  });
});
