import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { shapes } from '../../scripts/bench/shapes/all.ts';
import { stagesOf } from '../../scripts/bench/shapes/stages.ts';
import { StepCounter, total, type Steps } from '../../scripts/bench/shapes/steps.ts';

/** Large enough that what grows faster than the text shows among what grows with it. */
const SIZE = 1000;
const TIMES = 4;
/** How much more than in proportion to the text the steps may grow: less than `TIMES`, which would be quadratic. */
const SLACK = 1.5;

/**
 * Shapes whose steps grow faster at first, up to a bound: a hundred words of a file are looked up among all names
 * (`MOST_SUGGESTIONS`), repairs go on for so many rounds, broken YAML is taken apart down to 24 levels, and a longer key may have more slips. They are
 * held to it where it is reached.
 */
const BOUNDED: Readonly<Record<string, number>> = {
  afterUnknown: 16000,
  yamlKeys: 4000,
  yamlAt: 4000,
  yamlAliases: 4000,
  yamlAliasesUnknown: 4000,
  yamlTextMany: 4000,
  yamlQuotesOpenMany: 4000,
  yamlIndent: 6000,
  rosterRefsNear: 6000,
  rosterGoalsUnknown: 6000,
  rosterAssetsUnknown: 6000,
  rosterUnknown: 6000,
  rosterNames: 6000,
};

describe('the steps that a text takes grow with its size, not faster', () => {
  const counter = new StepCounter();
  after(() => {
    counter.end();
  });

  for (const [name, shape] of Object.entries(shapes)) {
    it(name, () => {
      const size = BOUNDED[name] ?? SIZE;
      const [small, large] = [size, size * TIMES].map((n) => {
        const characters = shape.playbook(n).length + (shape.roster?.(n).length ?? 0);
        const steps = counter.count(() => {
          for (const { run } of stagesOf(shape, n)) run();
        });
        return { characters, steps };
      });
      assert.ok(small && large);
      const growth = large.characters / small.characters;
      const ratio = total(large.steps) / total(small.steps) / growth;
      assert.ok(
        ratio <= SLACK,
        `${ratio.toFixed(2)} times the steps for each character in a text ${growth.toFixed(1)} times as long:\n` +
          fastest(small.steps, large.steps, growth),
      );
    });
  }

  it('a loop within a loop is found', () => {
    const runs = [100, 400].map((n) =>
      total(
        counter.count(() => {
          pairs(n);
        }),
        '/test/bench/',
      ),
    );
    assert.ok((runs[1] ?? 0) / (runs[0] ?? 1) > 4 * SLACK);
  });
});

function pairs(n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) sum += i ^ j;
  return sum;
}

/** The files in which the steps grew most. */
function fastest(small: Steps, large: Steps, growth: number): string {
  return [...large]
    .filter(([url]) => url.includes('/src/'))
    .map(([url, count]) => ({ url, count, ratio: count / Math.max(1, small.get(url) ?? 0) / growth }))
    .filter(({ ratio }) => ratio > SLACK)
    .sort((a, b) => b.count - a.count)
    .slice(0, 5)
    .map(({ url, count, ratio }) => `${url.slice(url.indexOf('/src/') + 1)}: ${ratio.toFixed(1)} (${count})`)
    .join('\n');
}
