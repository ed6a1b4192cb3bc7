/** Where a caret stands between brackets (YAML 1.2.2 section 7.4), whether they are closed or not. */

import { lineEndAt, quoteEnd, unquoted } from './yamlOutline.ts';

/** What may be completed or explained at a caret. Places are offsets of the YAML, each first and one past the last. */
export interface OffsetPlace {
  /** Keys around the caret, the outermost first; of a value the last is its own key. Lists do not count. */
  readonly path: readonly string[];
  /**
   * `key` and `value`: on which side of a colon it stands. `item`: in a list in brackets. `node`: alone in a line
   * beneath the last key, and what it is depends on what that key holds.
   */
  readonly kind: 'key' | 'value' | 'item' | 'node';
  /** The word at the caret, quotes left out. */
  readonly text: string;
  /** Where that word stands. */
  readonly word: readonly [number, number];
  /** What to replace: the word, with the space before it that has to change. */
  readonly range: readonly [number, number];
  /** What has to stand before the word in that range: an indent, a space behind the colon. */
  readonly before: string;
  /** The quotation mark that is missing behind the word. */
  readonly quote: string;
  /** A colon is there already, or the closing quotation mark in its way. */
  readonly hasColon: boolean;
  /** The other keys of the mapping, or the other items of the list. */
  readonly others: readonly string[];
  /** What begins a line of entries beneath this one; undefined between brackets, where everything goes on in its line. */
  readonly nextLine: string | undefined;
}

/** Our keys nest six levels deep; what lies far deeper has nothing to complete, and must not use up the stack. */
const MAX_DEPTH = 50;

/** What stands between two commas. */
interface Segment {
  readonly start: number;
  end: number;
  /** Offset of the colon that parts key and value. */
  colon: number | undefined;
  /** One past the brackets that its value is. */
  nestedEnd: number | undefined;
}

/**
 * @param open offset of the opening bracket
 * @param limit one past the closing one, or where the text ends that may belong to it
 * @param path keys around it
 */
export function flowPlace(
  text: string,
  open: number,
  limit: number,
  path: readonly string[],
  caret: number,
): OffsetPlace | undefined {
  return new FlowReader(text, limit, caret).collection(open, path).place;
}

class FlowReader {
  readonly #text: string;
  readonly #limit: number;
  readonly #caret: number;

  constructor(text: string, limit: number, caret: number) {
    this.#text = text;
    this.#limit = limit;
    this.#caret = caret;
  }

  /** Reads a mapping or list to its end, and finds the caret in it if it is there. */
  collection(
    open: number,
    path: readonly string[],
    depth = 0,
  ): { end: number; place: OffsetPlace | undefined } {
    if (depth > MAX_DEPTH) return { end: this.#endOf(open), place: undefined };
    const text = this.#text;
    const isMap = text[open] === '{';
    const segments: Segment[] = [];
    let segment: Segment = { start: open + 1, end: open + 1, colon: undefined, nestedEnd: undefined };
    let place: OffsetPlace | undefined;
    let isComment = false;
    let at = open + 1;
    for (; at < this.#limit; at++) {
      const c = text.charAt(at);
      if (c === '{' || c === '[') {
        const inner = this.collection(at, [...path, ...this.#keyOf(segment)], depth + 1);
        place ??= inner.place;
        segment.nestedEnd = inner.end;
        at = inner.end - 1;
      } else if (c === '}' || c === ']') break;
      else if (c === ',') {
        segments.push({ ...segment, end: at });
        segment = { start: at + 1, end: at + 1, colon: undefined, nestedEnd: undefined };
      } else if (c === '"' || c === "'") at = quoteEnd(text, at, this.#limit);
      else if (c === '#' && /\s/.test(text.charAt(at - 1))) {
        const end = lineEndAt(text, at);
        isComment ||= this.#caret > at && this.#caret <= end + 1;
        at = end;
      } else if (isMap && c === ':' && segment.colon === undefined && this.#parts(at)) segment.colon = at;
    }
    segments.push({ ...segment, end: at });
    const end = Math.min(at + 1, this.#limit);
    if (place || isComment) return { end, place };
    // A caret behind the closing bracket is outside; where that is missing, everything to the end is inside.
    const own = segments.find((s) => this.#caret >= s.start && this.#caret <= s.end);
    return { end, place: own && this.#place(own, segments, isMap, path) };
  }

  /** One past the bracket that closes the one at `open`, whatever stands between them. */
  #endOf(open: number): number {
    let depth = 0;
    for (let at = open; at < this.#limit; at++) {
      const c = this.#text.charAt(at);
      if (c === '{' || c === '[') depth++;
      else if ((c === '}' || c === ']') && --depth === 0) return at + 1;
      else if (c === '"' || c === "'") at = quoteEnd(this.#text, at, this.#limit);
      else if (c === '#' && /\s/.test(this.#text.charAt(at - 1))) at = lineEndAt(this.#text, at);
    }
    return this.#limit;
  }

  /** A colon is one when space, an end or another bracket follows, or a quoted key stands before it. */
  #parts(at: number): boolean {
    return (
      at + 1 >= this.#limit ||
      /[\s,[\]{}]/.test(this.#text.charAt(at + 1)) ||
      /["']/.test(this.#text.charAt(at - 1))
    );
  }

  #place(
    segment: Segment,
    segments: readonly Segment[],
    isMap: boolean,
    path: readonly string[],
  ): OffsetPlace | undefined {
    const caret = this.#caret;
    if (segment.nestedEnd !== undefined && caret >= segment.nestedEnd) return undefined;
    const others = segments
      .filter((s) => s !== segment)
      .flatMap((s) => (isMap ? this.#keyOf(s) : this.#itemOf(s)));
    const { colon } = segment;
    const isValue = colon !== undefined && caret > colon;
    const [from, to] = this.#trim(
      isValue ? colon + 1 : segment.start,
      isValue ? segment.end : (colon ?? segment.end),
    );
    const { word, quote } = unquoted(this.#text, from, to);
    if (caret < word[0] || caret > word[1]) return undefined;
    const text = this.#text.slice(...word);
    // `{ due:2027 }`: the space behind the colon is missing, and it is no key.
    if (isMap && !isValue && /[\s:]/.test(text)) return undefined;
    const isGlued = isValue && word[0] === colon + 1;
    return {
      path: isValue ? [...path, ...this.#keyOf(segment)] : path,
      kind: isValue ? 'value' : isMap ? 'key' : 'item',
      text,
      word,
      range: word,
      before: isGlued ? ' ' : '',
      quote,
      hasColon: !isValue && (colon !== undefined || (word[0] > from && quote === '')),
      others: isValue ? [] : others,
      nextLine: undefined,
    };
  }

  /** Without the space around it; where there is nothing else, the caret. */
  #trim(start: number, end: number): [number, number] {
    const text = this.#text.slice(start, end);
    if (text.trim() === '') return [this.#caret, this.#caret];
    const from = start + text.length - text.trimStart().length;
    return [from, start + text.trimEnd().length];
  }

  #keyOf({ start, colon }: Segment): string[] {
    return colon === undefined ? [] : [this.#word(start, colon)];
  }

  #itemOf({ start, end }: Segment): string[] {
    const word = this.#word(start, end);
    return word === '' ? [] : [word];
  }

  #word(start: number, end: number): string {
    const [from, to] = this.#trim(start, end);
    return this.#text.slice(...unquoted(this.#text, from, to).word);
  }
}
