import type { Roster } from './roster.ts';
import type { Owner } from './rosterTypes.ts';
import type { Somebody } from './tasks.ts';

/** `Sam Cole (Sales)`; a team or role by its name alone, what no roster knows as it is written. */
export function partyName(party: Somebody, roster: Roster): string {
  if (!party.entry) return party.mentioned ? `@${party.handle}` : party.handle;
  return ownerName(party.entry, roster);
}

export function ownerName(owner: Owner, roster: Roster): string {
  const name = shortName(owner);
  if (owner.kind !== 'person') return name;
  const teams = roster.personTeams(owner).map((t) => t.name ?? t.handle);
  return teams.length > 0 ? `${name} (${teams.join(', ')})` : name;
}

/** `Sam Cole`: the same without the teams; a role that has no name is known by what one writes. */
export function shortName(owner: Owner): string {
  return owner.name ?? (owner.kind === 'role' ? `@${owner.handle}` : owner.handle);
}

/** `a`, `a and b`, `a, b and c`. */
export function joinNames(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

const LONGEST = 60;

/** A task's words, short enough to stand in a sentence. */
export function shorten(text: string): string {
  if (text.length <= LONGEST) return text;
  const characters = Array.from(text);
  return characters.length <= LONGEST
    ? text
    : `${characters
        .slice(0, LONGEST - 1)
        .join('')
        .trimEnd()}…`;
}
