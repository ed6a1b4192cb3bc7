import * as vscode from 'vscode';
import { fold } from '../../text/fold.ts';
import { partyName, shortName } from '../../workspace/display.ts';
import { normalizeHandle } from '../../workspace/handles.ts';
import type { Owner } from '../../workspace/rosterTypes.ts';
import type { Documents } from '../documents.ts';
import { goToPlaced } from '../goTo.ts';
import { openCounts, openText } from '../openCounts.ts';
import { askInList, plainLabel, separator } from '../pickers/quickPick.ts';
import { rosterAt } from '../rosterFile.ts';
import { openTasks, taskItem, type PlacedTask, type TaskItem } from '../taskList.ts';
import { today } from '../today.ts';
import { placeOf, showTasksOf } from './myTasks.ts';

/** More lines than this nobody reads; another word finds what is wanted. */
const MOST = 100;

interface Item extends TaskItem {
  /** Handle of somebody whose tasks come next. */
  readonly owner?: string;
}

/** `Playbook: Find Who Owns What`: finds tasks by their words and people by their names, and says who owns what. */
export function registerWhoOwns(documents: Documents): vscode.Disposable {
  return vscode.commands.registerCommand('playbook.whoOwns', async () => {
    await documents.whenReady();
    const uri = placeOf(documents);
    if (!uri) return;
    const find = finder(await openTasks(documents), await ownersOf(documents, uri));
    const picked = await askInList<Item>((list) => {
      list.title = vscode.l10n.t('Find Who Owns What');
      list.placeholder = vscode.l10n.t('Type words of a task, or the name of somebody');
      list.items = find('');
      return list.onDidChangeValue((value) => {
        list.items = find(value);
      });
    });
    if (picked?.placed) await goToPlaced(documents, picked.placed);
    else if (picked?.owner !== undefined) await showTasksOf(documents, uri, picked.owner);
  });
}

interface Searchable {
  readonly words: string;
  readonly item: () => Item;
}

/** VS Code's own filter would need every task as a line of the list; ten thousand playbooks are too many. */
function finder(tasks: readonly PlacedTask[], owners: readonly Searchable[]): (typed: string) => Item[] {
  const day = today();
  const searchable = tasks.map((placed) => ({
    words: fold(
      [
        placed.task.text,
        ...placed.task.owners.flatMap((o) => [o.handle, partyName(o, placed.playbook.roster)]),
        placed.playbook.title,
      ].join(' '),
    ),
    item: () => ({ ...taskItem(placed, day), alwaysShow: true }),
  }));
  return (typed) => {
    const words = fold(typed).trim().split(/\s+/);
    const matching = (all: readonly Searchable[]) =>
      all.filter((s) => words.every((w) => s.words.includes(w)));
    const people = matching(owners);
    const found = matching(searchable);
    return [
      ...group(vscode.l10n.t('people, roles and teams'), people.slice(0, MOST)),
      ...group(vscode.l10n.t('tasks'), found.slice(0, MOST)),
      ...(found.length > MOST ? [more(found.length - MOST)] : []),
    ];
  };
}

function group(label: string, found: readonly Searchable[]): Item[] {
  return found.length === 0 ? [] : [separator(label), ...found.map((f) => f.item())];
}

function more(count: number): Item {
  return separator(vscode.l10n.t('{count} more: type another word', { count }));
}

async function ownersOf(documents: Documents, uri: vscode.Uri): Promise<Searchable[]> {
  const counts = await openCounts(documents);
  return rosterAt(documents, uri)
    .owners()
    .map((owner) => {
      const name = shortName(owner);
      const count = counts.get(normalizeHandle(owner.handle)) ?? 0;
      return {
        words: fold(`${name} ${owner.handle}`),
        item: () => ({
          label: plainLabel(name),
          description: openText(count),
          iconPath: new vscode.ThemeIcon(iconOf(owner)),
          alwaysShow: true,
          owner: owner.handle,
        }),
      };
    });
}

function iconOf(owner: Owner): string {
  return owner.kind === 'team' ? 'organization' : owner.kind === 'role' ? 'person' : 'account';
}
