/** The middle and both ends of a row of measurements, in their unit. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/**
 * The value below which a share of all values lies, interpolated between neighbors (the usual "type 7" definition).
 * @param share from 0 (the smallest value) to 1 (the largest)
 * @throws RangeError for no values, of which there is no smallest
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)];
  const above = sorted[Math.ceil(at)];
  if (below === undefined || above === undefined) throw new RangeError('no values to take a quantile of');
  return below + (above - below) * (at - Math.floor(at));
}

export function spread(values: readonly number[]): Spread {
  return { median: quantile(values, 0.5), min: quantile(values, 0), max: quantile(values, 1) };
}

/**
 * How many times `others` is `bases`, pair by pair. The two of a pair ran right behind one another, so that whatever
 * else the machine was doing slowed down both.
 * @throws RangeError when they are not pairs
 */
export function ratios(others: readonly number[], bases: readonly number[]): number[] {
  if (others.length !== bases.length) throw new RangeError('not as many values on either side');
  return others.map((other, i) => other / (bases[i] ?? Number.NaN));
}
