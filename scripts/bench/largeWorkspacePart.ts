import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '../lib/command.ts';
import { findEditor } from '../vscode-host/desktop.ts';
import { smallPlaybook } from './documents.ts';
import { bundleForVSCode, runInFreshVSCode } from './inVSCode.ts';
import { type Aim, type Part, progress, table } from './part.ts';
import type { LargeWorkspaceReport } from './programs/largeWorkspace.ts';
import type { LargeWorkspaceInVSCodeReport } from './programs/largeWorkspaceInVSCode.ts';
import { rosterText } from './roster.ts';
import { quantile } from './stats.ts';

const PLAYBOOKS = 10_000;
const KEYS = 1_000;
const STARTS = 3;
const A_FOLDER = 100;

/** What ten thousand playbooks cost: read by VS Code, held in memory, shown in the tree, and typed into. */
export async function measureLargeWorkspace(scratch: string): Promise<Part> {
  progress(`workspace: ${grouped(PLAYBOOKS)} playbooks in one process`);
  const inProcess = await readAndType();
  const program = await bundleForVSCode(
    'largeWorkspaceInVSCode.ts',
    path.join(scratch, 'largeWorkspace.cjs'),
  );
  const editor = await findEditor();
  const inVSCode: LargeWorkspaceInVSCodeReport[] = [];
  for (let start = 1; start <= STARTS; start++) {
    progress(`workspace: VS Code on ${grouped(PLAYBOOKS)} playbooks, start ${start} of ${STARTS}`);
    const playbooks = writePlaybooks(path.join(scratch, `playbooks-${start}`));
    const env = { BENCH_PLAYBOOKS: playbooks };
    inVSCode.push((await runInFreshVSCode(editor, program, env)) as LargeWorkspaceInVSCodeReport);
  }
  return { aims: aims(inProcess, inVSCode), section: section(inProcess, inVSCode) };
}

/** In a fresh process. @throws Error with its output when it fails */
async function readAndType(): Promise<LargeWorkspaceReport> {
  const program = path.join(import.meta.dirname, 'programs/largeWorkspace.ts');
  const args = ['--expose-gc', program, String(PLAYBOOKS), String(KEYS)];
  const { code, output } = await run(process.execPath, args);
  if (code !== 0) throw new Error(`The large workspace could not be measured:\n${output}`);
  return JSON.parse(output) as LargeWorkspaceReport;
}

function writePlaybooks(folder: string): string {
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'roster.yml'), rosterText());
  for (let i = 0; i < PLAYBOOKS; i++) {
    const team = path.join(folder, `team-${Math.floor(i / A_FOLDER)}`);
    if (i % A_FOLDER === 0) mkdirSync(team);
    writeFileSync(path.join(team, `plan-${i}.playbook.md`), smallPlaybook(i));
  }
  return folder;
}

function aims(inProcess: LargeWorkspaceReport, inVSCode: readonly LargeWorkspaceInVSCodeReport[]): Aim[] {
  const where = `${grouped(PLAYBOOKS)} playbooks`;
  const most = (what: string, limit: number, unit: string, digits: number, value: number): Aim => ({
    what: `${where}: ${what}`,
    aim: `${limit}${unit} or less`,
    result: `${value.toFixed(digits)}${unit}`,
    isMet: value <= limit,
  });
  const median = (pick: (r: LargeWorkspaceInVSCodeReport) => number) => quantile(inVSCode.map(pick), 0.5);
  return [
    most('first reading of all in VS Code', 4, ' s', 1, median((r) => r.index) / 1000),
    most(
      'longest time the extension host was held meanwhile',
      30,
      ' ms',
      0,
      median((r) => r.longestHold),
    ),
    most('a key there, by the same key in the same file alone', 1.1, '', 2, keyRatio(inProcess)),
    most('memory for each task', 2, ' KB', 2, inProcess.heapPerTask / 1024),
    most('the tree, first shown', 50, ' ms', 0, inProcess.firstShown),
    most('the tree after a key, 95 of 100 keys', 50, ' ms', 1, quantile(inProcess.refreshes, 0.95)),
    most('completion behind an @, 95 of 100', 10, ' ms', 1, quantile(inProcess.completions, 0.95)),
  ];
}

/** The middle key, as garbage is collected in one or the other by chance. */
function keyRatio({ keys, keysAlone }: LargeWorkspaceReport): number {
  return quantile(keys, 0.5) / quantile(keysAlone, 0.5);
}

function section(report: LargeWorkspaceReport, inVSCode: readonly LargeWorkspaceInVSCodeReport[]): string {
  const { tasks } = report;
  const times = (values: readonly number[]) => [
    ms(quantile(values, 0.5)),
    ms(quantile(values, 0.95)),
    ms(quantile(values, 1)),
  ];
  const starts = (pick: (r: LargeWorkspaceInVSCodeReport) => number) => {
    const values = inVSCode.map(pick);
    return [ms(quantile(values, 0.5), 0), ms(quantile(values, 0), 0), ms(quantile(values, 1), 0)];
  };
  return [
    `## A workspace of ${grouped(PLAYBOOKS)} playbooks`,
    '',
    `The same generator makes them: ${grouped(tasks)} tasks, ${A_FOLDER} playbooks in a folder, one roster. VS Code starts ${STARTS} times` +
      ' on an empty workspace; then the playbooks are moved into it, and the extension is activated. How long the extension host' +
      ' was held is what its event loop says of the longest time between two ticks, collecting of garbage and the work of VS Code' +
      ' itself included; idle is the same without anything to do, for as long.',
    '',
    table(
      [`in VS Code, ${STARTS} starts`, 'median', 'least', 'most'],
      [
        ['until every playbook is read', ...starts((r) => r.index)],
        ['longest hold meanwhile', ...starts((r) => r.longestHold)],
        ['until all problems are published and the tree is built', ...starts((r) => r.all)],
        ['longest hold meanwhile', ...starts((r) => r.longestHoldOfAll)],
        ['longest hold while idle', ...starts((r) => r.longestHoldIdle)],
      ],
    ),
    '',
    `In a process of its own (Node ${process.versions.node}), ${grouped(KEYS)} keys in a playbook of 300 lines among the others and, in turn, in the same one` +
      ' without others: reading, judging, and the tree with a person, all teams and what nobody owns open in it.',
    '',
    table(
      ['', 'median', '95 of 100', 'slowest'],
      [
        [`a key among ${grouped(PLAYBOOKS)} playbooks`, ...times(report.keys)],
        ['the same key in the file alone', ...times(report.keysAlone)],
        ['of it, the tree', ...times(report.refreshes)],
        ['completion behind an `@`', ...times(report.completions)],
        ['completion by way of VS Code', ...times(inVSCode.flatMap((r) => r.completions))],
        ['that way, in a text for which nobody has any', ...times(inVSCode.flatMap((r) => r.noCompletions))],
      ],
    ),
    '',
    `- Reading all and finding every owner takes ${(report.index / 1000).toFixed(1)} s in that process, grouping them ${(report.grouping / 1000).toFixed(1)} s.`,
    `- Memory for each task: ${kb(report.heapPerTask)} for text, tree of nodes and owners; ${kb(report.heapPerTaskWithTree)} with the groups of the view.`,
  ].join('\n');
}

function ms(value: number, digits = 1): string {
  return `${value.toFixed(digits)} ms`;
}

function kb(bytes: number): string {
  return `${(bytes / 1024).toFixed(2)} KB`;
}

function grouped(count: number): string {
  return count.toLocaleString('en-US');
}
