import type { MessageArgs } from '../text/message.ts';
import { compareRanges, type Range } from '../text/range.ts';
import type {
  frontMatterInvalidFixes,
  frontMatterInvalidMessages,
  frontMatterSchemaFixes,
  frontMatterSchemaMessages,
} from './frontMatterMessages.ts';
import type { RelatedPlace, SyntaxFix, SyntaxProblem } from './problem.ts';

export type InvalidMessage = keyof typeof frontMatterInvalidMessages;
export type InvalidFix = SyntaxFix & { readonly title: keyof typeof frontMatterInvalidFixes };
export type SchemaMessage = keyof typeof frontMatterSchemaMessages;
export type SchemaFix = SyntaxFix & { readonly title: keyof typeof frontMatterSchemaFixes };

/** What a schema problem may have beside its message. */
export interface SchemaExtras {
  readonly fix?: SchemaFix | undefined;
  readonly related?: readonly RelatedPlace[];
}

/** YAML that does not parse. The types tie message and fix to their templates. */
export function invalidYaml(
  message: InvalidMessage,
  range: Range,
  args: MessageArgs = {},
  fix?: InvalidFix,
): SyntaxProblem {
  // In quotes a text is what it was meant to be; every other repair guesses.
  const isSafe = fix?.title === 'quote';
  return { rule: 'front-matter-invalid', message, args, range, ...(fix && { fix: { ...fix, isSafe } }) };
}

/** YAML that parses, but says something our keys do not hold. */
export function wrongSchema(
  message: SchemaMessage,
  range: Range,
  args: MessageArgs = {},
  { fix, related }: SchemaExtras = {},
): SyntaxProblem {
  return {
    rule: 'front-matter-schema',
    message,
    args,
    range,
    ...(fix && { fix }),
    ...(related && { related }),
  };
}

/**
 * Problems in source order, each said once: values that an alias repeats are read more than once, and one broken
 * place can stop several readings.
 */
export function tidyProblems(problems: readonly SyntaxProblem[]): SyntaxProblem[] {
  const seen = new Set<string>();
  return problems
    .filter(({ rule, message, args, range: { start } }) => {
      const what = rule === 'front-matter-invalid' ? rule : `${message} ${JSON.stringify(args)}`;
      const key = `${start.line}:${start.character} ${what}`;
      return !seen.has(key) && seen.add(key);
    })
    .sort((a, b) => compareRanges(a.range, b.range));
}
