import { normalizeHandle } from './handles.ts';
import type { Person, Role, Team } from './rosterTypes.ts';

/** Where no `teams:` are defined: those that people name (`team: marketing`), each under that name. */
export function withImplicitTeams(
  teams: ReadonlyMap<string, Team>,
  people: ReadonlyMap<string, Person>,
  roles: ReadonlyMap<string, Role>,
): ReadonlyMap<string, Team> {
  if (teams.size > 0) return teams;
  let all: Map<string, Team> | undefined;
  for (const { teams: named, place } of people.values()) {
    for (const handle of named) {
      const key = normalizeHandle(handle);
      if (key === '' || (all ?? teams).has(key) || people.has(key) || roles.has(key)) continue;
      all ??= new Map(teams);
      all.set(key, { kind: 'team', handle, place, aliases: [], external: false });
    }
  }
  return all ?? teams;
}
