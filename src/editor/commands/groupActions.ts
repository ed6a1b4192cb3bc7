import * as vscode from 'vscode';
import type { Filter } from '../../responsibilities/filter.ts';
import type { GroupOf } from '../../responsibilities/groups.ts';
import type { GroupNode } from '../../responsibilities/nodes.ts';
import type { Roster } from '../../workspace/roster.ts';
import type { Owner } from '../../workspace/rosterTypes.ts';
import type { Documents } from '../documents.ts';
import { goToPlace } from '../goTo.ts';
import type { LiveTree } from '../views/liveTree.ts';
import type { ViewState } from '../views/viewState.ts';
import type { TaskTarget } from './targets.ts';

/** What the menu of a group offers: *Show in Roster*, *Filter to This*, *Assign All Shown…*. */
export function registerGroupActions(
  state: ViewState,
  live: LiveTree,
  documents: Documents,
): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('playbook.showInRoster', async ({ of }: GroupNode) => {
      const entry = of.kind === 'owner' ? entryOf(of, documents, live) : undefined;
      if (entry) await goToPlace(vscode.Uri.parse(entry.place.uri), entry.place.range.start);
    }),
    vscode.commands.registerCommand('playbook.filterTo', ({ of }: GroupNode) => {
      const part = filterOf(of);
      // What is asked already stays: filters narrow each other down.
      if (part) state.setFilter({ ...state.filter, ...part });
    }),
    vscode.commands.registerCommand('playbook.assignAllShown', async (node: GroupNode) => {
      const tasks = live.tree
        .itemsIn(node)
        .flatMap((item) => live.current(item) ?? [])
        .filter(({ task }) => !task.done)
        .map(({ file, task }): TaskTarget => ({ uri: file.playbook.uri, line: task.line }));
      if (tasks.length > 0) await vscode.commands.executeCommand('playbook.assignOwner', tasks[0], tasks);
    }),
  );
}

/** Which of several rosters knows somebody by this handle and name. */
function entryOf(
  { handle, name }: Extract<GroupOf, { kind: 'owner' }>,
  { index }: Documents,
  { store }: LiveTree,
): Owner | undefined {
  const find = (roster: Roster): Owner | undefined => {
    const found = roster.find(handle);
    return found && (found.name ?? found.handle) === name ? found : undefined;
  };
  for (const uri of index.rosterUris()) {
    const found = find(index.rosterAt(uri));
    if (found) return found;
  }
  // The front matter of a playbook is a roster, too.
  for (const { playbook } of store.files()) {
    const found = find(playbook.roster);
    if (found) return found;
  }
  return undefined;
}

function filterOf(of: GroupOf): Filter | undefined {
  switch (of.kind) {
    case 'unowned':
      return { unowned: true };
    case 'owner':
      return of.owner === 'team' ? { team: of.handle } : { person: of.handle };
    case 'playbook':
      return { playbook: of.uri };
    case 'section':
      return { playbook: of.uri, section: of.path };
    case 'due':
      return { due: of.when };
    default:
      return undefined;
  }
}
