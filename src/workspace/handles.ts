import { handlePattern, isBroadcast as isBroadcastWord } from '../syntax/mentions.ts';
import { foldCase } from '../text/fold.ts';

// One grammar for what a playbook may mention and what a roster may define.
export { handlePattern };

const WHOLE_HANDLE = new RegExp(`^${handlePattern}$`, 'u');

/** The form in which handles are compared: without `@`, Unicode composed (NFC), case folded. */
export function normalizeHandle(text: string): string {
  const handle = text.startsWith('@') ? text.slice(1) : text;
  return foldCase(handle);
}

/** Whether two texts name one handle, with or without `@`, however they are spelled. */
export function isSameHandle(a: string, b: string): boolean {
  return normalizeHandle(a) === normalizeHandle(b);
}

/** True when the text, without its `@`, could be mentioned. */
export function isHandle(text: string): boolean {
  return WHOLE_HANDLE.test(text.startsWith('@') ? text.slice(1) : text);
}

/** True for `@all`, `@here` and the like, which speak to everybody and are never a person's handle. */
export function isBroadcast(text: string): boolean {
  return isBroadcastWord(normalizeHandle(text));
}

/** The form in which display names are compared: Unicode composed, white space folded, lower case. */
export function normalizeName(text: string): string {
  return foldCase(text.trim().replace(/\s+/gu, ' '));
}
