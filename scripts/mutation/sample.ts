import { createHash } from 'node:crypto';
import { type Mutant, keyOf } from './mutant.ts';

/**
 * So many mutants by chance, always the same ones for a seed. Each draws its own lot, so that a change of one line
 * exchanges the mutants of that line and no others.
 */
export function sample(mutants: readonly Mutant[], seed: number, count: number): Mutant[] {
  const lots = mutants.map((mutant) => ({
    mutant,
    lot: createHash('sha256')
      .update(`${seed}\u{1f}${keyOf(mutant)}`)
      .digest('hex'),
  }));
  lots.sort((a, b) => (a.lot < b.lot ? -1 : 1));
  return lots.slice(0, count).map(({ mutant }) => mutant);
}
