import path from 'node:path';
import { run } from '../lib/command.ts';
import { type Part, progress, table } from './part.ts';
import type { KeystrokeReport } from './programs/keystrokes.ts';
import { quantile } from './stats.ts';

/** In milliseconds, for the playbook with 5,000 lines. */
const AIM = 8;
const DOCUMENTS = [
  { name: 'playbook', lines: 5_000, keys: 1_000 },
  { name: 'handbook', lines: 40_000, keys: 300 },
] as const;

/** How long it takes to read and judge a large playbook again after one key. */
export async function measureKeystrokes(): Promise<Part> {
  const measured: [(typeof DOCUMENTS)[number], KeystrokeReport][] = [];
  for (const document of DOCUMENTS) {
    progress(`keystroke: ${document.keys} keys in ${grouped(document.lines)} lines`);
    measured.push([document, await type(document)]);
  }
  const playbook = measured[0]?.[1].keys ?? [];
  const p95 = quantile(playbook, 0.95);
  return {
    aims: [
      {
        what: `Reading and judging again after a key in ${grouped(DOCUMENTS[0].lines)} lines, 95 of 100 keys`,
        aim: `${AIM} ms or less`,
        result: `${p95.toFixed(1)} ms`,
        isMet: p95 <= AIM,
      },
    ],
    section: [
      '## After a key in a large playbook',
      '',
      'A generator makes the playbooks: headings, tasks, owners, tables, prose and fences, always the same ones. The handbook' +
        ' is mostly bullets and prose. The roster has 15 people. Keys are pressed in random tasks: letters, Enter and Backspace. After each, the whole text goes to the' +
        ' index as the editor hands it over, and all rules run: that is timed, with the collecting of garbage that falls into it. (In the' +
        " editor this happens when the typing pauses.) Between the keys the same text goes through markdown-it's block rules" +
        ` alone. All under Node ${process.versions.node}, which is nearest to VS Code's own.`,
      '',
      table(
        [
          'document',
          'keys',
          'median',
          '95 of 100',
          'slowest',
          'block rules, whole text',
          '95 of 100 by block rules',
          'first time',
        ],
        measured.map(([document, report]) => row(document, report)),
      ),
      '',
      ...measured.map(
        ([{ name, lines }, { bytes, tasks, problems }]) =>
          `- The ${name} with ${grouped(lines)} lines has ${(bytes / 1000).toFixed(0)} KB, ${grouped(tasks)} tasks and ${grouped(problems)} problems.`,
      ),
    ].join('\n'),
  };
}

function row({ name, lines, keys: count }: (typeof DOCUMENTS)[number], report: KeystrokeReport): string[] {
  const { keys, blockPasses, first } = report;
  const ms = (value: number): string => `${value.toFixed(1)} ms`;
  const pass = quantile(blockPasses, 0.5);
  const p95 = quantile(keys, 0.95);
  return [
    `${name}, ${grouped(lines)} lines`,
    grouped(count),
    ms(quantile(keys, 0.5)),
    ms(p95),
    ms(quantile(keys, 1)),
    ms(pass),
    `${(p95 / pass).toFixed(2)} times`,
    ms(first),
  ];
}

/** In a fresh process. @throws Error with its output when it fails */
async function type({ name, lines, keys }: (typeof DOCUMENTS)[number]): Promise<KeystrokeReport> {
  const program = path.join(import.meta.dirname, 'programs/keystrokes.ts');
  const { code, output } = await run(process.execPath, [program, name, String(lines), String(keys)]);
  if (code !== 0) throw new Error(`The keystrokes could not be measured:\n${output}`);
  return JSON.parse(output) as KeystrokeReport;
}

function grouped(count: number): string {
  return count.toLocaleString('en-US');
}
