import { LivePart } from './livePart.ts';

/**
 * The parts of a document that is being edited, from one text to the next. Most keys leave all parts but one as they
 * are, and in order, so that comparing each with its successor finds them; what was moved is found by its source.
 */
export class PartCache {
  #before: readonly LivePart[] = [];
  #parts: LivePart[] = [];
  #expected = 0;
  #taken = new Set<LivePart>();
  /** Of `#before`, by source, with their places there; made when the order is disturbed. */
  #bySource: Map<string, Alike> | undefined;

  /** Begins with the next text. Of the parts of the last one, those that are not asked for again are forgotten. */
  begin(): void {
    this.#before = this.#parts;
    this.#parts = [];
    this.#expected = 0;
    this.#taken = new Set();
    this.#bySource = undefined;
  }

  /**
   * The part from one offset to another: a known one, moved to its line, or a new one.
   * @param startLine line at the offset `start`, zero-based
   */
  part(text: string, start: number, end: number, startLine: number): LivePart {
    const part =
      this.#inOrder(text, start, end) ??
      this.#moved(text, start, end) ??
      this.#read(text, start, end, startLine);
    this.#taken.add(part);
    this.#parts.push(part);
    part.moveTo(startLine);
    return part;
  }

  #inOrder(text: string, start: number, end: number): LivePart | undefined {
    const part = this.#before[this.#expected];
    if (!part || this.#taken.has(part)) return undefined;
    if (part.source.length !== end - start || part.source !== text.slice(start, end)) return undefined;
    this.#expected++;
    return part;
  }

  #moved(text: string, start: number, end: number): LivePart | undefined {
    if (this.#before.length === 0) return undefined;
    this.#bySource ??= bySource(this.#before);
    const alike = this.#bySource.get(text.slice(start, end));
    if (!alike) return undefined;
    // What is taken stays taken, so that each is passed once.
    let found = alike.parts[alike.next];
    while (found && this.#taken.has(found.part)) found = alike.parts[++alike.next];
    if (found) this.#expected = found.at + 1;
    return found?.part;
  }

  #read(text: string, start: number, end: number, startLine: number): LivePart {
    const source = text.slice(start, end);
    // JavaScript engines keep the whole text alive for a slice of it. That is well for the first text; after that each
    // part that was edited would keep a text of its own.
    return new LivePart(this.#before.length === 0 ? source : ` ${source}`.slice(1), startLine);
  }
}

/** Parts with the same source. */
interface Alike {
  readonly parts: { readonly part: LivePart; readonly at: number }[];
  /** Index of the first that may not be taken yet. */
  next: number;
}

function bySource(parts: readonly LivePart[]): Map<string, Alike> {
  const found = new Map<string, Alike>();
  for (const [at, part] of parts.entries()) {
    const alike = found.get(part.source);
    if (alike) alike.parts.push({ part, at });
    else found.set(part.source, { parts: [{ part, at }], next: 0 });
  }
  return found;
}
