import { ruleIds } from '../workspace/ruleIds.ts';
import { severities } from '../workspace/rosterRules.ts';
import type { Severity } from '../workspace/rosterTypes.ts';
import { nearest } from '../workspace/spelling.ts';
import { choiceOf, readOptions } from './options.ts';
import { UsageError } from './usageError.ts';

const FORMATS = ['text', 'json', 'sarif', 'github'] as const;

export interface CheckOptions {
  readonly paths: readonly string[];
  readonly format: (typeof FORMATS)[number];
  /** Severities of `--rule`, which nothing overrides. */
  readonly forced: ReadonlyMap<string, Severity>;
  /** How many warnings are allowed. */
  readonly maxWarnings: number;
  /** The file that standard input stands for. */
  readonly stdinPath: string | undefined;
  readonly quiet: boolean;
  /** Whether to repair in the files what may be repaired without asking. */
  readonly fix: boolean;
  /** Whether to record the problems first, so that only new ones are reported from then on. */
  readonly writeBaseline: boolean;
}

/** @throws {UsageError} */
export function checkOptions(args: readonly string[]): CheckOptions | 'help' {
  const options = readOptions(args, {
    flags: ['quiet', 'fix', 'write-baseline'],
    values: ['format', 'rule', 'max-warnings', 'stdin-path'],
  });
  if (options.flags.has('help')) return 'help';
  const { values, positionals } = options;
  const stdinPath = values.get('stdin-path')?.at(-1);
  const readsStdin = positionals.includes('-');
  if (readsStdin && stdinPath === undefined) {
    throw new UsageError(
      '"-" reads a playbook from standard input. Say which file it is: --stdin-path PATH -',
    );
  }
  if (!readsStdin && stdinPath !== undefined) {
    throw new UsageError('--stdin-path needs "-" for the text itself: --stdin-path PATH -');
  }
  if (stdinPath === '') throw new UsageError('--stdin-path needs the name of a file: --stdin-path PATH -');
  if (readsStdin && options.flags.has('fix')) {
    throw new UsageError('--fix writes files, and "-" is none. Save the text and check the file.');
  }
  if (readsStdin && options.flags.has('write-baseline')) {
    throw new UsageError(
      '--write-baseline records what stands in files, and "-" is none. Save the text first.',
    );
  }
  return {
    paths: positionals.filter((p) => p !== '-'),
    format: choiceOf(options, 'format', FORMATS),
    forced: new Map((values.get('rule') ?? []).map(readRule)),
    maxWarnings: readAmount(values.get('max-warnings')?.at(-1) ?? '0'),
    stdinPath,
    quiet: options.flags.has('quiet'),
    fix: options.flags.has('fix'),
    writeBaseline: options.flags.has('write-baseline'),
  };
}

function readRule(text: string): [string, Severity] {
  const [id = '', ...rest] = text.split('=');
  const value = rest.join('=');
  if (rest.length === 0)
    throw new UsageError(`--rule needs a rule and a severity, such as --rule owner-missing=error.`);
  if (!(ruleIds as readonly string[]).includes(id)) {
    const [near] = nearest(id, ruleIds, 1);
    throw new UsageError(`Unknown rule "${id}".${near === undefined ? '' : ` Did you mean ${near}?`}`);
  }
  const severity = severities.find((s) => s === value);
  if (!severity) throw new UsageError(`Unknown severity "${value}" for ${id}. Use ${severities.join(', ')}.`);
  return [id, severity];
}

function readAmount(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--max-warnings needs a whole number, not "${text}".`);
  return Number(text);
}
