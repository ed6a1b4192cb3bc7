import { LineIndex } from '../text/lineIndex.ts';
import { applyEdits, textEdit, type TextEdit } from '../text/textEdit.ts';
import type { NewEntry } from '../workspace/newEntry.ts';
import { addAliases, addPlaybooks } from './addToList.ts';
import { addAllToRoster, addToRoster } from './addToRoster.ts';

/** What a roster lacks: somebody or something, another name of somebody, or files that are playbooks. */
export type RosterChange =
  | NewEntry
  | { readonly kind: 'aliases'; readonly handle: string; readonly aliases: readonly string[] }
  | { readonly kind: 'playbooks'; readonly globs: readonly string[] };

export interface ChangedRoster {
  readonly text: string;
  /** What cannot be written there without breaking something; everything else is. */
  readonly refused: readonly RosterChange[];
}

/** A roster's text with all that it lacks, every other byte as it was. */
export function changeRoster(text: string, changes: Iterable<RosterChange>): ChangedRoster {
  const refused: RosterChange[] = [];
  let after = text;
  const apply = (edits: readonly TextEdit[] | undefined): boolean => {
    if (edits) after = applyEdits(after, edits);
    return edits !== undefined;
  };
  for (const group of together(changes)) {
    // A roster is read anew for each try: hundreds of people are written in one.
    if (Array.isArray(group) && apply(addAllToRoster(after, group))) continue;
    for (const change of Array.isArray(group) ? group : [group]) {
      if (!apply(editsFor(after, change))) refused.push(change);
    }
  }
  return { text: after, refused };
}

/** Entries of one kind, people of one team, as one; in the order in which the first of each comes. */
function together(changes: Iterable<RosterChange>): (RosterChange | NewEntry[])[] {
  const groups = new Map<string, NewEntry[]>();
  const all: (RosterChange | NewEntry[])[] = [];
  for (const change of changes) {
    if (change.kind === 'aliases' || change.kind === 'playbooks') {
      all.push(change);
      continue;
    }
    const key = JSON.stringify([change.kind, change.kind === 'person' ? change.team : undefined]);
    const group = groups.get(key);
    if (group) group.push(change);
    else {
      const made = [change];
      groups.set(key, made);
      all.push(made);
    }
  }
  return all;
}

function editsFor(text: string, change: RosterChange): readonly TextEdit[] | undefined {
  switch (change.kind) {
    case 'aliases':
      return addAliases(text, change.handle, change.aliases);
    case 'playbooks':
      return addPlaybooks(text, change.globs);
    default:
      return addToRoster(text, change)?.edits;
  }
}

/** One edit that makes the one text of the other, of whole lines: a line end of two signs is never cut in two. */
export function editBetween(before: string, after: string): TextEdit[] {
  if (before === after) return [];
  const shorter = Math.min(before.length, after.length);
  let same = 0;
  while (same < shorter && before[same] === after[same]) same++;
  const start = before.slice(0, same).lastIndexOf('\n') + 1;
  let tail = 0;
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail])
    tail++;
  const isLineStart = (text: string) => tail === text.length || text[text.length - tail - 1] === '\n';
  const lineEnd = tail === 0 ? -1 : before.indexOf('\n', before.length - tail);
  const rest = lineEnd < 0 ? 0 : before.length - lineEnd - 1;
  const kept = isLineStart(before) && isLineStart(after) ? tail : rest;
  const range = new LineIndex(before).rangeAt(start, before.length - kept);
  return [textEdit(range, after.slice(start, after.length - kept))];
}
