import type { Problem } from '../rules/rule.ts';
import type { Range } from '../text/range.ts';
import type { Coverage } from './coverage.ts';

export type Severity = Problem['severity'];

/** What `check` found, for a format to print. */
export interface Report {
  /** Made one after the other, as they are printed: to be gone through once. */
  readonly files: Iterable<FileReport>;
  /** Of the files that have been gone through. */
  readonly summary: () => Summary;
}

export interface FileReport {
  /** Relative to the current folder. */
  readonly path: string;
  readonly absolutePath: string;
  readonly problems: readonly PrintedProblem[];
}

export interface PrintedProblem {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** Zero-based, UTF-16. */
  readonly range: Range;
  /** The text of the line in which it begins. */
  readonly lineText: string;
  /** Other places that explain it: the other duplicate, the entry of the roster. */
  readonly related: readonly PrintedPlace[];
}

export interface PrintedPlace {
  /** Often of another file. */
  readonly absolutePath: string;
  readonly message: string;
  readonly range: Range;
}

export interface KnownCounts {
  /** Problems that were left out. */
  readonly problems: number;
  /** Open tasks without an owner among those that the coverage counts. */
  readonly unowned: number;
}

export interface Summary extends Coverage {
  /** Playbooks checked. */
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  /** Problems that are information or hints; they never fail a run. */
  readonly notes: number;
  /** What a baseline knows from before; absent where there is none. */
  readonly known?: KnownCounts;
}
