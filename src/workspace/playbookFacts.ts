import { isPlaceholder, saysNobody } from '../syntax/mentions.ts';
import { normalizeHandle } from './handles.ts';
import { handoffReceivers } from './handoff.ts';
import type { Roster } from './roster.ts';
import type { Asset, Goal, Meeting, Owner, Team } from './rosterTypes.ts';
import { teamsOf } from './taskJson.ts';
import { isOpen, tokenValues, type OwnedTask } from './tasks.ts';

/**
 * What one playbook says about the entries of rosters, as counts: how many open tasks Maria owns here, how many tasks
 * serve a goal. `WorkspaceFacts` adds up those of all playbooks.
 */
export type PlaybookFacts = ReadonlyMap<string, Fact>;

export interface Fact {
  readonly count: number;
  /** URIs of the files that define the entries it is about: what is said of them there depends on it. */
  readonly concerns: readonly string[];
  /** Of a handoff: which team hands over, and which receives, as `teamKey` tells them. */
  readonly between?: readonly [string, string];
}

type Entry = Owner | Goal | Asset;

/** What a fact is about. */
export interface Topic {
  /** Unique. An entry is known by its file, kind and handle, which stay the same while its roster is edited. */
  readonly key: string;
  readonly concerns: Fact['concerns'];
  readonly between?: readonly [string, string];
}

export const topics = {
  /** Open tasks with this owner or co-owner. */
  open: (owner: Owner) => topic('open', owner),
  /** Open tasks that a team answers for. */
  work: (team: Team) => topic('work', team),
  /** Whether the team works in a playbook that sees goals at all. */
  goals: (team: Team) => topic('goals', team),
  /** Whether it works in one that sees a goal of its own. */
  goalFor: (team: Team) => topic('goalFor', team),
  /** Tasks for a goal, done ones among them. */
  serves: (goal: Goal) => topic('serves', goal),
  /** Tasks that produce an asset, done ones among them. */
  makes: (asset: Asset) => topic('makes', asset),
  /** Open tasks that need an asset. */
  needs: (asset: Asset) => topic('needs', asset),
  /** Tasks of somebody, or of a team, that use an asset, done ones among them. */
  usedBy: (asset: Asset, owner: Owner) => topic(`usedBy\n${entryKey(owner)}`, asset),
  /** Tasks that use an asset and have no owner yet. */
  usedByNobody: (asset: Asset) => topic('usedByNobody', asset),
  /** Open tasks by which one team hands work to another, where no meeting in sight holds both. */
  hands: (from: Team, to: Team) => topic(`hands\n${entryKey(to)}`, from, to),
  /** Tasks that produce something that no roster has in sight, by its id. */
  makesLoose: (id: string): Topic => ({ key: `makesLoose ${normalizeHandle(id)}`, concerns: [] }),
  /** Open tasks that need something in a playbook that sees no assets: a plan that nobody has begun to write down. */
  needsLoose: (id: string): Topic => ({ key: NEEDS_LOOSE + normalizeHandle(id), concerns: [] }),
} as const;

export const NEEDS_LOOSE = 'needsLoose ';

/** Made once for each entry: ten thousand playbooks speak of the same few. */
const made = new WeakMap<Entry, Map<string, Topic>>();

function topic(name: string, entry: Entry, other?: Entry): Topic {
  let ofEntry = made.get(entry);
  if (!ofEntry) made.set(entry, (ofEntry = new Map<string, Topic>()));
  let found = ofEntry.get(name);
  if (!found) {
    const concerns = [entry, ...(other ? [other] : [])].map((e) => e.place.uri);
    found = {
      key: `${name} ${entryKey(entry)}`,
      concerns,
      ...(other && { between: [entryKey(entry), entryKey(other)] as const }),
    };
    ofEntry.set(name, found);
  }
  return found;
}

/** What tells a team from all others, in every playbook. */
export function teamKey(team: Team): string {
  return entryKey(team);
}

function entryKey({ place, kind, handle }: Entry): string {
  return `${place.uri} ${kind} ${normalizeHandle(handle)}`;
}

/**
 * A template is there to be copied: it says nothing about anybody.
 * @param roster what the playbook sees
 */
export function playbookFacts(tasks: readonly OwnedTask[], roster: Roster): PlaybookFacts {
  return roster.template ? NOTHING : new Reader(roster).read(tasks);
}

const NOTHING: PlaybookFacts = new Map<string, never>();

class Reader {
  readonly #roster: Roster;
  readonly #facts = new Map<string, Omit<Fact, 'count'> & { count: number }>();
  /** Counted by object first: after each key this runs over every task. */
  readonly #open = new Map<Owner, number>();
  readonly #answering = new Map<Owner, number>();
  readonly #served = new Map<string, number>();

  constructor(roster: Roster) {
    this.#roster = roster;
  }

