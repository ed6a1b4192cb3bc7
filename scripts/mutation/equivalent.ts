/** A mutant that behaves as the original does, so that no test can notice it, and why. */
export interface Equivalent {
  readonly file: string;
  /** The line it stands on, without the white space around it. */
  readonly source: string;
  /** As the report shows it. */
  readonly change: string;
  /** When the line has several that are alike: which, counted from 0. */
  readonly nth?: number;
  readonly why: string;
}

export const EQUIVALENT: readonly Equivalent[] = [];
