import {
  EVENT_ID,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  COLLECTION_STYLE,
  YAMLException,
  type Event,
} from 'js-yaml';
import type { LineIndex } from '../text/lineIndex.ts';
import type { Range } from '../text/range.ts';
import { invalidYaml, tidyProblems, wrongSchema } from './frontMatterProblem.ts';
import type { SyntaxProblem } from './problem.ts';
import { recoverYaml, type BlockReader, type ReadFailure } from './yamlRecovery.ts';
import { lineEnd, quoteYaml, shorten } from './yamlRepair.ts';
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from './yamlTree.ts';

export interface YamlReading {
  /** Undefined when there is nothing but space and comments, or nothing that can be read. */
  readonly root: YamlNode | undefined;
  readonly problems: SyntaxProblem[];
}

/** Our keys nest six levels deep; generated files of others go further, bombs much further. */
const MAX_DEPTH = 50;
const BLANK_WITH_TAB = /(?<=^|[\r\n])[ \t]*\t[ \t]*(?=[\r\n]|$)/g;
/** How many values all aliases together may stand for: a roster of thousands passes, "a billion laughs" does not. */
const MAX_UNFOLDED = 20_000;

// What YAML 1.2.2 section 5.1 does not let into a stream, NUL included; half a surrogate pair, too.
const UNPRINTABLE =
  /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * Reads the YAML 1.2 between two offsets of a text. Positions are those of the whole text. Never throws: what
 * cannot be read is a problem, and everything around it is kept. Scalars stay text. Only the first document counts.
 */
export function parseYaml(lines: LineIndex, startOffset: number, endOffset: number): YamlReading {
  const reader = new Reader(lines, startOffset, endOffset);
  const root = reader.run();
  return { root, problems: tidyProblems(reader.problems) };
}

/** The root when the text is sound YAML, 'broken' when it is not: cheaper than `parseYaml` where that is the question. */
export function soundYaml(
  lines: LineIndex,
  startOffset: number,
  endOffset: number,
): YamlNode | 'broken' | undefined {
  const reader = new Reader(lines, startOffset, endOffset);
  const root = reader.runSound();
  return isFailure(root) ? 'broken' : root;
}

function isFailure(result: YamlNode | ReadFailure | undefined): result is ReadFailure {
  return result?.kind === 'failure';
}

/** What the trees of all blocks of one text share. */
class Reader implements BlockReader {
  readonly problems: SyntaxProblem[] = [];
  readonly anchors = new Map<string, Anchor>();
  readonly maxDepth = MAX_DEPTH;
  /** How many more values aliases may stand for. */
  unfoldable = MAX_UNFOLDED;
  readonly #lines: LineIndex;
  readonly #base: number;
  readonly #length: number;
  /** The document, control characters replaced: values are taken from here. */
  readonly #original: string;
  /** The same without what users cannot see: structure is read from here. */
  #text: string;
  #line = 0;

  constructor(lines: LineIndex, startOffset: number, endOffset: number) {
    this.#lines = lines;
    const start = lines.text.charCodeAt(startOffset) === 0xfeff ? startOffset + 1 : startOffset;
    const whole = lines.text.slice(start, Math.max(start, endOffset));
    const [from, to] = this.#firstDocument(whole, start);
    this.#base = start + from;
    this.#length = to - from;
    this.#original = this.#withoutControls(whole.slice(from, to));
    // No-break spaces come along when one copies from a web page, and look like spaces.
    this.#text = this.#original.replaceAll('\u00a0', ' ');
  }

