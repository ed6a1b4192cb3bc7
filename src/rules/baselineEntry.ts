import type { ProblemPlace } from './problemPlace.ts';

/** Problems of one rule at one place that have been recorded, to be told no more. */
export interface BaselineEntry extends ProblemPlace {
  readonly rule: string;
  /** Of the file, relative to the folder of the baseline, with `/`. */
  readonly path: string;
  /** How many of them there are, 1 or more: two tasks of a section may read alike. */
  readonly count: number;
}
