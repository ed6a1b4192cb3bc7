import type { Position } from '../text/position.ts';
import type { Range } from '../text/range.ts';
import { lastUpTo } from '../text/sorted.ts';
import type { InlineLine } from './inlineLine.ts';
import { lex, type Lexeme } from './lexemes.ts';

/**
 * The text of one paragraph, heading or cell, with the place of each of its lines in the source. Offsets count in
 * `text`; markdown-it gives content lines that are suffixes of source lines, so a line needs only its column.
 */
export class InlineText {
  readonly text: string;
  readonly #lines: readonly InlineLine[];
  #lexemes: readonly Lexeme[] | undefined;
  /** Of the first line, by offset. */
  readonly #known: Position[] = [];
  /** The same, once they are too many to look through: a line may hold a hundred thousand tokens. */
  #byCharacter: Map<number, Position> | undefined;
  /** Offset in `text` at which each line begins; made when it is first asked for. */
  #starts: readonly number[] | undefined;

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
    const character = first.character + offset;
    const known = this.#find(character);
    if (known) return known;
    const position = { line: first.line, character };
    if (this.#byCharacter) this.#byCharacter.set(character, position);
    else this.#known.push(position);
    return position;
  }

  #find(character: number): Position | undefined {
    if (this.#byCharacter) return this.#byCharacter.get(character);
    if (this.#known.length < FEW) return this.#known.find((p) => p.character === character);
    this.#byCharacter = new Map(this.#known.map((p) => [p.character, p]));
    this.#known.length = 0;
    return this.#byCharacter.get(character);
  }

  #positionBelow(offset: number): Position {
    const starts = (this.#starts ??= startsOf(this.#lines));
    const at = lastUpTo(starts, offset);
    const line = this.#lines[at];
    if (!line) return { line: 0, character: 0 };
    const rest = offset - (starts[at] ?? 0);
    return { line: line.line, character: line.character + Math.min(rest, line.text.length) };
  }

  range(start: number, end: number): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }
}

/** Up to so many positions are kept in a list, which is smaller than a map: most lines have three. */
const FEW = 16;

/** In the text that joins the lines by one unit each. */
function startsOf(lines: readonly InlineLine[]): number[] {
  const starts: number[] = [];
  let at = 0;
  for (const { text } of lines) {
    starts.push(at);
    at += text.length + 1;
  }
  return starts;
}
