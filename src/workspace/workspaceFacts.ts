import { NEEDS_LOOSE, teamKey, topics, type Fact, type PlaybookFacts, type Topic } from './playbookFacts.ts';
import type { Asset, Goal, Owner, Team } from './rosterTypes.ts';

/**
 * What all playbooks of the workspace say together about the entries of rosters. Kept file by file: a playbook that
 * changes costs its own facts, however many others there are.
 */
export class WorkspaceFacts {
  readonly #files = new Map<string, PlaybookFacts>();
  readonly #totals = new Map<string, number>();
  /** Who needs what no roster knows: the playbooks, by the key of the need. */
  readonly #needy = new Map<string, Set<string>>();
  /** To which teams each one hands work where no meeting holds both, as `teamKey` tells them. */
  readonly #hands = new Map<string, Set<string>>();

  /**
   * Takes what a playbook says now; undefined when it is gone.
   * @returns URIs of the files about whose entries something else is said than before
   */
  set(uri: string, facts: PlaybookFacts | undefined): ReadonlySet<string> {
    const before = this.#files.get(uri);
    const changed = new Set<string>();
    for (const [key, fact] of before ?? []) {
      const now = facts?.get(key)?.count ?? 0;
      if (now !== fact.count) this.#change(uri, key, fact.count, now, fact, changed);
    }
    for (const [key, fact] of facts ?? []) {
      if (!before?.has(key)) this.#change(uri, key, 0, fact.count, fact, changed);
    }
    if (facts && facts.size > 0) this.#files.set(uri, facts);
    else this.#files.delete(uri);
    return changed;
  }

  openTasks(owner: Owner): number {
    return this.#total(topics.open(owner));
  }

  hasWork(team: Team): boolean {
    return this.#total(topics.work(team)) > 0;
  }

  /** Whether the team works where there are goals. */
  worksNearGoals(team: Team): boolean {
    return this.#total(topics.goals(team)) > 0;
  }

  hasGoal(team: Team): boolean {
    return this.#total(topics.goalFor(team)) > 0;
  }

  isServed(goal: Goal): boolean {
    return this.#total(topics.serves(goal)) > 0;
  }

  isMade(asset: Asset): boolean {
    return this.#total(topics.makes(asset)) > 0;
  }

  isNeeded(asset: Asset): boolean {
    return this.#total(topics.needs(asset)) > 0;
  }

  isUsedBy(asset: Asset, owner: Owner): boolean {
    return this.#total(topics.usedBy(asset, owner)) > 0;
  }

  /** Whether some task uses it that somebody has yet to take. */
  isUsedByNobody(asset: Asset): boolean {
    return this.#total(topics.usedByNobody(asset)) > 0;
  }

  /** Whether a team hands work to another, and no meeting holds both where that is so. */
  handsWithoutMeeting(from: Team, to: Team): boolean {
    return this.#total(topics.hands(from, to)) > 0;
  }

  /** The teams to which one hands work so, as `teamKey` tells them. */
  handsWithoutMeetingTo(from: Team): ReadonlySet<string> {
    return this.#hands.get(teamKey(from)) ?? NO_TEAMS;
  }

  /** Whether some task produces what no roster knows. */
  isMadeSomewhere(id: string): boolean {
    return this.#total(topics.makesLoose(id)) > 0;
  }

  /** The first playbook, by its URI, of those in which an open task needs what no roster knows. */
  firstToNeed(id: string): string | undefined {
    let first: string | undefined;
    for (const uri of this.#needy.get(topics.needsLoose(id).key) ?? []) {
      if (first === undefined || uri < first) first = uri;
    }
    return first;
  }

  #total({ key }: Topic): number {
    return this.#totals.get(key) ?? 0;
  }

  #change(
    uri: string,
    key: string,
    before: number,
    now: number,
    { concerns, between }: Fact,
    changed: Set<string>,
  ): void {
    const total = (this.#totals.get(key) ?? 0) + now - before;
    if (total > 0) this.#totals.set(key, total);
    else this.#totals.delete(key);
    if (between) this.#changeHands(between, total > 0);
    for (const concerned of concerns) changed.add(concerned);
    this.#changeNeed(uri, key, before, now, changed);
  }

  #changeHands([from, to]: readonly [string, string], isSo: boolean): void {
    const known = this.#hands.get(from) ?? new Set();
    if (isSo) this.#hands.set(from, known.add(to));
    else if (known.delete(to) && known.size === 0) this.#hands.delete(from);
  }

  /** What nobody has written down is told where it is needed: that depends on who makes it, and on who else needs it. */
  #changeNeed(uri: string, key: string, before: number, now: number, changed: Set<string>): void {
    const isNeed = key.startsWith(NEEDS_LOOSE);
    const need = isNeed ? key : key.replace(MAKES_LOOSE, NEEDS_LOOSE);
    if (!isNeed && need === key) return;
    if (isNeed && before > 0 !== now > 0) {
      const needy = this.#needy.get(key) ?? new Set();
      if (now > 0) this.#needy.set(key, needy.add(uri));
      else if (needy.delete(uri) && needy.size === 0) this.#needy.delete(key);
    }
    for (const needy of this.#needy.get(need) ?? []) changed.add(needy);
  }
}

const NO_TEAMS: ReadonlySet<string> = new Set();

const MAKES_LOOSE = /^makesLoose /;
