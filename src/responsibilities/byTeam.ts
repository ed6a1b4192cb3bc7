import { teamsOf } from '../workspace/taskJson.ts';
import type { Roster } from '../workspace/roster.ts';
import type { Somebody } from '../workspace/tasks.ts';
import { entryStep, NO_TEAM, ownerStep, UNLISTED, type GroupStep } from './groups.ts';
import type { TaskItem } from './taskItem.ts';

type Path = readonly GroupStep[];

/** Team → person → task. Who crosses over stands under each of the teams; what a team itself owns, right under it. */
export function pathsByTeam({ task, file }: TaskItem): readonly Path[] {
  return task.owners.flatMap((party) => pathsOf(party, file.playbook.roster));
}

/** Places for everybody a roster lists, so that one can see who has nothing to do, and hand them something. */
export function peopleByTeam(roster: Roster): readonly Path[] {
  const people = [...roster.people.values()].filter((p) => p.left === undefined);
  return [
    ...[...roster.teams.values()].map((team) => [entryStep(team)]),
    ...people.flatMap((person) =>
      pathsOf({ handle: person.handle, kind: 'person', entry: person, mentioned: false }, roster),
    ),
  ];
}

/** A person's paths follow from the person and from who the teams are: few pairs for many tasks. */
const cache = new WeakMap<object, Map<object, readonly Path[]>>();

function pathsOf(party: Somebody, roster: Roster): readonly Path[] {
  const { entry } = party;
  if (!entry) return [[UNLISTED, ownerStep(party)]];
  if (entry.kind === 'team') return [[entryStep(entry)]];
  if (entry.kind === 'role') return under(party, roster);
  const paths = cache.get(roster.teams) ?? new Map<object, readonly Path[]>();
  cache.set(roster.teams, paths);
  let found = paths.get(entry);
  if (!found) paths.set(entry, (found = under(party, roster)));
  return found;
}

function under(party: Somebody, roster: Roster): readonly Path[] {
  const own = ownerStep(party);
  const teams = teamsOf(party.entry, roster);
  return teams.length === 0 ? [[NO_TEAM, own]] : teams.map((team) => [entryStep(team), own]);
}
