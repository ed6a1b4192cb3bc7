import type { LineIndex } from '../text/lineIndex.ts';
import { comparePositions } from '../text/position.ts';
import { compareRanges, lineRange, rangesOverlap, type Range } from '../text/range.ts';
import { textEdit } from '../text/textEdit.ts';
import { isSameHandle } from '../workspace/handles.ts';
import type { RosterLayer } from '../workspace/rosterLayer.ts';
import type { HandOver, HandOverPeople } from './handOverTypes.ts';

/** The places of a roster that name the person: lead, contact, holder of a role, owner of a goal or an asset. */
export function handOverRoster(
  layer: RosterLayer,
  lines: LineIndex,
  { from, to }: HandOverPeople,
): HandOver[] {
  const ranges = layer.references
    .filter((r) => r.expects !== 'team' && isSameHandle(r.handle, from))
    .map((r) => r.range)
    .sort(compareRanges)
    .filter((r, i, all) => !all.slice(0, i).some((before: Range) => rangesOverlap(before, r)));
  return ranges.map((range) => ({
    kind: 'roster',
    text: [...keysAbove(lines, range.start.line), lines.line(range.start.line).trim()].join(' › '),
    tasks: 0,
    line: range.start.line,
    edits: [
      isHolderAlready(layer, lines, range, to) ? textEdit(itemAt(lines, range), '') : textEdit(range, to),
    ],
  }));
}

/** Whether the place is in a role's list of holders that names the other one, too. */
function isHolderAlready(
  { roles }: RosterLayer,
  lines: LineIndex,
  { start }: Range,
  handle: string,
): boolean {
  const role = [...roles.values()]
    .filter((r) => comparePositions(r.place.range.start, start) <= 0)
    .sort((a, b) => compareRanges(a.place.range, b.place.range))
    .at(-1);
  if (!role?.holders.some((h) => isSameHandle(h, handle))) return false;
  // What stands no further in than the role's key is no longer its list; a list may begin right below its key.
  const key = role.place.range.start;
  for (let line = key.line + 1; line <= start.line; line++) {
    const text = lines.line(line);
    const indent = indentOf(text);
    if (indent < key.character || (indent === key.character && !text.trimStart().startsWith('-')))
      return false;
  }
  return true;
}

/** An item of a list in YAML with the comma, or the line, that goes with it. */
function itemAt(lines: LineIndex, { start, end }: Range): Range {
  const { line } = start;
  const text = lines.line(line);
  const quotes = /["']/.test(text[start.character - 1] ?? ' ') ? 1 : 0;
  const [from, to] = [start.character - quotes, end.character + quotes];
  const comma = /^\s*,\s*/.exec(text.slice(to));
  if (comma) return lineRange(line, from, to + comma[0].length);
  const commaBefore = /,\s*$/.exec(text.slice(0, from));
  if (commaBefore) return lineRange(line, commaBefore.index, to);
  const isLine = /^\s*-\s*$/.test(text.slice(0, from)) && /^\s*(?:#.*)?$/.test(text.slice(to));
  return isLine
    ? { start: { line, character: 0 }, end: { line: line + 1, character: 0 } }
    : lineRange(line, from, to);
}

/** The keys that a line of YAML stands under, by their indent: `assets`, `brochure`. */
function keysAbove(lines: LineIndex, line: number): string[] {
  const keys: string[] = [];
  let indent = indentOf(lines.line(line));
  for (let i = line - 1; i >= 0 && indent > 0; i--) {
    const text = lines.line(i);
    const key = /^\s*"?([^\s"#:][^":]*)"?:/.exec(text)?.[1];
    if (key === undefined || indentOf(text) >= indent) continue;
    keys.unshift(key);
    indent = indentOf(text);
  }
  return keys;
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}
