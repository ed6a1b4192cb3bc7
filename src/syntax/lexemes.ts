import { trimEndOf } from '../text/trimEnd.ts';
import { endOf, linkTargetEnd } from './linkTarget.ts';
import { matchMention } from './mentions.ts';
import type { Mention, TokenKey } from './playbook.ts';
import { isTokenKey, tokenKinds } from './tokens.ts';

/**
 * One piece of inline text. Every unit of the text lies in exactly one lexeme, in order. This is no CommonMark
 * inline parser: it knows just enough to tell words from what only looks like a mention or a token.
 */
export type Lexeme =
  | Piece<'word' | 'space' | 'mark' | 'emphasis' | 'code' | 'comment' | 'html' | 'url' | 'date'>
  /** `[`, `]` and `(target)` of a link; transparent to owners, as `[@maria](url)` counts as `@maria`. */
  | Piece<'link'>
  | (Piece<'mention'> & { readonly handle: string; readonly form: Mention['form'] })
  | (Piece<'tag'> & { readonly name: string })
  | (Piece<'token'> & { readonly key: TokenKey; readonly values: readonly RawValue[] });

interface Piece<T extends string> {
  readonly type: T;
  /** Offsets in the text that was lexed. */
  readonly start: number;
  readonly end: number;
}

export interface RawValue {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const SPACE = /\s+/uy;
// `_` joins a word; at its end it may close an emphasis.
const WORD = /[\p{L}\p{N}\p{M}'’]+(?:_+[\p{L}\p{N}\p{M}'’]+)*/uy;
const SCHEME = /[a-z][a-z0-9+.-]*/iy;
const BEHIND_SCHEME = /:\/\/[^\s<>]+/y;
const WWW = /www\.[^\s<>]+/iy;
const URL_TAIL = `?!.,:*_~'"`;
const AUTOLINK = /<(?:[a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[^\s<>@]+)>/iy;
const HTML_TAG = /<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>/iy;
const DATE = /\d{4}-\d{2}-\d{2}(?![\p{L}\p{N}-])/uy;
const TAG = /#([\p{L}\p{N}_][\p{L}\p{N}\p{M}_/-]*)/uy;
const TOKEN_KEY = /[a-z]+/y;
const REFERENCE = /\[[^[\]@\n]*\]/y;
const ESCAPABLE = /[!"#$%&'()*+,\-./:;<=>?[\\\]^_`{|}~]/;
// A link text is short; looking further for its end would make a line of ten thousand brackets quadratic.
const MAX_OPEN_BRACKETS = 64;

export function lex(text: string): Lexeme[] {
  return new Lexer(text).run();
}

class Lexer {
  readonly #text: string;
  readonly #out: Lexeme[] = [];
  /** Whether an odd number of `_` has opened and closed emphasis until here. */
  #inUnderscores = false;
  /** Indexes in `#out` of `[` marks that may yet open a link. */
  #open: number[] = [];
  /** Where backtick runs of each length begin, behind the place that is being read; made when one is met. */
  #backticks: Map<number, RunStarts> | undefined;
  /** Offsets of the first and the last `~`; looked up once. */
  #tildes: readonly [number, number] | undefined;
  /** From here on no comment is closed. */
  #commentsEnd = Infinity;
  /** Up to here no scheme of an address begins: in `a+b+c` each letter might begin one, with the same end. */
  #schemesFrom = 0;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  run(): Lexeme[] {
    while (this.#at < this.#text.length) this.#step();
    return this.#out;
  }

  #step(): void {
    const text = this.#text;
    const char = text[this.#at] ?? '';
    switch (char) {
      case '`':
        this.#codeSpan();
        return;
      case '<':
        if (this.#comment() || this.#take('url', AUTOLINK) || this.#take('html', HTML_TAG)) return;
        break;
      case '\\':
        // An escaped mark is text; `@` is not escapable away, as it is no CommonMark markup.
        if (ESCAPABLE.test(text[this.#at + 1] ?? '')) {
          this.#push('word', this.#at + 2);
          return;
        }
        break;
      case '[':
        this.#open.push(this.#out.length);
        if (this.#open.length > MAX_OPEN_BRACKETS) this.#open.shift();
        break;
      case ']':
        this.#closeBracket();
        return;
      case '*':
      case '~':
        this.#push(this.#mayBeEmphasis(char) ? 'emphasis' : 'mark', this.#at + 1);
        return;
      case '@':
        if (this.#mention()) return;
        break;
      case '#':
        if (this.#tag()) return;
        break;
    }
    if (this.#take('space', SPACE)) return;
    if (this.#atWordStart() && (this.#token() || this.#take('date', DATE) || this.#url())) return;
    if (char === '_' && this.#emphasisUnderscore()) return;
    if (this.#take('word', WORD)) return;
    this.#push('mark', this.#at + 1);
  }

  #push(type: Exclude<Lexeme['type'], 'mention' | 'tag' | 'token'>, end: number): void {
    this.#out.push({ type, start: this.#at, end });
    this.#at = end;
  }

  #take(type: Exclude<Lexeme['type'], 'mention' | 'tag' | 'token'>, pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    if (!pattern.test(this.#text)) return false;
    this.#push(type, pattern.lastIndex);
    return true;
  }

  #atWordStart(): boolean {
    return this.#at === 0 || !/[\p{L}\p{N}_@/.-]/u.test(this.#text[this.#at - 1] ?? '');
  }

  /** A mark between two spaces is none, and one `~` alone means "about". */
  #mayBeEmphasis(char: string): boolean {
    const text = this.#text;
    if (/\s/.test(text[this.#at - 1] ?? ' ') && /\s/.test(text[this.#at + 1] ?? ' ')) return false;
    if (char === '*') return true;
    const [first, last] = (this.#tildes ??= [text.indexOf('~'), text.lastIndexOf('~')]);
    return last > this.#at || first < this.#at;
  }

  /** `_` is emphasis only at a word's edge (CommonMark 0.31.2 section 6.2). */
  #emphasisUnderscore(): boolean {
    const before = this.#text[this.#at - 1] ?? ' ';
    const after = this.#text[this.#at + 1] ?? ' ';
    const inWord = /[\p{L}\p{N}]/u;
    if ((inWord.test(before) && inWord.test(after)) || after === '_' || before === '_') return false;
    this.#push('emphasis', this.#at + 1);
    this.#inUnderscores = !this.#inUnderscores;
    return true;
  }

  /** A comment that never ends is text, as in CommonMark; that it never ends is looked up once. */
  #comment(): boolean {
    if (this.#at >= this.#commentsEnd || !this.#text.startsWith('<!--', this.#at)) return false;
    const close = this.#text.indexOf('-->', this.#at + 4);
    if (close < 0) {
      this.#commentsEnd = this.#at;
      return false;
    }
    this.#push('comment', close + 3);
    return true;
  }

  #codeSpan(): void {
    const text = this.#text;
    let run = 1;
    while (text[this.#at + run] === '`') run++;
    this.#backticks ??= backtickRuns(text, this.#at);
    const runs = this.#backticks.get(run);
    // Reading goes on only, so that what lies behind it need not be looked at again.
    while (runs && (runs.starts[runs.next] ?? Infinity) < this.#at + run) runs.next++;
    const close = runs?.starts[runs.next];
    if (close === undefined) this.#push('mark', this.#at + run);
    else this.#push('code', close + run);
  }

  #closeBracket(): void {
    const opener = this.#open.pop();
    const close = this.#at;
    this.#push('mark', close + 1);
    if (opener === undefined) return;
    const target = linkTargetEnd(this.#text, close + 1) ?? endOf(REFERENCE, this.#text, close + 1);
    if (target === undefined) return;
    const opening = this.#out[opener];
    if (opening) this.#out[opener] = { type: 'link', start: opening.start, end: opening.end };
    this.#out[this.#out.length - 1] = { type: 'link', start: close, end: target };
    this.#at = target;
    // Links do not nest: no earlier bracket opens one around this (CommonMark 0.31.2 section 6.3).
    this.#open = [];
  }

  #mention(): boolean {
    const afterMention =
      this.#text[this.#at - 1] === '/' &&
      this.#out.at(-1)?.type === 'mark' &&
      this.#out.at(-2)?.type === 'mention';
    const found = matchMention(this.#text, this.#at, afterMention);
    if (!found) return false;
    let { end, handle } = found;
    // A handle may end in `_`, but in `_see @maria_` that one closes the emphasis.
    if (found.form === 'handle' && handle.endsWith('_') && this.#inUnderscores) {
      const trimmed = trimEndOf(handle, '_');
      end -= handle.length - trimmed.length;
      handle = trimmed;
    }
    this.#out.push({ type: 'mention', start: this.#at, end, handle, form: found.form });
    this.#at = end;
    return true;
  }

  #tag(): boolean {
    if (this.#at > 0 && !/[\s([{]/.test(this.#text[this.#at - 1] ?? '')) return false;
    TAG.lastIndex = this.#at;
    const found = TAG.exec(this.#text)?.[1];
    const name = found === undefined ? '' : trimEndOf(found, '-/');
    // `#12` refers to an issue; a tag says a word.
    if (!/\p{L}/u.test(name)) return false;
    const end = this.#at + 1 + name.length;
    this.#out.push({ type: 'tag', start: this.#at, end, name });
    this.#at = end;
    return true;
  }

  #url(): boolean {
    const end = this.#schemeAddressEnd() ?? endOf(WWW, this.#text, this.#at);
    if (end === undefined) return false;
    let url = trimEndOf(this.#text.slice(this.#at, end), URL_TAIL);
    // A closing bracket belongs to the sentence unless the URL opened it (GFM 0.29 section 6.9).
    let surplus = count(url, ')') - count(url, '(');
    for (; surplus > 0 && url.endsWith(')'); surplus--) url = trimEndOf(url.slice(0, -1), URL_TAIL);
    this.#push('url', this.#at + Math.max(url.length, 1));
    return true;
  }

  #schemeAddressEnd(): number | undefined {
    if (this.#at < this.#schemesFrom) return undefined;
    const scheme = endOf(SCHEME, this.#text, this.#at);
    if (scheme === undefined) return undefined;
    const end = endOf(BEHIND_SCHEME, this.#text, scheme);
    if (end === undefined) this.#schemesFrom = scheme;
    return end;
  }

  #token(): boolean {
    const start = this.#at;
    const keyEnd = endOf(TOKEN_KEY, this.#text, start);
    if (keyEnd === undefined || this.#text[keyEnd] !== ':') return false;
    const key = this.#text.slice(start, keyEnd);
    if (!isTokenKey(key)) return false;
    const valueStart = keyEnd + 1;
    const read = readValues(this.#text, valueStart, key, this.#inUnderscores);
    if (!read) return false;
    this.#out.push({ type: 'token', start, end: read.end, key, values: read.values });
    this.#at = read.end;
    return true;
  }
}

interface RunStarts {
  /** Rising. */
  readonly starts: number[];
  /** Index of the first that has not been read yet. */
  next: number;
}

/** Every run of backticks from an offset on, by its length. */
function backtickRuns(text: string, from: number): Map<number, RunStarts> {
  const found = new Map<number, RunStarts>();
  for (let start = text.indexOf('`', from); start >= 0;) {
    let end = start + 1;
    while (text[end] === '`') end++;
    const runs = found.get(end - start);
    if (runs) runs.starts.push(start);
    else found.set(end - start, { starts: [start], next: 0 });
    start = text.indexOf('`', end);
  }
  return found;
}

function count(text: string, char: string): number {
  let n = 0;
  for (const c of text) if (c === char) n++;
  return n;
}

const BARE_VALUE = /[^\s"<>`|*]+/y;
const BARE_ITEM = /[^\s"<>`|*,]+/y;

/** Values behind a token's colon: bare or quoted, several parted by commas without space. */
function readValues(
  text: string,
  from: number,
  key: TokenKey,
  inUnderscores: boolean,
): { readonly values: RawValue[]; readonly end: number } | undefined {
  const { many } = tokenKinds[key];
  const values: RawValue[] = [];
  let at = from;
  for (;;) {
    const value = readValue(text, at, tokenKinds[key], inUnderscores);
    if (!value) break;
    values.push(value.value);
    at = value.end;
    if (!many || text[at] !== ',') break;
    at++;
  }
  const last = values.at(-1);
  if (!last) return undefined;
  // A comma, full stop or bracket at the end belongs to the sentence.
  return { values, end: text[at - 1] === ',' ? at - 1 : at };
}

function readValue(
  text: string,
  at: number,
  kind: (typeof tokenKinds)[TokenKey],
  inUnderscores: boolean,
): { value: RawValue; end: number } | undefined {
  if (text[at] === '"') {
    const close = text.indexOf('"', at + 1);
    if (close < 0 || text.slice(at, close).includes('\n')) return undefined;
    return { value: { text: text.slice(at + 1, close), start: at + 1, end: close }, end: close + 1 };
  }
  if (kind.value === 'owner' && text[at] === '@') {
    // `for:@sam's` names Sam: behind a handle the grammar of mentions says where it ends.
    const mention = matchMention(text, at, true);
    if (mention) return { value: { text: mention.handle, start: at, end: mention.end }, end: mention.end };
  }
  const bare = kind.many ? BARE_ITEM : BARE_VALUE;
  bare.lastIndex = at;
  const written = bare.exec(text)?.[0] ?? '';
  const found = withUnderscores(written, text, at, kind, inUnderscores) ?? withoutSentenceEnd(written);
  if (found === '') return undefined;
  const skip = found.startsWith('@') ? 1 : 0;
  if (found.length === skip) return undefined;
  return { value: { text: found.slice(skip), start: at, end: at + found.length }, end: at + found.length };
}

const SENTENCE_END = `)]}.,;:!?…'’~`;

/**
 * An id may end in `_`, but in `_see id:print_` and `__see id:print__` that closes the emphasis. Days and durations end in
 * none.
 * @returns undefined for a value that ends in none of its own
 */
function withUnderscores(
  written: string,
  text: string,
  at: number,
  { value }: (typeof tokenKinds)[TokenKey],
  inUnderscores: boolean,
): string | undefined {
  const bare = trimEndOf(written, SENTENCE_END);
  if (!bare.endsWith('_') || inUnderscores) return undefined;
  if (value === 'due' || value === 'duration' || value === 'interval') return undefined;
  const strong = bare.endsWith('__') ? text.indexOf('__') : -1;
  if (strong >= 0 && strong < at) return undefined;
  // A blank to fill in is no id.
  return /[\p{L}\p{N}]/u.test(bare) ? bare : undefined;
}

/** Marks at the end belong to the sentence, but for the bracket that closes `[DATE]`. */
function withoutSentenceEnd(value: string): string {
  const bare = trimEndOf(value, `${SENTENCE_END}_`);
  const pair = '[](){}'.indexOf(bare[0] ?? ' ');
  const closer = pair % 2 === 0 ? '[](){}'[pair + 1] : undefined;
  return closer !== undefined && value[bare.length] === closer ? bare + closer : bare;
}
