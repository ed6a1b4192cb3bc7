import { personFromText } from '../workspace/handleFromName.ts';
import { isSameHandle, normalizeHandle, normalizeName } from '../workspace/handles.ts';
import { isSentence, kindOfHandle, kindOfName, type PartyKind } from '../workspace/partyKind.ts';
import type { PlaybookView } from '../workspace/fileView.ts';
import { scalar } from './addToRoster.ts';

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
}

interface Tally {
  written: string;
  isHandle: boolean;
  owns: number;
  named: number;
}

/** Everybody whom the tasks of some playbooks name and their rosters do not know, those who own most first. */
export function findPeople(views: Iterable<PlaybookView>): FoundParty[] {
  const tallies = new Map<string, Tally>();
  const tally = (written: string, isHandle: boolean): Tally => {
    const key = isHandle ? `@${normalizeHandle(written)}` : normalizeName(written);
    const known = tallies.get(key);
    if (known) return known;
    const made = { written, isHandle, owns: 0, named: 0 };
    tallies.set(key, made);
    return made;
  };
  for (const { tasks, roster } of views) {
    for (const task of tasks) {
      const owners = task.owners.filter((o) => !o.entry);
      for (const o of owners) tally(o.handle, o.mentioned).owns++;
      for (const party of [...task.receivers, ...task.helpers, ...task.consulted, ...task.informed]) {
        if (!party.entry) tally(party.handle, party.mentioned).named++;
      }
      for (const { handle, form } of task.words.mentions) {
        const isOwner = owners.some((o) => o.mentioned && isSameHandle(o.handle, handle));
        if (form === 'handle' && !roster.find(handle) && !isOwner) tally(handle, true).named++;
      }
    }
  }
  return withHandles([...tallies.values()]);
}

/** Names get handles; a name and a handle that go together, `@maria` and `Maria López`, are one person. */
function withHandles(tallies: readonly Tally[]): FoundParty[] {
  const found = new Map<string, FoundParty>();
  for (const t of tallies.filter((t) => t.isHandle)) {
    found.set(normalizeHandle(t.written), {
      handle: t.written,
      name: undefined,
      kind: kindOfHandle(t.written),
      owns: t.owns,
      named: t.named,
    });
  }
  for (const t of tallies.filter((t) => !t.isHandle)) {
    if (isSentence(t.written)) continue;
    const own = personFromText(t.written, () => false);
    if (!own) continue;
    const same = found.get(normalizeHandle(own.handle));
    if (same && same.name === undefined) {
      found.set(normalizeHandle(own.handle), {
        ...same,
        name: t.written,
        kind: kindOfName(t.written),
        owns: same.owns + t.owns,
        named: same.named + t.named,
      });
      continue;
    }
    const free = personFromText(t.written, (handle) => found.has(normalizeHandle(handle)));
    if (!free) continue;
    found.set(normalizeHandle(free.handle), {
      handle: free.handle,
      name: t.written,
      kind: kindOfName(t.written),
      owns: t.owns,
      named: t.named,
    });
  }
  return [...found.values()].sort(
    (a, b) => b.owns - a.owns || b.named - a.named || a.handle.localeCompare(b.handle),
  );
}

/** A new roster with these entries, one to a line. The first line says what the file is for. */
export function rosterText(comment: string, found: readonly FoundParty[]): string {
  const block = (key: string, kind: PartyKind) => {
    const lines = found.filter((f) => f.kind === kind).map((f) => `  ${entryText(f)}\n`);
    return lines.length > 0 ? `\n${key}:\n${lines.join('')}` : '';
  };
  return `# ${comment}\n${block('teams', 'team')}${block('people', 'person')}${block('roles', 'role')}`;
}

function entryText({ handle, name, kind }: FoundParty): string {
  const key = scalar(handle);
  if (kind === 'role') return `${key}: []`;
  const shown = name ?? personFromText(`@${handle}`, () => false)?.name ?? handle;
  return `${key}: { name: ${scalar(shown)} }`;
}
