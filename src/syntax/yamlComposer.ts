/**
 * Composes the tree of YAML text (YAML 1.2.2 section 3.1): events become nodes with their places, aliases and merge
 * keys become what they stand for. The only file that knows js-yaml.
 */

import {
  EVENT_ID,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  COLLECTION_STYLE,
  YAMLException,
  type Event,
} from 'js-yaml';
import type { MessageArgs } from '../text/message.ts';
import type { Range } from '../text/range.ts';
import { invalidYaml, type InvalidMessage } from './frontMatterProblem.ts';
import type { SyntaxProblem } from './problem.ts';
import type { ReadFailure } from './yamlFailure.ts';
import { quoteYaml, shorten, type FlawFix } from './yamlFlaw.ts';
import { lineEnd } from './yamlScan.ts';
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from './yamlTree.ts';

/** How many values all aliases together may stand for: a roster of thousands passes, "a billion laughs" does not. */
export const MAX_UNFOLDED = 20_000;

/** What the trees of all blocks of one text share. Offsets are into the document. */
export interface ComposerContext {
  readonly maxDepth: number;
  readonly problems: SyntaxProblem[];
  readonly anchors: Map<string, Anchor>;
  /** How many more values aliases may stand for; at first `MAX_UNFOLDED`. */
  unfoldable: number;
  /** The text as written at offsets of the document. */
  original(start: number, end: number): string;
  /** The text of a range of the whole text. */
  sliceOf(range: Range): string;
  range(start: number, end: number): Range;
  invalid(message: InvalidMessage, start: number, end: number, args?: MessageArgs, fix?: FlawFix): void;
  checkDuplicates(entries: readonly YamlEntry[]): void;
}

export interface Anchor {
  /** Undefined while the node is still being read: an alias to it then holds itself. */
  node: YamlNode | undefined;
  /** How many values the node is when all aliases in it are unfolded. */
  size: number;
}

/**
 * Composes one block, read by itself. Gives undefined when it holds nothing but space and comments.
 * @param at offset of its first character in the document
 * @param added how many characters at its end do not stand in the document
 */
export function composeYaml(
  context: ComposerContext,
  text: string,
  at: number,
  added: number,
): YamlNode | ReadFailure | undefined {
  let events: Event[];
  try {
    events = parseEvents(text, { maxDepth: context.maxDepth });
  } catch (error) {
    if (error instanceof YAMLException) {
      return { kind: 'failure', reason: error.reason, at: at + (error.mark?.position ?? 0) };
    }
    // Nothing else is thrown as of js-yaml 5.5; a text must not stop the editor should that change.
    return { kind: 'failure', reason: 'it is not YAML', at };
  }
  return new Composer(context, events, text, at, text.length - added).run();
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
class Composer {
  readonly #context: ComposerContext;
  readonly #events: readonly Event[];
  readonly #text: string;
  readonly #at: number;
  /** How much of the text stands in the document; the rest was added to mend it. */
  readonly #length: number;
  /** The block as written; differs from `text` where a repair or a no-break space made it so. */
  readonly #original: string;
  #next = 0;

  constructor(context: ComposerContext, events: readonly Event[], text: string, at: number, length: number) {
    this.#context = context;
    this.#events = events;
    this.#text = text;
    this.#at = at;
    this.#length = length;
    this.#original = context.original(at, at + text.length);
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
    this.#context.anchors.set(name, anchor);
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
      ? raw.replace(/[ \t]*(?:\r\n?|\n)[ \t\r\n\u00a0]*|[ \t]+/g, foldBreaks)
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
    this.#context.checkDuplicates(entries);
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
    const text = start.line === end.line ? this.#context.sliceOf(node.range) : '';
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
    const anchor = this.#context.anchors.get(name);
    if (anchor?.node && anchor.size <= this.#context.unfoldable) {
      this.#context.unfoldable -= anchor.size;
      return { node: { ...anchor.node, range }, end, size: anchor.size };
    }
    if (!anchor) {
      // Most often it is emphasis, `*new*`: take it as text, as its author did.
      const stop = lineEnd(this.#original, start);
      const edits = [{ start: this.#at + start, end: this.#at + end, text: quoteYaml(alias) }];
      const fix = { title: 'quote', args: { text: shorten(alias) }, edits } as const;
      this.#context.invalid(
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
      if (this.#context.unfoldable > 0)
        this.#context.invalid('aliasTooBig', this.#at + start, this.#at + end, args);
      this.#context.unfoldable = 0;
    } else this.#context.invalid('aliasSelf', this.#at + start, this.#at + end, args);
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
          this.#context.problems.push(invalidYaml('mergeShape', source.range));
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
    return this.#context.range(
      this.#at + Math.min(start, this.#length),
      this.#at + Math.min(end, this.#length),
    );
  }
}

/** One line break in plain text reads as a space, several as one less (YAML 1.2.2 section 6.5). */
function foldBreaks(space: string): string {
  const breaks = space.match(/\r\n?|\n/g)?.length ?? 0;
  if (breaks === 0) return space;
  return breaks === 1 ? ' ' : '\n'.repeat(breaks - 1);
}

function isMerge(key: YamlNode): boolean {
  return key.kind === 'scalar' && key.plain && key.text === '<<';
}
