/** The lines of YAML with what indents, dashes and colons say about them; no line has to be complete. */

import { contentLines, keyOf, type Key, type Line } from './yamlLines.ts';
import { isBreak, lineEnd } from './yamlScan.ts';

/** A line that begins a key, an item or neither yet. Lines inside of brackets and of block text are no lines of their own. */
export interface OutlineLine {
  readonly start: number;
  /** Offset of its content, behind spaces and dashes. */
  readonly from: number;
  /** Column of that content: where the keys beside it begin. */
  readonly indent: number;
  readonly dash: boolean;
  /** Column of its first dash. */
  readonly dashIndent: number;
  readonly key: Key | undefined;
  /** The text of a list item that is no mapping. */
  readonly item: string | undefined;
  /** A key with nothing behind it: what it holds stands below, or nowhere yet. */
  readonly isEmpty: boolean;
  /** Offset of the bracket that its value begins with. */
  readonly flow: number | undefined;
  /** One past its last character; with brackets, one past the closing one or where they ought to be closed. */
  readonly end: number;
  /** The same without what its brackets hold in other lines. */
  readonly lineEnd: number;
  /** One past the block text (`|`, `>`) that belongs to it; else the end. */
  readonly textEnd: number;
}

export function outlineYaml(text: string): OutlineLine[] {
  const lines = contentLines(text);
  const found: OutlineLine[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (!line) break;
    const content = behindDashes(text, line);
    const key = keyOf(text, { ...line, indentEnd: content });
    const valueStart = key ? key.valueStart : content;
    const c = text.charAt(valueStart);
    const isEmpty = key !== undefined && key.valueStart === key.valueEnd;
    const isFlow = !isEmpty && (c === '{' || c === '[') && (key !== undefined || line.dash);
    const isText = !isEmpty && /^[|>][-+\d]*$/.test(text.slice(valueStart, lineEnd(text, valueStart)));
    const end = isFlow ? flowEnd(text, lines, i, valueStart) : line.end;
    const below = isText ? deeperLines(lines, i) : i;
    found.push({
      start: line.start,
      from: content,
      indent: content - line.start,
      dash: line.dash,
      dashIndent: line.indent,
      key,
      isEmpty,
      flow: isFlow ? valueStart : undefined,
      end,
      item:
        line.dash && !key && !isFlow ? text.slice(content, line.end).replace(/^["']|["']$/g, '') : undefined,
      lineEnd: line.end,
      textEnd: below > i ? (lines[below]?.end ?? end) : end,
    });
    i = below;
    while ((lines[i + 1]?.start ?? Infinity) < end) i++;
  }
  return found;
}

/** Offset behind the dashes of list items: `- - name` holds two. */
function behindDashes(text: string, line: Line): number {
  let at = line.indentEnd;
  if (!line.dash) return at;
  while (text[at] === '-' && (at + 1 >= line.end || /\s/.test(text.charAt(at + 1)))) {
    at++;
    while (at < line.end && (text[at] === ' ' || text[at] === '\t')) at++;
  }
  return at;
}

/**
 * One past the bracket that closes the one at `at`. While it is not typed yet, what stands no deeper than the line
 * belongs to somebody else.
 */
function flowEnd(text: string, lines: readonly Line[], index: number, at: number): number {
  const { indent = 0 } = lines[index] ?? {};
  let next = index + 1;
  for (let line = lines[next]; line && belongs(text, line, indent); line = lines[next]) next++;
  const limit = lines[next]?.start ?? text.length;
  let depth = 0;
  for (let i = at; i < limit; i++) {
    const c = text.charAt(i);
    if (c === '{' || c === '[') depth++;
    else if ((c === '}' || c === ']') && --depth === 0) return i + 1;
    else if (c === '"' || c === "'") i = quoteEnd(text, i, limit);
    else if (c === '#' && /\s/.test(text.charAt(i - 1))) i = lineEndAt(text, i);
  }
  let end = limit;
  while (end > 0 && isBreak(text[end - 1])) end--;
  return end;
}

function belongs(text: string, line: Line, indent: number): boolean {
  return line.indent > indent || '}],'.includes(text.charAt(line.indentEnd));
}

/** The quotation mark that closes the one at `at` in its line; `at` itself where there is none, or it is an apostrophe. */
export function quoteEnd(text: string, at: number, limit: number): number {
  if (!/[\s,:{[]/.test(text.charAt(at - 1))) return at;
  for (let i = at + 1; i < limit && text[i] !== '\n' && text[i] !== '\r'; i++) {
    if (text[at] === '"' && text[i] === '\\') i++;
    else if (text[i] === text[at]) return i;
  }
  return at;
}

/** Offset of the last character of the line at `at`. */
export function lineEndAt(text: string, at: number): number {
  let end = at;
  while (end + 1 < text.length && text[end + 1] !== '\n' && text[end + 1] !== '\r') end++;
  return end;
}

function deeperLines(lines: readonly Line[], index: number): number {
  const { indent = 0 } = lines[index] ?? {};
  let last = index;
  while ((lines[last + 1]?.indent ?? -1) > indent) last++;
  return last;
}

/** A value without its quotes, and the quotation mark that is missing at its end. */
export function unquoted(
  text: string,
  start: number,
  end: number,
): { readonly word: readonly [number, number]; readonly quote: string } {
  const open = text.charAt(start);
  if (start === end || (open !== '"' && open !== "'")) return { word: [start, end], quote: '' };
  const isClosed = end - start > 1 && text[end - 1] === open;
  return { word: [start + 1, isClosed ? end - 1 : end], quote: isClosed ? '' : open };
}
