import { isSameHandle, normalizeHandle, normalizeName } from '../workspace/handles.ts';
import type { Roster } from '../workspace/roster.ts';
import type { Owner } from '../workspace/rosterTypes.ts';
import { nearest } from '../workspace/spelling.ts';
import { taskFacts } from '../workspace/taskJson.ts';
import type { PlaybookView } from '../workspace/fileView.ts';
import type { TaskFilter } from './taskList.ts';
import { UsageError } from './usageError.ts';

/**
 * Tasks that somebody owns or co-owns. What is written is read as each playbook's roster reads it: a role with one
 * holder is the holder, a display name its person. An owner whom no roster knows is found under the own words.
 * @throws {UsageError} when neither a roster nor a task knows such an owner: an empty list would hide the mistake
 */
export function ownerFilter(written: string, playbooks: readonly PlaybookView[]): TaskFilter {
  const matches: TaskFilter = ({ task, roster }) => {
    const wanted = findOwner(written, roster)?.handle;
    return task.owners.some((owner) =>
      wanted === undefined
        ? normalizeName(withoutAt(owner.handle)) === normalizeName(withoutAt(written))
        : isSameHandle(owner.handle, wanted),
    );
  };
  const isKnown =
    playbooks.some((p) => findOwner(written, p.roster) !== undefined) ||
    playbooks.some((p) => p.tasks.some((task) => matches({ path: '', task, roster: p.roster })));
  if (!isKnown) {
    const owners = playbooks.flatMap((p) => p.tasks.flatMap((t) => t.owners.map((o) => o.handle)));
    const handles = [...playbooks.flatMap((p) => p.roster.handles()), ...owners];
    const names = playbooks.flatMap((p) => p.roster.names());
    throw new UsageError(`Nobody is called "${written}" here.${didYouMean(written, handles, names)}`);
  }
  return matches;
}

/**
 * Tasks whose owner is in a team, given by handle or display name.
 * @throws {UsageError} when no roster has such a team
 */
export function teamFilter(written: string, playbooks: readonly PlaybookView[]): TaskFilter {
  if (!playbooks.some((p) => findTeam(written, p.roster) !== undefined)) {
    const teams = playbooks.flatMap((p) => [...p.roster.teams.values()]);
    const handles = teams.map((t) => t.handle);
    const names = teams.flatMap((t) => t.name ?? []);
    throw new UsageError(`There is no team "${written}" here.${didYouMean(written, handles, names)}`);
  }
  return ({ task, roster }) => {
    const wanted = findTeam(written, roster)?.handle;
    return wanted !== undefined && taskFacts(task, roster).teams.includes(wanted);
  };
}

function findOwner(written: string, roster: Roster): Owner | undefined {
  const owner = roster.findByName(withoutAt(written));
  return owner && roster.resolve(owner.handle);
}

function findTeam(written: string, roster: Roster): Owner | undefined {
  const name = withoutAt(written);
  // A person may have the same handle; somebody who asks for a team means the team.
  const team = roster.teams.get(normalizeHandle(name));
  if (team) return team;
  const owner = roster.findByName(name);
  return owner?.kind === 'team' ? owner : undefined;
}

function withoutAt(text: string): string {
  return text.startsWith('@') ? text.slice(1) : text;
}

function didYouMean(written: string, handles: readonly string[], names: readonly string[]): string {
  const [near] = [handles, names].flatMap((known) => nearest(withoutAt(written), new Set(known), 1));
  return near === undefined ? '' : ` Did you mean ${near}?`;
}
