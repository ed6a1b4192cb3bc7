import { normalizeHandle } from './handles.ts';
import type { Roster } from './roster.ts';
import type { Person, Team } from './rosterTypes.ts';

/**
 * The people who are there on a day: all whom the roster names, but for those who have left.
 * @param today calendar day `YYYY-MM-DD`
 */
export function peopleThere(roster: Roster, today: string): Person[] {
  return [...roster.people.values()].filter((p) => p.left === undefined || p.left > today);
}

/** True where one person is all there is and does the work of two teams or more: nobody hands anything to anybody. */
export function isOnePersonCompany(roster: Roster, today: string): boolean {
  const [only, ...others] = peopleThere(roster, today);
  return only !== undefined && others.length === 0 && roster.personTeams(only).length > 1;
}

/** Who is in which team on a day. A lead belongs to the team, too. */
export class Staff {
  readonly #members = new Map<Team, Set<Person>>();
  readonly #onlyOnes = new WeakMap<readonly Team[], Person | 'nobody'>();

  constructor(roster: Roster, today: string) {
    for (const team of roster.teams.values()) this.#members.set(team, new Set());
    for (const person of peopleThere(roster, today)) {
      for (const handle of person.teams) {
        const team = roster.teams.get(normalizeHandle(handle));
        if (team) this.#members.get(team)?.add(person);
      }
    }
    for (const [team, members] of this.#members) {
      const lead = roster.teamLead(team);
      if (lead && (lead.left === undefined || lead.left > today)) members.add(lead);
    }
  }

  members(team: Team): Person[] {
    return [...(this.#members.get(team) ?? [])];
  }

  /** True when the same one person is all there is in these teams and in those. */
  areOnePerson(these: readonly Team[], those: readonly Team[]): boolean {
    const one = this.#onlyOne(these);
    return one !== undefined && one === this.#onlyOne(those);
  }

  /** Of each list once: whoever is in many teams hands over many tasks. */
  #onlyOne(teams: readonly Team[]): Person | undefined {
    let found = this.#onlyOnes.get(teams);
    if (!found) this.#onlyOnes.set(teams, (found = this.#findOnlyOne(teams) ?? 'nobody'));
    return found === 'nobody' ? undefined : found;
  }

  #findOnlyOne(teams: readonly Team[]): Person | undefined {
    let only: Person | undefined;
    for (const team of teams) {
      const members = this.#members.get(team);
      // Most teams are many, and this is asked about each handoff.
      if (!members || members.size > 1) return undefined;
      for (const member of members) {
        if (only !== undefined && only !== member) return undefined;
        only = member;
      }
    }
    return only;
  }
}
