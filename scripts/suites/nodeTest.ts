import { spawn } from 'node:child_process';
import type { Counts } from '../lib/counts.ts';
import { ROOT } from '../lib/paths.ts';
import type { Tee } from './tee.ts';

export interface NodeTestOptions {
  /** How many files run at once. */
  readonly concurrency?: number;
  readonly env?: Readonly<Record<string, string>>;
}

const line = (output: string, name: string): number =>
  Number(new RegExp(`^(?:ℹ|#) ${name} (\\d+)$`, 'm').exec(output)?.[1] ?? 0);

/** Runs files with Node's own test runner, each in a process of its own. */
export async function nodeTest(
  files: readonly string[],
  tee: Tee,
  options: NodeTestOptions = {},
): Promise<Counts> {
  if (files.length === 0) return { passed: 0, failed: 0, skipped: 0 };
  const args = ['--test', '--test-reporter=spec', ...files];
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
  // The summary is in the last lines; a test's own output may look alike.
  const summary = tee.output.slice(tee.output.lastIndexOf(' tests ') - 2);
  const counts = {
    passed: line(summary, 'pass'),
    failed: line(summary, 'fail') + line(summary, 'cancelled'),
    skipped: line(summary, 'skipped') + line(summary, 'todo'),
  };
  if (code !== 0 && counts.failed === 0) throw new Error(`Node's test runner ended with code ${code}.`);
  return counts;
}
