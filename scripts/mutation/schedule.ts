import { add, grouped } from './grouped.ts';
import type { Switch } from './instrument.ts';
import type { Coverage, Footprint, Job } from './plan.ts';

/** Tests beside the code most likely notice: they are tried as if they took this share of their time. */
const HOME_SHARE = 0.25;

/** No mutant is tried for longer than this by what its tests usually take. */
const MOST_MS = 10_000;

export interface Schedule {
  readonly job: Job;
  /** Tests that would have to run too, if there were more time. */
  readonly leftOut: number;
}

/** Which tests try a mutant, the likeliest first. */
export class Scheduler {
  readonly #byMark = new Map<number, Footprint[]>();
  readonly #loadedBy = new Map<number, string[]>();
  readonly #byFile: ReadonlyMap<string, readonly Footprint[]>;
  readonly #tests: readonly Footprint[];

  constructor({ tests, whileLoading }: Coverage) {
    this.#tests = tests;
    this.#byFile = grouped(tests, ({ file }) => file);
    for (const test of tests) for (const mark of test.reached) add(this.#byMark, mark, test);
    for (const [file, marks] of Object.entries(whileLoading)) {
      for (const mark of marks) add(this.#loadedBy, mark, file);
    }
  }

  /**
   * One job or two, to be done as long as the mutant survives; none when no test comes by it.
   * @param id of the mutant
   * @param mark of its source file
   */
  schedulesOf({ id, mutant }: Switch, mark: number): Schedule[] {
    const folder = mutant.file.split('/')[1] ?? '';
    const reaching = this.#byMark.get(id) ?? [];
    const loading = this.#loadedBy.get(id) ?? [];
    if (mutant.isConstant) {
      // Read by whoever enters its file. In a file of nothing but constants: by anyone.
      const users = this.#byMark.get(mark) ?? this.#tests;
      return [this.#fromStart(id, folder, [...loading, ...users.map(({ file }) => file)], users)];
    }
    const schedules: Schedule[] = [];
    if (reaching.length > 0) {
      const { tests, leftOut } = withinTime(inOrder(reaching, folder));
      const ids = tests.map(({ file, index }) => ({ file, index }));
      schedules.push({ job: { kind: 'try', id, tests: ids }, leftOut });
    }
    // What is made while a test file is loaded may be judged by tests that do not come by.
    if (loading.length > 0) schedules.push(this.#fromStart(id, folder, loading, []));
    return schedules;
  }

  /** @param near files of which all tests are tried, besides `users` */
  #fromStart(id: number, folder: string, near: readonly string[], users: readonly Footprint[]): Schedule {
    const around = [...new Set(near)].flatMap((file) => this.#byFile.get(file) ?? []);
    const { tests, leftOut } = withinTime(inOrder([...new Set([...users, ...around])], folder));
    const files = new Map<string, number[]>(near.map((file) => [file, []]));
    for (const { file, index } of tests) add(files, file, index);
    // The order of the tests is that of their files from here on, since a file is loaded only once.
    const first = new Map(tests.map(({ file }, i) => [file, i] as const).reverse());
    const order = [...files].sort(([a], [b]) => (first.get(a) ?? Infinity) - (first.get(b) ?? Infinity));
    return {
      job: { kind: 'tryFromStart', id, files: order.map(([file, own]) => ({ file, tests: own })) },
      leftOut,
    };
  }
}

function inOrder(tests: readonly Footprint[], folder: string): Footprint[] {
  const cost = ({ file, ms }: Footprint): number =>
    ms * (file.startsWith(`test/${folder}/`) ? HOME_SHARE : 1);
  return tests.toSorted((a, b) => cost(a) - cost(b));
}

function withinTime(tests: readonly Footprint[]): { tests: Footprint[]; leftOut: number } {
  let total = 0;
  const kept = tests.filter(({ ms }) => (total += ms) <= MOST_MS);
  return { tests: kept, leftOut: tests.length - kept.length };
}
