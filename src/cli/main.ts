import { check } from './check.ts';
import type { Command, Environment, Outcome } from './command.ts';
import { errorCode } from './failure.ts';
import { isTerminal, write } from './output.ts';
import { withSlashes } from './paths.ts';
import { readStdin } from './stdin.ts';
import { tasks } from './tasks.ts';
import { help } from './usage.ts';
import { UsageError } from './usageError.ts';
import { readVersion } from './version.ts';
import { misspelled } from '../workspace/spelling.ts';

const commands: ReadonlyMap<string, Command> = new Map([
  ['check', check],
  ['tasks', tasks],
]);

async function run(args: readonly string[], environment: Environment): Promise<Outcome> {
  const [name, ...rest] = args;
  switch (name) {
    case undefined:
      return { output: '', notes: [help], exitCode: 2 };
    case '--help':
    case '-h':
    case 'help':
      return { output: help, notes: [], exitCode: 0 };
    case '--version':
    case '-v':
      return { output: `${environment.version()}\n`, notes: [], exitCode: 0 };
  }
  const command = commands.get(name);
  try {
    if (!command) throw new UsageError(unknownCommand(name));
    return await command(rest, environment);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const helpOf = command ? `playbook ${name} --help` : 'playbook --help';
    return { output: '', notes: [`${error.message}\nRun "${helpOf}" to see what there is.`], exitCode: 2 };
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
    const outcome = await run(process.argv.slice(2), {
      cwd: withSlashes(process.cwd()),
      env: process.env,
      readStdin,
      isTerminal,
      version: () => readVersion(process.argv[1] ?? ''),
    });
    process.exitCode = outcome.exitCode;
    const notes = [...outcome.notes];
    try {
      await write(1, outcome.output);
    } catch (error) {
      process.exitCode = 2;
      notes.push(`The output cannot be written (${errorCode(error) ?? String(error)}).`);
    }
    await write(2, notes.map((n) => (n.endsWith('\n') ? n : `${n}\n`)).join(''));
  } catch (error) {
    // Exit code 1 would say that a playbook has problems.
    process.exitCode = 2;
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
    await write(2, `playbook stopped on a mistake of its own. Please report it:\n${why}\n`);
  }
}

void main();
