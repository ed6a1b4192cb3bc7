import { fold } from '../text/fold.ts';
import { append } from '../text/lists.ts';
import { commonFirstNames } from '../workspace/commonFirstNames.ts';
import type { PlaybookView } from '../workspace/fileView.ts';
import { personFromText } from '../workspace/handleFromName.ts';
import { isSameHandle, normalizeHandle, normalizeName } from '../workspace/handles.ts';
import { isSentence, kindOfHandle, kindOfName, type PartyKind } from '../workspace/partyKind.ts';
import { PeopleCensus, type WrittenName } from './peopleCensus.ts';

/** Somebody whom playbooks name and no roster knows. */
export interface FoundParty {
  readonly handle: string;
  /** Absent where only a handle is written. */
  readonly name: string | undefined;
  /** What it seems to be, by its words: `@fmc` a role, `Marketing` a team. */
  readonly kind: PartyKind;
  /** How many tasks and areas it owns. */
  readonly owns: number;
  /** How many times it stands elsewhere in a task: in `for:`, in `help:`, in the text. */
  readonly named: number;
  /** Places in which it is written. */
  readonly places: number;
  /** Files in which it is written. */
  readonly files: number;
  /** All ways in which it is written. */
  readonly written: readonly WrittenName[];
  /** What else a roster has to list, so that it knows all of those ways. */
  readonly aliases: readonly string[];
  /** The team of which most of the headings and folders around it speak. */
  readonly team: string | undefined;
  /** Too long for a name, as one looks. */
  readonly isDoubtful: boolean;
}

type IsTaken = (handle: string) => boolean;

/** Everybody whom the tasks of some playbooks name and their rosters do not know, those who own most first. */
export function findPeople(views: Iterable<PlaybookView>, isTaken: IsTaken = () => false): FoundParty[] {
  const census = new PeopleCensus();
  for (const view of views) census.add(view);
  return peopleOf(census.found(), isTaken);
}

/**
 * The people behind what is written: what is surely one person is one, `@maria`, `Maria` and `Maria López`.
 * @param isTaken whether a roster gives a handle to somebody else
 */
export function peopleOf(written: readonly WrittenName[], isTaken: IsTaken): FoundParty[] {
  return toParties(groupsOf(written), isTaken);
}

/** The same people with some of them made one: each pair says who is whom. */
export function mergePeople(
  found: readonly FoundParty[],
  pairs: readonly (readonly [FoundParty, FoundParty])[],
  isTaken: IsTaken,
): FoundParty[] {
  const into = new Map(pairs);
  const last = (party: FoundParty): FoundParty => {
    const seen = new Set<FoundParty>();
    let at = party;
    for (let next = into.get(at); next && !seen.has(next); next = into.get(at)) {
      seen.add(at);
      at = next;
    }
    return at;
  };
  const groups = new Map<FoundParty, WrittenName[]>();
  for (const party of found) if (last(party) === party) groups.set(party, [...party.written]);
  for (const party of found) if (last(party) !== party) append(groups.get(last(party)) ?? [], party.written);
  return toParties([...groups.values()], isTaken);
}

