import { writeSync } from 'node:fs';
import { check } from './check.ts';
import { outcome, type Command, type Environment, type Outcome } from './command.ts';
import { isTerminal, OutputError, write } from './output.ts';
import { withSlashes } from './paths.ts';
import { Progress, type ProgressLine } from './progress.ts';
import { readStdin } from './stdin.ts';
import { tasks } from './tasks.ts';
import { help } from './usage.ts';
import { UsageError } from './usageError.ts';
import { readVersion } from './version.ts';
import { printableLines } from './wording.ts';
import { misspelled } from '../workspace/spelling.ts';

const commands: ReadonlyMap<string, Command> = new Map([
  ['check', check],
  ['tasks', tasks],
]);

async function run(args: readonly string[], environment: Omit<Environment, 'cwd'>): Promise<Outcome> {
  const [name, ...rest] = args;
  switch (name) {
    case undefined:
      return outcome('', [help], 2);
    case '--help':
    case '-h':
    case 'help':
      return outcome(help, [], 0);
    case '--version':
    case '-v':
      return outcome(`${environment.version()}\n`, [], 0);
  }
  const command = commands.get(name);
  try {
    if (!command) throw new UsageError(unknownCommand(name));
    return await command(rest, { ...environment, cwd: currentFolder() });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const helpOf = command ? `playbook ${name} --help` : 'playbook --help';
    return outcome('', [`${error.message}\nRun "${helpOf}" to see what there is.`], 2);
  }
}

/** @throws {UsageError} where somebody has deleted it */
function currentFolder(): string {
  try {
    return withSlashes(process.cwd());
  } catch {
    throw new UsageError('The current folder is gone. Go to another folder and run the command again.');
  }
}

function unknownCommand(name: string): string {
  if (name.startsWith('-')) return `Unknown option ${name}.`;
  const near = misspelled(name, [...commands.keys()]);
  return `Unknown command "${name}".${near === undefined ? '' : ` Did you mean ${near}?`}`;
}

async function main(): Promise<void> {
  // Set, not passed to process.exit(), which would cut off output that is still on its way.
  try {
    const progress = new Progress((await isTerminal(2)) ? progressLine : undefined);
    const clear = (): void => {
      progress.clear();
    };
    let notes: readonly string[] = [];
    try {
      const { output, ending } = await run(process.argv.slice(2), {
        env: process.env,
        readStdin,
        isTerminal: () => isTerminal(1),
        version: () => readVersion(process.argv[1] ?? ''),
        progress,
      });
      const failure = await write(1, output, clear).then(() => undefined, reasonNotWritten);
      const { notes: own, exitCode } = ending();
      process.exitCode = failure === undefined ? exitCode : 2;
      notes = failure === undefined ? own : [...own, failure];
    } finally {
      clear();
    }
    await say(notes.map((n) => (n.endsWith('\n') ? n : `${n}\n`)).join(''));
  } catch (error) {
    // Exit code 1 would say that a playbook has problems.
    process.exitCode = 2;
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
    await say(`playbook stopped on a mistake of its own. Please report it:\n${why}\n`);
  }
}

function reasonNotWritten(error: unknown): string {
  if (!(error instanceof OutputError)) throw error;
  return `The output cannot be written (${error.code}).`;
}

const progressLine: ProgressLine = {
  now: () => performance.now(),
  write: (text) => writeSync(2, text),
};

/** A text for standard error. What a user wrote, or what an error quotes, may hold anything. */
function say(text: string): Promise<void> {
  return write(2, [printableLines(text)]);
}

void main();
