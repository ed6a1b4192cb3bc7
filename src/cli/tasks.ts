import { isOpen, isOwned } from '../workspace/tasks.ts';
import type { PlaybookView } from '../workspace/fileView.ts';
import type { Environment, Outcome } from './command.ts';
import { emptyHint } from './emptyHint.ts';
import { failureNotes } from './formats/failureNotes.ts';
import { csvTasks } from './formats/tasksCsv.ts';
import { jsonTasks } from './formats/tasksJson.ts';
import { textTasks } from './formats/tasksText.ts';
import { choiceOf, readOptions, type Options } from './options.ts';
import { ownerFilter, teamFilter } from './ownerFilter.ts';
import { displayPath } from './paths.ts';
import { findTargets } from './targets.ts';
import type { TaskFilter } from './taskList.ts';
import { tasksHelp } from './usage.ts';
import { UsageError } from './usageError.ts';
import { readWorkspace } from './workspace.ts';

const PRINTERS = { text: textTasks, json: jsonTasks, csv: csvTasks };

/** `playbook tasks`: the tasks of the chosen playbooks, in path order and source order. */
export async function tasks(args: readonly string[], { cwd }: Environment): Promise<Outcome> {
  const options = readOptions(args, { flags: ['unowned', 'open'], values: ['format', 'owner', 'team'] });
  if (options.flags.has('help')) return { output: tasksHelp, notes: [], exitCode: 0 };
  const format = choiceOf(options, 'format', ['text', 'json', 'csv']);
  const { targets, failures: missing } = findTargets(cwd, options.positionals);
  const { playbooks, failures: unread } = await readWorkspace(cwd, targets);
  const failures = [...missing, ...unread];
  const views = playbooks
    .map((view) => ({ view, path: displayPath(cwd, view.uri) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const filters = chooseFilters(options, playbooks);
  const listed = views
    .flatMap(({ view, path }) => view.tasks.map((task) => ({ path, task, roster: view.roster })))
    .filter((t) => filters.every((passes) => passes(t)));
  const hint = views.length === 0 && failures.length === 0 ? emptyHint(cwd, targets) : undefined;
  const isText = format === 'text';
  return {
    output: isText && views.length === 0 ? (hint ?? '') : PRINTERS[format](listed),
    notes: [...failureNotes(cwd, failures), ...(hint !== undefined && !isText ? [hint] : [])],
    exitCode: failures.some((f) => f.fails) ? 2 : 0,
  };
}

function chooseFilters({ flags, values }: Options, playbooks: readonly PlaybookView[]): TaskFilter[] {
  const owner = values.get('owner')?.at(-1);
  const team = values.get('team')?.at(-1);
  if (flags.has('unowned') && (owner !== undefined || team !== undefined)) {
    throw new UsageError('--unowned lists what nobody owns. Leave it out, or leave out --owner and --team.');
  }
  // Without a playbook nobody is known; that there is none is then what must be said.
  const filters = playbooks.length === 0 ? [] : namedFilters(owner, team, playbooks);
  // A template is there to be copied: its tasks are nobody's yet, and not to be done.
  if (flags.has('unowned')) filters.push(({ task, roster }) => !isOwned(task) && roster.template !== true);
  if (flags.has('open')) filters.push(({ task, roster }) => isOpen(task) && roster.template !== true);
  return filters;
}

function namedFilters(
  owner: string | undefined,
  team: string | undefined,
  playbooks: readonly PlaybookView[],
): TaskFilter[] {
  return [
    ...(owner === undefined ? [] : [ownerFilter(owner, playbooks)]),
    ...(team === undefined ? [] : [teamFilter(team, playbooks)]),
  ];
}
