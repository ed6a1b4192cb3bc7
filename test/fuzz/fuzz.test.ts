/**
 * A bounded share of `npm run fuzz`: the same texts in every run. A seed that failed once is tried for ever
 * (`pinned.test.ts`).
 */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Campaign } from './campaign.ts';
import { properties } from './properties.ts';

const SEEDS = 3000;
const SHARES = 10;

describe('texts that nobody would think of', () => {
  const checked = new Set<string>();
  for (let share = 0; share < SHARES; share++) {
    it(`${share + 1} of ${SHARES}`, () => {
      const campaign = new Campaign();
      for (let seed = 1 + share; seed <= SEEDS; seed += SHARES) campaign.try(seed);
      const { failures, checks } = campaign.report();
      assert.deepEqual(failures, []);
      for (const name of Object.keys(checks)) checked.add(name);
    });
  }

  it('leave no property out', () => {
    assert.deepEqual([...checked].sort(), properties.map((p) => p.name).sort());
  });
});
