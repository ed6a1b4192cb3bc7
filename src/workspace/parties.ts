import type { Mention, OwnerGroup, OwnerValue, TokenValue } from '../syntax/playbook.ts';
import { isPlaceholder } from '../syntax/mentions.ts';
import { splitOwners } from '../syntax/ownerValues.ts';
import { compactList } from '../text/compactList.ts';
import type { Range } from '../text/range.ts';
import type { Roster } from './roster.ts';
import type { Owner } from './rosterTypes.ts';
import type { Party } from './tasks.ts';

/**
 * Who stands in an owner's place. `nobody` means that a placeholder or an empty cell says so, which stops inheritance;
 * `undefined` instead of this means that nothing was said.
 */
export interface Claim {
  readonly owners: readonly Party[];
  readonly nobody: boolean;
}

/** Most tasks have no receivers, helpers and so on: one empty list serves them all. */
const NOBODY: readonly Party[] = [];

/** What the group says that `claimingGroup` chooses. */
export function claimOfGroups(groups: readonly OwnerGroup[], roster: Roster): Claim | undefined {
  const group = claimingGroup(groups, roster);
  return group && claimOfGroup(group, roster);
}

/** The first group that holds a true mention or a placeholder, by the roster. */
export function claimingGroup(groups: readonly OwnerGroup[], roster: Roster): OwnerGroup | undefined {
  return groups.find((g) => g.members.some((m) => m.form === 'placeholder' || isMention(m, roster)));
}

/** @param group one that `claimingGroup` chose */
export function claimOfGroup(group: OwnerGroup, roster: Roster): Claim {
  const owners = group.members.filter((m) => isMention(m, roster)).map((m) => partyOfMention(m, roster));
  return { owners: unique(owners), nobody: owners.length === 0 };
}

/** The value of an owner line; undefined when it is empty, or names nobody known behind `Lead:`. */
export function claimOfLine(value: OwnerValue, roster: Roster, mustBeKnown: boolean): Claim | undefined {
  if (value.text === '') return undefined;
  const claim = claimOfValues([value], roster);
  const isSure = claim.nobody || claim.owners.some((o) => o.entry !== undefined || o.mentioned);
  return mustBeKnown && !isSure ? undefined : claim;
}

/** Owner cells of a row, the accountable one first: the first that names somebody is accountable. */
export function claimOfValues(values: readonly OwnerValue[], roster: Roster): Claim {
  const owners = values.flatMap((v) => partiesOfValue(v, roster));
  return { owners: unique(owners), nobody: owners.length === 0 };
}

export function partiesOfValue(value: OwnerValue, roster: Roster): Party[] {
  const parties: Party[] = [];
  for (const part of splitOwners(value, (name) => roster.findByName(name) !== undefined)) {
    if (part.kind === 'name') parties.push(partyOfName(part.name, part.range, roster));
    else if (part.kind === 'mention' && isMention(part.mention, roster)) {
      parties.push(partyOfMention(part.mention, roster));
    } else if (part.kind === 'mention' && part.mention.form === 'domain') {
      // Here it stands in an owner's place: what is no mention owns under its own text.
      parties.push(partyOfName(part.mention.handle, part.mention.range, roster));
    }
  }
  return parties;
}

/** The handles in a token such as `for:@sam,@sales`; placeholders that no roster defines are left out. */
export function partiesOfToken(values: readonly TokenValue[], roster: Roster): readonly Party[] {
  if (values.length === 0) return NOBODY;
  const named = values.filter((v) => !isPlaceholder(v.text) || roster.find(v.text) !== undefined);
  return named.map((v) => party(v.text, roster.find(v.text), true, v.range, roster));
}

/** What looks like a placeholder or a domain is a mention once a roster defines it. */
export function isMention(mention: Mention, roster: Roster): boolean {
  return mention.form === 'handle' || roster.find(mention.handle) !== undefined;
}

export function partyOfMention(mention: Mention, roster: Roster): Party {
  return party(mention.handle, roster.find(mention.handle), true, mention.range, roster);
}

export function partyOfName(name: string, range: Range | undefined, roster: Roster): Party {
  return party(name, roster.findByName(name), false, range, roster);
}

/** A role with one holder stands for the holder. */
function party(
  written: string,
  entry: Owner | undefined,
  mentioned: boolean,
  range: Range | undefined,
  roster: Roster,
): Party {
  const resolved = entry?.kind === 'role' ? roster.resolve(entry.handle) : entry;
  return {
    handle: resolved?.handle ?? written,
    kind: resolved?.kind ?? 'name',
    entry: resolved,
    mentioned,
    range,
  };
}

function unique(parties: readonly Party[]): readonly Party[] {
  if (parties.length < 2) return parties;
  const seen = new Set<string>();
  const found = parties.filter((p) => {
    const key = p.handle.toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
  return compactList(found);
}
