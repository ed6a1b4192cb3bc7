import { parseArgs } from 'node:util';
import { misspelled } from '../workspace/spelling.ts';
import { UsageError } from './usageError.ts';

/** What a command accepts: options by name, without their dashes. */
export interface OptionSpec {
  /** Options that stand alone. */
  readonly flags: readonly string[];
  /** Options with a value. */
  readonly values: readonly string[];
}

export interface Options {
  readonly flags: ReadonlySet<string>;
  /** Every value given, in order. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly positionals: readonly string[];
}

/** @throws {UsageError} in words of our own: Node's differ from version to version. */
export function readOptions(args: readonly string[], spec: OptionSpec): Options {
  const flags = new Set<string>();
  const values = new Map<string, string[]>();
  const positionals: string[] = [];
  const { tokens } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', short: 'h' },
      ...Object.fromEntries(spec.flags.map((name) => [name, { type: 'boolean' as const }])),
      ...Object.fromEntries(spec.values.map((name) => [name, { type: 'string' as const }])),
    },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    if (spec.values.includes(name)) {
      if (value === undefined) throw new UsageError(`${rawName} needs a value behind it.`);
      values.set(name, [...(values.get(name) ?? []), value]);
    } else if (spec.flags.includes(name) || name === 'help') {
      if (value !== undefined) throw new UsageError(`${rawName} takes no value.`);
      flags.add(name);
    } else {
      throw new UsageError(
        `Unknown option ${rawName}.${didYouMean(rawName, [...spec.flags, ...spec.values])}`,
      );
    }
  }
  return { flags, values, positionals };
}

function didYouMean(rawName: string, names: readonly string[]): string {
  const near = misspelled(rawName.replace(/^-+/, ''), names);
  return near === undefined ? '' : ` Did you mean --${near}?`;
}

/** The last value given, which must be one of `choices`; the first of them when none was given. */
export function choiceOf<T extends string>(options: Options, name: string, choices: readonly [T, ...T[]]): T {
  const value = options.values.get(name)?.at(-1);
  if (value === undefined) return choices[0];
  const found = choices.find((c) => c === value);
  if (found === undefined) throw new UsageError(`Unknown ${name} "${value}". Use ${choices.join(', ')}.`);
  return found;
}
