import { findFrontMatter } from '../syntax/frontMatter.ts';
import { parse } from '../syntax/parse.ts';
import type { Heading, Playbook, Section, Words } from '../syntax/playbook.ts';
import { LineIndex } from '../text/lineIndex.ts';
import type { Position } from '../text/position.ts';
import type { Range } from '../text/range.ts';
import { applyEdits, textEdit, type TextEdit } from '../text/textEdit.ts';
import { claimOfGroups } from '../workspace/parties.ts';
import { resolveOwnership } from '../workspace/ownership.ts';
import type { OwnedTask, Somebody } from '../workspace/tasks.ts';
import type { PlaybookView } from '../workspace/fileView.ts';
import { besideOwner, handlesOf, readTasks } from './reading.ts';

/** Whether a task reads as wanted after edits. */
export type Wanted = (after: OwnedTask, before: OwnedTask) => boolean;

/** A section of more lines is not read whole for one task. */
const MOST_LINES = 200;
/** So far around a task an edit of it is looked at then. */
const AROUND = 40;

/** Owns whatever says nothing of its own: only a word for nobody is without an owner below it. */
const CONTEXT = '# Context @playbook.context';

/**
 * Edits of one task, tried on a copy of the section around it. What is written is read back by the parser that reads it
 * later, so that the two cannot disagree; and no other task may read otherwise.
 */
export class TaskTrial {
  readonly #view: PlaybookView;
  readonly #scene: Scene | undefined;

  constructor(view: PlaybookView, task: OwnedTask) {
    this.#view = view;
    this.#scene = sceneAround(view, task);
  }

