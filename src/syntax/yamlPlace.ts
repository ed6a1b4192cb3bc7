/**
 * Where a caret stands in YAML, told by indents, dashes, colons and brackets alone: what somebody is typing hardly ever
 * parses. Only what may be completed or explained has a place: keys and values of one line, no text of several lines.
 */

import type { LineIndex } from '../text/lineIndex.ts';
import type { Position } from '../text/position.ts';
import type { Range } from '../text/range.ts';
import { flowPlace, type OffsetPlace } from './yamlFlowPlace.ts';
import { outlineYaml, unquoted, type OutlineLine } from './yamlOutline.ts';
import { isBreak, lineEnd } from './yamlScan.ts';

/** What may be completed or explained at a caret. */
export interface YamlPlace extends Omit<OffsetPlace, 'word' | 'range'> {
  /** Where the word stands. */
  readonly word: Range;
  /** What to replace: the word, with the space before it that has to change. */
  readonly range: Range;
}

/**
 * The places that a caret may mean, the likeliest first: an empty line below `rules:` may be its first entry or the
 * next key. Empty where nothing can be said: in comments, in text of several lines, behind a value.
 * @param startOffset first offset of the YAML in the text
 * @param endOffset one past its last
 */
export function yamlPlaces(
  lines: LineIndex,
  startOffset: number,
  endOffset: number,
  at: Position,
): YamlPlace[] {
  const text = lines.text.slice(startOffset, endOffset);
  const caret = lines.offsetAt(at) - startOffset;
  if (caret < 0 || caret > text.length) return [];
  const toRange = ([from, to]: readonly [number, number]) =>
    lines.rangeAt(startOffset + from, startOffset + to);
  return placesAt(text, caret)
    .map((place) => ({ ...place, word: toRange(place.word), range: toRange(place.range) }))
    .filter(({ range }) => range.start.line === at.line && range.end.line === at.line);
}

function placesAt(text: string, caret: number): OffsetPlace[] {
  const outline = outlineYaml(text);
  const around = outline.findLastIndex((l) => l.start <= caret);
  const above = outline[around];
  if (above?.flow !== undefined && caret > above.flow && caret <= above.end) {
    const path = [...pathOf(outline, around), ...(above.key ? [above.key.text] : [])];
    const place = flowPlace(text, above.flow, above.end, path, caret);
    return place ? [place] : [];
  }
  if (above && caret > above.lineEnd && caret <= above.textEnd) return [];
  const start = lineStart(text, caret);
  const own = outline.findIndex((l) => l.start === start);
  const line = outline[own];
  if (line?.key) return inEntry(text, outline, own, line, line.key, caret);
  return onOwnLine(text, outline, start, caret);
}

/** In a line `key: value`. */
function inEntry(
  text: string,
  outline: readonly OutlineLine[],
  own: number,
  line: OutlineLine,
  key: NonNullable<OutlineLine['key']>,
  caret: number,
): OffsetPlace[] {
  const path = pathOf(outline, own);
  if (caret >= key.start && caret <= key.end) {
    const word = [key.start, key.end] as const;
    return [
      {
        path,
        kind: 'key',
        text: key.text,
        word,
        range: word,
        before: '',
        quote: '',
        hasColon: true,
        others: siblings(outline, own, path).filter((k) => k !== key.text),
        nextLine: undefined,
      },
    ];
  }
  const colon = text.indexOf(':', key.end);
  if (caret <= colon) return [];
  const isEmpty = key.valueStart === key.valueEnd;
  const valueStart = isEmpty ? caret : key.valueStart;
  const valueEnd = isEmpty ? caret : key.valueEnd;
  if (caret > valueEnd || (isEmpty && text.slice(colon + 1, caret).trim() !== '')) return [];
  const { word, quote } = unquoted(text, valueStart, valueEnd);
  const isQuoted = word[0] !== valueStart;
  if (caret > word[1] || (isQuoted && caret < word[0])) return [];
  const from = isQuoted ? word[0] : colon + 1;
  return [
    {
      path: [...path, key.text],
      kind: 'value',
      text: text.slice(...word),
      word,
      range: [from, word[1]],
      before: isQuoted ? '' : text.slice(from, word[0]) || ' ',
      quote,
      hasColon: false,
      others: [],
      nextLine: `\n${' '.repeat(line.indent + stepOf(outline))}`,
    },
  ];
}

