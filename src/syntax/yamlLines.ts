/**
 * The block structure of YAML (YAML 1.2.2 chapter 8) as far as indents, dashes and colons show it: lines, what belongs
 * to each, and their keys. It needs no sound YAML, which is what recovery takes it for.
 */

import { lineEnd } from './yamlScan.ts';

/** A line that is neither blank nor a comment. */
export interface Line {
  readonly start: number;
  /** Offset of its first character that is no space. */
  readonly indentEnd: number;
  /** One past its last character, line break excluded. */
  readonly end: number;
  readonly indent: number;
  readonly dash: boolean;
}

/** A line and those below it that belong to it. */
export interface Chunk {
  readonly head: Line;
  readonly rest: readonly Line[];
  readonly start: number;
  readonly end: number;
}

/** The key at the start of a line, taken more freely than YAML does. */
export interface Key {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Offset of the value, or of the end of the line. */
  readonly valueStart: number;
  readonly valueEnd: number;
}

/** The lines of a text that are neither blank nor comments. */
export function contentLines(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length;) {
    let indentEnd = start;
    while (text[indentEnd] === ' ') indentEnd++;
    let end = indentEnd;
    while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
    if (/[^\s#]/.test(text[indentEnd] ?? ' ')) {
      const dash = text[indentEnd] === '-' && /^(?:\s|$)/.test(text.slice(indentEnd + 1, indentEnd + 2));
      const trimmed = indentEnd + text.slice(indentEnd, end).trimEnd().length;
      lines.push({ start, indentEnd, end: trimmed, indent: indentEnd - start, dash });
    }
    start = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1);
  }
  return lines;
}

/** Puts each line with the deeper ones under it. */
export function group(text: string, lines: readonly Line[]): Chunk[] {
  const first = lines[0];
  if (!first) return [];
  const groups: Line[][] = [];
  for (const line of lines) {
    const current = groups.at(-1);
    if (!current || (line.indent <= first.indent && !continues(text, line, first))) groups.push([line]);
    else current.push(line);
  }
  return groups.flatMap(([head, ...rest]) => {
    if (!head) return [];
    const last = rest.at(-1) ?? head;
    return [{ head, rest, start: head.start, end: afterLine(text, last.end) }];
  });
}

/** The line belongs to what stands above it although it is no deeper. */
function continues(text: string, line: Line, first: Line): boolean {
  // A list may stand in the same column as its key (YAML 1.2.2 section 8.2.2).
  if (line.dash && !first.dash && line.indent === first.indent) return true;
  const c = text[line.indentEnd] ?? '';
  return (
    c === '}' || c === ']' || (c === ':' && /^\s?$/.test(text.slice(line.indentEnd + 1, line.indentEnd + 2)))
  );
}

function afterLine(text: string, at: number): number {
  let end = at;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
  return end;
}

/** The key that the line starts with, if it has one. */
export function keyOf(text: string, line: Line): Key | undefined {
  const start = line.indentEnd;
  const first = text[start] ?? '';
  if ('{[|>#,}]'.includes(first)) return undefined;
  let end: number | undefined;
  let at = start;
  const quoted = first === '"' || first === "'";
  if (quoted) {
    at = text.indexOf(first, start + 1);
    if (at < 0 || at >= line.end) return undefined;
    end = at++;
    while (text[at] === ' ' || text[at] === '\t') at++;
  } else {
    while (at < line.end && !(text[at] === ':' && isGap(text[at + 1]))) {
      if (text[at] === '#' && isGap(text[at - 1])) return undefined;
      if (!isGap(text[at])) end = at + 1;
      at++;
    }
  }
  if (end === undefined || text[at] !== ':' || !isGap(text[at + 1])) return undefined;
  const keyStart = quoted ? start + 1 : start;
  let valueStart = at + 1;
  while (valueStart < line.end && isGap(text[valueStart])) valueStart++;
  const empty = valueStart >= line.end || text[valueStart] === '#';
  return {
    start: keyStart,
    end,
    text: text.slice(keyStart, end),
    valueStart: empty ? at + 1 : valueStart,
    valueEnd: empty ? at + 1 : lineEnd(text, valueStart),
  };
}

function isGap(c: string | undefined): boolean {
  return c === undefined || c === ' ' || c === '\t' || c === '\n' || c === '\r';
}
