import type { Position } from '../text/position.ts';
import type { Range } from '../text/range.ts';
import { lex, type Lexeme } from './lexemes.ts';

/**
 * The text of one paragraph, heading or cell, with the place of each of its lines in the source. Offsets count in
 * `text`; markdown-it gives content lines that are suffixes of source lines, so a line needs only its column.
 */
export class InlineText {
  readonly text: string;
  readonly #lines: readonly InlineLine[];
  #lexemes: readonly Lexeme[] | undefined;
  /** Of the first line. */
  readonly #known: Position[] = [];

  constructor(lines: readonly InlineLine[]) {
    this.#lines = lines;
    this.text = lines.length === 1 ? (lines[0]?.text ?? '') : lines.map((l) => l.text).join('\n');
  }

  /** The text taken apart, once for all who ask. */
  get lexemes(): readonly Lexeme[] {
    return (this.#lexemes ??= lex(this.text));
  }

  get lines(): readonly InlineLine[] {
    return this.#lines;
  }

  /** The same object for the same offset: a handle often ends where the words end, and a workspace has many. */
  positionAt(offset: number): Position {
    const [first] = this.#lines;
    if (!first || offset > first.text.length) return this.#positionBelow(offset);
    const character = first.column + offset;
    const known = this.#known.find((p) => p.character === character);
    if (known) return known;
    const position = { line: first.line, character };
    this.#known.push(position);
    return position;
  }

  #positionBelow(offset: number): Position {
    let rest = offset;
    for (const [i, line] of this.#lines.entries()) {
      if (rest <= line.text.length || i === this.#lines.length - 1) {
        return { line: line.line, character: line.column + Math.min(rest, line.text.length) };
      }
      rest -= line.text.length + 1;
    }
    return { line: 0, character: 0 };
  }

  range(start: number, end: number): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }
}

export interface InlineLine {
  readonly text: string;
  /** Source line, zero-based. */
  readonly line: number;
  /** Column of the line's first unit in the source, UTF-16. */
  readonly column: number;
}
