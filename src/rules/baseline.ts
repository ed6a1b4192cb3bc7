import type { RuleId } from '../workspace/ruleIds.ts';
import { isOpen, isOwned } from '../workspace/tasks.ts';
import type { FileView, PlaybookView } from '../workspace/fileView.ts';
import { allRules } from './all.ts';
import type { Known } from './known.ts';
import { ProblemPlaces, type ProblemPlace } from './problemPlace.ts';
import type { Problem, Spot } from './rule.ts';
import { wordsRange } from './taskPlaces.ts';

/** Problems of one rule at one place that have been recorded, to be told no more. */
export interface BaselineEntry extends ProblemPlace {
  readonly rule: string;
  /** Of the file, relative to the folder of the baseline, with `/`. */
  readonly path: string;
  /** How many of them there are, 1 or more: two tasks of a section may read alike. */
  readonly count: number;
}

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
    return this.entries.reduce((sum, e) => sum + e.count, 0);
  }

  /** How many problems of another baseline are recorded here no more. */
  lacks(other: Baseline): number {
    const counts = new Map(this.entries.map((e) => [entryKey(e), e.count]));
    return other.entries.reduce((sum, e) => sum + Math.max(0, e.count - (counts.get(entryKey(e)) ?? 0)), 0);
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
      return entries.filter((e) => !ruleNames.has(e.rule));
    });
    return new Baseline([...kept, ...[...files.values()].flat()]);
  }
}

const ruleNames: ReadonlySet<string> = new Set(allRules.map((r) => r.id));

/** The recorded problems of one file. Each can be taken as often as it was recorded: what is left over is new. */
export class KnownProblems implements Known {
  readonly #places: ProblemPlaces;
  readonly #left = new Map<string, number>();
  #taken = 0;

  constructor(view: FileView, entries: readonly BaselineEntry[]) {
    this.#places = new ProblemPlaces(view);
    for (const entry of entries) this.#left.set(keyOf(entry.rule, entry), entry.count);
  }

  /** How many problems turned out to be known. */
  get taken(): number {
    return this.#taken;
  }

  has(rule: RuleId, spot: Spot): boolean {
    return (this.#left.get(this.#key(rule, spot)) ?? 0) > 0;
  }

  take(rule: RuleId, spot: Spot): boolean {
    const key = this.#key(rule, spot);
    const left = this.#left.get(key) ?? 0;
    if (left === 0) return false;
    this.#left.set(key, left - 1);
    this.#taken++;
    return true;
  }

  #key(rule: RuleId, spot: Spot): string {
    return keyOf(rule, this.#places.of(spot));
  }
}

/** Problems of a file as they are recorded. */
export function entriesOf(view: FileView, path: string, problems: readonly Problem[]): BaselineEntry[] {
  const places = new ProblemPlaces(view);
  const found = new Map<string, BaselineEntry>();
  for (const problem of problems) {
    const place = places.of(problem);
    const key = keyOf(problem.rule.id, place);
    const count = (found.get(key)?.count ?? 0) + 1;
    found.set(key, { rule: problem.rule.id, path, ...place, count });
  }
  return [...found.values()];
}

/** Of each place once for each rule: a task of one long line may have ten thousand problems. */
const keys = new WeakMap<ProblemPlace, Map<string, string>>();

function keyOf(rule: string, place: ProblemPlace): string {
  let ofPlace = keys.get(place);
  if (!ofPlace) keys.set(place, (ofPlace = new Map<string, string>()));
  let key = ofPlace.get(rule);
  if (key === undefined) ofPlace.set(rule, (key = JSON.stringify([rule, place.text, ...place.section])));
  return key;
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