/** The letters and digits of a name, its words parted by spaces. */
export function bareName(text: string): string {
  return fold(text)
    .replace(/['’.]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Of a handle, what stands between its signs; of a name, its words. */
export function wordsOf({ text, isHandle }: Pick<WrittenName, 'text' | 'isHandle'>): string[] {
  const plain = isHandle ? text.replace(/[._/-]+/g, ' ') : text;
  return bareName(plain).split(' ').filter(Boolean);
}

/** Names first, as handles and single words are somebody's by a whole name. */
function groupsOf(written: readonly WrittenName[]): WrittenName[][] {
  const groups: WrittenName[][] = [];
  const whole = new Map<string, WrittenName[]>();
  const byFirst = new Map<string, Set<WrittenName[]>>();
  const add = (name: WrittenName, group: WrittenName[] | undefined): WrittenName[] => {
    if (group) {
      group.push(name);
      return group;
    }
    const made = [name];
    groups.push(made);
    return made;
  };
  const long = written.filter((w) => !w.isHandle && wordsOf(w).length > 1);
  const short = written.filter((w) => w.isHandle || wordsOf(w).length < 2);
  for (const name of long) {
    const words = wordsOf(name);
    const group = add(name, whole.get(words.join('')));
    whole.set(words.join(''), group);
    const [first = ''] = words;
    if (kindOfName(name.text) !== 'person') continue;
    const namesakes = byFirst.get(first) ?? new Set();
    byFirst.set(first, namesakes.add(group));
  }
  // Handles before words, so that a word that is a handle without its @ finds it.
  for (const name of [...short.filter((w) => w.isHandle), ...short.filter((w) => !w.isHandle)]) {
    const words = wordsOf(name);
    const key = words.join('');
    const namesakes = [...(words.length === 1 ? (byFirst.get(key) ?? []) : [])];
    // `Will` and `May` may not be a person: there one asks. A handle is no word of any language.
    const isSure = namesakes.length === 1 && (name.isHandle || !commonFirstNames.has(key));
    const group = add(name, whole.get(key) ?? (isSure ? namesakes[0] : undefined));
    // No letters, no key: such names have nothing in common.
    if (key !== '' && !whole.has(key) && !isSure) whole.set(key, group);
  }
  return groups;
}

function toParties(groups: readonly (readonly WrittenName[])[], isTaken: IsTaken): FoundParty[] {
  const found = new Map<string, FoundParty>();
  const isUsed = (handle: string) => found.has(normalizeHandle(handle)) || isTaken(handle);
  // Whoever is written with a handle keeps it.
  const hasHandle = (group: readonly WrittenName[]) => group.some((w) => w.isHandle);
  for (const group of [...groups.filter(hasHandle), ...groups.filter((g) => !hasHandle(g))]) {
    const party = toParty(group, isUsed);
    if (party) found.set(normalizeHandle(party.handle), party);
  }
  return [...found.values()].sort(
    (a, b) => b.owns - a.owns || b.named - a.named || a.handle.localeCompare(b.handle),
  );
}

/** @returns undefined for a name without letters */
function toParty(written: readonly WrittenName[], isUsed: IsTaken): FoundParty | undefined {
  // `for:s@` names nobody whom a roster could list.
  const handles = written.filter((w) => w.isHandle && isListable(w.text));
  const names = written.filter((w) => !w.isHandle);
  // The fullest name is what somebody is called, an initial aside; of two spellings the one that is written more often.
  const fullness = (w: WrittenName) => wordsOf(w).filter((word) => word.length > 1).length;
  const name = max(names, (a, b) => fullness(a) - fullness(b) || a.places - b.places)?.text;
  const own = max(handles, (a, b) => a.places - b.places)?.text;
  const handle = own ?? (name === undefined ? undefined : personFromText(name, isUsed)?.handle);
  if (handle === undefined) return undefined;
  const isKnown = (w: WrittenName) =>
    w.isHandle
      ? normalizeHandle(w.text) === normalizeHandle(handle)
      : normalizeName(w.text) === normalizeName(name ?? '');
  return {
    handle,
    name,
    kind: kindOf(handle, name),
    owns: sum(written, (w) => w.owns),
    named: sum(written, (w) => w.named),
    places: sum(written, (w) => w.places),
    files: new Set(written.flatMap((w) => [...w.files])).size,
    written,
    aliases: aliasesOf(written.filter((w) => !isKnown(w))),
    team: teamOf(written),
    isDoubtful: name !== undefined && isSentence(name),
  };
}

/** `AE` beside `@ae` is that role, and nobody's name. */
function kindOf(handle: string, name: string | undefined): PartyKind {
  const kind = kindOfHandle(handle);
  if (name === undefined) return kind;
  return kind === 'role' && normalizeName(name) === normalizeHandle(handle) ? kind : kindOfName(name);
}

function isListable(handle: string): boolean {
  const listed = personFromText(`@${handle}`, () => false);
  return listed !== undefined && isSameHandle(listed.handle, handle);
}

/** A handle and a name that differ by no more than their `@` are one alias. */
function aliasesOf(written: readonly WrittenName[]): string[] {
  return [...new Map(written.map((w) => [normalizeName(w.text), w.text])).values()];
}

/** The team that more than half of the places with any team around them name. */
function teamOf(written: readonly WrittenName[]): string | undefined {
  const teams = new Map<string, number>();
  for (const w of written) for (const [team, n] of w.teams) teams.set(team, (teams.get(team) ?? 0) + n);
  const all = [...teams.values()].reduce((a, b) => a + b, 0);
  return [...teams].find(([, n]) => n * 2 > all)?.[0];
}

function max<T>(items: readonly T[], compare: (a: T, b: T) => number): T | undefined {
  const [first, ...others] = items;
  return others.reduce((best, item) => (best !== undefined && compare(item, best) > 0 ? item : best), first);
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((n, item) => n + of(item), 0);
}
