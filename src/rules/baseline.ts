import type { RuleId } from '../workspace/ruleIds.ts';
import { isOpen, isOwned } from '../workspace/tasks.ts';
import type { FileView, PlaybookView } from '../workspace/fileView.ts';
import { allRules } from './all.ts';
import type { BaselineEntry } from './baselineEntry.ts';
import { KnownProblems } from './knownProblems.ts';
import { placeKey, ProblemPlaces } from './problemPlace.ts';
import type { Problem } from './rule.ts';
import { wordsRange } from './taskPlaces.ts';

/** What tells an entry from all others, whatever its count; entries of one file and section sort side by side. */
export function entryKey({ path, section, text, rule }: BaselineEntry): string {
  return JSON.stringify([path, section, text, rule]);
}

/** The problems that a team has put up with for now: a multiset of places, each for a rule. */
export class Baseline {
  static readonly empty = new Baseline([]);

  readonly entries: readonly BaselineEntry[];
  readonly #byPath = new Map<string, BaselineEntry[]>();

  constructor(entries: readonly BaselineEntry[]) {
    this.entries = entries;
    for (const entry of entries) {
      const list = this.#byPath.get(entry.path);
      if (list) list.push(entry);
      else this.#byPath.set(entry.path, [entry]);
    }
  }

  /** How many problems are recorded. */
  get size(): number {
    return sizeOf(this.entries);
  }

  /** What is known of a file, to judge it once; undefined when that is nothing. */
  known(view: FileView, path: string): KnownProblems | undefined {
    const entries = this.#byPath.get(path);
    return entries && new KnownProblems(view, entries);
  }

  knowsOf(path: string): boolean {
    return this.#byPath.has(path);
  }

  /**
   * The baseline once files have been looked at anew: what is gone from them is pruned.
   * @param files what is to be recorded of each file that was judged, by path
   * @param isThere whether a file that was not judged is still there; the entries of others go
   */
  updated(
    files: ReadonlyMap<string, readonly BaselineEntry[]>,
    isThere: (path: string) => boolean,
  ): Baseline {
    const kept = [...this.#byPath].flatMap(([path, entries]) => {
      if (!files.has(path)) return isThere(path) ? entries : [];
      // Another version of this program may know the rule: only that one can tell.
      return entries.filter((e) => !isOurRule(e.rule));
    });
    return new Baseline([...kept, ...[...files.values()].flat()]);
  }
}

const ruleNames: ReadonlySet<string> = new Set(allRules.map((r) => r.id));

/** Whether this version of the program knows a rule that an entry names. */
export function isOurRule(id: string): boolean {
  return ruleNames.has(id);
}

/** How many problems entries stand for. */
export function sizeOf(entries: readonly BaselineEntry[]): number {
  return entries.reduce((sum, e) => sum + e.count, 0);
}

/** Problems of a file as they are recorded. */
export function entriesOf(view: FileView, path: string, problems: readonly Problem[]): BaselineEntry[] {
  const places = new ProblemPlaces(view);
  const found = new Map<string, BaselineEntry>();
  for (const problem of problems) {
    const place = places.of(problem);
    const key = placeKey(problem.rule.id, place);
    const count = (found.get(key)?.count ?? 0) + 1;
    found.set(key, { rule: problem.rule.id, path, ...place, count });
  }
  return [...found.values()];
}

/** The rules that speak up when nobody owns a task. */
const UNOWNED_RULES: readonly RuleId[] = ['owner-missing', 'raci-accountable'];

/** How many of the open tasks that nobody owns are known from before. */
export function knownUnowned({ tasks }: PlaybookView, known: KnownProblems | undefined): number {
  if (!known) return 0;
  const unowned = tasks.filter((t) => isOpen(t) && !isOwned(t));
  return unowned.filter((t) => UNOWNED_RULES.some((rule) => known.take(rule, { range: wordsRange(t) })))
    .length;
}
