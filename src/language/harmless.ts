import { append } from '../text/lists.ts';
import { comparePositions, type Position } from '../text/position.ts';
import { applyEdits, type TextEdit } from '../text/textEdit.ts';
import { linesOf, type FileView, type PlaybookView } from '../workspace/fileView.ts';
import type { Roster } from '../workspace/roster.ts';
import { readRoster, readSections, readTasks, type TaskReading } from './reading.ts';
import { withoutCulprits } from './withoutCulprits.ts';

/** Something that may be repaired without asking, if nothing else reads otherwise afterwards. */
export interface SafeRepair {
  readonly edits: readonly TextEdit[];
  /** What stands there is a task afterwards. Nothing else may become one. */
  readonly makesTask: boolean;
}

/** A file as it would be with another text. */
export interface Previewed {
  readonly view: FileView;
  /** Of a roster: the playbooks that see it, as they are and as they would be. */
  readonly beneath: () => Iterable<readonly [PlaybookView, PlaybookView]>;
}

export type Preview = (text: string) => Previewed;

/**
 * The repairs after which owners, days, goals and every other task read as before, tried on a copy of the file. Reading a
 * value where none was read is a change, too.
 */
export function harmless(
  view: FileView,
  repairs: readonly SafeRepair[],
  preview: Preview,
): readonly SafeRepair[] {
  const before = new Reading(view);
  return withoutCulprits(repairs, (kept, some) => {
    const changed = before.changes([...kept, ...some], preview);
    return new Set(changed.length === 0 ? [] : orAll(suspectsOf(some, changed), some));
  });
}

function orAll<T>(found: readonly T[], all: readonly T[]): readonly T[] {
  return found.length > 0 ? found : all;
}

/** @returns those that touch a place that changed, and the last ones above each. */
function suspectsOf(repairs: readonly SafeRepair[], changed: readonly Changed[]): SafeRepair[] {
  const sorted = repairs
    .map((repair) => ({ repair, line: firstLine(repair) }))
    .sort((a, b) => a.line - b.line);
  const suspects = new Set<SafeRepair>();
  for (const { line, lastLine } of changed) {
    // The first one below.
    let low = 0;
    for (let high = sorted.length; low < high;) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.line ?? 0) <= lastLine) low = middle + 1;
      else high = middle;
    }
    for (let i = low - 1; i >= 0; i--) {
      const last = sorted[i];
      if (!last) break;
      suspects.add(last.repair);
      if (last.line < line) break;
    }
  }
  return repairs.filter((r) => suspects.has(r));
}

/** Lines of the text before. */
interface Changed {
  readonly line: number;
  readonly lastLine: number;
}

const SOMEWHERE: readonly Changed[] = [{ line: 0, lastLine: Number.MAX_SAFE_INTEGER }];

/** What a file says before anything is repaired. */
class Reading {
  readonly #view: FileView;
  readonly #tasks: readonly TaskReading[];
  readonly #roster: ReadonlyMap<string, string>;

  constructor(view: FileView) {
    this.#view = view;
    this.#tasks = view.kind === 'playbook' ? readTasks(view.tasks) : [];
    this.#roster = readRoster(view.roster);
  }

  /** Where something reads otherwise after repairs than before; empty when everything reads as it did. */
  changes(repairs: readonly SafeRepair[], preview: Preview): readonly Changed[] {
    const edits = repairs.flatMap((r) => r.edits);
    const after = preview(applyEdits(linesOf(this.#view).text, edits));
    if (!sameRoster(this.#roster, after.view.roster)) return SOMEWHERE;
    for (const [a, b] of after.beneath()) if (!sameTasks(a, b)) return SOMEWHERE;
    const view = this.#view;
    if (view.kind !== 'playbook' || after.view.kind !== 'playbook') return [];
    return [
      ...this.#changedTasks(after.view, repairs, new Moved(edits)),
      ...changedSections(view, after.view),
    ];
  }

  #changedTasks(after: PlaybookView, repairs: readonly SafeRepair[], moved: Moved): Changed[] {
    const { edits } = moved;
    const touched = new Set(edits.flatMap(({ range }) => linesIn(range.start.line, range.end.line)));
    const wanted = new Map<number, Changed>();
    for (const { edits: own, makesTask } of repairs) {
      const [first] = own;
      if (!makesTask || !first) continue;
      const { line } = first.range.start;
      wanted.set(moved.line(first.range.start), { line, lastLine: line });
    }
    const found = new Map<number, TaskReading[]>();
    const changed: Changed[] = [];
    for (const reading of readTasks(after.tasks)) {
      if (wanted.delete(reading.line)) continue;
      const there = found.get(reading.line);
      if (there) there.push(reading);
      else found.set(reading.line, [reading]);
    }
    // Whatever is repaired as a task must be one afterwards.
    append(changed, wanted.values());
    for (const [i, task] of this.#tasks.entries()) {
      const node = this.#view.kind === 'playbook' ? this.#view.tasks[i]?.node : undefined;
      const there = node && found.get(moved.line(node.range.start))?.shift();
      const isTouched = linesIn(task.line, task.lastLine).some((line) => touched.has(line));
      if (there?.meaning !== task.meaning || (!isTouched && there.rest !== task.rest)) changed.push(task);
    }
    const isMore = [...found.values()].some((rest) => rest.length > 0);
    return isMore && changed.length === 0 ? [...SOMEWHERE] : changed;
  }
}

function linesIn(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function changedSections(before: PlaybookView, after: PlaybookView): Changed[] {
  const a = readSections(before.playbook.root, before.roster);
  const b = readSections(after.playbook.root, after.roster);
  if (a.length !== b.length) return [...SOMEWHERE];
  return a.flatMap(({ line, reading }, i) =>
    reading === b[i]?.reading ? [] : [{ line, lastLine: (a[i + 1]?.line ?? Number.MAX_SAFE_INTEGER) - 1 }],
  );
}

function sameRoster(before: ReadonlyMap<string, string>, roster: Roster): boolean {
  const after = readRoster(roster);
  return after.size === before.size && [...before].every(([key, value]) => after.get(key) === value);
}

function sameTasks(a: PlaybookView, b: PlaybookView): boolean {
  const before = readTasks(a.tasks);
  const after = readTasks(b.tasks);
  return (
    before.length === after.length &&
    before.every((t, i) => t.meaning === after[i]?.meaning && t.rest === after[i].rest)
  );
}

/** Where lines come to stand by edits. */
class Moved {
  readonly edits: readonly TextEdit[];
  readonly #ends: { readonly end: Position; readonly lines: number }[] = [];

  constructor(edits: readonly TextEdit[]) {
    this.edits = [...edits].sort((a, b) => comparePositions(a.range.start, b.range.start));
    let lines = 0;
    for (const { range, newText } of this.edits) {
      lines += newText.split(/\r\n?|\n/).length - 1 - (range.end.line - range.start.line);
      this.#ends.push({ end: range.end, lines });
    }
  }

  /** @param at a place that no edit takes away */
  line(at: Position): number {
    let low = 0;
    for (let high = this.#ends.length; low < high;) {
      const middle = (low + high) >> 1;
      const there = this.#ends[middle];
      if (there && comparePositions(there.end, at) <= 0) low = middle + 1;
      else high = middle;
    }
    return at.line + (this.#ends[low - 1]?.lines ?? 0);
  }
}

function firstLine({ edits }: SafeRepair): number {
  return edits.reduce((least, { range }) => Math.min(least, range.start.line), Infinity);
}
