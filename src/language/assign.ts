import { parse } from '../syntax/parse.ts';
import type { Mention, OwnerLine, RaciCell, Row, Section, Task } from '../syntax/playbook.ts';
import type { LineIndex } from '../text/lineIndex.ts';
import type { Position } from '../text/position.ts';
import { applyEdits, textEdit, type TextEdit } from '../text/textEdit.ts';
import { claimOfGroups, claimOfLine, claimingGroup, partiesOfValue } from '../workspace/parties.ts';
import type { Roster } from '../workspace/roster.ts';
import type { OwnedTask } from '../workspace/tasks.ts';
import type { PlaybookView } from '../workspace/fileView.ts';

const MARGIN = /^[\s>]*/;

/**
 * The smallest edits after which `handle` owns the task (docs/format.md, "Written form"): the owner group is replaced
 * in place; else ` @handle` is written behind the words, in brackets where a bare one would not be read as the owner;
 * in a table the owner cell is filled.
 * @returns undefined where the text has no place for an owner, such as a RACI chart without a column for the person.
 */
export function assignOwner(view: PlaybookView, task: OwnedTask, handle: string): TextEdit[] | undefined {
  const { node } = task;
  if (node.kind === 'row') return assignRow(node, handle, view.roster);
  return assignItem(view.playbook.lines, node, handle, view.roster);
}

/**
 * Makes `handle` own a section: the owner behind its heading is replaced, or written there.
 * @returns undefined for the document before its first heading, which has no place for an owner.
 */
export function assignSection(view: PlaybookView, section: Section, handle: string): TextEdit[] | undefined {
  const { heading } = section;
  if (!heading) return undefined;
  const group = claimingGroup(heading.words.ownerGroups, view.roster);
  if (group) return [textEdit(group.range, `@${handle}`)];
  const at = heading.words.insertAt;
  for (const newText of [` @${handle}`, ` (@${handle})`]) {
    const line = view.playbook.lines.line(at.line);
    const after = `${line.slice(0, at.character)}${newText}${line.slice(at.character)}`;
    const read = parse(`# ${after.replace(/^[\s#]*/, '')}`).blocks.find((b) => b.kind === 'heading');
    const owner = read && claimingGroup(read.words.ownerGroups, view.roster)?.members[0];
    if (owner?.handle.toLowerCase() === handle.toLowerCase()) return [textEdit(caret(at), newText)];
  }
  return undefined;
}

/**
 * The smallest edits after which the task has no owner: its own owner is removed; where it only inherits one,
 * ` @tbd` stops that.
 * @returns undefined when nobody owns the task, or where no edit can say so.
 */
export function clearOwner(view: PlaybookView, task: OwnedTask): TextEdit[] | undefined {
  if (task.owners.length === 0) return undefined;
  if (task.source !== 'task') return assignOwner(view, task, 'tbd');
  const { node } = task;
  if (node.kind === 'row') {
    if (node.raci.length > 0) return clearRaci(node.raci);
    return node.owners.filter((o) => o.text !== '').map((o) => textEdit(o.range, ''));
  }
  const group = claimingGroup(node.words.ownerGroups, view.roster);
  if (group) {
    const removal = textEdit(group.clearRange, '');
    return [clears(view, node, removal) ? removal : textEdit(group.range, '@tbd')];
  }
  const line = owningLine(node, view.roster);
  if (!line) return undefined;
  const removal = textEdit(line.value.range, '');
  return [clears(view, node, removal) ? removal : textEdit(line.value.range, '@tbd')];
}

/** Without a group there may be no words left, or another mention or line may come to stand in an owner's place. */
function clears({ playbook, roster }: PlaybookView, node: Task, removal: TextEdit): boolean {
  const after = taskAfter(playbook.lines, node, [removal]);
  return after !== undefined && !claimingGroup(after.words.ownerGroups, roster) && !owningLine(after, roster);
}

function assignItem(lines: LineIndex, node: Task, handle: string, roster: Roster): TextEdit[] | undefined {
  const group = claimingGroup(node.words.ownerGroups, roster);
  if (group) return [textEdit(group.range, `@${handle}`)];
  const line =
    owningLine(node, roster) ?? node.ownerLines.find((l) => l.value.text === '' && l.label === 'owner');
  if (line) return [fillLine(lines, line, handle)];
  for (const edit of insertions(node, handle)) {
    if (ownerAfter(lines, node, [edit], roster) === handle.toLowerCase()) return [edit];
  }
  return undefined;
}

/** Ways to write an owner that is not there yet, the plainest first. */
function insertions(node: Task, handle: string): TextEdit[] {
  const { words } = node;
  const at = words.insertAt;
  const start = words.range.start;
  if (isSame(at, start)) return [textEdit(caret(at), `@${handle} `)];
  return [
    textEdit(caret(at), ` @${handle}`),
    textEdit(caret(at), ` (@${handle})`),
    textEdit(caret(start), `@${handle}: `),
  ];
}

