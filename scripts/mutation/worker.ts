/** Runs tests with one mutant after the other switched on. Started by scripts/mutation/pool.ts with hooks.ts in front. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../lib/paths.ts';
import type { Answer, Footprint, Job, TestId } from './plan.ts';
import { type KeptTest, load } from './registry.ts';
import { NO_MUTANT, activate, record } from './switch.ts';

const loaded = new Map<string, readonly KeptTest[]>();

async function testsOf(file: string): Promise<readonly KeptTest[]> {
  const known = loaded.get(file);
  if (known !== undefined) return known;
  say({ kind: 'loading', file });
  const tests = await load(file, pathToFileURL(path.join(ROOT, file)).href);
  loaded.set(file, tests);
  return tests;
}

function say(answer: Answer): void {
  process.send?.(answer);
}

/** @returns why the test fails; undefined when it passes */
async function failure(test: KeptTest): Promise<string | undefined> {
  try {
    await test.run();
    return undefined;
  } catch (error) {
    return firstLine(error);
  }
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (text.split('\n')[0] ?? '').slice(0, 200);
}

async function cover(files: readonly string[]): Promise<Answer> {
  const whileLoading: Record<string, number[]> = {};
  const tests: Footprint[] = [];
  const failing: string[] = [];
  for (const file of files) {
    const atLoad = new Set<number>();
    record(atLoad);
    const inFile = await testsOf(file);
    whileLoading[file] = [...atLoad];
    for (const [index, test] of inFile.entries()) {
      say({ kind: 'at', test: { file, index } });
      const reached = new Set<number>();
      record(reached);
      const start = performance.now();
      const why = await failure(test);
      const ms = performance.now() - start;
      if (why !== undefined) failing.push(`${file}: ${test.name}: ${why}`);
      else tests.push({ file, index, name: test.name, ms, reached: [...reached] });
    }
    record(undefined);
  }
  return { kind: 'covered', coverage: { tests, whileLoading, failing } };
}

async function tryMutant(id: number, tests: readonly TestId[]): Promise<Answer> {
  for (const { file, index } of tests) {
    // Loading is not part of what is tried here.
    const test = (await testsOf(file))[index];
    if (test === undefined) continue;
    say({ kind: 'at', test: { file, index } });
    activate(id);
    const why = await failure(test);
    activate(NO_MUTANT);
    if (why === undefined) continue;
    const by = `${file}: ${test.name}`;
    return (await failure(test)) === undefined ? { kind: 'killed', by, why } : { kind: 'spoilt', by };
  }
  return { kind: 'survived' };
}

async function tryFromStart(job: Job & { kind: 'tryFromStart' }): Promise<Answer> {
  activate(job.id);
  for (const { file, tests } of job.files) {
    let inFile: readonly KeptTest[];
    try {
      inFile = await testsOf(file);
    } catch (error) {
      return { kind: 'killed', by: file, why: firstLine(error) };
    }
    for (const index of tests) {
      const test = inFile[index];
      say({ kind: 'at', test: { file, index } });
      // A test that is gone was made from what the mutant changed.
      const why = test === undefined ? 'the test is gone' : await failure(test);
      if (why !== undefined) return { kind: 'killed', by: `${file}: ${test?.name ?? index}`, why };
    }
  }
  return { kind: 'survived' };
}

function answer(job: Job): Promise<Answer> {
  switch (job.kind) {
    case 'cover':
      return cover(job.files);
    case 'try':
      return tryMutant(job.id, job.tests);
    case 'tryFromStart':
      return tryFromStart(job);
  }
}

// What a killed mutant leaves behind on its way must not end the next one.
process.on('unhandledRejection', () => undefined);
process.on('message', (job: Job) => {
  answer(job).then(say, (error: unknown) => {
    say({ kind: 'spoilt', by: firstLine(error) });
  });
});
