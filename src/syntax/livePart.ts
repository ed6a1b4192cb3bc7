import { LineIndex } from '../text/lineIndex.ts';
import type { Position } from '../text/position.ts';
import { readBody, type BodyPart } from './body.ts';

type Movable = { -readonly [K in keyof Position]: Position[K] };

/**
 * A part of a document that is being edited. When lines come or go above it, its nodes are moved instead of made anew:
 * whoever types Enter at the top of a long playbook would otherwise wait for a copy of all of it, and for the clearing
 * away of what was copied.
 */
export class LivePart {
  /** Moving the part changes the lines of these nodes. */
  readonly body: BodyPart;
  readonly source: string;
  #startLine: number;
  #positions: readonly Movable[] | undefined;

  /**
   * @param source text of the part alone
   * @param startLine line of the document at which it begins, zero-based
   */
  constructor(source: string, startLine: number) {
    this.source = source;
    this.#startLine = startLine;
    this.body = readBody(new LineIndex(source), startLine);
  }

  /** Lets the part begin at that line, zero-based. */
  moveTo(startLine: number): void {
    const lines = startLine - this.#startLine;
    if (lines === 0) return;
    this.#startLine = startLine;
    this.#positions ??= positionsIn(this.body);
    for (const position of this.#positions) position.line += lines;
  }
}

/** Every position of the nodes, once: nodes are plain data, and may share positions. */
function positionsIn({ blocks, directives, problems }: BodyPart): Movable[] {
  const found = new Set<Movable>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if (isPosition(node)) {
      found.add(node);
      return;
    }
    // A parent is a node of the same part, and visited as such.
    for (const key in node) if (key !== 'parent') visit((node as Record<string, unknown>)[key]);
  };
  visit([blocks, directives, problems]);
  return [...found];
}

function isPosition(node: object): node is Movable {
  return 'character' in node;
}
