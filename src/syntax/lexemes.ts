import { trimEndOf } from '../text/trimEnd.ts';
import { backtickRuns, type RunStarts } from './backticks.ts';
import { matchEmphasis, type DelimiterRun } from './emphasis.ts';
import type { KnownName, Lexicon } from './lexicon.ts';
import { endOf, linkTargetEnd } from './linkTarget.ts';
import { decodeEntity } from './markdown.ts';
import { isPlaceholder, matchMention, saysNobody } from './mentions.ts';
import type { Mention, TokenKey } from './playbook.ts';
import { readTokenValues, type RawValue } from './tokenValues.ts';
import { isTokenKey } from './tokens.ts';

/**
 * One piece of inline text. Every unit of the text lies in exactly one lexeme, in order. This is no CommonMark
 * inline parser: it knows just enough to tell words from what only looks like a mention or a token.
 */
export type Lexeme =
  | Piece<'word' | 'space' | 'mark' | 'emphasis' | 'code' | 'comment' | 'html' | 'url' | 'date'>
  /** `[`, `]` and `(target)` of a link; transparent to owners, as `[@maria](url)` counts as `@maria`. */
  | Piece<'link'>
  /** No word: an issue number, a footnote, `:tada:`, a block id, `{#id .class}`, a template tag. */
  | Piece<'sign'>
  /** A word, name or mention that is struck out: it is shown, and not there. */
  | Piece<'struck'>
  /** `&amp;`, and the text it stands for. */
  | (Piece<'entity'> & { readonly stands: string })
  | (Piece<'mention'> & { readonly handle: string; readonly form: Mention['form'] })
  /** Somebody the lexicon knows, in plain words. */
  | (Piece<'name'> & Pick<KnownName, 'handle' | 'kind'>)
  | (Piece<'tag'> & { readonly name: string })
  | (Piece<'token'> & { readonly key: TokenKey; readonly values: readonly RawValue[] });

interface Piece<T extends string> {
  readonly type: T;
  /** Offsets in the text that was lexed. */
  readonly start: number;
  readonly end: number;
}

type PlainType = Exclude<Lexeme['type'], 'mention' | 'name' | 'tag' | 'token' | 'entity'>;

