// `npm run bench`: measures, and writes docs/performance.md. `--only NAME` measures one part and only shows it.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { run } from '../lib/command.ts';
import { ROOT } from '../lib/paths.ts';
import { describeError } from '../vscode-host/problem.ts';
import { createRunDir } from '../vscode-host/runDir.ts';
import { measureActivation } from './activationPart.ts';
import { measureCheck } from './checkPart.ts';
import { measureKeystrokes } from './keystrokePart.ts';
import { machineNode, nodeAt } from './node.ts';
import { measureLargeWorkspace } from './largeWorkspacePart.ts';
import { type Machine, renderPage, thisMachine } from './page.ts';
import { type Part, progress } from './part.ts';
import { installPeers } from './peers.ts';
import { measureShapes } from './shapesPart.ts';
import { measureSizes } from './sizePart.ts';

const PARTS = ['check', 'keystroke', 'shapes', 'workspace', 'activation', 'size'] as const;
type PartName = (typeof PARTS)[number];

interface Options {
  readonly only: PartName | undefined;
  readonly withPeers: boolean;
  readonly rounds: number;
  readonly node: string | undefined;
}

/** @throws Error in words for the user */
function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      'only': { type: 'string' },
      'no-peers': { type: 'boolean', default: false },
      'rounds': { type: 'string', default: '7' },
      'node': { type: 'string' },
    },
  });
  const only = PARTS.find((name) => name === values.only);
  if (values.only !== undefined && only === undefined) {
    throw new Error(`There is no part "${values.only}". There are: ${PARTS.join(', ')}.`);
  }
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds needs a whole number, 1 or more.');
  return { only, withPeers: !values['no-peers'], rounds, node: values.node };
}

async function measure(options: Options, scratch: string): Promise<Part[]> {
  // Before anything is measured: a run must not fail after four minutes because of the network.
  const wants = (name: PartName): boolean => options.only === undefined || options.only === name;
  const peers = options.withPeers && wants('check') ? await installPeers() : undefined;
  const built = await run(process.execPath, [path.join(ROOT, 'scripts/build.ts')]);
  if (built.code !== 0) throw new Error(`The build failed:\n${built.output}`);
  const node = options.node === undefined ? machineNode() : nodeAt(options.node);
  const all: Readonly<Record<PartName, () => Promise<Part>>> = {
    check: () => measureCheck({ scratch, node, peers, rounds: options.rounds }),
    keystroke: measureKeystrokes,
    shapes: () => Promise.resolve(measureShapes()),
    workspace: () => measureLargeWorkspace(scratch),
    activation: () => measureActivation(scratch),
    size: () => measureSizes(scratch),
  };
  const parts: Part[] = [];
  for (const name of PARTS) if (wants(name)) parts.push(await all[name]());
  return parts;
}

/** Exits with 2 for options that cannot be understood, as the command line does. */
function optionsOrExit(): Options {
  try {
    return readOptions();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  }
}

function show(parts: readonly Part[]): void {
  for (const { aims, section } of parts) {
    console.log(`${section}\n`);
    for (const { what, aim, result, isMet } of aims) {
      console.log(`${isMet ? 'met' : 'MISSED'}: ${what}: ${result} (aim: ${aim})`);
    }
  }
}

function writePage(parts: readonly Part[], machine: Machine): void {
  const file = path.join(ROOT, 'docs/performance.md');
  writeFileSync(file, renderPage(parts, machine, new Date().toISOString().slice(0, 10)));
  progress(`wrote ${path.relative(process.cwd(), file)}`);
}

const options = optionsOrExit();
// Gone afterwards, even if the run is broken off.
const scratch = createRunDir();
try {
  const machine = thisMachine();
  const parts = await measure(options, scratch.path);
  if (options.only === undefined) writePage(parts, machine);
  else show(parts);
} catch (error) {
  console.error(describeError(error));
  process.exitCode = 1;
} finally {
  await scratch.dispose();
}
