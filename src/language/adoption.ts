import { fold } from '../text/fold.ts';
import { personFromText } from '../workspace/handleFromName.ts';
import { isHandle, normalizeHandle, normalizeName } from '../workspace/handles.ts';
import type { NewEntry, NewTeam } from '../workspace/newEntry.ts';
import type { Team } from '../workspace/rosterTypes.ts';
import type { FoundParty } from './peopleFound.ts';

/** A team that people are put in; one that no roster has yet is written, too. */
export type ChosenTeam = Pick<Team, 'handle'> & { readonly isNew: boolean; readonly name: string };

/**
 * What a roster has to say so that it knows these people, teams and roles.
 * @param teams of the people, by the handle with which they were found
 */
export function entriesFor(
  found: readonly FoundParty[],
  teams: ReadonlyMap<string, ChosenTeam> = new Map(),
): NewEntry[] {
  const written = new Map<string, NewTeam>();
  for (const { handle, name, kind } of found) {
    if (kind === 'team') {
      written.set(normalizeHandle(handle), { kind, handle, name: name ?? shownName(handle) });
    }
  }
  for (const { handle, name, isNew } of teams.values()) {
    const key = normalizeHandle(handle);
    if (isNew && !written.has(key)) written.set(key, { kind: 'team', handle, name });
  }
  const people = found.flatMap(({ handle, name, kind, aliases }): NewEntry[] => {
    if (kind !== 'person') return [];
    const team = teams.get(handle)?.handle;
    return [
      {
        kind,
        handle,
        name: name ?? shownName(handle),
        ...(team !== undefined && { team }),
        ...(aliases.length > 0 && { aliases }),
      },
    ];
  });
  const roles = found.flatMap(({ handle, kind }): NewEntry[] => (kind === 'role' ? [{ kind, handle }] : []));
  return [...written.values(), ...people, ...roles];
}

/** A handle of which a name is known to be nobody else's: `Customer Success` is `@customer-success`. */
export function newTeam(name: string, isTaken: (handle: string) => boolean): ChosenTeam | undefined {
  const shown = name.normalize('NFC').replace(/\s+/gu, ' ').trim().replace(/^@/, '');
  const words = fold(shown)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const person = personFromText(shown, isTaken);
  if (!person) return undefined;
  const isFree = isHandle(words) && !isTaken(words) && personFromText(`@${words}`, isTaken)?.handle === words;
  return { handle: isFree ? words : person.handle, name: shown, isNew: true };
}

/** Whether two teams go by one name. */
export function isSameTeam(a: string, b: string): boolean {
  return normalizeName(a) === normalizeName(b);
}

/** `jane.smith` reads as Jane Smith. */
function shownName(handle: string): string {
  return personFromText(`@${handle}`, () => false)?.name ?? handle;
}
