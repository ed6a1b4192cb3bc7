import { findFrontMatter } from '../syntax/frontMatter.ts';
import { parse } from '../syntax/parse.ts';
import { sectionAt } from '../syntax/sections.ts';
import { LineIndex } from '../text/lineIndex.ts';
import { comparePositions, type Position } from '../text/position.ts';
import { applyEdits, textEdit } from '../text/textEdit.ts';
import { resolveOwnership } from '../workspace/ownership.ts';
import type { PlaybookView } from '../workspace/fileView.ts';
import { semanticTokens } from './semanticTokens.ts';

/** Reading a longer section, in characters, would hold up whoever types a colon in it. */
const LONGEST = 100_000;

/**
 * Whether somebody named in plain words owns where a position is: behind `Owner:`, in an owner's cell, in brackets or
 * behind a dash at the end of a task. A name is written there on a copy and read back, so that this cannot disagree with
 * the places where owners are read (syntax/ownerPlaces.ts).
 * @param typed what is typed of the name, right before the position
 */
export function mayNameOwner(view: PlaybookView, at: Position, typed: string): boolean {
  const { playbook, roster } = view;
  const somebody = [...roster.people.values()].find((p) => p.left === undefined);
  if (!somebody) return false;
  const section = sectionAt(playbook.root, at.line);
  const first = Math.max(section.startLine, playbook.frontMatter?.endLine ?? 0);
  const last = section.children[0]?.startLine ?? section.endLine;
  if (at.line < first || at.line >= last) return false;
  const { lines } = playbook;
  if (lines.offsetAt({ line: last, character: 0 }) - lines.offsetAt({ line: first, character: 0 }) > LONGEST)
    return false;
  const own = Array.from({ length: last - first }, (_, i) => lines.line(first + i)).join('\n');
  const end = { line: at.line - first, character: at.character };
  const start = { ...end, character: end.character - typed.length };
  // Alone in the line behind a marker or a label there is no space between.
  const before = lines.line(at.line)[start.character - 1] ?? ' ';
  const space = /[:：]/.test(before) ? ' ' : '';
  const text = applyEdits(own, [textEdit({ start, end }, `${space}${somebody.name ?? somebody.handle}`)]);
  // A line of dashes at the top of a section is a rule, and at the top of a text front matter.
  const copy = parse(findFrontMatter(new LineIndex(text)) ? `\n${text}` : text);
  const line = start.line + (copy.lines.text.length - text.length);
  const named = { line, character: start.character + space.length };
  const tasks = resolveOwnership(copy, roster);
  return semanticTokens({ ...view, playbook: copy, tasks }).some(
    ({ type, range }) => type === 'playbookOwner' && comparePositions(range.start, named) === 0,
  );
}
