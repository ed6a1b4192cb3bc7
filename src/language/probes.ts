import type { Blank } from './blanks.ts';

const STEM = 'zqblank';
const DIGITS = 'abcdefghij';

/**
 * Words that stand for blanks while a text is read: the parser says what each is taken for, and there is no second
 * grammar that could disagree.
 */
export class Probes {
  /** Sets the words apart from those that stand in the text. */
  readonly #mark: string;

  /** @param text in which none of the words may stand */
  constructor(text: string) {
    const lower = text.toLowerCase();
    let mark = '';
    while (lower.includes(`${STEM}${mark}`)) mark += 'q';
    this.#mark = mark;
  }

  /** A name as people write names, of letters alone. */
  word(index: number): string {
    const letters = Array.from(String(index), (digit) => DIGITS[Number(digit)]).join('');
    return `Z${STEM.slice(1)}${this.#mark}${letters}x`;
  }

  /** A text with something else in the place of each word. */
  replace(text: string, value: (index: number) => string): string {
    return text.replace(/zqblank(q*)([a-j]+)x/gi, (word, mark: string, letters: string) => {
      if (mark !== this.#mark) return word;
      return value(Number(Array.from(letters.toLowerCase(), (letter) => DIGITS.indexOf(letter)).join('')));
    });
  }
}

/** A text with something in the place of each of its blanks; where that is undefined, the blank stays. */
export function replaceBlanks(
  text: string,
  blanks: readonly Blank[],
  value: (index: number) => string | undefined,
): string {
  let result = '';
  let from = 0;
  for (const [index, { start, end }] of blanks.entries()) {
    const written = value(index);
    if (written === undefined) continue;
    result += text.slice(from, start) + written;
    from = end;
  }
  return result + text.slice(from);
}
