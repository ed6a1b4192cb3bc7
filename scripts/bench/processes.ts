import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { quantile } from './stats.ts';

/** A program with its arguments, run by the Node under test. */
export interface Program {
  readonly name: string;
  /** The script and its arguments. */
  readonly args: readonly string[];
  readonly cwd: string;
  /** How many files it says it has read; undefined when its output does not say. */
  readonly countFiles: (output: string) => number | undefined;
}

/** What a whole process used up, from its start to its end. */
export interface Usage {
  /** Processor time on all cores, user and system. */
  readonly cpuMilliseconds: number;
  readonly peakKilobytes: number;
}

const MAX_OUTPUT = 100_000_000;

/**
 * Wall time of one run in milliseconds, from start to end of the process. Its output goes nowhere.
 * @throws Error when it ended otherwise than with 0 (nothing found) or 1 (something found)
 */
export function time(node: string, { name, args, cwd }: Program): number {
  const start = performance.now();
  const { status, error } = spawnSync(node, args, { cwd, stdio: 'ignore' });
  const taken = performance.now() - start;
  if (status !== 0 && status !== 1) throw new Error(`${name} ended with ${status ?? String(error)}.`);
  return taken;
}

/**
 * Runs a program apart from the timed runs, makes sure that it read all files, and asks Node what it used up: the
 * median of `runs` for the processor, the most of all for memory.
 * @param hook the bundled `programs/usage.ts`
 * @throws Error when the program does not say that it read `files` files
 */
export function use(node: string, program: Program, hook: string, files: number, runs: number): Usage {
  const { name, args, cwd } = program;
  const file = path.join(path.dirname(hook), 'usage.json');
  const usages = Array.from({ length: runs }, (): Usage => {
    const { stdout, stderr } = spawnSync(node, ['--require', hook, ...args], {
      cwd,
      encoding: 'utf8',
      maxBuffer: MAX_OUTPUT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, PLAYBOOK_BENCH_USAGE: file },
    });
    const read = program.countFiles(stdout + stderr);
    if (read !== files) {
      const start = (stdout + stderr).slice(0, 2000);
      throw new Error(`${name} was to read ${files} files and says ${read ?? 'nothing of any'}:\n${start}`);
    }
    const usage = JSON.parse(readFileSync(file, 'utf8')) as Usage;
    rmSync(file);
    return usage;
  });
  return {
    cpuMilliseconds: quantile(
      usages.map((usage) => usage.cpuMilliseconds),
      0.5,
    ),
    peakKilobytes: quantile(
      usages.map((usage) => usage.peakKilobytes),
      1,
    ),
  };
}
