/** What a mistake in YAML text is, and the quick fix that would mend it. */

import type { MessageArgs } from '../text/message.ts';
import type { frontMatterInvalidFixes } from './frontMatterMessages.ts';
import type { InvalidMessage } from './frontMatterProblem.ts';

/** Offsets are into the text that was repaired. */
export interface Flaw {
  readonly message: InvalidMessage;
  readonly args: MessageArgs;
  readonly start: number;
  readonly end: number;
  readonly fix?: FlawFix;
}

export interface FlawFix {
  readonly title: keyof typeof frontMatterInvalidFixes;
  readonly args: MessageArgs;
  readonly edits: readonly { readonly start: number; readonly end: number; readonly text: string }[];
}

/**
 * A value as it was meant. The repaired text has every character of the value where it was, so that offsets stay
 * true; only brackets or a quote may be added at the end.
 */
export interface Repair {
  readonly text: string;
  /** How many characters were added at the end. */
  readonly added: number;
  /** What was wrong; empty when nothing was found. */
  readonly flaws: readonly Flaw[];
}

/** The flaw with all its offsets moved. */
export function shiftFlaw(flaw: Flaw, by: number): Flaw {
  const { fix } = flaw;
  const edits = fix?.edits.map((e) => ({ start: e.start + by, end: e.end + by, text: e.text }));
  return {
    ...flaw,
    start: flaw.start + by,
    end: flaw.end + by,
    ...(fix && edits && { fix: { ...fix, edits } }),
  };
}

export function quoteFix(value: string, start: number, end: number): FlawFix {
  return {
    title: 'quote',
    args: { text: shorten(value) },
    edits: [{ start, end, text: quoteYaml(value) }],
  };
}

export function unclosedQuote(start: number, end: number, quote: string): Flaw {
  return {
    message: 'unclosedQuote',
    args: { quote },
    start,
    end,
    fix: { title: 'close', args: { close: quote }, edits: [{ start: end, end, text: quote }] },
  };
}

/** The text in quotes, so that YAML reads exactly it. Double quotes where they need no escapes. */
export function quoteYaml(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

/** Long values would fill a menu. */
export function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39).trimEnd()}…` : text;
}