  reads(edits: readonly TextEdit[], wanted: Wanted): boolean {
    const scene = this.#scene;
    const text = scene?.after(edits);
    if (scene === undefined || text === undefined || !keepsFrontMatter(this.#view, edits)) return false;
    const after = resolveOwnership(parse(text), this.#view.roster);
    const own = after[scene.index];
    const before = scene.tasks[scene.index];
    if (!own || !before || after.length !== scene.tasks.length || !wanted(own, before)) return false;
    return readOtherwiseTheSame(scene.tasks, after, scene.index);
  }
}

/** Whether a heading's owner is the wanted one once the edits are made, and all else reads as before. */
export function headingReads(
  view: PlaybookView,
  section: Section,
  edits: readonly TextEdit[],
  wanted: (owners: readonly Somebody[]) => boolean,
): boolean {
  const { heading } = section;
  if (!heading) return false;
  const first = heading.range.start.line;
  const last = Math.min(section.endLine, ownEnd(section), first + AROUND + MOST_LINES);
  const scene = new Scene(view, linesFrom(first, last));
  const text = scene.after(edits);
  if (text === undefined || !keepsFrontMatter(view, edits)) return false;
  const before = headingOf(scene.playbook);
  const playbook = parse(text);
  const after = headingOf(playbook);
  if (!before || !after || before.level !== after.level) return false;
  // `##@sam` above a dash is a heading, too, but another one, and none below a paragraph.
  if (compareLines(before.range, after.range) !== 0) return false;
  const claim = claimOfGroups(after.words, view.roster);
  const tasks = resolveOwnership(playbook, view.roster);
  return (
    claim !== undefined &&
    wanted(claim.owners) &&
    tokensOf(before.words) === tokensOf(after.words) &&
    countHeadings(playbook) === countHeadings(scene.playbook) &&
    tasks.length === scene.tasks.length &&
    readOtherwiseTheSame(scene.tasks, tasks, -1)
  );
}

/**
 * Whether front matter ends where it did once the edits are made, or there is still none: between two lines of dashes a
 * heading may become a broken mapping.
 */
function keepsFrontMatter({ playbook }: PlaybookView, edits: readonly TextEdit[]): boolean {
  const { lines, frontMatter } = playbook;
  if (!/^\ufeff?---/.test(lines.text)) return true;
  const end = frontMatter?.endLine ?? 0;
  // Nothing behind its closing fence matters to it.
  if (end > 0 && edits.every((e) => e.range.start.line >= end)) return true;
  return (findFrontMatter(new LineIndex(applyEdits(lines.text, edits)))?.endLine ?? 0) === end;
}

function compareLines(a: Range, b: Range): number {
  return a.start.line - b.start.line || a.end.line - b.end.line;
}

/** The first behind the context's own. */
function headingOf({ blocks }: Playbook): Heading | undefined {
  return blocks.filter((b) => b.kind === 'heading')[1];
}

function countHeadings({ blocks }: Playbook): number {
  return blocks.filter((b) => b.kind === 'heading').length;
}

export function tokensOf({ tokens, tags }: Words): string {
  return JSON.stringify([tokens.map((t) => [t.key, t.values.map((v) => v.text)]), tags.map((t) => t.name)]);
}

/** Some lines of a playbook as a text of their own. */
class Scene {
  readonly playbook: Playbook;
  readonly tasks: readonly OwnedTask[];
  /** Which of the tasks is edited. */
  index = -1;
  readonly #text: string;
  readonly #lines: ReadonlyMap<number, number>;
  /** A byte order mark, which would be a letter here. */
  readonly #mark: number;

  constructor(view: PlaybookView, lines: readonly number[]) {
    const { lines: source } = view.playbook;
    const marked = lines[0] === 0 && source.text.startsWith('\ufeff');
    this.#mark = marked ? 1 : 0;
    const body = lines.map((line) => source.line(line)).join('\n');
    this.#text = `${CONTEXT}\n${body.slice(this.#mark)}`;
    this.#lines = new Map(lines.map((line, i) => [line, i + 1]));
    this.playbook = parse(this.#text);
    this.tasks = resolveOwnership(this.playbook, view.roster);
  }

  /** @returns undefined when an edit reaches beyond these lines */
  after(edits: readonly TextEdit[]): string | undefined {
    const moved: TextEdit[] = [];
    for (const { range, newText } of edits) {
      const start = this.#moved(range.start);
      const end = this.#moved(range.end);
      if (!start || !end) return undefined;
      moved.push(textEdit({ start, end }, newText));
    }
    return applyEdits(this.#text, moved);
  }

  /** Whether it shows a task as the whole text does, but for what it inherits. */
  shows(task: OwnedTask): boolean {
    const line = this.#lines.get(task.node.range.start.line);
    const index = this.tasks.findIndex((t) => t.node.range.start.line === line);
    const there = this.tasks[index];
    this.index = index;
    return there !== undefined && ownReading(there) === ownReading(task);
  }

  #moved({ line, character }: Position): Position | undefined {
    const there = this.#lines.get(line);
    return there === undefined
      ? undefined
      : { line: there, character: character - (line === 0 ? this.#mark : 0) };
  }
}

function ownReading({ node, text, kind, source, owners }: OwnedTask): string {
  const own = source === 'task' ? handlesOf(owners) : null;
  const lines = node.kind === 'task' ? node.ownerLines.length : node.raci.length;
  return JSON.stringify([kind, node.done, text, own, tokensOf(node.words), lines]);
}

function sceneAround(view: PlaybookView, task: OwnedTask): Scene | undefined {
  const { section } = task;
  const first = section.heading
    ? section.heading.range.end.line + 1
    : Math.max(section.startLine, view.playbook.frontMatter?.endLine ?? 0);
  // The line of the next heading stands for what follows.
  const last = Math.min(ownEnd(section) + 1, view.playbook.lines.lineCount);
  const all = { first, last };
  if (last - first > MOST_LINES) {
    const near = new Scene(view, linesNear(view, task, all));
    if (near.shows(task)) return near;
  }
  const whole = new Scene(view, linesFrom(first, last));
  return whole.shows(task) ? whole : undefined;
}

/** Where a section's first sub-section begins, else where it ends. */
function ownEnd(section: Section): number {
  return section.children[0]?.startLine ?? section.endLine;
}

interface Span {
  readonly first: number;
  /** One past the last. */
  readonly last: number;
}

function linesNear(view: PlaybookView, task: OwnedTask, { first, last }: Span): number[] {
  const { node, table } = task;
  const { line } = node.range.start;
  if (table) {
    const head = table.range.start.line;
    const from = Math.max(head + 2, line - 2);
    return [head, head + 1, ...linesFrom(from, Math.min(table.range.end.line + 1, line + 3))];
  }
  const { lines } = view.playbook;
  const beginsBlock = (at: number) => /^\S/.test(lines.line(at));
  const top = topOf(task);
  let from = top;
  for (let i = top; i >= first && i > top - AROUND; i--) if (beginsBlock(i)) from = i;
  let to = Math.min(last, ownLastLine(task) + AROUND);
  const most = Math.min(last, to + AROUND);
  while (to < most && !beginsBlock(to)) to++;
  return linesFrom(from, to);
}

function topOf({ node }: OwnedTask): number {
  let top = node;
  while (top.kind === 'task' && top.parent) top = top.parent;
  return top.range.start.line;
}

function ownLastLine(task: OwnedTask): number {
  return readTasks([task])[0]?.lastLine ?? task.node.range.end.line;
}

function linesFrom(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i);
}

/** Whoever inherits may inherit from somebody else now. */
function readOtherwiseTheSame(
  before: readonly OwnedTask[],
  after: readonly OwnedTask[],
  edited: number,
): boolean {
  const a = readTasks(before);
  const b = readTasks(after);
  return before.every((task, i) => {
    if (i === edited) return true;
    const other = after[i];
    if (!other || a[i]?.rest !== b[i]?.rest) return false;
    if (JSON.stringify(besideOwner(task)) !== JSON.stringify(besideOwner(other))) return false;
    const isOwn = task.source === 'task' || other.source === 'task';
    return (
      !isOwn ||
      (task.source === other.source &&
        JSON.stringify(handlesOf(task.owners)) === JSON.stringify(handlesOf(other.owners)))
    );
  });
}
