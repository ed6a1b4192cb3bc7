import { LineIndex } from '../text/lineIndex.ts';
import type { Position } from '../text/position.ts';
import { isAtxHeading } from './atxHeading.ts';
import { readBody, type BodyPart } from './body.ts';
import { mayHoldBlocks } from './mayHoldBlocks.ts';

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
    this.body = readPart(source, startLine);
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

/**
 * What a part holds: the same as `readBody`, but where nothing below its heading can be ours, only the heading is read.
 * @param source without a heading at the start of any line but the first, where documents are cut
 * @param startLine line of the document at which it begins, zero-based
 */
export function readPart(source: string, startLine: number): BodyPart {
  const lines = new LineIndex(source);
  const below = isAtxHeading(source, 0) ? (lines.starts[1] ?? source.length) : 0;
  if (mayHoldBlocks(source.slice(below))) return readBody(lines, startLine);
  return below === 0 ? NOTHING : readBody(new LineIndex(source.slice(0, below)), startLine);
}

const NOTHING: BodyPart = {
  blocks: [],
  directives: [],
  problems: [],
  openEnded: false,
  tooDeepAt: undefined,
};

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
