import { parse } from '../syntax/parse.ts';
import type { Mention, OwnerLine, OwnerValue, Row, Section, Task } from '../syntax/playbook.ts';
import { applyEdits, textEdit, type TextEdit } from '../text/textEdit.ts';
import { isSameHandle } from '../workspace/handles.ts';
import { claimOfGroups, claimOfLine, claimingGroup, partiesOfToken } from '../workspace/parties.ts';
import { resolveOwnership } from '../workspace/ownership.ts';
import type { Roster } from '../workspace/roster.ts';
import type { OwnedTask } from '../workspace/tasks.ts';
import type { PlaybookView } from '../workspace/fileView.ts';
import {
  besideWords,
  caret,
  inCell,
  inLine,
  inPlaceOf,
  ownersIn,
  valuesOf,
  type Form,
} from './ownerForms.ts';
import { assignRaci, clearRaci } from './raci.ts';
import { besideOwner } from './reading.ts';
import { headingReads, TaskTrial, tokensOf, type Wanted } from './trial.ts';

/**
 * The smallest edits after which `handle` owns the task (docs/format.md, "Written form"): the owner group is replaced
 * in place; else ` @handle` is written behind the words, in brackets where a bare one would not be read as the owner;
 * in a table the owner cell is filled.
 * @returns undefined where the text has no place for an owner, such as a RACI chart without a column for the person, or
 * where nothing that is written would be read as meant.
 */
export function assignOwner(view: PlaybookView, task: OwnedTask, handle: string): TextEdit[] | undefined {
  return firstThatReads(view, task, formsOf(view, task, handle), isOwnedBy(handle, view.roster));
}

/**
 * The edits after which `handle` owns many tasks. The plainest form of each is read back in one reading of the whole
 * text; only where that is not read as meant a task is looked at by itself, and of those only the first few.
 */
export function assignOwners(
  view: PlaybookView,
  tasks: readonly OwnedTask[],
  handle: string,
): readonly TextEdit[][] {
  const plain = tasks.map((t) => [...(formsOf(view, t, handle)[0] ?? [])]);
  const { playbook, roster } = view;
  const after = resolveOwnership(parse(applyEdits(playbook.lines.text, plain.flat())), roster);
  const isCounted = after.length === view.tasks.length;
  const at = new Map(view.tasks.map((t, i) => [t, i]));
  const isRight = isOwnedBy(handle, roster);
  let left = MOST_BY_THEMSELVES;
  return tasks.flatMap((task, i) => {
    const now = isCounted ? after[at.get(task) ?? -1] : undefined;
    const form = plain[i];
    if (form && form.length > 0 && now && isRight(now, task)) return [form];
    const edits = left-- > 0 ? assignOwner(view, task, handle) : undefined;
    return edits ? [edits] : [];
  });
}

/** Each costs reading what stands around the task. */
const MOST_BY_THEMSELVES = 12;

function isOwnedBy(handle: string, roster: Roster): Wanted {
  const owner = resolved(handle, roster);
  return (after, before) => {
    const [first] = after.owners;
    return (
      first !== undefined &&
      isSameHandle(first.handle, owner) &&
      // Cells of further columns and letters stay as they are.
      (after.node.kind === 'row' || after.owners.length === 1) &&
      after.source === 'task' &&
      sameBesides(after, before)
    );
  };
}

/**
 * Makes `handle` own a section: the owner behind its heading is replaced, or written there.
 * @returns undefined for the document before its first heading, which has no place for an owner, or where it would not be
 * read as the owner.
 */
export function assignSection(view: PlaybookView, section: Section, handle: string): TextEdit[] | undefined {
  const { heading } = section;
  if (!heading) return undefined;
  const group = claimingGroup(heading.words, view.roster);
  const { insertAt } = heading.words;
  const behind = [` @${handle}`, ` (@${handle})`].map((newText) => [textEdit(caret(insertAt), newText)]);
  const line = heading.ownerLine && inLine(view.playbook.lines, heading.ownerLine, handle, view.roster);
  const forms = group ? inPlaceOf(group, handle) : [...(line ?? []), ...behind];
  const owner = resolved(handle, view.roster);
  const isRight = (form: Form) =>
    headingReads(
      view,
      section,
      form,
      ([first, ...others]) => first !== undefined && isSameHandle(first.handle, owner) && others.length === 0,
    );
  const found = forms.find(isRight);
  return found && [...found];
}

/** Words for nobody, as a roster may define some of them. */
const NOBODY = ['tbd', 'tba', 'unassigned', '____'];

/**
 * The smallest edits after which the task has no owner: its own owner is removed; where it only inherits one,
 * ` @tbd` stops that.
 * @returns undefined when nobody owns the task, or where no edit can say so.
 */