  run(): YamlNode | undefined {
    const root = this.runSound();
    return isFailure(root) ? recoverYaml(this, this.#text, root) : root;
  }

  runSound(): YamlNode | ReadFailure | undefined {
    const result = this.read(this.#text, 0);
    if (!isFailure(result) || this.#text.search(BLANK_WITH_TAB) < 0) return result;
    // A tab in a blank line cannot be seen and is no mistake worth a word.
    this.#text = this.#text.replace(BLANK_WITH_TAB, (indent) => ' '.repeat(indent.length));
    return this.read(this.#text, 0);
  }

  read(text: string, at: number, added = 0): YamlNode | ReadFailure | undefined {
    let events: Event[];
    try {
      events = parseEvents(text, { maxDepth: MAX_DEPTH });
    } catch (error) {
      if (error instanceof YAMLException) {
        return { kind: 'failure', reason: error.reason, at: at + (error.mark?.position ?? 0) };
      }
      // Nothing else is thrown as of js-yaml 5.5; a text must not stop the editor should that change.
      return { kind: 'failure', reason: 'it is not YAML', at };
    }
    return new TreeBuilder(this, events, text, at, text.length - added).run();
  }

  /** The text as written at offsets of the document. */
  original(start: number, end: number): string {
    return this.#original.slice(start, end);
  }

  /** The text of a range of the whole text. */
  sliceOf(range: Range): string {
    return this.#lines.slice(range);
  }

  range(start: number, end: number): Range {
    return { start: this.#positionAt(start), end: this.#positionAt(end) };
  }

  invalid(...[message, start, end, args, fix]: Parameters<BlockReader['invalid']>): void {
    const edits = fix?.edits.map((e) => ({ range: this.range(e.start, e.end), newText: e.text }));
    const syntaxFix = fix && edits ? { title: fix.title, args: fix.args, edits } : undefined;
    this.problems.push(invalidYaml(message, this.range(start, end), args, syntaxFix));
  }

  addAnchor(name: string, node: YamlNode): void {
    this.anchors.set(name, { node, size: 1 });
  }

  checkDuplicates(entries: readonly YamlEntry[]): void {
    if (entries.length < 2) return;
    const seen = new Map<string, YamlEntry>();
    for (const entry of entries) {
      const first = seen.get(entry.key);
      if (!first) {
        seen.set(entry.key, entry);
        continue;
      }
      this.problems.push(
        wrongSchema(
          'duplicateKey',
          entry.keyRange,
          { key: entry.key, line: first.keyRange.start.line + 1 },
          { related: [{ message: 'firstHere', args: {}, range: first.keyRange }] },
        ),
      );
    }
  }

  /** Most positions are asked for in source order: look in the line of the last one before searching. */
  #positionAt(offset: number): Range['start'] {
    const target = this.#base + Math.max(0, Math.min(offset, this.#length));
    const { starts } = this.#lines;
    for (let line = this.#line; line < this.#line + 2; line++) {
      const start = starts[line];
      if (start === undefined || start > target) break;
      const next = starts[line + 1];
      if (next === undefined || next > target) {
        this.#line = line;
        return { line, character: target - start };
      }
    }
    const found = this.#lines.positionAt(target);
    this.#line = found.line;
    return found;
  }

  #withoutControls(text: string): string {
    const first = text.search(UNPRINTABLE);
    if (first < 0) return text;
    this.invalid(
      'controlCharacter',
      first,
      first + 1,
      {},
      {
        title: 'removeCharacter',
        args: {},
        edits: [...text.matchAll(UNPRINTABLE)]
          .slice(0, 1000)
          .map((m) => ({ start: m.index, end: m.index + 1, text: '' })),
      },
    );
    return text.replace(UNPRINTABLE, '\ufffd');
  }

  /** Offsets of the first document with something in it (YAML 1.2.2 chapter 9), without its marks. */
  #firstDocument(text: string, base: number): [number, number] {
    if (!/(?:^|[\r\n])(?:---|\.\.\.|%)/.test(text)) return [0, text.length];
    let start = 0;
    for (const match of text.matchAll(/(^|[\r\n])(?:---|\.\.\.)(?=[ \t\r\n]|$)/g)) {
      const mark = match.index + (match[1]?.length ?? 0);
      if (mark < start) continue;
      if (isBlank(text, start, mark)) {
        start = mark + 3;
        continue;
      }
      if (!isBlank(text, mark + 3, text.length)) {
        const range = {
          start: this.#lines.positionAt(base + mark),
          end: this.#lines.positionAt(base + mark + 3),
        };
        this.problems.push(wrongSchema('secondDocument', range));
      }
      return [start, mark];
    }
    return [start, text.length];
  }
}

/** One line break in plain text reads as a space, several as one less (YAML 1.2.2 section 6.5). */
function foldBreaks(space: string): string {
  const breaks = space.match(/\r\n?|\n/g)?.length ?? 0;
  return breaks === 1 ? ' ' : '\n'.repeat(breaks - 1);
}

/** True when there are only space, comments and directives. */
function isBlank(text: string, start: number, end: number): boolean {
  let at = start;
  while (at < end) {
    const c = text.charAt(at);
    if (c === '#' || c === '%') while (at < end && text[at] !== '\n' && text[at] !== '\r') at++;
    else if (/\s/.test(c)) at++;
    else return false;
  }
  return true;
}

function isMerge(key: YamlNode): boolean {
  return key.kind === 'scalar' && key.plain && key.text === '<<';
}

interface Anchor {
  /** Undefined while the node is still being read: an alias to it then holds itself. */
  node: YamlNode | undefined;
  /** How many values the node is when all aliases in it are unfolded. */
  size: number;
}

interface Built {
  readonly node: YamlNode;
  /** Offset after the node, its closing quote or bracket included. */
  readonly end: number;
  readonly size: number;
}

type ScalarEvent = Extract<Event, { type: typeof EVENT_ID.SCALAR }>;
type MappingEvent = Extract<Event, { type: typeof EVENT_ID.MAPPING }>;
type SequenceEvent = Extract<Event, { type: typeof EVENT_ID.SEQUENCE }>;
type AliasEvent = Extract<Event, { type: typeof EVENT_ID.ALIAS }>;

/** Makes the tree of one block out of js-yaml's events, whose offsets are into `text`, which stands at `at`. */
class TreeBuilder {
  readonly #reader: Reader;
  readonly #events: readonly Event[];
  readonly #text: string;
  readonly #at: number;
  /** How much of the text stands in the document; the rest was added to mend it. */
  readonly #length: number;
  /** The block as written; differs from `text` where a repair or a no-break space made it so. */
  readonly #original: string;
  #next = 0;

  constructor(reader: Reader, events: readonly Event[], text: string, at: number, length: number) {
    this.#reader = reader;
    this.#events = events;
    this.#text = text;
    this.#at = at;
    this.#length = length;
    this.#original = reader.original(at, at + text.length);
  }

  run(): YamlNode | undefined {
    if (this.#events[this.#next]?.type !== EVENT_ID.DOCUMENT) return undefined;
    this.#next++;
    const first = this.#events[this.#next];
    // A document of comments alone has one scalar without a place.
    if (
      first?.type === EVENT_ID.SCALAR &&
      first.valueStart < 0 &&
      first.tagStart < 0 &&
      first.anchorStart < 0
    ) {
      return undefined;
    }
    return this.#node(0).node;
  }

  /** The next node; `at` is where it stands if it is empty and so has no place of its own. */
  #node(at: number): Built {
    const event = this.#events[this.#next++];
    switch (event?.type) {
      case EVENT_ID.SCALAR:
        return this.#anchored(event, () => this.#scalar(event, at));
      case EVENT_ID.MAPPING:
        return this.#anchored(event, () => this.#map(event));
      case EVENT_ID.SEQUENCE:
        return this.#anchored(event, () => this.#list(event));
      case EVENT_ID.ALIAS:
        return this.#alias(event);
      default:
        return { node: this.#empty(at), end: at, size: 1 };
    }
  }

  #anchored(event: ScalarEvent | MappingEvent | SequenceEvent, build: () => Built): Built {
    if (event.anchorStart < 0) return build();
    const name = this.#text.slice(event.anchorStart, event.anchorEnd);
    const anchor: Anchor = { node: undefined, size: 0 };
    this.#reader.anchors.set(name, anchor);
    const built = build();
    anchor.node = built.node;
    anchor.size = built.size;
    return built;
  }

  #scalar(event: ScalarEvent, at: number): Built {
    const { valueStart, valueEnd, style } = event;
    if (valueStart < 0) {
      const end = Math.max(at, event.anchorEnd, event.tagEnd);
      return { node: this.#empty(at), end, size: 1 };
    }
    const plain = style === SCALAR_STYLE.PLAIN;
    const quoted = style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED;
    let end = valueEnd;
    // The last line break ends a block scalar; what follows stands in the next line.
    if (!plain && !quoted) while (end > valueStart && /[\r\n]/.test(this.#text[end - 1] ?? '')) end--;
    const range = this.#range(valueStart, end);
    return {
      node: { kind: 'scalar', text: this.#value(event), plain, range },
      end: quoted ? valueEnd + 1 : valueEnd,
      size: 1,
    };
  }

  #value(event: ScalarEvent): string {
    const { valueStart, valueEnd, style } = event;
    if (this.#original === this.#text) return getScalarValue(this.#text, event);
    const raw = this.#original.slice(valueStart, valueEnd);
    if (raw === this.#text.slice(valueStart, valueEnd)) return getScalarValue(this.#text, event);
    return style === SCALAR_STYLE.PLAIN
      ? raw.replace(/[ \t]*(?:\r\n?|\n)[ \t\r\n\u00a0]*/g, foldBreaks)
      : getScalarValue(this.#original, event);
  }

  #empty(at: number): YamlScalar {
    const range = this.#range(at, at);
    // A comment has a space behind its `#`; without one it was most likely meant as the value.
    const hash = /^[ \t]+(?=#[^\s#])/.exec(this.#text.slice(at, at + 80));
    if (!hash) return { kind: 'scalar', text: '', plain: true, range };
    const start = at + hash[0].length;
    const lineBreak = /[\r\n]/.exec(this.#text.slice(start, start + 500));
    const end = start + this.#text.slice(start, start + (lineBreak?.index ?? 500)).trimEnd().length;
    return { kind: 'scalar', text: '', plain: true, range, hash: this.#range(start, end) };
  }

  #map(event: MappingEvent): Built {
    const isPair = this.#isPair(event);
    const entries: YamlEntry[] = [];
    const merges: YamlNode[] = [];
    let size = 1;
    let at = event.style === COLLECTION_STYLE.FLOW && !isPair ? event.start + 1 : event.start;
    while (!this.#atPop()) {
      const key = this.#node(at);
      const afterKey = this.#find(':', key.end);
      at = afterKey ?? key.end;
      const value = this.#node(at);
      at = Math.max(at, value.end);
      size += value.size + 1;
      if (isMerge(key.node)) merges.push(value.node);
      else entries.push({ ...this.#key(key), value: value.node });
    }
    this.#next++;
    const end = event.style === COLLECTION_STYLE.FLOW && !isPair ? this.#closing(at) : at;
    this.#reader.checkDuplicates(entries);
    this.#merge(entries, merges);
    const node: YamlMap = { kind: 'map', entries, range: this.#range(event.start, end) };
    return { node, end, size };
  }

  /** In `[from: to]` the entry is a map without braces (YAML 1.2.2 section 7.4.1): it starts where its key starts. */
  #isPair(event: MappingEvent): boolean {
    if (event.style !== COLLECTION_STYLE.FLOW) return false;
    if (this.#text[event.start] !== '{') return true;
    const first = this.#events[this.#next];
    return first?.type === EVENT_ID.MAPPING && first.start === event.start;
  }

  #key({ node }: Built): Pick<YamlEntry, 'key' | 'keyRange'> {
    if (node.kind === 'scalar') return { key: node.text, keyRange: node.range };
    // A key of several values means nothing to us; its text keeps it apart from others: `{{ title }}: x`.
    const { start, end } = node.range;
    const text = start.line === end.line ? this.#reader.sliceOf(node.range) : '';
    return { key: text, keyRange: node.range };
  }

  #list(event: SequenceEvent): Built {
    const flow = event.style === COLLECTION_STYLE.FLOW;
    const items: YamlNode[] = [];
    let size = 1;
    let at = flow ? event.start + 1 : event.start;
    while (!this.#atPop()) {
      const item = this.#node(flow ? at : (this.#find('-', at) ?? at));
      at = Math.max(at, item.end);
      size += item.size;
      items.push(item.node);
    }
    this.#next++;
    const end = flow ? this.#closing(at) : at;
    return { node: { kind: 'list', items, range: this.#range(event.start, end) }, end, size };
  }

  #alias(event: AliasEvent): Built {
    const start = event.anchorStart - 1;
    const end = event.anchorEnd;
    const range = this.#range(start, end);
    const name = this.#text.slice(event.anchorStart, end);
    const alias = `*${name}`;
    const anchor = this.#reader.anchors.get(name);
    if (anchor?.node && anchor.size <= this.#reader.unfoldable) {
      this.#reader.unfoldable -= anchor.size;
      return { node: { ...anchor.node, range }, end, size: anchor.size };
    }
    if (!anchor) {
      // Most often it is emphasis, `*new*`: take it as text, as its author did.
      const stop = lineEnd(this.#original, start);
      const edits = [{ start: this.#at + start, end: this.#at + end, text: quoteYaml(alias) }];
      const fix = { title: 'quote', args: { text: shorten(alias) }, edits } as const;
      this.#reader.invalid(
        'aliasUnknown',
        this.#at + start,
        this.#at + end,
        { alias },
        stop >= end ? fix : undefined,
      );
      return { node: { kind: 'scalar', text: alias, plain: true, range }, end, size: 1 };
    }
    const args = { alias, limit: MAX_UNFOLDED };
    if (anchor.node) {
      // One problem is enough: a bomb is made of many.
      if (this.#reader.unfoldable > 0)
        this.#reader.invalid('aliasTooBig', this.#at + start, this.#at + end, args);
      this.#reader.unfoldable = 0;
    } else this.#reader.invalid('aliasSelf', this.#at + start, this.#at + end, args);
    return {
      node: { kind: 'scalar', text: '', plain: true, range: this.#range(start, start) },
      end,
      size: 1,
    };
  }

  /** Merge keys: `<<: *base` adds what the entry itself lacks (yaml.org/type/merge.html). */
  #merge(entries: YamlEntry[], merges: readonly YamlNode[]): void {
    if (merges.length === 0) return;
    const known = new Set(entries.map((e) => e.key));
    for (const value of merges) {
      for (const source of value.kind === 'list' ? value.items : [value]) {
        if (source.kind !== 'map') {
          this.#reader.problems.push(invalidYaml('mergeShape', source.range));
          continue;
        }
        for (const entry of source.entries) {
          if (known.has(entry.key)) continue;
          known.add(entry.key);
          entries.push(entry);
        }
      }
    }
  }

  #atPop(): boolean {
    const event = this.#events[this.#next];
    return event === undefined || event.type === EVENT_ID.POP;
  }

  /** Offset after `mark`, when only space, line breaks and comments stand before it. */
  #find(mark: string, from: number): number | undefined {
    const at = this.#skip(from, '');
    return this.#text[at] === mark ? at + 1 : undefined;
  }

  #closing(from: number): number {
    return Math.min(this.#skip(from, ',') + 1, this.#text.length);
  }

  #skip(from: number, also: string): number {
    let at = from;
    for (; at < this.#text.length; at++) {
      const c = this.#text[at] ?? '';
      if (c === '#') {
        while (at + 1 < this.#text.length && !/[\r\n]/.test(this.#text[at + 1] ?? '')) at++;
      } else if (c !== ' ' && c !== '\n' && c !== '\r' && c !== '\t' && c !== also) break;
    }
    return at;
  }

  #range(start: number, end: number): Range {
    return this.#reader.range(
      this.#at + Math.min(start, this.#length),
      this.#at + Math.min(end, this.#length),
    );
  }
}
