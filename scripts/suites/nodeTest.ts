import { spawn } from 'node:child_process';
import type { Counts } from '../lib/counts.ts';
import { ROOT } from '../lib/paths.ts';
import type { Tee } from './tee.ts';

export interface NodeTestOptions {
  /** How many files run at once. */
  readonly concurrency?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** No file runs longer: without a limit, a test that hangs would hang the whole run. */
const LIMIT_MS = 15 * 60_000;

/** The block of totals that ends a run. Matched as a whole: a failing test may print lines that look like one of it. */
const SUMMARY =
  /^ℹ tests \d+\nℹ suites \d+\nℹ pass (\d+)\nℹ fail (\d+)\nℹ cancelled (\d+)\nℹ skipped (\d+)\nℹ todo (\d+)$/gm;

/** Reads the totals that Node's test runner printed last; undefined when it did not get that far. */
export function readNodeTestSummary(output: string): Counts | undefined {
  const found = [...output.matchAll(SUMMARY)].at(-1);
  if (!found) return undefined;
  const [pass = 0, fail = 0, cancelled = 0, skipped = 0, todo = 0] = found.slice(1).map(Number);
  return { passed: pass, failed: fail + cancelled, skipped: skipped + todo };
}

/** Runs files with Node's own test runner, each in a process of its own. */
export async function nodeTest(
  files: readonly string[],
  tee: Tee,
  options: NodeTestOptions = {},
): Promise<Counts> {
  if (files.length === 0) return { passed: 0, failed: 0, skipped: 0 };
  const args = ['--test', '--test-reporter=spec', `--test-timeout=${LIMIT_MS}`, ...files];
  if (options.concurrency !== undefined) args.splice(1, 0, `--test-concurrency=${options.concurrency}`);
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.pipe(tee, { end: false });
  child.stderr.pipe(tee, { end: false });
  const stop = (signal: NodeJS.Signals): void => {
    child.kill(signal);
  };
  process.once('SIGTERM', stop).once('SIGHUP', stop);
  const code = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode) => {
      resolve(exitCode ?? 1);
    });
  });
  process.off('SIGTERM', stop).off('SIGHUP', stop);
  const counts = readNodeTestSummary(tee.output);
  if (!counts) throw new Error(`Node's test runner ended with code ${code} before its totals.`);
  if (code !== 0 && counts.failed === 0) throw new Error(`Node's test runner ended with code ${code}.`);
  return counts;
}
