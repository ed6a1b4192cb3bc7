import type { InputKind } from './inputs.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';

/** What a property is given. */
export interface Trial {
  readonly text: string;
  readonly random: Random;
  readonly world: World;
  /** Counts what was checked. `edits` are those whose result was read back and compared. */
  readonly count: (what: string, amount?: number) => void;
}

/** What must hold for every text. It throws where it does not. */
export interface Property {
  readonly name: string;
  /** Of which texts: playbooks with every kind of front matter, or rosters. */
  readonly of: 'playbooks' | 'rosters';
  /** The share of texts it is tried with: costly ones are tried with fewer. */
  readonly share: number;
  readonly check: (trial: Trial) => void;
}

export function isFor({ of }: Property, kind: InputKind): boolean {
  return (of === 'rosters') === (kind === 'roster');
}
