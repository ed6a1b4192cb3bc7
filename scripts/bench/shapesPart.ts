import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { type Part, progress, table } from './part.ts';
import { shapes } from './shapes/all.ts';

const SIZES = [10_000, 100_000, 1_000_000] as const;
/** How many times as long a character may take in the largest text as in the smallest. */
const RATIO_AIM = 3;
const STAGE_AIM_MS = 2000;
/** Whatever takes so long is stopped and told as too slow. */
const LIMIT_MS = 120_000;
/** Below this, what is measured is the clock and the garbage collector. */
const LEAST_MS = 1;

interface Sample {
  readonly characters: number;
  readonly milliseconds: Readonly<Record<string, number>>;
}

/** What one shape takes in all, and its slowest stage, by size. */
interface Measured {
  readonly name: string;
  readonly totals: readonly number[];
  /** Of the largest text: time for a character, over that in the smallest; undefined when it was not read to its end. */
  readonly ratio: number | undefined;
  readonly slowest: readonly [string, number];
}

/** How the time for a text grows with its size, for texts that are made to be slow. */
export function measureShapes(): Part {
  const names = Object.keys(shapes);
  const all = names.map((name, i) => {
    if (i % 20 === 0) progress(`shapes: ${i} of ${names.length}`);
    return measureShape(name);
  });
  const growing = all.filter((m) => m.ratio === undefined || m.ratio > RATIO_AIM);
  const slow = all.filter((m) => m.ratio === undefined || m.slowest[1] > STAGE_AIM_MS);
  return {
    aims: [
      {
        what: 'shapes for which a character takes longer in a text of 1,000,000 characters than in one of 10,000',
        aim: `0 of ${all.length} more than ${RATIO_AIM} times as long`,
        result: String(growing.length),
        isMet: growing.length === 0,
      },
      {
        what: 'shapes of 1,000,000 characters for which one step, such as judging, takes long',
        aim: `0 of ${all.length} more than ${STAGE_AIM_MS / 1000} s`,
        result: String(slow.length),
        isMet: slow.length === 0,
      },
    ],
    section: [
      '## Texts made to be slow',
      '',
      'One thing over and over, in a text of ten thousand, a hundred thousand and a million characters, through everything' +
        ' that happens to a file: reading, judging, a key, completion, hover, fixes and what else an editor asks for. Each' +
        ' shape in a process of its own. The ratio is that of the time for a character, largest to smallest text.',
      '',
      table(
        ['shape', ...SIZES.map((n) => `${n.toLocaleString('en')} characters`), 'ratio', 'slowest step'],
        all.map(({ name, totals, ratio, slowest: [stage, time] }) => [
          `\`${name}\``,
          ...SIZES.map((_, i) => (totals[i] === undefined ? 'stopped' : `${totals[i].toFixed(0)} ms`)),
          ratio === undefined ? '' : ratio.toFixed(2),
          `${stage}, ${time.toFixed(0)} ms`,
        ]),
      ),
    ].join('\n'),
  };
}

function measureShape(name: string): Measured {
  const program = path.join(import.meta.dirname, 'programs/shapes.ts');
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, name, ...SIZES.map(String)], {
    encoding: 'utf8',
    timeout: LIMIT_MS,
    maxBuffer: 10_000_000,
  });
  // A process that was stopped has no status, and what it had found out by then counts.
  if (status !== null && status !== 0) throw new Error(`The shape ${name} could not be measured:\n${stderr}`);
  const samples = stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Sample);
  const last = samples.at(-1);
  const slowest = Object.entries(last?.milliseconds ?? {}).sort((a, b) => b[1] - a[1])[0];
  return {
    name,
    totals: samples.map(totalOf),
    ratio: samples.length < SIZES.length ? undefined : ratioOf(samples),
    slowest: slowest ?? ['none was measured', 0],
  };
}

function ratioOf(samples: readonly Sample[]): number {
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last) return NaN;
  return totalOf(last) / last.characters / (Math.max(LEAST_MS, totalOf(first)) / first.characters);
}

function totalOf({ milliseconds }: Sample): number {
  return Object.values(milliseconds).reduce((sum, n) => sum + n, 0);
}
