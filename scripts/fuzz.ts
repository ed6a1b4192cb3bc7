// `npm run fuzz [-- SEED SECONDS]`: tries texts that nobody would think of for as long as one likes; see test/fuzz.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Failure, Report } from '../test/fuzz/campaign.ts';
import type { Orders } from '../test/fuzz/worker.ts';

const [seed = 1, seconds = 60] = process.argv.slice(2).map(Number);
if (![seed, seconds].every((n) => Number.isInteger(n) && n > 0)) {
  console.error('npm run fuzz -- SEED SECONDS: both are whole numbers from 1.');
  process.exit(2);
}

/** No text takes a second: one that takes a minute hangs. */
const HANGS_MS = 60_000;

interface Thread {
  readonly worker: Worker;
  readonly seed: () => number;
  report: Report | undefined;
}

const threads = Array.from({ length: availableParallelism() }, (_, i): Thread => {
  const at = new SharedArrayBuffer(4);
  const step = availableParallelism();
  const workerData: Orders = { first: seed + i, step, seconds, at };
  const worker = new Worker(new URL('../test/fuzz/worker.ts', import.meta.url), { workerData });
  return { worker, seed: () => Atomics.load(new Int32Array(at), 0), report: undefined };
});

const shown = new Set<string>();

await Promise.all(threads.map(finished));
printTotals(threads.flatMap((t) => t.report ?? []));
process.exit();

function finished(thread: Thread): Promise<void> {
  return new Promise((resolve) => {
    let last = thread.seed();
    const watch = setInterval(() => {
      const now = thread.seed();
      if (now === last && now > 0) {
        fail(`It hangs at seed ${now}.`);
        void thread.worker.terminate();
      }
      last = now;
    }, HANGS_MS);
    thread.worker.on('message', (report: Report) => {
      thread.report = report;
      report.failures.forEach(show);
    });
    thread.worker.on('error', (error) => {
      fail(
        `It broke off at seed ${thread.seed()}: ${error instanceof Error ? error.message : String(error)}`,
      );
    });
    thread.worker.on('exit', () => {
      clearInterval(watch);
      resolve();
    });
  });
}

function fail(what: string): void {
  process.exitCode = 1;
  console.error(what);
}

function show({ property, message, seed: at, text, stack }: Failure): void {
  const key = `${property}: ${message}`;
  if (shown.has(key)) return;
  shown.add(key);
  fail(`\nSeed ${at}: ${key}\n${JSON.stringify(text)}\n${stack}`);
}

function printTotals(reports: readonly Report[]): void {
  const sum = (of: (report: Report) => number) => reports.reduce((n, report) => n + of(report), 0);
  const inputs = sum((r) => r.inputs);
  console.log(`\n${inputs} inputs, ${Math.round(inputs / seconds)} a second, from seed ${seed} on`);
  console.log(`${sum((r) => r.counts['edits'] ?? 0)} edits checked`);
  console.log(`${sum((r) => r.failed)} failures, ${shown.size} ways to fail`);
  for (const part of ['checks', 'counts'] as const) {
    console.log('');
    const names = new Set(reports.flatMap((r) => Object.keys(r[part])));
    for (const name of [...names].sort()) console.log(`${sum((r) => r[part][name] ?? 0)}  ${name}`);
  }
}
