/** What the parts of a run tell each other. */

/** Names the file that holds the sources with their mutants in them. */
export const SOURCES_VARIABLE = 'MUTATION_SOURCES';

/** A test by its file and its place in it. */
export interface TestId {
  readonly file: string;
  readonly index: number;
}

/** What one test comes by when nothing is changed, and how long it takes. */
export interface Footprint extends TestId {
  readonly name: string;
  readonly ms: number;
  /** Numbers of mutants, and marks of source files, which are negative. */
  readonly reached: readonly number[];
}

export interface Coverage {
  readonly tests: readonly Footprint[];
  /** Mutants that are come by while a test file is loaded, before any of its tests runs. */
  readonly whileLoading: Readonly<Record<string, readonly number[]>>;
  /** Tests that fail by themselves, and so say nothing of a mutant. */
  readonly failing: readonly string[];
}

/** Asked of a worker. */
export type Job =
  | { readonly kind: 'cover'; readonly files: readonly string[] }
  | { readonly kind: 'try'; readonly id: number; readonly tests: readonly TestId[] }
  /** From the first line on: what is made while a file is loaded is made with the mutant. */
  | { readonly kind: 'tryFromStart'; readonly id: number; readonly files: readonly FileTests[] };

export interface FileTests {
  readonly file: string;
  readonly tests: readonly number[];
}

/** Said by a worker. */
export type Answer =
  | { readonly kind: 'loading'; readonly file: string }
  | { readonly kind: 'at'; readonly test: TestId }
  | { readonly kind: 'covered'; readonly coverage: Coverage }
  | { readonly kind: 'killed'; readonly by: string; readonly why: string }
  | { readonly kind: 'survived' }
  /** A test that passed before fails with no mutant on: something was left behind, and the process is of no more use. */
  | { readonly kind: 'spoilt'; readonly by: string };
