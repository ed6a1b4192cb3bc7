import type { Lexeme } from './lexemes.ts';

export type MemberLexeme = Extract<Lexeme, { type: 'mention' | 'name' }>;

const OPENERS = '([{<（［｛「『【〔《〈';
const CLOSERS = ')]}>）］｝」』】〕》〉';

/** The lexemes of one text, with the questions about them that the places of owners ask. Indexes are of lexemes. */
export class LineLexemes {
  readonly text: string;
  readonly all: readonly Lexeme[];
  /** The bracket that closes or opens the one at an index. */
  readonly #pairs = new Map<number, number>();

  constructor(text: string, all: readonly Lexeme[]) {
    this.text = text;
    this.all = all;
    const open = new Map<number, number[]>();
    for (const [i, l] of all.entries()) {
      if (l.type !== 'mark') continue;
      const char = this.char(i);
      const opens = OPENERS.indexOf(char);
      if (opens >= 0) {
        const list = open.get(opens);
        if (list) list.push(i);
        else open.set(opens, [i]);
        continue;
      }
      const closes = CLOSERS.indexOf(char);
      const opener = closes < 0 ? undefined : open.get(closes)?.pop();
      if (opener === undefined) continue;
      this.#pairs.set(i, opener).set(opener, i);
    }
  }

  at(i: number): Lexeme | undefined {
    return this.all[i];
  }

  /** The sign of a mark, or what an entity stands for. */
  char(i: number): string {
    const l = this.all[i];
    if (!l) return '';
    if (l.type === 'entity') return l.stands;
    const isEscape = l.type === 'mark' && l.end - l.start === 2 && this.text[l.start] === '\\';
    return this.text[isEscape ? l.start + 1 : l.start] ?? '';
  }

  slice(i: number): string {
    const l = this.all[i];
    return l ? this.text.slice(l.start, l.end) : '';
  }

  word(i: number): string | undefined {
    return this.all[i]?.type === 'word' ? this.slice(i).toLowerCase() : undefined;
  }

  member(i: number): MemberLexeme | undefined {
    const l = this.all[i];
    return l?.type === 'mention' || l?.type === 'name' ? l : undefined;
  }

  isMark(i: number, chars: string): boolean {
    const l = this.all[i];
    return l !== undefined && (l.type === 'mark' || l.type === 'entity') && chars.includes(this.char(i));
  }

  isSpace(i: number): boolean {
    return this.all[i]?.type === 'space';
  }

  /** Emphasis and link marks: a reader does not see them, so they part nothing. */
  isTransparent(i: number): boolean {
    const l = this.all[i];
    return l?.type === 'emphasis' || l?.type === 'link';
  }

  /** What is no word of the sentence, marks aside. */
  isAside(i: number): boolean {
    const l = this.all[i];
    if (!l) return false;
    switch (l.type) {
      case 'space':
      case 'token':
      case 'tag':
      case 'comment':
      case 'emphasis':
      case 'link':
      case 'sign':
      case 'struck':
      case 'url':
      case 'date':
      case 'html':
        return true;
      case 'mention':
        return l.form === 'tag';
      default:
        return false;
    }
  }

  /** Any sign, be it written as an entity. */
  isAnyMark(i: number): boolean {
    const type = this.all[i]?.type;
    return type === 'mark' || type === 'entity';
  }

  /** Index of the next lexeme that is a word, a name or a mention. */
  nextWord(from: number): number | undefined {
    for (let i = from; i < this.all.length; i++) if (!this.isAside(i) && !this.isAnyMark(i)) return i;
    return undefined;
  }

  /** A mention that is struck out: nobody stands there. */
  isStruckMention(i: number): boolean {
    return this.all[i]?.type === 'struck' && this.char(i) === '@';
  }

  opens(i: number): boolean {
    return this.all[i]?.type === 'mark' && OPENERS.includes(this.char(i));
  }

  closes(i: number): boolean {
    return this.all[i]?.type === 'mark' && CLOSERS.includes(this.char(i));
  }

  pairOf(i: number): number | undefined {
    return this.#pairs.get(i);
  }

  isPair(first: number, last: number): boolean {
    return this.#pairs.get(first) === last;
  }

  skipSpace(from: number, step: 1 | -1): number {
    let i = from;
    while (this.isSpace(i)) i += step;
    return i;
  }

  /** Past spaces, emphasis and the marks of links. */
  skipUnseen(from: number, step: 1 | -1): number {
    let i = from;
    while (this.isSpace(i) || this.isTransparent(i)) i += step;
    return i;
  }

  /** A line break that a reader sees: a hard break, or `<br>`. */
  breaksAt(i: number): boolean {
    const l = this.all[i];
    if (l?.type === 'html') return /^<br\s*\/?>$/i.test(this.slice(i));
    return l?.type === 'space' && this.slice(i).includes('\n');
  }
}
