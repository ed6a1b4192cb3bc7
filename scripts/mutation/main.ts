// `npm run mutate [-- SEED COUNT]`: changes the sources in one small place at a time and tells which changes no test
// notices. Goes on where the last run with the same seed, sources and tests was ended. Options:
//   --only TEXT   mutants whose `file:line:` contains one of the texts between commas, all of them
//   --survivors   takes over what tests killed before the tests were changed
//   --minutes N   stops after so long and reports; the next run goes on from there
//   --workers N   how many processes try mutants at once (2)
import { parseArgs } from 'node:util';
import { FOLDER, allMutants, basisOf, coverageOf, fingerprint, prepare, readSources } from './coverage.ts';
import type { Switch } from './instrument.ts';
import { type Mutant, changeOf, keyOf } from './mutant.ts';
import type { TestId } from './plan.ts';
import { Worker } from './pool.ts';
import { report } from './report.ts';
import { type Result, Results, equivalenceOf } from './result.ts';
import { sample } from './sample.ts';
import { type Schedule, Scheduler } from './schedule.ts';

const DEFAULT_SEED = '1';
const DEFAULT_COUNT = '600';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    survivors: { type: 'boolean', default: false },
    minutes: { type: 'string' },
    workers: { type: 'string', default: '2' },
  },
});
const [seed, count] = [positionals[0] ?? DEFAULT_SEED, positionals[1] ?? DEFAULT_COUNT].map(wholeNumber);
const { only } = values;

const sources = readSources();
const all = allMutants(sources);
const chosen =
  only === undefined
    ? sample(all, seed ?? 0, count ?? 0)
    : all.filter(({ file, line }) => only.split(',').some((text) => `${file}:${line}:`.includes(text)));
const name = only === undefined ? `${seed}-${count}` : `only-${only.replace(/\W+/g, '-')}`;

const prepared = prepare(sources, chosen, name);
console.log(`${chosen.length} of ${all.length} mutants. What is found out is kept in ${FOLDER}.`);
const coverage = await coverageOf(prepared, basisOf(), name);
for (const failed of coverage.failing) console.log(`Left out, as it fails without a mutant: ${failed}`);

const scheduler = new Scheduler(coverage);
const msOfTest = new Map(coverage.tests.map(({ file, index, ms }) => [`${file} ${index}`, ms]));
const msOf = ({ file, index }: TestId): number => msOfTest.get(`${file} ${index}`) ?? 0;
const results = new Results(name, fingerprint(), values.survivors);
if (results.taken > 0) console.log(`${results.taken} were killed by the tests as they were before.`);

const waiting = prepared.switches.filter(
  ({ mutant }) => results.get(keyOf(mutant)) === undefined && equivalenceOf(mutant) === undefined,
);
let left = waiting.length;
const end =
  values.minutes === undefined ? Infinity : performance.now() + wholeNumber(values.minutes) * 60_000;
await Promise.all(Array.from({ length: wholeNumber(values.workers) }, work));
console.log('');
console.log(
  report(
    chosen.map((mutant) => ({ mutant, result: results.get(keyOf(mutant)) })),
    all,
  ),
);

async function work(): Promise<void> {
  const worker = new Worker(prepared.sourcesFile, msOf);
  const next = (): Switch | undefined => (performance.now() < end ? waiting.shift() : undefined);
  for (let tried = next(); tried !== undefined; tried = next()) {
    const start = performance.now();
    const result = await resultOf(worker, tried);
    results.set(keyOf(tried.mutant), result);
    left -= 1;
    console.log(progress(tried.mutant, result, performance.now() - start));
  }
  worker.stop();
}

async function resultOf(worker: Worker, next: Switch): Promise<Result> {
  const schedules = scheduler.schedulesOf(next, prepared.marks.get(next.mutant.file) ?? 0);
  if (schedules.length === 0) return { is: 'uncovered' };
  let leftOut = 0;
  for (const schedule of schedules) {
    const result = await outcome(worker, schedule);
    if (result.is !== 'survived') return result;
    leftOut += result.leftOut;
  }
  return { is: 'survived', leftOut };
}

async function outcome(worker: Worker, { job, leftOut }: Schedule): Promise<Result> {
  if (job.kind === 'tryFromStart') worker.stop();
  let ending = await worker.run(job);
  // With a new process the same tests say what is the mutant's doing.
  if (ending.kind === 'spoilt') ending = await worker.run(job);
  switch (ending.kind) {
    case 'killed':
      return { is: 'killed', by: ending.by, why: ending.why };
    case 'timedOut':
      return { is: 'timedOut', at: ending.at };
    case 'survived':
      return { is: 'survived', leftOut };
    default:
      throw new Error(`A worker is at odds with itself: ${JSON.stringify(ending)}`);
  }
}

function progress(mutant: Mutant, result: Result, ms: number): string {
  const by = result.is === 'killed' ? ` by ${result.by}` : '';
  const at = `${mutant.file}:${mutant.line} ${changeOf(mutant)}`;
  return `${left} left, ${(ms / 1000).toFixed(1)} s: ${result.is} ${at}${by}`;
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`"${text}" is no whole number of 1 or more.`);
  return value;
}
