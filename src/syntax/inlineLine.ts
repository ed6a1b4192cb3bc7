/** One line of a paragraph, heading or cell, with its place in the source. */
export interface InlineLine {
  readonly text: string;
  /** Source line, zero-based. */
  readonly line: number;
  /** Column of the line's first unit in the source, UTF-16. */
  readonly character: number;
}
