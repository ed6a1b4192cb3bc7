/** The grammar of mentions: `format.md`, section "The body". */

import { trimEndOf } from '../text/trimEnd.ts';
import type { KnownName, Lexicon } from './lexicon.ts';

const NAME = String.raw`[\p{Script=Latin}\p{Nd}](?:[\p{Script=Latin}\p{Nd}\p{M}_.\-]*[\p{Script=Latin}\p{Nd}\p{M}_])?`;

/** A handle without `@`: `maria`, `amy.waller`, `maría`, `org/team`. Source of a RegExp with the `u` flag. */
export const handlePattern = `${NAME}(?:/${NAME})?`;

const FIRST = /[\p{Script=Latin}\p{Nd}]/u;
const LETTER = /[\p{Script=Latin}\p{Nd}\p{M}]/u;
/** A letter of a script without spaces ends a word before it: `请@maria打印`. */
const BEFORE =
  /[\p{N}\p{M}_.@/]|(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Bopomofo}])\p{L}/u;
const BRACKETED = /<[^<>\n]{0,200}>|\[[^[\]\n]{0,200}\]|\{\{[^{}\n]{0,200}\}\}|\{[^{}\n]{0,200}\}/y;
/** `@2pm`, `@14:30`, `@2x`: a time or a size. */
const MEASURE =
  /\d{1,4}(?:[:.]\d{2})?(?:am|pm|a\.m\.|p\.m\.|h\d{0,2}|x|dpi|fps|p)(?![\p{L}\p{N}_])|\d{1,2}:\d{2}(?![\p{L}\p{N}_])/iuy;

const PLACEHOLDERS = new Set('tbd tba tbc owner dri handle name username unassigned'.split(' '));
const BROADCASTS = new Set(['all', 'here', 'channel', 'everyone']);
/** Tags of other task tools: `@done`, `@due(2027-01-10)`. */
const TAGS = new Set('done started cancelled canceled today critical high low est'.split(' '));
// The endings seen behind an @ in real documents and their nearest relatives; a handle such as `amy.waller` must stay one.
const DOMAIN =
  /\.(?:com|org|net|io|dev|app|ai|co|edu|gov|info|biz|eu|de|fr|es|it|nl|ch|at|uk|us|ca|au|nz|in|jp|cn|br|me|tv)$/i;

export interface MentionMatch {
  /** Offset one past the mention. */
  readonly end: number;
  readonly handle: string;
  readonly form: 'handle' | 'name' | 'placeholder' | 'domain' | 'tag';
}

/** What stands around the `@`. */
export interface MentionContext {
  /** The text just before it is a mention, so that `@maria/@sam` is two; or emphasis, so that `__@maria__` is one. */
  readonly isFree: boolean;
  readonly lexicon: Lexicon | undefined;
}

/** The mention or placeholder whose `@` stands at `at`, if there is one. */
export function matchMention(
  text: string,
  at: number,
  { isFree, lexicon }: MentionContext,
): MentionMatch | undefined {
  if (at > 0 && !isFree && BEFORE.test(characterBefore(text, at))) return undefined;
  const name = lexicon?.nameAt(text, at + 1, true);
  const found = matchHandle(text, at);
  if (lexicon && name && !(found && isMore(found, name, text, at + 1, lexicon)))
    return { end: name.end, handle: name.handle, form: 'name' };
  if (found && found.form !== 'handle' && lexicon?.defines(found.handle) === true)
    return { ...found, form: 'handle' };
  return found;
}

/** Whether a handle is defined, or says more than a name that it begins with: `@Ann_Sales` and `@ann/web` are not Ann. */
function isMore(
  { handle, end }: MentionMatch,
  name: KnownName,
  text: string,
  from: number,
  lexicon: Lexicon,
): boolean {
  if (end < name.end) return false;
  if (lexicon.defines(handle)) return true;
  // A `_` may close an emphasis, and `@Ann/Ben` are two.
  if (trimEndOf(handle, '_').length <= name.end - from) return false;
  return text[name.end] !== '/' || !lexicon.nameAt(text, name.end + 1);
}

/** The same by its look alone. */
function matchHandle(text: string, at: number): MentionMatch | undefined {
  const blank = blankEnd(text, at + 1);
  if (blank !== undefined) return { end: blank, handle: text.slice(at + 1, blank), form: 'placeholder' };
  MEASURE.lastIndex = at + 1;
  if (/\d/.test(text[at + 1] ?? '') && MEASURE.test(text))
    return { end: MEASURE.lastIndex, handle: text.slice(at + 1, MEASURE.lastIndex), form: 'tag' };
  const scanned = scanHandle(text, at + 1);
  if (!scanned) return undefined;
  const { handle } = scanned;
  let { end } = scanned;
  const key = handle.toLowerCase();
  if (BROADCASTS.has(key)) return undefined;
  let form: MentionMatch['form'] = TAGS.has(key) ? 'tag' : formOf(handle, key);
  if (text[end] === '(' && form === 'handle') {
    // `@due(2027-01-10)`: the bracket follows without a space.
    const close = closingBracket(text, end);
    if (close !== undefined) {
      form = 'tag';
      end = close + 1;
    }
  }
  return { end, handle, form };
}