const INDENT = /^([ \t]*)((?:-[ \t]+)*)/;
const WORD = /^(["']?)([^\s:#"',{}[\]&*!|>%`]*)(["']?)[ \t]*$/;

/** In a line with nothing but spaces, or with one word that has no colon yet. */
function onOwnLine(
  text: string,
  outline: readonly OutlineLine[],
  start: number,
  caret: number,
): OffsetPlace[] {
  const end = endOfLine(text, start);
  const line = text.slice(start, lineEnd(text, start)).padEnd(caret - start);
  const [before = '', spaces = '', dashes = ''] = INDENT.exec(line) ?? [];
  const match = WORD.exec(line.slice(before.length));
  if (!match || /(?:^|\s)#/.test(text.slice(start, caret))) return [];
  const [, open = '', word = '', close = ''] = match;
  // YAML has no tabs in an indent.
  if (text.slice(start, caret).includes('\t')) return [];
  const isBlank = word === '' && dashes === '' && open === '';
  const from = isBlank ? caret : start + spaces.length + dashes.length + open.length;
  const to = from + word.length;
  if (caret < from || caret > to || (isBlank && text.slice(start, end).trim() !== '')) return [];
  const index = outline.findIndex((l) => l.start >= start);
  const above = index < 0 ? outline.length : index;
  const below = outline.slice(above).find((l) => l.start > start);
  const quote = open !== '' && close === '' ? open : '';
  const make = (parents: Parents): OffsetPlace => {
    const { indent } = parents;
    // A dash stays where it is, and so does an indent that is right.
    const isMoved = dashes === '' && open === '' && indent !== (isBlank ? caret - start : spaces.length);
    return {
      path: parents.path,
      kind: 'node',
      text: word,
      word: [from, to],
      range: [isMoved ? start : from, isMoved && isBlank ? Math.max(to, start + spaces.length) : to],
      before: isMoved ? ' '.repeat(indent) : '',
      quote,
      hasColon: close !== '',
      others: parents.others,
      nextLine: `\n${' '.repeat((dashes === '' ? indent : spaces.length + dashes.length) + stepOf(outline))}`,
    };
  };
  if (dashes !== '') return [make(inItem(outline, above, spaces.length, start))];
  const column = isBlank ? caret - start : spaces.length;
  // Between two lines of a mapping it belongs to that mapping, however far left the caret stands.
  const level = isBlank && below && !below.dash ? Math.max(column, below.indent) : column;
  const first = firstEntry(outline, above, level, below);
  return [...(first ? [make(first)] : []), make(beside(outline, above, level))];
}

interface Parents {
  readonly path: readonly string[];
  /** Column in which the entries of that mapping begin. */
  readonly indent: number;
  readonly others: readonly string[];
}

/** The line above has a key and nothing else, and this line, indented or not, may be what it holds. */
function firstEntry(
  outline: readonly OutlineLine[],
  above: number,
  level: number,
  below: OutlineLine | undefined,
): Parents | undefined {
  const parent = outline[above - 1];
  if (!parent?.key || !parent.isEmpty || level > parent.indent) return undefined;
  if (below && below.indent > parent.indent) return undefined;
  return {
    path: [...pathOf(outline, above - 1), parent.key.text],
    indent: parent.indent + stepOf(outline),
    others: [],
  };
}

/** The mapping whose entries stand at a level, or a little beside it. */
function beside(outline: readonly OutlineLine[], above: number, level: number): Parents {
  let indent = level;
  let parent = parentOf(outline, above, indent);
  // Beneath an entry that has its value already nothing can stand: the next one was meant.
  for (let line = outline[parent]; line && !line.isEmpty; line = outline[parent]) {
    indent = line.indent;
    parent = parentOf(outline, parent, indent);
  }
  const children = childrenOf(outline, parent, above);
  return {
    path: parent < 0 ? [] : [...pathOf(outline, parent), outline[parent]?.key?.text ?? ''],
    indent: children[0]?.indent ?? (parent < 0 ? 0 : indent),
    others: children.flatMap((c) => c.key?.text ?? []),
  };
}

function inItem(outline: readonly OutlineLine[], above: number, dash: number, start: number): Parents {
  const parent = parentOf(outline, above, dash, true);
  const path = parent < 0 ? [] : [...pathOf(outline, parent), outline[parent]?.key?.text ?? ''];
  const others: string[] = [];
  // The items in this column whose parent is ours: none behind the next line that could be a parent.
  for (let i = parent + 1; i < outline.length; i++) {
    const line = outline[i];
    if (!line) break;
    if (line.item !== undefined && line.start !== start) others.push(line.item);
    if (mayHold(line, dash, true)) break;
  }
  return { path, indent: dash, others };
}

/** Keys around a line, the outermost first. */
function pathOf(outline: readonly OutlineLine[], index: number): string[] {
  const line = outline[index];
  if (!line) return [];
  const path: string[] = [];
  for (let at = parentOfLine(outline, index); at >= 0; at = parentOfLine(outline, at)) {
    path.push(outline[at]?.key?.text ?? '');
  }
  return path.reverse();
}

function parentOfLine(outline: readonly OutlineLine[], index: number): number {
  const line = outline[index];
  if (!line) return -1;
  return line.dash ? parentOf(outline, index, line.dashIndent, true) : parentOf(outline, index, line.indent);
}

/**
 * The line with the key that holds what stands at an indent; -1 for the outermost mapping.
 * @param isItem a list may stand in the same column as its key (YAML 1.2.2 section 8.2.2)
 */
function parentOf(outline: readonly OutlineLine[], index: number, indent: number, isItem = false): number {
  let limit = indent;
  let inList = isItem;
  for (let at = index - 1; at >= 0; at--) {
    const line = outline[at];
    if (!line) break;
    if (mayHold(line, limit, inList)) return at;
    if (line.dash && !inList && line.indent <= limit) {
      // The first line of our own item: what holds the list holds us.
      limit = line.dashIndent;
      inList = true;
    }
  }
  return -1;
}

function mayHold({ key, indent, dash }: OutlineLine, limit: number, inList: boolean): boolean {
  return key !== undefined && (indent < limit || (inList && !dash && indent === limit));
}

/** The other keys beside a line, in its mapping. */
function siblings(outline: readonly OutlineLine[], index: number, path: readonly string[]): string[] {
  const parent = path.length === 0 ? -1 : parentOfLine(outline, index);
  return childrenOf(outline, parent, index).flatMap((l) => l.key?.text ?? []);
}

/** The entries of a line's mapping that are nearest to a place; of a list, those of one item. */
function childrenOf(outline: readonly OutlineLine[], parent: number, near: number): OutlineLine[] {
  const first = outline[parent + 1];
  const floor = parent < 0 ? -1 : (outline[parent]?.indent ?? -1);
  let children: OutlineLine[] = [];
  let indent = first?.indent ?? 0;
  for (let at = parent + 1; at < outline.length; at++) {
    const line = outline[at];
    if (!line || (line.indent <= floor && !line.dash)) break;
    if (line.dash && line.dashIndent < floor) break;
    if (line.dash && line.dashIndent <= indent) {
      if (at > near) break;
      children = [];
      indent = line.indent;
    }
    if (line.key && line.indent === indent) children.push(line);
    // A word that is no key yet may stand at any indent: it does not say where the others begin.
    else if (!line.key && children.length === 0 && line.item === undefined) {
      indent = outline[at + 1]?.indent ?? indent;
    }
  }
  return children;
}

/** By how many spaces this file indents. */
function stepOf(outline: readonly OutlineLine[]): number {
  for (const [i, line] of outline.entries()) {
    const above = outline[i - 1];
    if (above?.key && !line.dash && line.key && line.indent > above.indent) return line.indent - above.indent;
  }
  return 2;
}

function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && !isBreak(text[start - 1])) start--;
  return start;
}

function endOfLine(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isBreak(text[end])) end++;
  return end;
}
