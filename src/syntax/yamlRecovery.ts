/** Reads as much as can be read of YAML that does not parse as a whole, and says what is wrong with the rest. */

import type { MessageArgs } from '../text/message.ts';
import { lastWhere } from '../text/sorted.ts';
import type { Range } from '../text/range.ts';
import type { InvalidMessage } from './frontMatterProblem.ts';
import { explain, isFailure, type ReadFailure } from './yamlFailure.ts';
import { quoteFix, shiftFlaw, type Flaw, type FlawFix } from './yamlFlaw.ts';
import { contentLines, group, keyOf, type Chunk, type Line } from './yamlLines.ts';
import { repairValue } from './yamlRepair.ts';
import { plainFlaw } from './yamlScalarRepair.ts';
import { lineEnd } from './yamlScan.ts';
import type { YamlEntry, YamlNode, YamlScalar } from './yamlTree.ts';

/** What recovery needs of the reader. Offsets are into the document. */
export interface BlockReader {
  readonly maxDepth: number;
  /**
   * Reads a block by itself.
   * @param at offset of its first character
   * @param added how many characters at its end do not stand in the document
   */
  read(text: string, at: number, added?: number): YamlNode | ReadFailure | undefined;
  original(start: number, end: number): string;
  range(start: number, end: number): Range;
  invalid(message: InvalidMessage, start: number, end: number, args?: MessageArgs, fix?: FlawFix): void;
  addAnchor(name: string, node: YamlNode): void;
  checkDuplicates(entries: readonly YamlEntry[]): void;
}

/** After so many broken blocks the rest is left out: each costs a few readings, and nobody reads on in such a list. */
const MAX_BROKEN = 1000;
const MAX_LEVELS = 24;

/**
 * Reads YAML that does not parse as a whole. A block mapping is a row of entries, each at the same indent, and each
 * can be read alone: so the text is taken apart by indent, level by level, until the broken line stands alone.
 * That costs a few readings of the text at each level, however many entries are broken.
 */
export function recoverYaml(reader: BlockReader, text: string, failure: ReadFailure): YamlNode | undefined {
  return new Recovery(reader).run(text, failure);
}

/** What a level is made of: entries of a map or items of a list. */
class Level {
  readonly entries: YamlEntry[] = [];
  readonly items: YamlNode[] = [];
}

/** A text that was found broken, the offset at which it stands, and its lines. */
interface Block {
  readonly text: string;
  readonly at: number;
  readonly lines: readonly Line[];
}

class Recovery {
  readonly #reader: BlockReader;
  /** How many problems were reported. */
  #reports = 0;

  constructor(reader: BlockReader) {
    this.#reader = reader;
  }

  run(source: string, first: ReadFailure): YamlNode | undefined {
    let text = source;
    let failure = first;
    if (/(?:^|[\r\n]) *\t/.test(text)) {
      text = text.replace(
        /(^|[\r\n])([ \t]+)/g,
        (_, lineBreak: string, indent: string) => lineBreak + indent.replaceAll('\t', ' '),
      );
      const result = this.#reader.read(text, 0);
      const mended = !isFailure(result);
      if (mended || failure.reason.includes('tab')) this.#reportTabs(source);
      if (mended) return result;
      failure = result;
    }
    const node = this.#split(text, 0, 0, failure);
    if (this.#reports === 0) {
      const lines = contentLines(text);
      this.#reportFailure(failure, lines[0], text, 0, lines);
    }
    return node;
  }

