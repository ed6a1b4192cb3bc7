import type { TokenKey } from '../syntax/playbook.ts';
import type { Roster } from './roster.ts';
import type { Owner, Role, Team } from './rosterTypes.ts';
import { sectionPath, tokenValues, type OwnedTask, type OwnerSource, type Somebody } from './tasks.ts';

/**
 * A task as other programs read it (docs/format.md section 5). The command line puts `path` before these keys, the
 * extension's API `uri`. Handles are spelled as the roster spells them, without `@`; a role that one person holds is
 * that person. An absent value is null, an absent list is empty.
 */
export interface TaskFacts {
  /** Zero-based. */
  readonly line: number;
  /** The words without owner and tokens. */
  readonly text: string;
  readonly kind: OwnedTask['kind'];
  /** Done or cancelled: nothing is left to do. */
  readonly done: boolean;
  readonly state: OwnedTask['state'];
  /** Who answers for it. */
  readonly owner: string | null;
  /** The owner and the co-owners. */
  readonly owners: readonly string[];
  /** `name`: a handle or name that no roster knows. */
  readonly ownerKind: Somebody['kind'] | null;
  readonly ownerSource: OwnerSource;
  /** Teams of the owner. */
  readonly teams: readonly string[];
  /** Who waits for the result. */
  readonly for: readonly string[];
  /** Calendar day `YYYY-MM-DD`, or null when there is none or it cannot be read. */
  readonly due: string | null;
  /** The due day as written. */
  readonly dueText: string | null;
  readonly sla: string | null;
  readonly goals: readonly string[];
  readonly makes: readonly string[];
  readonly uses: readonly string[];
  readonly id: string | null;
  readonly after: readonly string[];
  readonly help: readonly string[];
  readonly consulted: readonly string[];
  readonly informed: readonly string[];
  readonly every: string | null;
  /** Titles of the headings it stands under, the outermost first. */
  readonly section: readonly string[];
  readonly tags: readonly string[];
}

/** @param roster what the task's playbook sees */
export function taskFacts(task: OwnedTask, roster: Roster): TaskFacts {
  const { tokens, tags } = task.words;
  const all = (key: TokenKey): string[] => tokenValues(tokens, key).map((v) => v.text);
  const first = (key: TokenKey): string | null => all(key)[0] ?? null;
  const [owner] = task.owners;
  return {
    line: task.node.range.start.line,
    text: task.text,
    kind: task.kind,
    done: task.done,
    state: task.state,
    owner: owner?.handle ?? null,
    owners: handles(task.owners),
    ownerKind: owner?.kind ?? null,
    ownerSource: task.source,
    teams: teamsOf(owner?.entry, roster).map((t) => t.handle),
    for: handles(task.receivers),
    due: task.due ?? null,
    dueText: task.dueText?.text ?? null,
    sla: first('sla'),
    goals: task.goals.map((g) => g.text),
    makes: all('makes'),
    uses: all('uses'),
    id: first('id'),
    after: all('after'),
    help: handles(task.helpers),
    consulted: handles(task.consulted),
    informed: handles(task.informed),
    every: first('every'),
    section: sectionPath(task.section),
    tags: tags.map((t) => t.name),
  };
}

function handles(parties: readonly Somebody[]): string[] {
  return parties.map((p) => p.handle);
}

/** A person's teams, a team itself, and for a role the teams of all who hold it. */
export function teamsOf(owner: Owner | undefined, roster: Roster): readonly Team[] {
  switch (owner?.kind) {
    case 'person':
      return roster.personTeams(owner);
    case 'team':
      return [owner];
    case 'role':
      return teamsOfRole(owner, roster);
    case undefined:
      return [];
  }
}

/** Of each role once: it may have many holders, and own many tasks. */
const ofRoles = new WeakMap<Roster, Map<Role, readonly Team[]>>();

function teamsOfRole(role: Role, roster: Roster): readonly Team[] {
  let known = ofRoles.get(roster);
  if (!known) ofRoles.set(roster, (known = new Map<Role, readonly Team[]>()));
  let teams = known.get(role);
  if (!teams) {
    const found = role.holders.flatMap((holder) => {
      const owner = roster.find(holder);
      if (owner?.kind === 'person') return roster.personTeams(owner);
      return owner?.kind === 'team' ? [owner] : [];
    });
    known.set(role, (teams = [...new Set(found)]));
  }
  return teams;
}
