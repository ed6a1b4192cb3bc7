import type {
  Heading,
  Mention,
  OwnerGroup,
  OwnerLine,
  OwnerValue,
  TokenValue,
  Words,
} from '../syntax/playbook.ts';
import { isPlaceholder } from '../syntax/mentions.ts';
import { splitOwners, type OwnerPart } from '../syntax/ownerValues.ts';
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
export function claimOfGroups(words: Words, roster: Roster): Claim | undefined {
  const group = claimingGroup(words, roster);
  return group && claimOfGroup(group, roster);
}

/** The first group in an owner's place that holds a true mention, a name or a placeholder, by the roster. */
export function claimingGroup(words: Words, roster: Roster): OwnerGroup | undefined {
  const { ownerGroups } = seenBy(words, roster);
  return ownerGroups.find((g) => g.members.some((m) => m.form === 'placeholder' || isMention(m, roster)));
}

/** The words as somebody reads them who knows the people of the roster. */
export function seenBy(words: Words, roster: Roster): Words {
  const { source } = words;
  const { lexicon } = roster;
  return source && lexicon ? lexicon.read(words, source) : words;
}

/** @param group one that `claimingGroup` chose */
export function claimOfGroup(group: OwnerGroup, roster: Roster): Claim {
  const owners = group.members.filter((m) => isMention(m, roster)).map((m) => partyOfMention(m, roster));
  return { owners: unique(owners), nobody: owners.length === 0 };
}

/** What a heading says: its group of mentions, or the owner line that it is. */
export function claimOfHeading({ words, ownerLine }: Heading, roster: Roster): Claim | undefined {
  return (
    claimOfGroups(words, roster) ?? (ownerLine && claimOfLine(ownerLine, roster, ownerLine.label === 'lead'))
  );
}

/** An owner line; undefined when it is empty, holds nothing but prose, or names nobody known behind `Lead:`. */
export function claimOfLine(
  { value, bullets }: Pick<OwnerLine, 'value' | 'bullets'>,
  roster: Roster,
  mustBeKnown: boolean,
): Claim | undefined {
  const values = value.text === '' ? bullets : [value];
  const parts = values.flatMap((v) => splitOwners(v, roster));
  // Prose owns nothing, and says nothing about who does.
  if (parts.every((p) => p.kind === 'prose')) return undefined;
  const claim = claimOfParts(parts, roster);
  const isSure = claim.nobody || claim.owners.some((o) => o.entry !== undefined || o.mentioned);
  return mustBeKnown && !isSure ? undefined : claim;
}

/** Owner cells of a row, the accountable one first: the first that names somebody is accountable. */
export function claimOfValues(values: readonly OwnerValue[], roster: Roster): Claim {
  return claimOfParts(
    values.flatMap((v) => splitOwners(v, roster)),
    roster,
  );
}

function claimOfParts(parts: readonly OwnerPart[], roster: Roster): Claim {
  const owners = parts.flatMap((p) => partyOfPart(p, roster) ?? []);
  return { owners: unique(owners), nobody: owners.length === 0 };
}

function partyOfPart(part: OwnerPart, roster: Roster): Party | undefined {
  if (part.kind === 'name') return partyOfName(part.name, part.range, roster);
  if (part.kind !== 'mention') return undefined;
  if (isMention(part.mention, roster)) return partyOfMention(part.mention, roster);
  // Here it stands in an owner's place: what is no mention owns under its own text.
  return part.mention.form === 'domain'
    ? partyOfName(part.mention.handle, part.mention.range, roster)
    : undefined;
}

export function partiesOfValue(value: OwnerValue, roster: Roster): Party[] {
  return splitOwners(value, roster).flatMap((part) => partyOfPart(part, roster) ?? []);
}

/** The handles in a token such as `for:@sam,@sales`; placeholders that no roster defines are left out. */
export function partiesOfToken(values: readonly TokenValue[], roster: Roster): readonly Party[] {
  if (values.length === 0) return NOBODY;
  const named = values.filter((v) => !isPlaceholder(v.text) || roster.find(v.text) !== undefined);
  return named.map((v) => party(v.text, roster.find(v.text), true, v.range, roster));
}

/** What looks like a placeholder or a domain is a mention once a roster defines it. */
export function isMention(mention: Mention, roster: Roster): boolean {
  return mention.form === 'handle' || mention.form === 'name' || roster.find(mention.handle) !== undefined;
}

export function partyOfMention(mention: Mention, roster: Roster): Party {
  const entry = roster.find(mention.handle) ?? roster.findByName(mention.handle);
  return party(mention.handle, entry, true, mention.range, roster);
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
