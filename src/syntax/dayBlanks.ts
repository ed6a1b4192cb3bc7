/** What keeps the place of a day that somebody still has to fill in: `[DATE]`, `2027-xx-xx`, `____`. */

import { matchEnd, WORD_END } from './matchAt.ts';

const DAY_WORDS =
  '(?:(?:insert|enter|add) +)?(?:the +)?(?:(?:due|target|launch|release|go-live|publish(?:ing)?|send|ship) +)?(?:dates?|day|deadline|due)(?: *[/&] *time)?|yyyy[-/.]mm[-/.]dd|dd[-/.]mm(?:[-/.]yyyy)?|mm[-/.]dd(?:[-/.]yyyy)?|tbd|tba|tbc';
/** A blank in brackets says so anywhere. */
const BRACKETED = new RegExp(
  `\\[ *(?:${DAY_WORDS}) *\\]|\\{\\{? *(?:${DAY_WORDS}) *\\}?\\}|<(?:${DAY_WORDS})>`,
  'iuy',
);
/** And so does a day with letters or marks for digits. */
const HALF_DAY =
  /(?:20[0-9x?_]{2}-(?:(?:xx|\?\?|__)-(?:\d\d|xx|\?\?|__|dd)|\d\d-(?:xx|\?\?|__|dd))|20[x?_]{2}-\d\d-\d\d)(?![\p{L}\p{N}-])/iuy;
/** These are blanks only where a day is expected. */
const BARE = new RegExp(
  `(?:(?:yyyy[-/.]mm[-/.]dd|dd[-/.]mm(?:[-/.]yyyy)?|mm[-/.]dd(?:[-/.]yyyy)?|xx[-/.]xx(?:[-/.]x{2,4})?|tbd|tba|tbc)${WORD_END}|_{2,}|\\?{2,})`,
  'iuy',
);

/** The end of a blank that needs no words around it. */
export function blankAt(text: string, at: number): number | undefined {
  return matchEnd(BRACKETED, text, at) ?? matchEnd(HALF_DAY, text, at);
}

/** The end of a blank where the text around it says that a day stands there. */
export function expectedBlankAt(text: string, at: number): number | undefined {
  return blankAt(text, at) ?? matchEnd(BARE, text, at);
}

/** True for what a form leaves to fill in, even in a cell that may say `TBD` at will: `[Date]`, `____`, `2028-xx-xx`. */
export function isFormBlank(text: string): boolean {
  return blankAt(text, 0) === text.length || /^_{2,}$/.test(text);
}

/** True for a text that only keeps a day's place. */
export function isBlank(text: string): boolean {
  return expectedBlankAt(text, 0) === text.length;
}
