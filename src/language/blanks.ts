import { fold } from '../text/fold.ts';
import { lastUpTo } from '../text/sorted.ts';
import { lex } from '../syntax/lexemes.ts';
import { markdownTokens } from '../syntax/markdown.ts';

/** One `{{…}}` of a text, which whoever makes a playbook of it fills in. */
export interface Blank {
  /** The same for the same words. */
  readonly key: string;
  /** What stands between the braces. */
  readonly words: string;
  readonly start: number;
  readonly end: number;
  readonly place: 'frontMatter' | 'markdown' | 'html';
}

const BLANK = /\{\{([^{}\r\n]{1,200})\}\}/g;
// What begins so speaks to a program: `{{< figure >}}`, `{{#each}}`, `{{ .Title }}`.
const FOR_PROGRAMS = /^[<>%#/!&^.|=]/;

/**
 * The blanks of a text, in its order. Code and comments are not there to be filled in.
 * @param bodyStart offset behind the front matter
 */
export function findBlanks(text: string, bodyStart: number): Blank[] {
  const found: Blank[] = [];
  let outside: Outside | undefined;
  for (const match of text.matchAll(BLANK)) {
    const words = (match[1] ?? '').replace(/\s+/g, ' ').trim();
    const start = match.index;
    const end = start + match[0].length;
    if (!/[\p{L}\p{N}]/u.test(words) || FOR_PROGRAMS.test(words)) continue;
    if (/[{$\\]/.test(text.charAt(start - 1)) || text[end] === '}') continue;
    outside ??= new Outside(text.slice(bodyStart));
    const place = start < bodyStart ? 'frontMatter' : outside.placeOf(start - bodyStart, end - bodyStart);
    if (place) found.push({ key: fold(words), words, start, end, place });
  }
  return found;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** What of a body is code, a comment or HTML. */
class Outside {
  readonly #text: string;
  readonly #starts: number[] = [0];
  readonly #kinds: ('code' | 'html' | undefined)[] = [];
  /** First line of the paragraph, heading or HTML that a line belongs to, and one past its last. */
  readonly #blocks: (readonly [number, number] | undefined)[] = [];
  readonly #hidden = new Map<number, readonly Span[]>();

  constructor(text: string) {
    this.#text = text;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
    for (const { type, map } of markdownTokens(text)) {
      if (!map) continue;
      const kind =
        type === 'html_block' ? 'html' : type === 'fence' || type === 'code_block' ? 'code' : undefined;
      if (!kind && type !== 'inline') continue;
      for (let line = map[0]; line < map[1]; line++) {
        this.#blocks[line] = map;
        this.#kinds[line] ??= kind;
      }
    }
  }

  /** @returns undefined for what nobody fills in */
  placeOf(start: number, end: number): 'markdown' | 'html' | undefined {
    const line = lastUpTo(this.#starts, start);
    const kind = this.#kinds[line];
    if (kind === 'code') return undefined;
    const [first, last] = this.#blocks[line] ?? [line, line + 1];
    const isHidden = this.#hiddenIn(first, last).some((span) => span.start < end && start < span.end);
    return isHidden ? undefined : (kind ?? 'markdown');
  }

  #hiddenIn(first: number, last: number): readonly Span[] {
    const known = this.#hidden.get(first);
    if (known) return known;
    const from = this.#starts[first] ?? 0;
    const text = this.#text.slice(from, this.#starts[last]);
    const hidden = lex(text)
      .filter(({ type }) => type === 'code' || type === 'comment' || type === 'html')
      .map((piece) => ({ start: from + piece.start, end: from + piece.end }));
    this.#hidden.set(first, hidden);
    return hidden;
  }
}
