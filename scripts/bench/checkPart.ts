import { copyFileSync, cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { BUNDLES } from '../lib/bundles.ts';
import { ROOT } from '../lib/paths.ts';
import { fillCorpus } from './corpus.ts';
import type { Node } from './node.ts';
import { type Aim, type Part, progress, table } from './part.ts';
import { peerVersion } from './peers.ts';
import { type Program, type Usage, time, use } from './processes.ts';
import { rosterText } from './roster.ts';
import { type Spread, ratios, spread } from './stats.ts';

export interface CheckOptions {
  /** An empty folder of our own. */
  readonly scratch: string;
  readonly node: Node;
  /** Where the other checkers are installed; undefined to leave them out. */
  readonly peers: string | undefined;
  /** How many times each program is counted. */
  readonly rounds: number;
}

const USAGE_RUNS = 3;
/** How many times as many rounds the quick programs run. */
const QUICK_ROUNDS = 3;
const PEER_AIM = 20;
const BLOCK_AIM = 1.6;

/** What the page says of one program. */
interface Measured {
  readonly program: Program;
  readonly times: readonly number[];
  readonly usage: Usage;
}

interface Programs {
  readonly check: Program;
  readonly checkFolder: Program;
  readonly blocks: Program;
  readonly nothing: Program;
  readonly peers: readonly Program[];
}

/** `playbook check` over many files as a whole process, against other checkers and against reading alone. */
export async function measureCheck(options: CheckOptions): Promise<Part> {
  const { scratch, node, rounds } = options;
  const corpus = fillCorpus(path.join(scratch, 'corpus'));
  const hook = await bundle('usage.ts', path.join(scratch, 'usage.cjs'));
  const { check, checkFolder, blocks, nothing, peers } = await preparePrograms(options, corpus.files);

  progress('check: memory and processor time');
  const usages = new Map<Program, Usage>();
  for (const program of [check, checkFolder, blocks, nothing, ...peers]) {
    const files = program === nothing ? 0 : corpus.files.length;
    usages.set(program, use(node.program, program, hook, files, USAGE_RUNS));
  }
  const measure = (programs: readonly Program[], count: number): Measured[] => {
    progress(`check: ${programs.length} programs in turn, once to warm up, ${count} times counted`);
    return interleave(node.program, programs, count).map(([program, times]) => {
      const usage = usages.get(program);
      if (!usage) throw new Error(`${program.name} was not measured.`);
      return { program, times, usage };
    });
  };
  // Apart from the slow ones: these are so close to each other that they need more runs, and they are quick.
  const alone = measure([check, blocks, checkFolder, nothing], rounds * QUICK_ROUNDS);
  const others = peers.length > 0 ? measure([check, ...peers], rounds) : [];
  return {
    aims: [...others.slice(1).map((peer) => peerAim(peer, others)), blockAim(alone)],
    section: [
      '## `playbook check` as a whole process',
      '',
      `The files: ${corpus.description}. Each program ran under Node ${node.version}, from start to end of the process, in` +
        ' turn with the others of its table (A B C A B C …). Its output went nowhere. In a run of its own each had to say' +
        ' that it had read all files.',
      '',
      `Against reading alone; once to warm up, ${rounds * QUICK_ROUNDS} times counted:`,
      '',
      measuredTable(alone),
      '',
      '- *`playbook check FILES`* is the command line as it is packed; no roster.',
      "- *Block rules* only reads the same files and runs markdown-it's block rules, bundled and minified like the command line.",
      '- *`playbook check`* looks through the folder, in which a roster with 15 people names the files.',
      '- *Node alone* runs an empty script.',
      '',
      ...(others.length > 0
        ? [
            `Against other checkers, with the settings they come with, remark with its recommended preset; once to warm up, ${rounds} times counted:`,
            '',
            measuredTable(others),
          ]
        : ['The other checkers were left out of this run (`--no-peers`).']),
      '',
      `A ratio is the median of the ratios of each turn, with the smallest and the largest in brackets. Processor time (all` +
        ` cores, median of ${USAGE_RUNS}) and peak memory come from runs of their own.`,
    ].join('\n'),
  };
}

/** Wall times of each program in milliseconds; the first turn does not count. */
function interleave(node: string, programs: readonly Program[], rounds: number): [Program, number[]][] {
  const times = programs.map((program): [Program, number[]] => [program, []]);
  for (let round = 0; round <= rounds; round++) {
    for (const [program, counted] of times) {
      const taken = time(node, program);
      if (round > 0) counted.push(taken);
    }
  }
  return times;
}

async function preparePrograms(
  { scratch, peers }: CheckOptions,
  files: readonly string[],
): Promise<Programs> {
  const cwd = path.join(scratch, 'corpus');
  const withRoster = path.join(scratch, 'handbook');
  cpSync(cwd, withRoster, { recursive: true });
  writeFileSync(path.join(withRoster, 'roster.yml'), rosterText(['**/*.md']));
  // A copy: another build must not change it between two runs.
  const cli = path.join(scratch, 'dist/cli.js');
  mkdirSync(path.dirname(cli));
  copyFileSync(path.join(ROOT, 'dist/cli.js'), cli);
  const blocks = await bundle('blockRules.ts', path.join(scratch, 'blockRules.cjs'));
  const empty = path.join(scratch, 'empty.cjs');
  writeFileSync(empty, '');
  const playbooks = counter(/ in (\d+) playbooks?/);
  return {
    check: { name: '`playbook check FILES`', args: [cli, 'check', ...files], cwd, countFiles: playbooks },
    checkFolder: {
      name: '`playbook check`',
      args: [cli, 'check'],
      cwd: withRoster,
      countFiles: playbooks,
    },
    blocks: { name: 'block rules', args: [blocks, ...files], cwd, countFiles: counter(/^(\d+) files/) },
    nothing: { name: 'Node alone', args: [empty], cwd, countFiles: () => 0 },
    peers: peers === undefined ? [] : preparePeers(scratch, peers, cwd),
  };
}

function preparePeers(scratch: string, peers: string, cwd: string): Program[] {
  // remark looks for its preset in the folders above the files.
  const modules = path.join(scratch, 'node_modules');
  rmSync(modules, { force: true });
  symlinkSync(path.join(peers, 'node_modules'), modules, 'junction');
  const named = (name: string): string => `${name} ${peerVersion(peers, name)}`;
  return [
    {
      name: named('markdownlint-cli2'),
      args: [path.join(modules, 'markdownlint-cli2/markdownlint-cli2-bin.mjs'), '*.md'],
      cwd,
      countFiles: counter(/^Linting: (\d+) files?/m),
    },
    {
      name: named('remark-cli'),
      args: [
        path.join(modules, 'remark-cli/cli.js'),
        '.',
        '--use',
        'remark-preset-lint-recommended',
        '--no-color',
      ],
      cwd,
      // It names each file in a line of its own, above what it found there.
      countFiles: (output) => output.match(/^.*\.md(?:: no issues found)?$/gm)?.length,
    },
  ];
}

/** Bundles one of our programs just as the command line is bundled. */
async function bundle(program: string, outfile: string): Promise<string> {
  const cli = BUNDLES.find((b) => b.outfile === 'dist/cli.js');
  await build({
    ...cli?.options,
    entryPoints: [path.join(import.meta.dirname, 'programs', program)],
    outfile,
    minify: true,
  });
  return outfile;
}

function counter(pattern: RegExp): Program['countFiles'] {
  return (output) => {
    const found = pattern.exec(output);
    return found ? Number(found[1]) : undefined;
  };
}

/** @param all those that ran in turn with it, `playbook check` first */
function peerAim(peer: Measured, [check]: readonly Measured[]): Aim {
  const ratio = spread(ratios(peer.times, check?.times ?? []));
  return {
    what: `\`playbook check\`, how many times faster than ${peer.program.name}`,
    aim: `${PEER_AIM} or more`,
    result: withEnds(ratio, 1),
    isMet: ratio.median >= PEER_AIM,
  };
}

function blockAim([check, blocks]: readonly Measured[]): Aim {
  const ratio = spread(ratios(check?.times ?? [], blocks?.times ?? []));
  return {
    what: "`playbook check`, how many times as long as reading the files and running markdown-it's block rules",
    aim: `${BLOCK_AIM} or less`,
    result: withEnds(ratio, 2),
    isMet: ratio.median <= BLOCK_AIM,
  };
}

function measuredTable(all: readonly Measured[]): string {
  const base = all[0];
  return table(
    ['program', 'time, median', 'fastest to slowest', 'ratio', 'processor time', 'peak memory'],
    all.map(({ program, times, usage }) => {
      const { median, min, max } = spread(times);
      return [
        program.name,
        `${median.toFixed(0)} ms`,
        `${min.toFixed(0)} to ${max.toFixed(0)} ms`,
        program === base?.program ? '1' : withEnds(spread(ratios(times, base?.times ?? [])), 2),
        `${usage.cpuMilliseconds.toFixed(0)} ms`,
        `${(usage.peakKilobytes / 1024).toFixed(0)} MB`,
      ];
    }),
  );
}

function withEnds({ median, min, max }: Spread, digits: number): string {
  return `${median.toFixed(digits)} (${min.toFixed(digits)} to ${max.toFixed(digits)})`;
}
