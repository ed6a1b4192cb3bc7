import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Counts, readReport } from '../lib/counts.ts';
import { SUITES } from '../lib/paths.ts';
import { describeError } from '../vscode-host/problem.ts';
import { Tee } from './tee.ts';

/** A kind of tests. `run` prints to the tee and throws (or fails the count) when something went wrong. */
export interface Suite {
  readonly name: string;
  /** @param words keep only the test files whose path contains one of them; none keeps all. */
  run(words: readonly string[], tee: Tee): Promise<Counts | undefined>;
}

/**
 * Runs one suite and counts its tests. A suite that crashed, or ran no test at all, counts as one failed test more:
 * silence must never pass for success.
 */
export async function runSuite(suite: Suite, words: readonly string[]): Promise<Counts> {
  mkdirSync(SUITES, { recursive: true });
  const file = path.join(SUITES, `${suite.name}.log`);
  const tee = new Tee(file);
  console.log(`\n== ${suite.name} (output also in ${path.relative(process.cwd(), file)})`);
  let counts: Counts | undefined;
  let crash: string | undefined;
  try {
    counts = await suite.run(words, tee);
  } catch (error) {
    crash = describeError(error);
  }
  counts ??= readReport(tee.output) ?? { passed: 0, failed: 0, skipped: 0 };
  if (crash === undefined && counts.passed + counts.failed === 0) crash = 'The suite ran no test.';
  // A failed test already counts; a crash without one must count as well.
  if (crash !== undefined && counts.failed === 0) {
    tee.line(`The ${suite.name} suite did not finish as it should: ${crash}`);
    counts = { ...counts, failed: 1 };
  }
  await new Promise<void>((resolve) => tee.end(resolve));
  return counts;
}
