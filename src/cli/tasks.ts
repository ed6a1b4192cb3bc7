import { isOpen, isOwned } from '../workspace/tasks.ts';
import type { PlaybookView } from '../workspace/fileView.ts';
import { outcome, type Environment, type Outcome } from './command.ts';
import { emptyHint } from './emptyHint.ts';
import type { Failure } from './failure.ts';
import { failureNotes } from './formats/failureNotes.ts';
import { csvTasks } from './formats/tasksCsv.ts';
import { jsonTasks } from './formats/tasksJson.ts';
import { textTasks } from './formats/tasksText.ts';
import { choiceOf, readOptions, type Options } from './options.ts';
import { ownerFilter, teamFilter } from './ownerFilter.ts';
import { byPath, displayPath } from './paths.ts';
import { findTargets } from './targets.ts';
import type { ListedTask, TaskFilter } from './taskList.ts';
import { tasksHelp } from './usage.ts';
import { UsageError } from './usageError.ts';
import { readWorkspace, type Workspace } from './workspace.ts';

const PRINTERS = { text: textTasks, json: jsonTasks, csv: csvTasks };

/** `playbook tasks`: the tasks of the chosen playbooks, in path order and source order. */
export async function tasks(args: readonly string[], { cwd, progress }: Environment): Promise<Outcome> {
  const options = readOptions(args, { flags: ['unowned', 'open'], values: ['format', 'owner', 'team'] });
  if (options.flags.has('help')) return outcome(tasksHelp, [], 0);
  const format = choiceOf(options, 'format', ['text', 'json', 'csv']);
  const { targets, failures: missing } = findTargets(cwd, options.positionals);
  const workspace = await readWorkspace(cwd, targets, progress);
  const playbooks = new Playbooks(workspace, cwd);
  const filters = chooseFilters(options, playbooks);
  const failures = (): Failure[] => [...missing, ...workspace.failures()];
  const hint = playbooks.isEmpty && failures().length === 0 ? emptyHint(cwd, targets) : undefined;
  const isText = format === 'text';
  return {
    output:
      isText && playbooks.isEmpty ? [hint ?? ''] : PRINTERS[format](new ListedTasks(playbooks, filters)),
    ending: () => ({
      notes: [...failureNotes(cwd, failures()), ...(hint !== undefined && !isText ? [hint] : [])],
      exitCode: failures().some((f) => f.fails) ? 2 : 0,
    }),
  };
}

/** The chosen playbooks in the order of their paths, each looked at when it is its turn. */
class Playbooks implements Iterable<PlaybookView> {
  readonly #view: Workspace['view'];
  readonly #cwd: string;
  readonly #uris: readonly string[];

  constructor({ playbooks, view }: Workspace, cwd: string) {
    this.#view = view;
    this.#cwd = cwd;
    this.#uris = byPath(cwd, playbooks);
  }

  get isEmpty(): boolean {
    return this.#uris.length === 0;
  }

  pathOf({ uri }: PlaybookView): string {
    return displayPath(this.#cwd, uri);
  }

  *[Symbol.iterator](): Generator<PlaybookView, void> {
    for (const uri of this.#uris) {
      const view = this.#view(uri);
      if (view?.kind === 'playbook') yield view;
    }
  }
}

class ListedTasks implements Iterable<ListedTask> {
  readonly #playbooks: Playbooks;
  readonly #filters: readonly TaskFilter[];

  constructor(playbooks: Playbooks, filters: readonly TaskFilter[]) {
    this.#playbooks = playbooks;
    this.#filters = filters;
  }

  *[Symbol.iterator](): Generator<ListedTask, void> {
    for (const view of this.#playbooks) {
      const path = this.#playbooks.pathOf(view);
      for (const task of view.tasks) {
        const listed = { path, task, roster: view.roster };
        if (this.#filters.every((passes) => passes(listed))) yield listed;
      }
    }
  }
}

function chooseFilters({ flags, values }: Options, playbooks: Playbooks): TaskFilter[] {
  const owner = values.get('owner')?.at(-1);
  const team = values.get('team')?.at(-1);
  if (flags.has('unowned') && (owner !== undefined || team !== undefined)) {
    throw new UsageError('--unowned lists what nobody owns. Leave it out, or leave out --owner and --team.');
  }
  // Without a playbook nobody is known; that there is none is then what must be said.
  const filters = playbooks.isEmpty ? [] : namedFilters(owner, team, playbooks);
  // A template is there to be copied: its tasks are nobody's yet, and not to be done.
  if (flags.has('unowned')) filters.push(({ task, roster }) => !isOwned(task) && roster.template !== true);
  if (flags.has('open')) filters.push(({ task, roster }) => isOpen(task) && roster.template !== true);
  return filters;
}

function namedFilters(
  owner: string | undefined,
  team: string | undefined,
  playbooks: Playbooks,
): TaskFilter[] {
  return [
    ...(owner === undefined ? [] : [ownerFilter(owner, playbooks)]),
    ...(team === undefined ? [] : [teamFilter(team, playbooks)]),
  ];
}