function formOf(handle: string, key: string): MentionMatch['form'] {
  if (PLACEHOLDERS.has(key)) return 'placeholder';
  return handle.includes('.') && DOMAIN.test(handle) ? 'domain' : 'handle';
}

/** Offset one past a blank to fill in: `____`, `<name>`, `[name]`, `{name}`. */
function blankEnd(text: string, from: number): number | undefined {
  let end = from;
  while (text[end] === '_' || (text[end] === '\\' && text[end + 1] === '_')) end += text[end] === '_' ? 1 : 2;
  // `@_name` is no placeholder: the underscores must be all there is.
  if (end > from) return /[\p{L}\p{N}]/u.test(text[end] ?? '') ? undefined : end;
  BRACKETED.lastIndex = from;
  return '<[{'.includes(text[from] ?? ' ') && BRACKETED.test(text) ? BRACKETED.lastIndex : undefined;
}

/** At most so far behind a bracket its end is looked for. */
const LONGEST_TAG = 80;

function closingBracket(text: string, open: number): number | undefined {
  for (let i = open + 1; i < text.length && i - open <= LONGEST_TAG; i++) {
    const char = text[i];
    if (char === ')') return i;
    if (char === '(' || char === '\n' || char === '@') return undefined;
  }
  return undefined;
}

/** A handle, with CommonMark's escapes undone (`maria\_lopez`), and the offset one past it. */
function scanHandle(text: string, from: number): { handle: string; end: number } | undefined {
  const first = scanName(text, from);
  if (!first || text[first.end] !== '/') return first;
  const second = scanName(text, first.end + 1);
  return second ? { handle: `${first.handle}/${second.handle}`, end: second.end } : first;
}

function scanName(text: string, from: number): { handle: string; end: number } | undefined {
  if (!FIRST.test(characterAt(text, from))) return undefined;
  let handle = '';
  // What has been read up to the last sign a handle may end in.
  let known = { handle, end: from };
  for (let i = from; i < text.length;) {
    const escapes = text[i] === '\\' && /[_.-]/.test(text[i + 1] ?? '');
    const char = escapes ? (text[i + 1] ?? '') : characterAt(text, i);
    const isLetter = LETTER.test(char) || char === '_';
    if (!isLetter && char !== '.' && char !== '-') break;
    handle += char;
    i += escapes ? 2 : char.length;
    if (isLetter) known = { handle, end: i };
  }
  return known;
}

/** The whole code point at an offset. */
function characterAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}

/** The whole code point before an offset: a letter outside the BMP takes two units. */
function characterBefore(text: string, at: number): string {
  const unit = text.charCodeAt(at - 1);
  return unit >= 0xdc00 && unit <= 0xdfff ? text.slice(at - 2, at) : text.slice(at - 1, at);
}

/** True for what speaks to everybody behind an `@`, in lower case: `all`, `here`. */
export function isBroadcast(word: string): boolean {
  return BROADCASTS.has(word);
}

/** True when a handle in a token is only there to be filled in: `for:@tbd`, `for:@____`. */
export function isPlaceholder(handle: string): boolean {
  return PLACEHOLDERS.has(handle.toLowerCase()) || isBlank(handle);
}

/** `____`, or anything wholly in brackets. */
function isBlank(text: string): boolean {
  if (/^_+$/.test(text)) return true;
  const pair = ['<>', '[]', '{}'].find((p) => text.startsWith(p[0] ?? ' ') && text.endsWith(p[1] ?? ' '));
  return pair !== undefined && text.length > 1;
}

const NOBODY = new Set(['n/a', 'na', 'tbd', 'tbc', 'tba', 'none', 'nobody', 'no one', 'unassigned', 'open']);
const SIGNS = /^[-–—?.…_*/\\]*$/;

/**
 * True when an owner's value in plain words says that there is nobody yet: `TBD`, `-`, `N/A`, `[Name]`, `{{owner}}`,
 * with or without brackets around it or a remark behind (`TBD (hiring)`).
 */
export function saysNobody(text: string): boolean {
  let bare = text.trim();
  if (isBlank(bare)) return true;
  const remark = bare.endsWith(')') ? bare.lastIndexOf('(') : -1;
  if (remark > 0) bare = bare.slice(0, remark).trim();
  else if (remark === 0) bare = bare.slice(1, -1).trim();
  return SIGNS.test(bare) || isBlank(bare) || NOBODY.has(bare.toLowerCase());
}