  #block(text: string, at: number, level: number): YamlNode | undefined {
    const result = this.#reader.read(text, at);
    return isFailure(result) ? this.#split(text, at, level, result) : result;
  }

  /** Reads the entries of a level one by one. `text` stands at `at` and has been found broken. */
  #split(text: string, at: number, level: number, failure: ReadFailure): YamlNode | undefined {
    const lines = contentLines(text);
    const first = lines[0];
    if (!first) return undefined;
    if (level > MAX_LEVELS) {
      this.#flaw('tooDeep', at + first.indentEnd, at + first.end, { limit: this.#reader.maxDepth });
      return undefined;
    }
    if (!first.dash && !keyOf(text, first)) {
      const before = this.#reports;
      const whole = this.#value(text, at, first.indentEnd);
      if (this.#reports === before && (whole || lines.length === 1)) {
        this.#reportFailure(failure, first, text, at, lines);
      }
      if (whole || lines.length === 1) return whole;
    }
    const found = new Level();
    const chunks = group(text, lines);
    const block = { text, at, lines };
    for (const chunk of chunks) {
      if (this.#reports >= MAX_BROKEN) {
        this.#flaw('tooManyFlaws', at + chunk.head.indentEnd, at + chunk.head.end, {});
        break;
      }
      if (chunk.head.indent !== first.indent && !this.#original(at, chunk.head).includes('\t')) {
        this.#misplaced(at + chunk.head.indentEnd, at + chunk.head.end);
      }
      const part = text.slice(chunk.start, chunk.end);
      const result = chunks.length === 1 ? failure : this.#reader.read(part, at + chunk.start);
      if (isFailure(result)) this.#mend(block, chunk, result, level, found, first.dash);
      else this.#place(result, found, first.dash, text, at, chunk.head);
    }
    this.#reader.checkDuplicates(found.entries);
    const last = lines.at(-1) ?? first;
    const range = this.#reader.range(at + first.indentEnd, at + last.end);
    if (first.dash) return { kind: 'list', items: found.items, range };
    return found.entries.length > 0 ? { kind: 'map', entries: found.entries, range } : undefined;
  }

  #original(at: number, line: Line): string {
    return this.#reader.original(at + line.start, at + line.indentEnd);
  }

  #place(
    node: YamlNode | undefined,
    found: Level,
    inList: boolean,
    text: string,
    at: number,
    head: Line,
  ): void {
    if (node === undefined) return;
    if (node.kind === 'map' && !inList) for (const entry of node.entries) found.entries.push(entry);
    else if (node.kind === 'list' && inList) for (const item of node.items) found.items.push(item);
    else if (node.kind !== 'scalar' || inList) this.#misplaced(at + head.indentEnd, at + head.end);
    else this.#placeText(text, at, head, found);
  }

  /** Text where an entry should be: a key without a colon, or one without the space behind its colon. */
  #placeText(text: string, at: number, head: Line, found: Level): void {
    const glued = /^([\p{L}\p{N}_][\p{L}\p{N}_.-]*):(?!\/\/)(\S)/u.exec(text.slice(head.indentEnd, head.end));
    if (!glued) {
      this.#flaw('noColon', at + head.indentEnd, at + head.end, {});
      return;
    }
    const key = glued[1] ?? '';
    const keyStart = at + head.indentEnd;
    const colonEnd = keyStart + key.length + 1;
    const valueEnd = at + lineEnd(text, head.indentEnd);
    this.#flaw(
      'spaceAfterColon',
      keyStart,
      valueEnd,
      {},
      {
        title: 'addSpace',
        args: {},
        edits: [{ start: colonEnd, end: colonEnd, text: ' ' }],
      },
    );
    found.entries.push({
      key,
      keyRange: this.#reader.range(keyStart, keyStart + key.length),
      value: this.#scalar(colonEnd, valueEnd),
    });
  }

  /** A chunk that cannot be read alone. */
  #mend(
    block: Block,
    chunk: Chunk,
    failure: ReadFailure,
    level: number,
    found: Level,
    inList: boolean,
  ): void {
    const { head } = chunk;
    if (head.dash) this.#mendItem(block.text, block.at, chunk, level, found, inList);
    else this.#mendEntry(block, chunk, failure, level, found, inList);
  }

  #mendItem(text: string, at: number, chunk: Chunk, level: number, found: Level, inList: boolean): void {
    const dash = chunk.head.indentEnd;
    if (!inList) {
      this.#misplaced(at + dash, at + chunk.head.end);
      return;
    }
    const item = text.slice(chunk.start, dash) + ' ' + text.slice(dash + 1, chunk.end);
    const node = this.#block(item, at + chunk.start, level + 1);
    found.items.push(node ?? this.#scalar(at + dash + 1, at + dash + 1));
  }

  #mendEntry(
    block: Block,
    chunk: Chunk,
    failure: ReadFailure,
    level: number,
    found: Level,
    inList: boolean,
  ): void {
    const { text, at } = block;
    const { head, rest } = chunk;
    const key = keyOf(text, head);
    if (!key || inList) {
      this.#reportFailure(failure, head, text, at, block.lines);
      return;
    }
    const entry = (value: YamlNode): void => {
      found.entries.push({
        key: key.text,
        keyRange: this.#reader.range(at + key.start, at + key.end),
        value,
      });
    };
    const before = this.#reports;
    if (key.text.startsWith('@')) {
      const written = text.slice(key.start, key.end);
      this.#report({
        message: 'atSign',
        args: { handle: written.slice(1) },
        start: at + key.start,
        end: at + key.end,
        fix: quoteFix(written, at + key.start, at + key.end),
      });
    }
    const value = text.slice(key.valueStart, key.valueEnd);
    const first = rest[0];
    if (first && /^(?:[&!]\S*\s+)*(?:[&!]\S*)?$/.test(value)) {
      const node = this.#block(text.slice(first.start, chunk.end), at + first.start, level + 1);
      const anchor = /&(\S+)/.exec(value)?.[1];
      if (node && anchor !== undefined) this.#reader.addAnchor(anchor, node);
      entry(node ?? this.#scalar(at + key.valueStart, at + key.valueStart));
      return;
    }
    if (first && /^[|>]/.test(value)) {
      const last = rest.at(-1) ?? first;
      entry(this.#scalar(at + first.indentEnd, at + last.end));
      this.#reportFailure(failure, head, text, at, block.lines);
      return;
    }
    // The key has been read: only its value is in question.
    const alone = ' '.repeat(key.valueStart - chunk.start) + text.slice(key.valueStart, head.end);
    const result = first ? this.#reader.read(alone, at + chunk.start) : undefined;
    if (first && result && !isFailure(result) && (startsMore(value) || !plainFlaw(value))) {
      entry(result);
      this.#misplaced(at + first.indentEnd, at + first.end);
      const more = this.#block(text.slice(first.start, chunk.end), at + first.start, level + 1);
      if (more?.kind === 'map') for (const sibling of more.entries) found.entries.push(sibling);
      return;
    }
    const whole = ' '.repeat(key.valueStart - chunk.start) + text.slice(key.valueStart, chunk.end);
    const node = this.#value(whole, at + chunk.start, key.valueStart - chunk.start);
    entry(node ?? this.#asWritten(value, at + key.valueStart));
    if (this.#reports === before) this.#reportFailure(failure, head, text, at, block.lines);
  }

  /** What stands there as text, when it can be neither read nor mended; nothing when it was to be more than text. */
  #asWritten(value: string, start: number): YamlScalar {
    if (/^"[^"]*"$/.test(value)) return this.#scalar(start + 1, start + value.length - 1);
    return this.#scalar(start, startsMore(value) ? start : start + value.length);
  }

  /** Mends the value at `valueStart`; undefined when that does not help. Reports what was wrong. */
  #value(text: string, at: number, valueStart: number): YamlNode | undefined {
    const repair = repairValue(text, valueStart, this.#reader.maxDepth);
    const node = this.#reader.read(repair.text, at, repair.added);
    if (node === undefined || isFailure(node)) return undefined;
    for (const flaw of repair.flaws) this.#report(shiftFlaw(flaw, at));
    return node;
  }

  /** A scalar that holds what is written. */
  #scalar(start: number, end: number): YamlScalar {
    const text = this.#reader.original(start, end).replace(/\s+/g, foldBreaks);
    return { kind: 'scalar', text, plain: true, range: this.#reader.range(start, end) };
  }

  #report({ message, args, start, end, fix }: Flaw): void {
    this.#flaw(message, start, end, args, fix);
  }

  #flaw(message: InvalidMessage, start: number, end: number, args: MessageArgs, fix?: FlawFix): void {
    this.#reports++;
    this.#reader.invalid(message, start, end, args, fix);
  }

  /** A line that stands where it cannot belong to anything. */
  #misplaced(start: number, end: number): void {
    const close = this.#reader.original(start, end);
    if (!/^[}\]]+,?$/.test(close)) {
      this.#flaw('badIndent', start, end, {});
      return;
    }
    const edits = [{ start, end, text: '' }];
    this.#flaw('extraBracket', start, end, { close }, { title: 'removeBracket', args: { close }, edits });
  }

  /** `block` stands at `at` and has those lines; `head` is its first line, or the one that could not be read. */
  #reportFailure(
    { reason, at: failedAt }: ReadFailure,
    head: Line | undefined,
    block: string,
    at: number,
    lines: readonly Line[],
  ): void {
    const line = lines[lastWhere(lines, (l) => at + l.start <= failedAt)] ?? head;
    const start = line ? at + line.indentEnd : failedAt;
    const end = line ? at + Math.max(line.indentEnd, lineEnd(block, line.indentEnd)) : failedAt;
    const isHead = line === undefined || line.start === head?.start;
    const close = this.#reader.original(start, end);
    if (/^[}\]]+,?$/.test(close)) {
      // No deeper than the key, it may still close what the key opened.
      if (isHead || line.indent > (head?.indent ?? 0)) {
        this.#misplaced(start, end);
        return;
      }
      const edits = [{ start, end: start, text: '  ' }];
      this.#flaw('bracketIndent', start, end, { close }, { title: 'indent', args: {}, edits });
      return;
    }
    const [message, args] = explain(reason, isHead, this.#reader.maxDepth);
    this.#flaw(message, start, end, args);
  }

  #reportTabs(text: string): void {
    const edits = [...text.matchAll(/(^|[\r\n])( *\t[ \t]*)(?=[^\s#])/g)].map((m) => {
      const start = m.index + (m[1]?.length ?? 0);
      const indent = m[2] ?? '';
      return { start, end: start + indent.length, text: indent.replaceAll('\t', '  ') };
    });
    const first = edits[0];
    if (first) this.#flaw('tab', first.start, first.end, {}, { title: 'tabs', args: {}, edits });
  }
}

/** A run of white space, as one line break where it holds any. */
function foldBreaks(space: string): string {
  return /[\r\n]/.test(space) ? '\n' : space;
}

/** The value starts with what opens a map, a list, quoted or block text. */
function startsMore(value: string): boolean {
  return /^[{["'|>]/.test(value);
}
