/** Guesses what a broken flow scalar was meant to say: one in quotes, or a plain one (YAML 1.2.2 section 7.3). */

import type { MessageArgs } from '../text/message.ts';
import type { InvalidMessage } from './frontMatterProblem.ts';
import { quoteFix, unclosedQuote, type Repair } from './yamlFlaw.ts';
import { closingQuote, lineEnd } from './yamlScan.ts';

/** Characters that open no plain value (YAML 1.2.2 section 5.3): reserved ones, and indicators of other things. */
const NO_START = new Set('@`%*&!|>');

export const QUOTES = new Set('"\'');
// Stands in for a character that would end or break a plain value; what it is does not matter.
export const FILLER = 'x';

export function repairQuoted(text: string, at: number, quote: string): Repair {
  const close = closingQuote(text, at);
  if (close === undefined) {
    const end = lineEnd(text, at);
    return { text: text.slice(0, end) + quote, added: 1, flaws: [unclosedQuote(at, end, quote)] };
  }
  const end = lineEnd(text, close);
  const oneLine = !/[\r\n]/.test(text.slice(at, close));
  if (close + 1 === end || !oneLine) return { text, added: 0, flaws: [] };
  return repairPlain(text, at, end, { message: 'textAfterQuote', args: {} });
}

/** Takes the whole value as text, whatever it holds. */
export function repairPlain(
  text: string,
  start: number,
  end: number,
  known: { message: InvalidMessage; args: MessageArgs } | undefined,
): Repair {
  const value = text.slice(start, end);
  const found = known ?? plainFlaw(value);
  if (!found || value === '') return { text, added: 0, flaws: [] };
  const filled = text.slice(0, start) + FILLER.repeat(value.length) + text.slice(end);
  return { text: filled, added: 0, flaws: [{ ...found, start, end, fix: quoteFix(value, start, end) }] };
}

/** What keeps a value of one line from being plain text, if that can be seen. */
export function plainFlaw(value: string): { message: InvalidMessage; args: MessageArgs } | undefined {
  const first = value[0] ?? '';
  if (/^@[^\s@,:{}[\]]+$/.test(value)) return { message: 'atSign', args: { handle: value.slice(1) } };
  if (NO_START.has(first)) return { message: 'needsQuotes', args: { character: first } };
  if (/^[-?](?:\s|$)/.test(value)) return { message: 'needsQuotes', args: { character: first } };
  if (/:(?:\s|$)/.test(value)) return { message: 'secondColon', args: {} };
  return undefined;
}
