import { trimEndOf } from '../text/trimEnd.ts';

/** Where in Markdown something is written. */
export interface MarkdownPlace {
  /** The line up to it. */
  readonly before: string;
  /** The line from its end on. */
  readonly after: string;
}

// What a line may begin with before its own words: indent, quote and list marks, a box.
const MARKS = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)*$/;

/** A text as it is written in Markdown so that it reads as that text, and nothing else does. */
export function escapeMarkdown(text: string, { before, after }: MarkdownPlace): string {
  if (/\]\(<?$/.test(before)) return escapeUrl(text, true);
  if (isInUrl(before)) return escapeUrl(text, false);
  let escaped = text
    .replace(/[\\`*[\]<|~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&');
  if (MARKS.test(before))
    escaped = escaped.replace(/^(\d{1,9})(?=[.)])/, '$1\\').replace(/^[#>+\-=]/, '\\$&');
  // `## Expo #` ends with a mark that is not shown.
  if (/^\s*#/.test(before) && after.trim() === '') escaped = escapeEnd(escaped, '#');
  return after.startsWith('[') ? escaped.replace(/!$/, '\\!') : escaped;
}

/** The same where our own signs, such as those of tags and tokens, mean nothing either. */
export function escapeAll(text: string): string {
  return text.replace(/[!"#$%&'()*+,\-./:;<=>?[\\\]^_`{|}~]/g, '\\$&');
}

function isInUrl(before: string): boolean {
  let start = before.length;
  while (start > 0 && !/[\s()<>]/.test(before.charAt(start - 1))) start--;
  return before.slice(0, start).endsWith('](') || /https?:\/\//i.test(before.slice(start));
}

/** Escapes the signs of one kind that a text ends with. */
function escapeEnd(text: string, sign: string): string {
  const end = trimEndOf(text, sign).length;
  return end === text.length ? text : `${text.slice(0, end)}\\${text.slice(end)}`;
}

/** @param isWhole whether the text is an address itself, and no part of one */
function escapeUrl(text: string, isWhole: boolean): string {
  return text.replace(isWhole ? /[\s()<>"\\`|{}^]/g : /[\s()<>"\\`|{}^/?#&=%+]/g, (sign) =>
    sign === '(' ? '%28' : sign === ')' ? '%29' : encodeURIComponent(sign),
  );
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
