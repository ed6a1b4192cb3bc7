import { parse } from '../syntax/parse.ts';
import { applyEdits } from '../text/textEdit.ts';
import { isSameHandle, normalizeHandle } from '../workspace/handles.ts';
import { resolveOwnership } from '../workspace/ownership.ts';
import { partiesOfToken } from '../workspace/parties.ts';
import type { OwnedTask } from '../workspace/tasks.ts';
import type { PlaybookView } from '../workspace/fileView.ts';
import type { HandOver, HandOverPeople } from './handOverTypes.ts';
import { besideOwner, handlesOf, readTasks } from './reading.ts';
import { withoutCulprits } from './withoutCulprits.ts';

export interface HandOvers {
  readonly places: HandOver[];
  /** Left as they are: however they are written, they would not read as the other's. */
  readonly refused: readonly HandOver[];
}

/** Tries all of them on a copy: every task reads as before, or with the one person where the other was. */
export function readBack(view: PlaybookView, people: HandOverPeople, found: readonly HandOver[]): HandOvers {
  // What stands in the front matter is found by its place in the tree, and changes no body.
  const inBody = found.filter((h) => h.kind !== 'roster');
  const check = new Check(view, people);
  const works = new Set(
    withoutCulprits(inBody, (kept, some) => new Set(check.reads([...kept, ...some]) ? [] : some)),
  );
  return {
    places: found.filter((h) => h.kind === 'roster' || works.has(h)),
    refused: inBody.filter((h) => !works.has(h)),
  };
}

class Check {
  readonly #view: PlaybookView;
  readonly #from: string;
  readonly #to: string;
  readonly #before: readonly string[];

  constructor(view: PlaybookView, { from, to }: HandOverPeople) {
    this.#view = view;
    this.#from = normalizeHandle(from);
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const [party] = partiesOfToken([{ text: to, range }], view.roster);
    this.#to = normalizeHandle(party?.handle ?? to);
    this.#before = readTasks(view.tasks).map((t) => t.rest);
  }

  reads(some: readonly HandOver[]): boolean {
    const { playbook, roster, tasks } = this.#view;
    const text = applyEdits(
      playbook.lines.text,
      some.flatMap((h) => h.edits),
    );
    const after = resolveOwnership(parse(text), roster);
    if (after.length !== tasks.length) return false;
    const rest = readTasks(after).map((t) => t.rest);
    const changed = new Set(some.filter((h) => h.kind === 'task' || h.kind === 'area').map((h) => h.line));
    return tasks.every((before, i) => {
      const now = after[i];
      return (
        now !== undefined &&
        this.#isAsWanted(before, now, changed.has(before.node.range.start.line)) &&
        this.#sameRest(before, this.#before[i] ?? '', rest[i] ?? '')
      );
    });
  }

  /** The words may name somebody in an owner's place in their middle, where a new owner stands now. */
  #sameRest({ kind }: OwnedTask, before: string, after: string): boolean {
    return kind === 'area' || before === after;
  }

  #isAsWanted(before: OwnedTask, after: OwnedTask, isChanged: boolean): boolean {
    const old = handlesOf(before.owners);
    const now = handlesOf(after.owners);
    const handed = this.#handed(old);
    const isHanded = sameSet(now, handed) && now[0] === handed[0];
    const isRight = isChanged
      ? isHanded && !now.some((h) => isSameHandle(h, this.#from))
      : isHanded || String(now) === String(old);
    // Letters of a chart go along into the other's column, those of whoever is asked or told among them.
    const hasLetters = before.node.kind === 'row' && before.node.raci.length > 0;
    return isRight && (hasLetters || this.#sameBesides(before, after));
  }

  #sameBesides(before: OwnedTask, after: OwnedTask): boolean {
    const a = besideOwner(before);
    const b = besideOwner(after);
    return a.every((value, i) => {
      const other = b[i];
      if (JSON.stringify(value) === JSON.stringify(other)) return true;
      return isList(value) && isList(other) && sameSet(this.#handed(value), other);
    });
  }

  #handed(handles: readonly string[]): string[] {
    return [...new Set(handles.map((h) => (h === this.#from ? this.#to : h)))];
  }
}

function isList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((v) => typeof v === 'string');
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  const others = new Set(b);
  return new Set(a).size === others.size && a.every((item) => others.has(item));
}
