import { isPlaceholder, saysNobody } from '../syntax/mentions.ts';
import type { TokenKey, TokenValue } from '../syntax/playbook.ts';
import { normalizeHandle, normalizeName } from '../workspace/handles.ts';
import { sectionOf, type NewEntry } from '../workspace/newEntry.ts';
import type { Asset, Goal } from '../workspace/rosterTypes.ts';
import { handleOf } from '../workspace/rosterValues.ts';
import { Candidates, nearest, onlySpelling, Suggestions } from '../workspace/spelling.ts';
import { isOpen } from '../workspace/tasks.ts';
import type { PlaybookView } from '../workspace/fileView.ts';
import type { Finding } from './rule.ts';
import { tasksWith } from './taskPlaces.ts';

interface Lookup {
  readonly suggestion: string;
  readonly isSafe: boolean;
}

/**
 * Reports every value of certain tokens, in open tasks and headings, that names no entry. A rule that calls this has
 * the messages `unknown` and `near` and the fix title `change`.
 * @param kind what a value names; where there are none of them, nothing is reported
 * @param mayRepair whether a plain misspelling may be put right without asking
 */
export function reportUnknownIds(
  file: PlaybookView,
  keys: readonly TokenKey[],
  kind: 'goal' | 'asset',
  mayRepair: boolean,
  report: (finding: Finding) => void,
): void {
  const entries: ReadonlyMap<string, Goal | Asset> = file.roster[sectionOf[kind]];
  // Whoever has none of them has not begun to write them down: then an id is a plan, not a mistake.
  if (entries.size === 0) return;
  const lookups = suggestionsAmong([...entries.values()]);
  const isFine = (id: string) => entries.has(normalizeHandle(id)) || isPlaceholder(id) || saysNobody(id);
  const judge = ({ text: id, range }: TokenValue) => {
    // Nearly all are written as they are in the roster.
    if (entries.has(id) || isFine(id)) return;
    const lookup = lookups.of(id);
    if (!lookup) {
      report({ message: 'unknown', args: { id }, range, entry: newEntry(kind, id) });
      return;
    }
    const { suggestion, isSafe } = lookup;
    const edits = [{ range, newText: suggestion }];
    const fix = { title: 'change', args: { text: suggestion }, edits, isSafe: isSafe && mayRepair };
    report({ message: 'near', args: { id, suggestion }, range, fix, entry: newEntry(kind, id) });
  };
  for (const wanted of keys) {
    for (const task of tasksWith(file, wanted)) {
      if (!isOpen(task)) continue;
      for (const { key, values } of task.words.tokens) if (key === wanted) values.forEach(judge);
    }
  }
  for (const block of file.playbook.blocks) {
    if (block.kind !== 'heading') continue;
    for (const { key, values } of block.words.tokens) if (keys.includes(key)) values.forEach(judge);
  }
}

function suggestionsAmong(entries: readonly (Goal | Asset)[]): Suggestions<Lookup> {
  const ids = new Candidates(entries.map((e) => e.handle));
  return new Suggestions((id) => {
    const near = nearest(id, ids, 1)[0];
    if (near !== undefined) return { suggestion: near, isSafe: onlySpelling(id, ids) !== undefined };
    const name = normalizeName(id);
    const named = entries.find((e) => e.name !== undefined && normalizeName(e.name) === name);
    return named && { suggestion: named.handle, isSafe: false };
  });
}

/** `price-list` is called "Price list" until somebody gives it a better name. */
function newEntry(kind: 'goal' | 'asset', id: string): NewEntry {
  const handle = handleOf(id);
  const words = handle.replace(/[\s._-]+/g, ' ').trim();
  return { kind, handle, name: words === '' ? handle : words.charAt(0).toUpperCase() + words.slice(1) };
}
