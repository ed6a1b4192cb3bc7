import type { Range } from '../text/range.ts';
import type { RuleId } from '../workspace/ruleIds.ts';
import type { FileView } from '../workspace/fileView.ts';
import type { BaselineEntry } from './baselineEntry.ts';
import type { Known } from './known.ts';
import { placeKey, ProblemPlaces, type ProblemPlace } from './problemPlace.ts';
import type { Spot } from './rule.ts';

/** Problems that were recorded at one place of a rule, and how many of them nobody has taken. */
interface Recorded {
  readonly entry: BaselineEntry;
  left: number;
}

/**
 * Rules that speak once a name. They spoke once a task before, so that what was recorded then stands at any place of
 * the name: the finding's own and its related ones.
 */
const ONCE_A_NAME: readonly RuleId[] = ['mention-unknown', 'owner-team-only'];

/**
 * The recorded problems of one file. Each can be taken as often as it was recorded: what is left over is new. What an
 * earlier edition of the format recorded under words that the same task has no more is known as well.
 */
export class KnownProblems implements Known {
  readonly #places: ProblemPlaces;
  readonly #recorded = new Map<string, Recorded>();
  /** Those whose words stand in the file no more, by what all editions say alike. */
  #former: FormerByRule | undefined;
  #taken = 0;

  constructor(view: FileView, entries: readonly BaselineEntry[]) {
    this.#places = new ProblemPlaces(view);
    for (const entry of entries) {
      this.#recorded.set(placeKey(entry.rule, entry), { entry, left: entry.count });
    }
  }

  /** How many problems turned out to be known. */
  get taken(): number {
    return this.#taken;
  }

  /** What nobody has taken so far: once the file is judged, what is gone from it. */
  get left(): readonly BaselineEntry[] {
    return [...this.#recorded.values()].flatMap(({ entry, left }) =>
      left > 0 ? [{ ...entry, count: left }] : [],
    );
  }

  has(rule: RuleId, spot: Spot): boolean {
    return this.#find(rule, spot).next().value !== undefined;
  }

  take(rule: RuleId, spot: Spot): boolean {
    let isKnown = false;
    for (const recorded of this.#find(rule, spot)) {
      recorded.left--;
      isKnown = true;
    }
    if (isKnown) this.#taken++;
    return isKnown;
  }

  /** What is recorded of a finding: one entry, or one for each place of a name. */
  *#find(rule: RuleId, spot: Spot): Generator<Recorded, undefined> {
    const own = this.#at(rule, this.#places.of(spot));
    if (own) yield own;
    const isOnce = ONCE_A_NAME.includes(rule);
    // What a rule names by a subject stood under the same one before, unless it spoke once a task then.
    const isByPlace = spot.subject === undefined ? !own : isOnce;
    const ranges = isByPlace ? [spot.range] : [];
    if (isOnce) for (const place of spot.related ?? []) if (place.uri === undefined) ranges.push(place.range);
    for (const range of ranges) {
      const found = this.#at(rule, this.#places.of({ range })) ?? this.#before(rule, range);
      if (found) yield found;
    }
    return undefined;
  }

  #at(rule: RuleId, place: ProblemPlace): Recorded | undefined {
    const recorded = this.#recorded.get(placeKey(rule, place));
    return recorded && recorded.left > 0 ? recorded : undefined;
  }

  /** What an earlier edition recorded at a place. */
  #before(rule: RuleId, range: Range): Recorded | undefined {
    const former = (this.#former ??= this.#findFormer()).get(rule);
    if (!former) return undefined;
    for (const key of this.#places.formerKeys(range)) {
      const list = former.get(key) ?? [];
      // What is used up is left behind for good, so that many alike cost no more than they are.
      while (list.at(-1)?.left === 0) list.pop();
      const found = list.at(-1);
      if (found) return found;
    }
    return undefined;
  }

  #findFormer(): FormerByRule {
    const former = new Map<string, Map<string, Recorded[]>>();
    const isThere = this.#places.holds();
    for (const recorded of this.#recorded.values()) {
      const { entry } = recorded;
      if (isThere(entry)) continue;
      let ofRule = former.get(entry.rule);
      if (!ofRule) former.set(entry.rule, (ofRule = new Map<string, Recorded[]>()));
      const key = ProblemPlaces.formerKey(entry);
      const list = ofRule.get(key);
      if (list) list.push(recorded);
      else ofRule.set(key, [recorded]);
    }
    return former;
  }
}

/** By rule, then by what all editions say alike of the place: the keys are long, and are made once. */
type FormerByRule = ReadonlyMap<string, ReadonlyMap<string, Recorded[]>>;
