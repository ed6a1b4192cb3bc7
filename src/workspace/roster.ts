import { splitOwners, type Acquaintance } from '../syntax/ownerValues.ts';
import type { Table } from '../syntax/playbook.ts';
import { normalizeHandle, normalizeName } from './handles.ts';
import { withImplicitTeams } from './implicitTeams.ts';
import { RosterLexicon } from './lexicon.ts';
import { Candidates, nearest } from './spelling.ts';
import type { RosterLayer } from './rosterLayer.ts';
import type { Asset, Goal, Meeting, Owner, Person, Role, Severity, Team, Term } from './rosterTypes.ts';

/**
 * Merges layers, the farthest first, the nearest last, the front matter after all. A nearer entry replaces the whole
 * farther one; `rules` are merged rule by rule.
 */
export function buildRoster(layers: readonly RosterLayer[]): Roster {
  return new Roster(layers);
}

/** Who and what a playbook sees. Immutable. Maps are keyed by `normalizeHandle`. */
export class Roster implements Acquaintance {
  readonly people: ReadonlyMap<string, Person>;
  readonly teams: ReadonlyMap<string, Team>;
  readonly roles: ReadonlyMap<string, Role>;
  readonly goals: ReadonlyMap<string, Goal>;
  readonly assets: ReadonlyMap<string, Asset>;
  readonly meetings: ReadonlyMap<string, Meeting>;
  /** Keyed in lower case: `mql`. */
  readonly terms: ReadonlyMap<string, Term>;
  readonly ruleSeverities: ReadonlyMap<string, Severity>;
  /** Handle, or a name as written, of the owner of any task that has no other. */
  readonly defaultOwner: string | undefined;
  /** Day T of relative dates, `YYYY-MM-DD`. */
  readonly tDay: string | undefined;
  readonly template: boolean | undefined;
  /** From how many unowned tasks on a section is reported as one; undefined when nobody said. */
  readonly foldUnowned: number | undefined;
  #names: ReadonlyMap<string, Owner> | undefined;
  #lexicon: RosterLexicon | undefined;
  readonly #whoColumns = new WeakMap<Table, boolean>();
  #nearest: Map<string, string | undefined> | undefined;
  #owners: readonly Owner[] | undefined;
  #handles: Candidates | undefined;
  #ownerNames: Candidates | undefined;
  readonly #teamsOfPerson = new Map<Person, readonly Team[]>();
  readonly #holders = new Map<Role, Person | undefined>();

  constructor(layers: readonly RosterLayer[]) {
    this.people = merge(layers, (l) => l.people);
    this.roles = merge(layers, (l) => l.roles);
    this.teams = withImplicitTeams(
      merge(layers, (l) => l.teams),
      this.people,
      this.roles,
    );
    this.goals = merge(layers, (l) => l.goals);
    this.assets = merge(layers, (l) => l.assets);
    this.meetings = merge(layers, (l) => l.meetings);
    this.terms = merge(layers, (l) => l.terms);
    const rules = merge(layers, (l) => l.rules);
    this.ruleSeverities = new Map([...rules].map(([id, { value }]) => [id, value]));
    this.defaultOwner = layers.findLast((l) => l.defaultOwner)?.defaultOwner?.value;
    this.tDay = layers.findLast((l) => l.tDay)?.tDay?.value;
    this.template = layers.findLast((l) => l.template)?.template?.value;
    this.foldUnowned = layers.findLast((l) => l.foldUnowned)?.foldUnowned?.value;
  }

  /** How this roster reads a line; undefined where it knows nobody. */
  get lexicon(): RosterLexicon | undefined {
    if (this.people.size + this.teams.size + this.roles.size === 0) return undefined;
    return (this.#lexicon ??= new RosterLexicon(this));
  }

  /** True when a roster names anybody: without people, every handle would be unknown. */
  get seesPeople(): boolean {
    return this.people.size > 0;
  }

  /** The person, team or role with this handle, `@` and case aside. Person goes before team, team before role. */
  find(handle: string): Owner | undefined {
    const key = normalizeHandle(handle);
    return this.people.get(key) ?? this.teams.get(key) ?? this.roles.get(key);
  }

  /**
   * Who is meant by a name in plain words: a display name or alias, a handle written without `@`, or a first name that
   * only one person has. Case does not count.
   */
  findByName(name: string): Owner | undefined {
    const key = normalizeName(name);
    if (key === '') return undefined;
    return this.#nameMap().get(key) ?? this.find(key) ?? this.#byFirstName(name.trim());
  }

  /** Whether a table's `Who` column names owners: at least half of what it holds are mentions or known names. */
  readsWho(table: Table): boolean {
    let reads = this.#whoColumns.get(table);
    if (reads === undefined) {
      const filled = table.rows.flatMap((r) => r.who).filter((v) => v.text !== '');
      const people = filled.filter((v) =>
        splitOwners(v, this).some((p) => p.kind === 'mention' || (p.kind === 'name' && this.knows(p.name))),
      );
      reads = filled.length > 0 && people.length * 2 >= filled.length;
      this.#whoColumns.set(table, reads);
    }
    return reads;
  }

  knows(name: string): boolean {
    return this.findByName(name) !== undefined;
  }

  #byFirstName(name: string): Owner | undefined {
    const known = this.lexicon?.nameAt(name, 0);
    return known?.end === name.length ? this.find(known.handle) : undefined;
  }

