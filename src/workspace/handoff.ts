import type { Roster } from './roster.ts';
import type { Owner } from './rosterTypes.ts';
import { Staff } from './staff.ts';
import { teamsOf } from './taskJson.ts';
import type { OwnedTask, Party } from './tasks.ts';

/**
 * True for a task whose result goes from one team to another: it has `for:`, and the teams of its owner and of a
 * receiver are known and have none in common.
 */
export function isHandoff(task: OwnedTask, roster: Roster): boolean {
  return handoffReceivers(task, roster).length > 0;
}

/** Those of a task's receivers who are in other teams than its owner; none when it is no handoff. */
export function handoffReceivers(task: OwnedTask, roster: Roster): readonly Party[] {
  const { receivers } = task;
  // Few tasks are for anybody, and this is asked about each of them.
  if (receivers.length === 0) return receivers;
  const owner = task.owners[0]?.entry;
  if (!owner || teamsOf(owner, roster).length === 0) return [];
  return receivers.filter(({ entry }) => entry && areApart(owner, entry, roster));
}

/** Of each two once: they may be in many teams, and hand each other many tasks. */
const apart = new WeakMap<Roster, Map<Owner, Map<Owner, boolean>>>();

/** Whether the other one is in teams, and none of them is a team of the owner. */
function areApart(owner: Owner, other: Owner, roster: Roster): boolean {
  let known = apart.get(roster);
  if (!known) apart.set(roster, (known = new Map<Owner, Map<Owner, boolean>>()));
  let ofOwner = known.get(owner);
  if (!ofOwner) known.set(owner, (ofOwner = new Map<Owner, boolean>()));
  let found = ofOwner.get(other);
  if (found === undefined) {
    const theirs = teamsOf(other, roster);
    const teams = new Set(theirs.length === 0 ? [] : teamsOf(owner, roster));
    ofOwner.set(other, (found = theirs.length > 0 && !theirs.some((t) => teams.has(t))));
  }
  return found;
}

/** Finds the handoffs between people: where one person does the work of both teams, nothing changes hands. */
export class Handoffs {
  readonly #roster: Roster;
  readonly #today: string;
  #staff: Staff | undefined;

  /** @param today calendar day `YYYY-MM-DD`: whoever has left by then does not count */
  constructor(roster: Roster, today: string) {
    this.#roster = roster;
    this.#today = today;
  }

  get staff(): Staff {
    return (this.#staff ??= new Staff(this.#roster, this.#today));
  }

  /** As `handoffReceivers`, those left out who are only the owner with another hat on. */
  receivers(task: OwnedTask): readonly Party[] {
    const found = handoffReceivers(task, this.#roster);
    if (found.length === 0) return found;
    const teams = teamsOf(task.owners[0]?.entry, this.#roster);
    return found.filter((r) => !this.staff.areOnePerson(teams, teamsOf(r.entry, this.#roster)));
  }
}
