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
export function ownerFilter(written: string, playbooks: Iterable<PlaybookView>): TaskFilter {
  const matches: TaskFilter = ({ task, roster }) => {
    const wanted = findOwner(written, roster)?.handle;
    return task.owners.some((owner) =>
      wanted === undefined
        ? normalizeName(withoutAt(owner.handle)) === normalizeName(withoutAt(written))
        : isSameHandle(owner.handle, wanted),
    );
  };
  const handles = new Set<string>();
  const owners = new Set<string>();
  const names = new Set<string>();
  for (const { roster, tasks } of playbooks) {
    if (findOwner(written, roster) !== undefined) return matches;
    if (tasks.some((task) => matches({ path: '', task, roster }))) return matches;
    for (const handle of roster.handles()) handles.add(handle);
    for (const task of tasks) for (const owner of task.owners) owners.add(owner.handle);
    for (const name of roster.names()) names.add(name);
  }
  const near = didYouMean(written, new Set([...handles, ...owners]), names);
  throw new UsageError(`Nobody is called "${written}" here.${near}`);
}

/**
 * Tasks whose owner is in a team, given by handle or display name.
 * @throws {UsageError} when no roster has such a team
 */
export function teamFilter(written: string, playbooks: Iterable<PlaybookView>): TaskFilter {
  const handles = new Set<string>();
  const names = new Set<string>();
  for (const { roster } of playbooks) {
    if (findTeam(written, roster) !== undefined) return isInTeam(written);
    for (const { handle, name } of roster.teams.values()) {
      handles.add(handle);
      if (name !== undefined) names.add(name);
    }
  }
  throw new UsageError(`There is no team "${written}" here.${didYouMean(written, handles, names)}`);
}

function isInTeam(written: string): TaskFilter {
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

function didYouMean(written: string, handles: ReadonlySet<string>, names: ReadonlySet<string>): string {
  const [near] = [handles, names].flatMap((known) => nearest(withoutAt(written), known, 1));
  return near === undefined ? '' : ` Did you mean ${near}?`;
}