/** Who owns the task by its own words once the edit is made. */
function ownerAfter(
  lines: LineIndex,
  node: Task,
  edits: readonly TextEdit[],
  roster: Roster,
): string | undefined {
  const task = taskAfter(lines, node, edits);
  const group = task && claimingGroup(task.words.ownerGroups, roster);
  return group?.members[0]?.handle.toLowerCase();
}

/**
 * Moves a mention that stands in the middle of a sentence to where it owns.
 * @returns undefined where it would not be read as the owner there either.
 */
export function moveMention(view: PlaybookView, node: Task, mention: Mention): TextEdit[] | undefined {
  const { lines } = view.playbook;
  const { start, end } = mention.range;
  const line = lines.line(start.line);
  // One of the two spaces around it goes along.
  const spaceBefore = /\s/.test(line[start.character - 1] ?? '');
  const removal = textEdit(
    { start: { line: start.line, character: start.character - (spaceBefore ? 1 : 0) }, end },
    '',
  );
  for (const newText of [` @${mention.handle}`, ` (@${mention.handle})`]) {
    const edits = [removal, textEdit(caret(node.words.insertAt), newText)];
    if (ownerAfter(lines, node, edits, view.roster) === mention.handle.toLowerCase()) return edits;
  }
  return undefined;
}

/** The task once the edit is made: asked of the parser, so that what is written and what is read always agree. */
function taskAfter(lines: LineIndex, node: Task, edits: readonly TextEdit[]): Task | undefined {
  return parse(itemText(lines, node, edits)).blocks.find((b) => b.kind === 'task');
}

/** The first lines of an item after edits, as a document of their own. */
function itemText(lines: LineIndex, node: Task, edits: readonly TextEdit[]): string {
  const first = node.range.start.line;
  // The first paragraph is all that counts; a token or two may stand on the lines behind its words.
  const last = Math.min(node.range.end.line, node.words.insertAt.line + 8);
  const text = Array.from({ length: last - first + 1 }, (_, i) => lines.line(first + i)).join('\n');
  const moved = (p: Position): Position => ({ line: p.line - first, character: p.character });
  const edited = applyEdits(
    text,
    edits.map((e) => textEdit({ start: moved(e.range.start), end: moved(e.range.end) }, e.newText)),
  );
  const indent = node.range.start.character;
  return edited
    .split('\n')
    .map((line, i) => line.slice(i === 0 ? indent : Math.min(indent, MARGIN.exec(line)?.[0].length ?? 0)))
    .join('\n');
}

function owningLine(node: Task, roster: Roster): OwnerLine | undefined {
  if (claimOfGroups(node.words.ownerGroups, roster)) return undefined;
  return node.ownerLines.find((l) => claimOfLine(l.value, roster, l.label === 'lead') !== undefined);
}

/** A space between the colon and the name, unless one is there. */
function fillLine(lines: LineIndex, line: OwnerLine, handle: string): TextEdit {
  const { start } = line.value.range;
  const before = lines.line(start.line)[start.character - 1] ?? ' ';
  return textEdit(line.value.range, `${/\s/.test(before) ? '' : ' '}@${handle}`);
}

function assignRow(row: Row, handle: string, roster: Roster): TextEdit[] | undefined {
  if (row.raci.length > 0) return assignRaci(row.raci, handle, roster);
  const cell = row.owners.find((o) => o.text !== '') ?? row.owners[0];
  return cell && [textEdit(cell.range, `@${handle}`)];
}

/** The person's column gets the A; whoever had it keeps only their other letters. */
function assignRaci(cells: readonly RaciCell[], handle: string, roster: Roster): TextEdit[] | undefined {
  const key = handle.toLowerCase();
  const isOf = (cell: RaciCell) =>
    partiesOfValue(cell.who, roster).some((p) => p.handle.toLowerCase() === key);
  const own = cells.find(isOf);
  if (!own) return undefined;
  const others = clearLetter(
    cells.filter((c) => c !== own),
    'A',
  );
  if (own.letters.includes('A')) return others;
  return [
    ...others,
    textEdit(own.range, own.letters === '' ? 'A' : `A/${Array.from(own.letters).join('/')}`),
  ];
}

/** Neither accountable nor responsible: nobody owns the row. */
function clearRaci(cells: readonly RaciCell[]): TextEdit[] {
  return cells
    .filter((c) => /[AR]/.test(c.letters))
    .map((c) => textEdit(c.range, Array.from(c.letters.replace(/[AR]/g, '')).join('/')));
}

function clearLetter(cells: readonly RaciCell[], letter: string): TextEdit[] {
  return cells
    .filter((c) => c.letters.includes(letter))
    .map((c) => textEdit(c.range, Array.from(c.letters.replaceAll(letter, '')).join('/')));
}

function caret(at: Position) {
  return { start: at, end: at };
}

function isSame(a: Position, b: Position): boolean {
  return a.line === b.line && a.character === b.character;
}
