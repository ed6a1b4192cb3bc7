import * as vscode from 'vscode';
import { Finder, FINDABLE_KINDS, type Findable, type FindableKind } from '../../responsibilities/find.ts';
import { ownerName, partyName, shortName } from '../../workspace/display.ts';
import { normalizeHandle } from '../../workspace/handles.ts';
import type { Roster } from '../../workspace/roster.ts';
import type { Owner, Place } from '../../workspace/rosterTypes.ts';
import type { Documents } from '../documents.ts';
import { goToPlace, goToPlaced } from '../goTo.ts';
import { openCounts, openText } from '../openCounts.ts';
import { askInList, plainLabel, separator } from '../pickers/quickPick.ts';
import { rosterAt } from '../rosterFile.ts';
import { openTasks, taskItem } from '../taskList.ts';
import { inSlices } from '../timeSlice.ts';
import { today } from '../today.ts';
import { placeOf, showTasksOf } from './myTasks.ts';

/** More lines than this of a kind nobody reads; another word finds what is wanted. */
const MOST = 100;

interface Item extends vscode.QuickPickItem {
  readonly thing?: Findable;
}

/**
 * `Playbook: Find Who Owns What`: finds tasks, headings, assets, goals and terms by their words, people by their names, and
 * says who owns what.
 */
export function registerWhoOwns(documents: Documents): vscode.Disposable {
  return vscode.commands.registerCommand('playbook.whoOwns', async () => {
    await documents.whenReady();
    const uri = placeOf(documents);
    if (!uri) return;
    const finder = new Finder(await everything(documents, uri));
    const counts = await openCounts(documents);
    const day = today();
    const find = (typed: string) => itemsOf(finder.find(typed), counts, day);
    const picked = await askInList<Item>((list) => {
      list.title = vscode.l10n.t('Find Who Owns What');
      list.placeholder = vscode.l10n.t('Type words of a task, heading, asset or goal, or somebody’s name');
      list.items = find('');
      // VS Code's own filter would need every task as a line of the list; ten thousand playbooks are too many.
      return list.onDidChangeValue((value) => {
        list.items = find(value);
      });
    });
    if (picked?.thing) await goTo(documents, uri, picked.thing);
  });
}

async function goTo(documents: Documents, uri: vscode.Uri, thing: Findable): Promise<void> {
  switch (thing.kind) {
    case 'owner':
      return showTasksOf(documents, uri, thing.entry.handle);
    case 'task':
      return goToPlaced(documents, thing);
    case 'section':
      return goToPlace(vscode.Uri.parse(thing.playbook.uri), thing.section);
    default: {
      const { place } = thing.entry;
      return goToPlace(vscode.Uri.parse(place.uri), place.range.start);
    }
  }
}

async function everything(documents: Documents, uri: vscode.Uri): Promise<Findable[]> {
  const { index } = documents;
  const found: Findable[] = rosterAt(documents, uri)
    .owners()
    .map((entry) => ({ kind: 'owner', entry }));
  const seen = new Set<string>();
  const isNew = ({ place: { uri: file, range } }: { readonly place: Place }): boolean => {
    const key = `${range.start.line}:${range.start.character} ${file}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  };
  const addDefined = (roster: Roster): void => {
    for (const entry of roster.assets.values())
      if (isNew(entry)) found.push({ kind: 'asset', entry, roster });
    for (const entry of roster.goals.values()) if (isNew(entry)) found.push({ kind: 'goal', entry, roster });
    for (const entry of roster.terms.values()) if (isNew(entry)) found.push({ kind: 'term', entry });
  };
  for (const roster of index.rosterUris()) addDefined(index.rosterAt(roster));
  const rosters = new Set<unknown>();
  for await (const playbookUri of inSlices(index.playbookUris())) {
    const playbook = index.summary(playbookUri);
    if (!playbook) continue;
    // Front matter may define some, too; most playbooks of a folder share one map.
    if (!rosters.has(playbook.roster.assets)) addDefined(playbook.roster);
    rosters.add(playbook.roster.assets);
    for (const section of playbook.sections) found.push({ kind: 'section', playbook, section });
  }
  for (const { playbook, task } of await openTasks(documents)) found.push({ kind: 'task', playbook, task });
  return found;
}

function itemsOf(
  found: ReadonlyMap<FindableKind, readonly Findable[]>,
  counts: ReadonlyMap<string, number>,
  day: string,
): Item[] {
  return FINDABLE_KINDS.flatMap((kind): Item[] => {
    const things = found.get(kind) ?? [];
    if (things.length === 0) return [];
    const shown = things.slice(0, MOST).map((thing) => ({
      ...itemOf(thing, counts, day),
      alwaysShow: true,
      thing,
    }));
    const more = things.length - shown.length;
    return [
      separator(kindLabel(kind)),
      ...shown,
      ...(more > 0 ? [separator(vscode.l10n.t('{count} more: type another word', { count: more }))] : []),
    ];
  });
}

function kindLabel(kind: FindableKind): string {
  switch (kind) {
    case 'owner':
      return vscode.l10n.t('people, roles and teams');
    case 'section':
      return vscode.l10n.t('headings');
    case 'asset':
      return vscode.l10n.t('assets');
    case 'goal':
      return vscode.l10n.t('goals');
    case 'term':
      return vscode.l10n.t('terms');
    case 'task':
      return vscode.l10n.t('tasks');
  }
}

function itemOf(thing: Findable, counts: ReadonlyMap<string, number>, day: string): vscode.QuickPickItem {
  switch (thing.kind) {
    case 'owner': {
      const { entry } = thing;
      return {
        label: plainLabel(shortName(entry)),
        description: openText(counts.get(normalizeHandle(entry.handle)) ?? 0),
        iconPath: new vscode.ThemeIcon(iconOf(entry)),
      };
    }
    case 'section': {
      const { section, playbook } = thing;
      const names = section.owners.map((o) => partyName(o, playbook.roster)).join(', ');
      const place = [playbook.title, ...section.above.filter((title) => title !== playbook.title)];
      return line(section.title, 'list-unordered', [names || nobody(), place.join(' › ')]);
    }
    case 'asset': {
      const { name, handle, owner, file, url } = thing.entry;
      return line(name ?? handle, 'package', [ownerText(owner, thing.roster), file ?? url ?? '']);
    }
    case 'goal': {
      const { name, handle, owner, measure, target } = thing.entry;
      return line(name ?? handle, 'target', [ownerText(owner, thing.roster), target ?? measure ?? '']);
    }
    case 'term':
      return line(thing.entry.handle, 'book', [thing.entry.text]);
    case 'task':
      return taskItem(thing, day);
  }
}

function line(label: string, icon: string, details: readonly string[]): vscode.QuickPickItem {
  const detail = details.filter((text) => text !== '').join(' · ');
  return { label: plainLabel(label), detail: plainLabel(detail), iconPath: new vscode.ThemeIcon(icon) };
}

function ownerText(owner: string | undefined, roster: Roster): string {
  if (owner === undefined) return nobody();
  const entry = roster.find(owner);
  return entry ? ownerName(entry, roster) : owner;
}

function nobody(): string {
  return vscode.l10n.t('Nobody owns it');
}

function iconOf(owner: Owner): string {
  return owner.kind === 'team' ? 'organization' : owner.kind === 'role' ? 'person' : 'account';
}