export function clearOwner(view: PlaybookView, task: OwnedTask): TextEdit[] | undefined {
  if (task.owners.length === 0) return undefined;
  const isNobodys: Wanted = (after, before) => after.owners.length === 0 && sameBesides(after, before);
  const nobody = NOBODY.find((word) => view.roster.find(word) === undefined);
  const stops = nobody === undefined ? [] : formsOf(view, task, nobody);
  if (task.source !== 'task') return firstThatReads(view, task, stops, isNobodys);
  const { node } = task;
  const { roster } = view;
  if (node.kind === 'row') {
    const cleared = node.raci.length > 0 ? clearRaci(node.raci) : removed(node.owners, roster);
    return firstThatReads(view, task, [cleared, ...stops], isNobodys);
  }
  const group = claimingGroup(node.words, roster);
  const line = owningLine(node, roster);
  const removals = group
    ? ['', ' '].map((newText) => [textEdit(group.clearRange, newText)])
    : line
      ? [removed(valuesOf(line), roster)]
      : [];
  return (
    firstThatReads(
      view,
      task,
      removals,
      (after, before) => after.source !== 'task' && sameBesides(after, before),
    ) ?? firstThatReads(view, task, stops, isNobodys)
  );
}

/**
 * Moves a mention that stands in the middle of a sentence to where it owns.
 * @returns undefined where it would not be read as the owner there either.
 */
export function moveMention(view: PlaybookView, task: OwnedTask, mention: Mention): TextEdit[] | undefined {
  const { start, end } = mention.range;
  const line = view.playbook.lines.line(start.line);
  // One of the two spaces around it goes along.
  const spaceBefore = /\s/.test(line[start.character - 1] ?? '');
  const removal = textEdit(
    { start: { line: start.line, character: start.character - (spaceBefore ? 1 : 0) }, end },
    '',
  );
  const forms = [` @${mention.handle}`, ` (@${mention.handle})`].map((newText) => [
    removal,
    textEdit(caret(task.words.insertAt), newText),
  ]);
  const owner = resolved(mention.handle, view.roster);
  return firstThatReads(view, task, forms, (after, before) => {
    const [first] = after.owners;
    return first !== undefined && isSameHandle(first.handle, owner) && saysAsMuch(after, before);
  });
}

/** Every way to write an owner into the task, the smallest first. */
function formsOf(view: PlaybookView, { node }: OwnedTask, handle: string): Form[] {
  const { roster } = view;
  if (node.kind === 'row') return formsOfRow(node, handle, roster);
  const group = claimingGroup(node.words, roster);
  if (group) return [...inPlaceOf(group, handle), ...besideWords(node, handle)];
  const line =
    owningLine(node, roster) ?? node.ownerLines.find((l) => l.value.text === '' && l.label === 'owner');
  const inOwnerLine = line ? inLine(view.playbook.lines, line, handle, roster) : [];
  return [...inOwnerLine, ...besideWords(node, handle)];
}

function formsOfRow(row: Row, handle: string, roster: Roster): Form[] {
  if (row.raci.length > 0) {
    const letters = assignRaci(row.raci, handle, roster);
    return letters ? [letters] : [];
  }
  const cell = row.owners.find((o) => o.text !== '') ?? row.owners[0];
  return cell ? inCell(cell, handle, roster) : [];
}

/** Without those who own; what else stands beside them stays. */
function removed(values: readonly OwnerValue[], roster: Roster): TextEdit[] {
  return values
    .filter((v) => v.text !== '')
    .flatMap((v) => ownersIn(v, roster) ?? [])
    .map((range) => textEdit(range, ''));
}

function owningLine(node: Task, roster: Roster): OwnerLine | undefined {
  if (claimOfGroups(node.words, roster)) return undefined;
  return node.ownerLines.find((l) => claimOfLine(l, roster, l.label === 'lead') !== undefined);
}

function firstThatReads(
  view: PlaybookView,
  task: OwnedTask,
  forms: readonly Form[],
  wanted: Wanted,
): TextEdit[] | undefined {
  if (forms.length === 0) return undefined;
  const trial = new TaskTrial(view, task);
  const found = forms.find((form) => trial.reads(form, wanted));
  return found && [...found];
}

/** Everything but the owner, and the words in an owner's place. */
function sameBesides(after: OwnedTask, before: OwnedTask): boolean {
  return saysAsMuch(after, before) && others(after) === others(before);
}

function saysAsMuch(after: OwnedTask, before: OwnedTask): boolean {
  return (
    JSON.stringify(besideOwner(after)) === JSON.stringify(besideOwner(before)) &&
    tokensOf(after.words) === tokensOf(before.words)
  );
}

/** The words, but for signs that may go with an owner, and for lines that hold one. */
function others({ text, node }: OwnedTask): string {
  const own = node.kind === 'task' ? node.ownerLines.map((l) => l.labelText) : [];
  return own.length > 0 ? '' : text.replace(/[^\p{L}\p{N}\p{M}@_]+/gu, '');
}

/** As it reads: a role that one person holds is that person. */
function resolved(handle: string, roster: Roster): string {
  return partiesOfToken([{ text: handle, range: NOWHERE }], roster)[0]?.handle ?? handle;
}

const NOWHERE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
