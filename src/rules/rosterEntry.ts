import { isPlaceholder, saysNobody } from '../syntax/mentions.ts';
import type { Roster } from '../workspace/roster.ts';
import type { Place } from '../workspace/rosterTypes.ts';
import type { MessageArgs } from '../text/message.ts';
import type { FileView } from '../workspace/fileView.ts';
import type { RelatedPlace } from './rule.ts';

/** Those of the entries that the judged file itself defines: an entry is judged once, where it is written. */
export function* entriesOf<T extends { readonly place: Place }>(
  file: FileView,
  entries: ReadonlyMap<string, T>,
): Iterable<T> {
  for (const entry of entries.values()) if (entry.place.uri === file.uri) yield entry;
}

/** An entry as a place to look at beside a problem of a file; `message` is one of the rule's. */
export function entryPlace(
  { uri, range }: Place,
  file: FileView,
  message: string,
  args: MessageArgs = {},
): RelatedPlace {
  return { message, args, range, ...(uri !== file.uri && { uri }) };
}

/** True when an entry names nobody who answers for it: nothing, or `tbd`. */
export function hasNoOwner({ owner }: { readonly owner?: string }, roster: Roster): boolean {
  if (owner === undefined) return true;
  return (isPlaceholder(owner) || saysNobody(owner)) && roster.find(owner) === undefined;
}
