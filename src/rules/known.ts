import type { RuleId } from '../workspace/ruleIds.ts';
import type { Spot } from './rule.ts';

/** Problems that are not to be told. Asked while one file is judged once, in the order in which rules report. */
export interface Known {
  /** Whether a problem of a rule would be known there. */
  readonly has: (rule: RuleId, spot: Spot) => boolean;
  /** The same, and it counts: of two problems alike, one recorded, the first is known and the other one is not. */
  readonly take: (rule: RuleId, spot: Spot) => boolean;
}

/** Nothing is known, but each gap is told by itself and not as one of its section: only then can it be recorded. */
export const oneByOne: Known = { has: () => true, take: () => false };
