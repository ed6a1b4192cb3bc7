/**
 * A place in a text: zero-based line, zero-based character in UTF-16 code units.
 * Equal in shape to the Position of the Language Server Protocol 3.17.
 */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export function position(line: number, character: number): Position {
  return { line, character };
}

/** Negative when `a` stands before `b`, zero when equal, positive when after. */
export function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}