  /** The owner with this handle; for a role that one known person holds, that person. */
  resolve(handle: string): Owner | undefined {
    const owner = this.find(handle);
    return owner?.kind === 'role' ? (this.#holder(owner) ?? owner) : owner;
  }

  /** The teams of a person that some roster defines. */
  personTeams(person: Person): readonly Team[] {
    const known = this.#teamsOfPerson.get(person);
    if (known) return known;
    const teams = person.teams.map((t) => this.teams.get(normalizeHandle(t))).filter((t) => t !== undefined);
    const found = [...new Set(teams)];
    this.#teamsOfPerson.set(person, found);
    return found;
  }

  /** Who answers for a team; undefined when it names no lead, or one that no roster knows. */
  teamLead(team: Team): Person | undefined {
    const lead = team.lead === undefined ? undefined : this.resolve(team.lead);
    return lead?.kind === 'person' ? lead : undefined;
  }

  /** Every owner once: people, then teams, then roles, each in the order of the rosters. */
  owners(): readonly Owner[] {
    if (this.#owners) return this.#owners;
    const found = new Map<string, Owner>();
    for (const kind of [this.people, this.teams, this.roles]) {
      for (const [key, owner] of kind) if (!found.has(key)) found.set(key, owner);
    }
    this.#owners = [...found.values()];
    return this.#owners;
  }

  /** Every handle as its author spelled it, in the order of `owners`. */
  handles(): string[] {
    return this.owners().map((o) => o.handle);
  }

  /** Every display name, in the order of `owners`. */
  names(): string[] {
    return this.owners().flatMap((o) => o.name ?? []);
  }

  /** The handle that was most likely meant by one that nobody has. */
  nearestHandle(handle: string): string | undefined {
    return this.#remembered(`handle ${handle}`, () => {
      this.#handles ??= new Candidates(this.handles());
      return nearest(handle, this.#handles, 1)[0];
    });
  }

  /** The display name that was most likely meant by one that nobody has. */
  nearestName(name: string): string | undefined {
    return this.#remembered(`name ${name}`, () => {
      this.#ownerNames ??= new Candidates(this.names());
      return nearest(name, this.#ownerNames, 1)[0];
    });
  }

  /** The same wrong name is asked about after every keystroke. */
  #remembered(key: string, find: () => string | undefined): string | undefined {
    this.#nearest ??= new Map();
    if (!this.#nearest.has(key)) this.#nearest.set(key, find());
    return this.#nearest.get(key);
  }

  /** A role stands for its holder only when there is just one; two, one of them misspelled, are still two. */
  #holder(role: Role): Person | undefined {
    if (this.#holders.has(role)) return this.#holders.get(role);
    const keys = [...new Set(role.holders.map(normalizeHandle))];
    const [only] = keys;
    const holder = keys.length === 1 && only !== undefined ? this.people.get(only) : undefined;
    this.#holders.set(role, holder);
    return holder;
  }

  #nameMap(): ReadonlyMap<string, Owner> {
    if (this.#names) return this.#names;
    const names = new Map<string, Owner>();
    for (const owner of this.owners()) {
      for (const name of owner.name === undefined ? owner.aliases : [owner.name, ...owner.aliases]) {
        const key = normalizeName(name);
        if (key !== '' && !names.has(key)) names.set(key, owner);
      }
    }
    this.#names = names;
    return names;
  }
}

function merge<T>(
  layers: readonly RosterLayer[],
  part: (layer: RosterLayer) => ReadonlyMap<string, T>,
): ReadonlyMap<string, T> {
  const filled = layers.map(part).filter((m) => m.size > 0);
  const [only] = filled;
  // Most rosters are one file, and most front matter defines nobody: no copy is needed then.
  if (filled.length === 1 && only) return only;
  const merged = new Map<string, T>();
  for (const map of filled) for (const [key, value] of map) merged.set(key, value);
  return merged;
}

/**
 * The rosters that apply to a file: those in its folder and in every folder above it up to the root, the farthest
 * first; in one folder in file-name order. For a roster's own URI the result holds that roster.
 * @param uri the file; its folder counts, not its name
 * @param root the workspace folder, with or without a slash at its end. Nothing above it applies, and outside of it
 * nothing at all. URIs are compared as they are, percent-encoding included.
 */
export function applicableRosters(uri: string, rosterUris: readonly string[], root: string): string[] {
  const rootFolder = root.endsWith('/') ? root : `${root}/`;
  if (!uri.startsWith(rootFolder)) return [];
  const folder = folderOf(uri);
  return rosterUris
    .map((rosterUri) => ({ rosterUri, rosterFolder: folderOf(rosterUri) }))
    .filter(({ rosterFolder }) => rosterFolder.startsWith(rootFolder) && folder.startsWith(rosterFolder))
    .sort((a, b) => a.rosterFolder.length - b.rosterFolder.length || (a.rosterUri < b.rosterUri ? -1 : 1))
    .map(({ rosterUri }) => rosterUri);
}

/** The layers among `layers` that apply to a file, in the order in which `buildRoster` wants them. */
export function rosterChain(uri: string, layers: Iterable<RosterLayer>, root: string): RosterLayer[] {
  const byUri = new Map([...layers].map((l) => [l.uri, l]));
  return applicableRosters(uri, [...byUri.keys()], root).flatMap((u) => byUri.get(u) ?? []);
}

function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/') + 1);
}
