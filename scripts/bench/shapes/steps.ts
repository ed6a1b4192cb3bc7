import { Session } from 'node:inspector';

/** How often V8 went through a block of code, by file. Native work inside of one step, such as `indexOf`, is one step. */
export type Steps = ReadonlyMap<string, number>;

interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[];
  }[];
}

/**
 * Counts how often the blocks of our code run, which unlike time is the same each time. Block counts of V8's coverage:
 * https://v8.dev/blog/javascript-code-coverage
 */
export class StepCounter {
  readonly #session = new Session();

  constructor() {
    this.#session.connect();
    this.#session.post('Profiler.enable');
    this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  count(run: () => void): Steps {
    this.#take();
    run();
    return this.#take();
  }

  end(): void {
    this.#session.post('Profiler.stopPreciseCoverage');
    this.#session.disconnect();
  }

  /** What has been counted since the last time. */
  #take(): Steps {
    const steps = new Map<string, number>();
    // In one's own thread the answer comes before the call returns.
    this.#session.post('Profiler.takePreciseCoverage', (error, coverage: Coverage) => {
      if (error) throw error;
      for (const { url, functions } of coverage.result) {
        if (url.startsWith('node:')) continue;
        let sum = steps.get(url) ?? 0;
        for (const { ranges } of functions) for (const { count } of ranges) sum += count;
        steps.set(url, sum);
      }
    });
    return steps;
  }
}

/** Of our own sources, or of what `part` of a path names. */
export function total(steps: Steps, part = '/src/'): number {
  let sum = 0;
  for (const [url, count] of steps) if (url.includes(part)) sum += count;
  return sum;
}
