import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FOLDER } from './coverage.ts';
import { type Mutant, changeOf } from './mutant.ts';
import { EQUIVALENT, type Equivalent } from './equivalent.ts';

/** What became of a mutant. */
export type Result =
  | { readonly is: 'killed'; readonly by: string; readonly why: string }
  | { readonly is: 'timedOut'; readonly at: string }
  /** @property leftOut tests that come by it and did not run, as they take too long */
  | { readonly is: 'survived'; readonly leftOut: number }
  | { readonly is: 'uncovered' };

interface State {
  readonly fingerprint: string;
  readonly results: Readonly<Record<string, Result>>;
}

/** Results on disk, so that a run that was ended goes on where it was. */
export class Results {
  readonly #file: string;
  readonly #fingerprint: string;
  readonly #results: Map<string, Result>;
  /** Of results that were found with other tests than today's. */
  readonly taken: number;

  /**
   * @param name of the run
   * @param keepsKilled whether what other tests killed before counts: quick while tests are being added, which kill more
   *   and never less
   */
  constructor(name: string, print: string, keepsKilled: boolean) {
    this.#file = path.join(FOLDER, `${name}.results.json`);
    this.#fingerprint = print;
    const state = existsSync(this.#file)
      ? (JSON.parse(readFileSync(this.#file, 'utf8')) as State)
      : undefined;
    const isSame = state?.fingerprint === print;
    const kept = Object.entries(state?.results ?? {}).filter(
      ([, { is }]) => isSame || (keepsKilled && (is === 'killed' || is === 'timedOut')),
    );
    this.#results = new Map(kept);
    this.taken = isSame ? 0 : kept.length;
  }

  get(key: string): Result | undefined {
    return this.#results.get(key);
  }

  set(key: string, result: Result): void {
    this.#results.set(key, result);
    const state: State = { fingerprint: this.#fingerprint, results: Object.fromEntries(this.#results) };
    writeFileSync(`${this.#file}.new`, JSON.stringify(state));
    renameSync(`${this.#file}.new`, this.#file);
  }
}

export function equivalenceOf(mutant: Mutant): Equivalent | undefined {
  return EQUIVALENT.find(
    ({ file, source, change, nth = 0 }) =>
      mutant.file === file && mutant.source === source && changeOf(mutant) === change && mutant.nth === nth,
  );
}
