import { type ChildProcess, fork } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { ROOT } from '../lib/paths.ts';
import { type Answer, type Job, SOURCES_VARIABLE, type TestId } from './plan.ts';

/** How a job ended: with an answer, or without one. */
export type Ending =
  Exclude<Answer, { kind: 'at' | 'loading' }> | { readonly kind: 'timedOut'; readonly at: string };

/** Long enough for a machine that is busy; a test may take a multiple of its usual time on top. */
const PATIENCE_MS = 15_000;
const PATIENCE_TIMES = 20;
/** For the first file all sources are read. */
const LOADING_MS = 90_000;
/** While nobody knows yet how long a test takes. */
const COVERING_MS = 600_000;

/** Others want to use the machine too. */
const LOW_PRIORITY = 10;

/** A process that tries mutants, and is replaced when one of them hangs or breaks it. */
export class Worker {
  #child: ChildProcess | undefined;
  readonly #sources: string;
  readonly #msOf: (test: TestId) => number;

  /**
   * @param sources the file with the sources
   * @param msOf how long a test takes with nothing changed
   */
  constructor(sources: string, msOf: (test: TestId) => number) {
    this.#sources = sources;
    this.#msOf = msOf;
  }

  run(job: Job): Promise<Ending> {
    const child = (this.#child ??= this.#start());
    return new Promise((resolve) => {
      let at = 'the start';
      let timer: NodeJS.Timeout | undefined;
      const end = (ending: Ending, isSpent: boolean): void => {
        clearTimeout(timer);
        child.removeAllListeners();
        if (isSpent) this.stop();
        resolve(ending);
      };
      const hang = (): void => {
        end({ kind: 'timedOut', at }, true);
      };
      const wait = (ms: number): void => {
        clearTimeout(timer);
        timer = setTimeout(hang, ms);
      };
      wait(LOADING_MS);
      child.on('message', (answer: Answer) => {
        switch (answer.kind) {
          case 'loading':
            at = answer.file;
            wait(LOADING_MS);
            break;
          case 'at':
            at = `${answer.test.file} ${answer.test.index}`;
            wait(job.kind === 'cover' ? COVERING_MS : PATIENCE_MS + PATIENCE_TIMES * this.#msOf(answer.test));
            break;
          default:
            end(answer, answer.kind === 'spoilt' || job.kind !== 'try');
        }
      });
      // Out of memory, most often, or a stack that node itself does not survive.
      child.on('exit', hang);
      child.send(job);
    });
  }

  stop(): void {
    this.#child?.removeAllListeners();
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }

  #start(): ChildProcess {
    const child = fork(path.join(import.meta.dirname, 'worker.ts'), {
      cwd: ROOT,
      env: { ...process.env, [SOURCES_VARIABLE]: this.#sources },
      execArgv: ['--import', path.join(import.meta.dirname, 'hooks.ts'), '--max-old-space-size=1536'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    if (child.pid !== undefined) os.setPriority(child.pid, LOW_PRIORITY);
    return child;
  }
}
