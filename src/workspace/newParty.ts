import { personFromText } from './handleFromName.ts';
import { isSameHandle, normalizeName } from './handles.ts';
import type { NewEntry } from './newEntry.ts';
import { isSentence, kindOfHandle, kindOfName, type PartyKind } from './partyKind.ts';
import type { Roster } from './roster.ts';

/**
 * An entry by which a roster would know a handle; undefined where the text can be no handle in a roster.
 * @param kind what it must be; guessed when left out
 */
export function newPartyOfHandle(
  handle: string,
  roster: Roster,
  kind: PartyKind = kindOfHandle(handle),
): NewEntry | undefined {
  const person = personFromText(`@${handle}`, (h) => roster.find(h) !== undefined);
  if (!person || !isSameHandle(person.handle, handle)) return undefined;
  return kind === 'role' ? { kind, handle: person.handle } : { kind, ...person };
}

/** An entry by which a roster would know a name in plain words; undefined where the text is no name. */
export function newPartyOfName(name: string, roster: Roster): NewEntry | undefined {
  // An address names somebody, but is not what to call them.
  if (isSentence(name) || /[@:/]/.test(name)) return undefined;
  const person = personFromText(name, (h) => roster.find(h) !== undefined);
  // `jane.smith` is a handle without its @.
  if (!person || normalizeName(person.name) !== normalizeName(name)) return newPartyOfHandle(name, roster);
  return { kind: kindOfName(name), ...person };
}