  read(tasks: readonly OwnedTask[]): PlaybookFacts {
    for (const task of tasks) this.#task(task);
    for (const [owner, count] of this.#open) this.#add(topics.open(owner), count);
    for (const [owner, count] of this.#answering) {
      for (const team of teamsOf(owner, this.#roster)) this.#team(team, count);
    }
    for (const [id, count] of this.#served) {
      const goal = this.#roster.goals.get(normalizeHandle(id));
      if (goal) this.#add(topics.serves(goal), count);
    }
    return this.#facts;
  }

  #task(task: OwnedTask): void {
    const { owners, goals, words, receivers } = task;
    if (owners.length > 0 && isOpen(task)) {
      for (const { entry } of owners) if (entry) increase(this.#open, entry);
      const first = owners[0]?.entry;
      if (first) increase(this.#answering, first);
    }
    for (const { text } of goals) increase(this.#served, text);
    if (words.tokens.length === 0) return;
    if (receivers.length > 0 && isOpen(task)) this.#handoff(task);
    for (const { text } of tokenValues(words.tokens, 'makes')) this.#made(text);
    for (const { text } of tokenValues(words.tokens, 'uses')) this.#used(text, task);
  }

  #team(team: Team, count: number): void {
    this.#add(topics.work(team), count);
    const { goals } = this.#roster;
    if (goals.size > 0) this.#add(topics.goals(team));
    if (teamsWithGoals(this.#roster).has(team)) this.#add(topics.goalFor(team));
  }

  #made(id: string): void {
    const asset = this.#roster.assets.get(normalizeHandle(id));
    if (asset) this.#add(topics.makes(asset));
    else this.#add(topics.makesLoose(id));
  }

  #used(id: string, task: OwnedTask): void {
    const asset = this.#roster.assets.get(normalizeHandle(id));
    if (!asset) {
      if (isLooseNeed(id, task, this.#roster)) this.#add(topics.needsLoose(id));
      return;
    }
    if (isOpen(task)) this.#add(topics.needs(asset));
    if (task.owners.length === 0) this.#add(topics.usedByNobody(asset));
    const users = task.owners.flatMap((o) => [
      ...(o.entry ? [o.entry] : []),
      ...teamsOf(o.entry, this.#roster),
    ]);
    for (const user of new Set(users)) this.#add(topics.usedBy(asset, user));
  }

  /** Whoever belongs to several teams is the link between them: only work between people of one team each counts. */
  #handoff(task: OwnedTask): void {
    const [from, ...more] = teamsOf(task.owners[0]?.entry, this.#roster);
    if (!from || more.length > 0) return;
    for (const receiver of handoffReceivers(task, this.#roster)) {
      const [to, ...others] = teamsOf(receiver.entry, this.#roster);
      if (to && others.length === 0 && !haveMeeting(from, to, this.#roster)) {
        this.#add(topics.hands(from, to));
      }
    }
  }

  #add({ key, ...about }: Topic, count = 1): void {
    const known = this.#facts.get(key);
    if (known) known.count += count;
    else this.#facts.set(key, { count, ...about });
  }
}

/** True for a `uses:` of an open task that names an asset where none is written down. */
export function isLooseNeed(id: string, task: OwnedTask, { assets }: Roster): boolean {
  return assets.size === 0 && isOpen(task) && !isPlaceholder(id) && !saysNobody(id);
}

/** Whether a meeting in sight holds both teams. */
function haveMeeting(a: Team, b: Team, roster: Roster): boolean {
  let meetings = meetingsOf.get(roster);
  if (!meetings) meetingsOf.set(roster, (meetings = meetingsByTeam(roster)));
  const [ofA, ofB] = [meetings.get(a), meetings.get(b)];
  if (!ofA || !ofB) return false;
  const [few, many] = ofA.size < ofB.size ? [ofA, ofB] : [ofB, ofA];
  for (const meeting of few) if (many.has(meeting)) return true;
  return false;
}

/** Made once for each roster: this is asked about every task that somebody waits for. */
const meetingsOf = new WeakMap<Roster, ReadonlyMap<Team, ReadonlySet<Meeting>>>();

function meetingsByTeam({ meetings, teams }: Roster): ReadonlyMap<Team, ReadonlySet<Meeting>> {
  const found = new Map<Team, Set<Meeting>>();
  for (const meeting of meetings.values()) {
    for (const handle of meeting.teams) {
      const team = teams.get(normalizeHandle(handle));
      if (team) found.set(team, (found.get(team) ?? new Set()).add(meeting));
    }
  }
  return found;
}

const known = new WeakMap<Roster, ReadonlySet<Team>>();

/** Teams that a goal names. One that names none is a goal of its owner's teams. */
export function teamsWithGoals(roster: Roster): ReadonlySet<Team> {
  const before = known.get(roster);
  if (before) return before;
  const found = new Set<Team>();
  for (const goal of roster.goals.values()) {
    const named = goal.teams.flatMap((t) => roster.teams.get(normalizeHandle(t)) ?? []);
    for (const team of goal.teams.length > 0 ? named : teamsOfOwner(goal, roster)) found.add(team);
  }
  known.set(roster, found);
  return found;
}

function teamsOfOwner({ owner }: Goal, roster: Roster): readonly Team[] {
  return owner === undefined ? [] : teamsOf(roster.resolve(owner) ?? roster.findByName(owner), roster);
}

function increase<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