const SPACE = /\s+/uy;
// `_` joins a word; at its end it may close an emphasis.
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*(?:_+[\p{L}\p{N}\p{M}'’]+)*/uy;
const SCHEME = /[a-z][a-z0-9+.-]*/iy;
const BEHIND_SCHEME = /:\/\/[^\s<>]+/y;
const WWW = /www\.[^\s<>]+/iy;
const URL_TAIL = `?!.,:*_~'"`;
const AUTOLINK = /<(?:[a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[^\s<>@]+)>/iy;
const HTML_TAG = /<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>/iy;
const DATE = /\d{4}-\d{2}-\d{2}(?![\p{L}\p{N}-])/uy;
const TAG = /#([\p{L}\p{N}_][\p{L}\p{N}\p{M}_/-]*)/uy;
const ISSUE = /#\d+(?![\p{L}\p{N}_])/uy;
const TOKEN_KEY = /[a-z]+/y;
const REFERENCE = /\[[^[\]@\n]*\]/y;
const FOOTNOTE = /\[\^[^\s[\]]{1,64}\]/y;
const EMOJI_CODE = /:[a-z0-9+-][a-z0-9_+-]{0,40}:(?![\p{L}\p{N}:])/uy;
const BLOCK_ID = /\^[a-z0-9-]{1,64}(?=[ \t]*(?:\n|$))/iy;
const ATTRIBUTES = /\{[#.:][^{}\n]{0,200}\}/y;
const TEMPLATE_TAG = /\{%[^%\n]{0,300}%\}|\{\{[<%][^{}\n]{0,300}[>%]\}\}/y;
const ENTITY = /&(?:[a-z][a-z0-9]{1,31}|#\d{1,7}|#x[0-9a-f]{1,6});/iy;
const ESCAPABLE = /[!"#$%&'()*+,\-./:;<=>?[\\\]^_`{|}~]/;
const WHITE_SPACE = /\s/u;
const PUNCTUATION = /[\p{P}\p{S}]/u;
// A link text is short; looking further for its end would make a line of ten thousand brackets quadratic.
const MAX_OPEN_BRACKETS = 64;

/** @param lexicon whose names and handles count; without it nobody is known */
export function lex(text: string, lexicon?: Lexicon): Lexeme[] {
  return new Lexer(text, lexicon).run();
}

class Lexer {
  readonly #text: string;
  readonly #lexicon: Lexicon | undefined;
  readonly #out: Lexeme[] = [];
  readonly #runs: DelimiterRun[] = [];
  /** How many runs of `_` may yet be closed. */
  #openUnderscores = 0;
  /** Indexes in `#out` of `[` marks that may yet open a link. */
  #open: number[] = [];
  /** Where backtick runs of each length begin, behind the place that is being read; made when one is met. */
  #backticks: Map<number, RunStarts> | undefined;
  /** Up to here no scheme of an address begins: in `a+b+c` each letter might begin one, with the same end. */
  #schemesFrom = 0;
  /** From here on no comment is closed. */
  #commentsEnd = Infinity;
  /** From here on no colon stands. */
  readonly #colonsEnd: number;
  /** From here on no quote is closed. */
  #quotesEnd = Infinity;
  #at = 0;

  constructor(text: string, lexicon: Lexicon | undefined) {
    this.#text = text;
    this.#lexicon = lexicon;
    this.#colonsEnd = text.lastIndexOf(':');
    if (!text.includes('://')) this.#schemesFrom = Infinity;
  }

  run(): Lexeme[] {
    while (this.#at < this.#text.length) this.#step();
    if (this.#runs.length > 1) this.#emphasize();
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
        // An escaped mark is that mark and no markup; `@` is not escapable away, as it is none in CommonMark.
        if (ESCAPABLE.test(text[this.#at + 1] ?? '')) {
          this.#push('mark', this.#at + 2);
          return;
        }
        break;
      case '[':
        if (this.#take('sign', FOOTNOTE)) return;
        this.#open.push(this.#out.length);
        if (this.#open.length > MAX_OPEN_BRACKETS) this.#open.shift();
        break;
      case ']':
        this.#closeBracket();
        return;
      case '*':
      case '~':
      case '_':
        this.#delimiters(char);
        return;
      case '&':
        if (this.#entity()) return;
        break;
      case '{':
        if (this.#take('sign', TEMPLATE_TAG) || this.#take('sign', ATTRIBUTES)) return;
        break;
      case '^':
        if (this.#isAfterSpace() && this.#take('sign', BLOCK_ID)) return;
        break;
      case ':':
        if (!/[\p{L}\p{N}]/u.test(text[this.#at - 1] ?? ' ') && this.#take('sign', EMOJI_CODE)) return;
        break;
      case '@':
        if (this.#mention()) return;
        break;
      case '#':
        if (this.#take('sign', ISSUE) || this.#tag()) return;
        break;
    }
    // Most of a text is words of a few letters: what cannot begin here is not asked for.
    const start = startOf(text.charCodeAt(this.#at));
    if ((start === 'space' || start === 'any') && this.#take('space', SPACE)) return;
    if (start === 'digit' && this.#atWordStart() && this.#take('date', DATE)) return;
    if (start === 'letter' && this.#atWordStart() && (this.#token() || this.#url())) return;
    if (this.#name()) return;
    if (start !== 'sign' && start !== 'space' && this.#take('word', WORD)) return;
    this.#push('mark', this.#at + 1);
  }

  #push(type: PlainType, end: number): void {
    this.#out.push({ type, start: this.#at, end });
    this.#at = end;
  }

  #take(type: PlainType, pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    if (!pattern.test(this.#text)) return false;
    this.#push(type, pattern.lastIndex);
    return true;
  }

  #isAfterSpace(): boolean {
    return this.#at === 0 || WHITE_SPACE.test(this.#text[this.#at - 1] ?? '');
  }

  #atWordStart(): boolean {
    return this.#at === 0 || !/[\p{L}\p{N}_@/.-]/u.test(this.#text[this.#at - 1] ?? '');
  }

  /** A run of signs that may be emphasis; whether it is is known at the end of the text. */
  #delimiters(char: string): void {
    const text = this.#text;
    const start = this.#at;
    while (text[this.#at] === char) this.#push('mark', this.#at + 1);
    const before = text[start - 1] ?? ' ';
    const after = text[this.#at] ?? ' ';
    const left = !WHITE_SPACE.test(after) && (!PUNCTUATION.test(after) || isEdge(before));
    const right = !WHITE_SPACE.test(before) && (!PUNCTUATION.test(before) || isEdge(after));
    const isUnderscore = char === '_';
    const canOpen = left && (!isUnderscore || !right || PUNCTUATION.test(before));
    const canClose = right && (!isUnderscore || !left || PUNCTUATION.test(after));
    if (!canOpen && !canClose) return;
    this.#runs.push({ char, start, length: this.#at - start, canOpen, canClose });
    if (isUnderscore) this.#openUnderscores = Math.max(0, this.#openUnderscores + (canOpen ? 1 : -1));
  }

  /** Turns the marks that are emphasis into it, and what stands between two `~~` into what is struck out. */
  #emphasize(): void {
    const { marks, struck } = matchEmphasis(this.#runs);
    if (marks.size === 0) return;
    let next = 0;
    for (const [i, l] of this.#out.entries()) {
      if (l.type === 'mark' && marks.has(l.start)) {
        this.#out[i] = { type: 'emphasis', start: l.start, end: l.end };
        continue;
      }
      while (next < struck.length && (struck[next]?.[1] ?? 0) <= l.start) next++;
      const from = struck[next]?.[0];
      if (from !== undefined && from <= l.start && isContent(l))
        this.#out[i] = { type: 'struck', start: l.start, end: l.end };
    }
  }

  #entity(): boolean {
    ENTITY.lastIndex = this.#at;
    const found = ENTITY.exec(this.#text)?.[0];
    const stands = found === undefined ? undefined : decodeEntity(found);
    if (found === undefined || stands === undefined) return false;
    const end = this.#at + found.length;
    if (WHITE_SPACE.test(stands)) this.#out.push({ type: 'space', start: this.#at, end });
    else this.#out.push({ type: 'entity', start: this.#at, end, stands });
    this.#at = end;
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
    const text = this.#text;
    const before = text[this.#at - 1];
    const isFree =
      (before === '/' && this.#out.at(-1)?.type === 'mark' && this.#out.at(-2)?.type === 'mention') ||
      (before === '_' && this.#openUnderscores > 0);
    const found = matchMention(text, this.#at, { isFree, lexicon: this.#lexicon });
    if (!found) return false;
    let { end, handle, form } = found;
    if (form === 'placeholder' && text[this.#at + 1] === '[') {
      // `@[Maria López](target)`: what some editors write when one picks a person.
      const target = linkTargetEnd(text, end);
      if (target !== undefined) {
        const name = text
          .slice(this.#at + 2, end - 1)
          .trim()
          .replace(/^@/, '');
        const known = this.#lexicon?.nameAt(name, 0, true);
        end = target;
        if (known?.end === name.length) {
          handle = known.handle;
          form = 'name';
        } else if (!saysNobody(name) && !isPlaceholder(name)) {
          handle = name;
          form = 'handle';
        }
      }
    }
    // A handle may end in `_`, but in `_see @maria_` that one closes the emphasis.
    if (form === 'handle' && handle.endsWith('_') && text[end - 1] === '_' && this.#openUnderscores > 0) {
      const trimmed = trimEndOf(handle, '_');
      end -= handle.length - trimmed.length;
      handle = trimmed;
    }
    this.#out.push({ type: 'mention', start: this.#at, end, handle, form });
    this.#at = end;
    return true;
  }

  /** Somebody's name in plain words, where a word begins. */
  #name(): boolean {
    const before = this.#text[this.#at - 1] ?? ' ';
    if (!this.#lexicon || /[\p{L}\p{N}@.]/u.test(before) || (before === '_' && this.#openUnderscores === 0))
      return false;
    const found = this.#lexicon.nameAt(this.#text, this.#at);
    if (!found) return false;
    const { end, handle, kind } = found;
    this.#out.push({ type: 'name', start: this.#at, end, handle, kind });
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
    if (start >= this.#colonsEnd) return false;
    const keyEnd = endOf(TOKEN_KEY, this.#text, start);
    if (keyEnd === undefined || this.#text[keyEnd] !== ':') return false;
    const key = this.#text.slice(start, keyEnd);
    if (!isTokenKey(key)) return false;
    const valueStart = keyEnd + 1;
    if (this.#text[valueStart] === '"' && valueStart >= this.#quotesEnd) return false;
    const read = readTokenValues(this.#text, valueStart, key, {
      lexicon: this.#lexicon,
      inUnderscores: this.#openUnderscores > 0,
    });
    if (!read) {
      if (this.#text[valueStart] === '"') this.#quotesEnd = valueStart;
      return false;
    }
    this.#out.push({ type: 'token', start, end: read.end, key, values: read.values });
    this.#at = read.end;
    return true;
  }
}

/** What may begin with a code unit. */
function startOf(unit: number): 'letter' | 'digit' | 'space' | 'sign' | 'any' {
  if (unit >= 128) return 'any';
  const letter = unit | 0x20;
  if (letter >= 0x61 && letter <= 0x7a) return 'letter';
  if (unit >= 0x30 && unit <= 0x39) return 'digit';
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) ? 'space' : 'sign';
}

/** What CommonMark takes for the edge of a word. */
function isEdge(char: string): boolean {
  return WHITE_SPACE.test(char) || PUNCTUATION.test(char);
}

function isContent({ type }: Lexeme): boolean {
  return type === 'word' || type === 'name' || type === 'mention' || type === 'code';
}

function count(text: string, char: string): number {
  return text.split(char).length - 1;
}
