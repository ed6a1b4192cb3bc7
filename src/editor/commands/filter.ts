import * as vscode from 'vscode';
import type { DueWhen } from '../../responsibilities/dueWhen.ts';
import { isEmptyFilter, type Filter } from '../../responsibilities/filter.ts';
import type { TaskStore } from '../../responsibilities/taskStore.ts';
import { askInList, plainLabel, separator } from '../pickers/quickPick.ts';
import { filterLabel } from '../views/filterLabel.ts';
import { dueLabel } from '../views/groupLabels.ts';
import type { LiveTree } from '../views/liveTree.ts';
import type { ViewState } from '../views/viewState.ts';

interface Choice extends vscode.QuickPickItem {
  /** What it adds to the filter. */
  readonly adds?: Filter;
  /** What it takes out of the filter. */
  readonly removes?: keyof Filter;
}

/** `Playbook: Filter Responsibilities…`: one thing at a time; asked again, it narrows further or takes a part back. */
export function registerFilter(state: ViewState, live: LiveTree): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('playbook.filter', async () => {
      await live.whenReady();
      const choice = await ask(state.filter, live.store);
      if (choice?.adds) state.setFilter({ ...state.filter, ...choice.adds });
      if (choice?.removes) state.setFilter(without(state.filter, choice.removes));
    }),
    vscode.commands.registerCommand('playbook.clearFilter', () => {
      state.setFilter({});
    }),
  );
}

function without(filter: Filter, part: keyof Filter): Filter {
  // A section is one of a playbook's.
  const parts = part === 'playbook' ? [part, 'section'] : [part];
  return Object.fromEntries(Object.entries(filter).filter(([key]) => !parts.includes(key)));
}

function ask(filter: Filter, store: TaskStore): Promise<Choice | undefined> {
  const fixed = choices(filter, store);
  return askInList<Choice>((list) => {
    list.title = vscode.l10n.t('Filter Responsibilities');
    list.placeholder = vscode.l10n.t('Type words of a task, or choose a person, team, playbook, tag or day');
    list.matchOnDescription = true;
    list.items = fixed;
    return list.onDidChangeValue((value) => {
      const text = value.trim();
      list.items = text === '' ? fixed : [...fixed, textChoice(text)];
    });
  });
}

/** Behind what matches by name, and there whatever is typed. */
function textChoice(text: string): Choice {
  return {
    label: vscode.l10n.t('Tasks with “{text}”', { text: plainLabel(text) }),
    iconPath: new vscode.ThemeIcon('search'),
    alwaysShow: true,
    adds: { text },
  };
}

function choices(filter: Filter, store: TaskStore): Choice[] {
  const { people, teams, tags, playbooks } = found(store);
  const section = (label: string, items: readonly Choice[]): Choice[] =>
    items.length === 0 ? [] : [separator(label), ...items];
  return [
    ...section(vscode.l10n.t('Now shown'), removals(filter, store)),
    ...section(vscode.l10n.t('Due'), DUE.map(dueChoice)),
    ...section(vscode.l10n.t('Owner'), [
      {
        label: vscode.l10n.t('Unowned'),
        iconPath: new vscode.ThemeIcon('question'),
        adds: { unowned: true },
      },
    ]),
    ...section(vscode.l10n.t('Teams'), sorted(teams)),
    ...section(vscode.l10n.t('People'), sorted(people)),
    ...section(vscode.l10n.t('Tags'), sorted(tags)),
    ...section(vscode.l10n.t('Playbooks'), sorted(playbooks)),
  ];
}

const DUE: readonly DueWhen[] = ['overdue', 'thisWeek', 'later', 'none'];

function dueChoice(due: DueWhen): Choice {
  return { label: dueLabel(due), iconPath: new vscode.ThemeIcon('calendar'), adds: { due } };
}

function removals(filter: Filter, store: TaskStore): Choice[] {
  if (isEmptyFilter(filter)) return [];
  return (Object.keys(filter) as (keyof Filter)[]).flatMap((part) => {
    if (filter[part] === undefined) return [];
    const name = filterLabel({ [part]: filter[part] }, store);
    return {
      label: vscode.l10n.t('No longer only {name}', { name: plainLabel(name) }),
      iconPath: new vscode.ThemeIcon('close'),
      removes: part,
    };
  });
}

/** Everybody and everything that the playbooks or their rosters name. */
function found(store: TaskStore) {
  const people = new Map<string, Choice>();
  const teams = new Map<string, Choice>();
  const tags = new Map<string, Choice>();
  const playbooks = new Map<string, Choice>();
  const seen = new Set<unknown>();
  for (const { playbook, items } of store.files()) {
    const { roster, uri, title } = playbook;
    if (items.length > 0) playbooks.set(uri, playbookChoice(uri, title));
    // Playbooks of one folder share these maps.
    if (!seen.has(roster.people)) {
      seen.add(roster.people);
      for (const p of roster.people.values()) add(people, p.handle, p.name, 'account', { person: p.handle });
    }
    if (!seen.has(roster.teams)) {
      seen.add(roster.teams);
      for (const t of roster.teams.values()) add(teams, t.handle, t.name, 'organization', { team: t.handle });
    }
    for (const { task } of items) {
      for (const owner of task.owners)
        if (owner.kind === 'role' || owner.kind === 'name')
          add(people, owner.handle, owner.entry?.name, 'account', { person: owner.handle });
      for (const name of task.tags) add(tags, name.toLowerCase(), `#${name}`, 'tag', { tag: name });
    }
  }
  return { people, teams, tags, playbooks };
}

/** Two playbooks of one title are told apart by their files. */
function playbookChoice(uri: string, title: string): Choice {
  return {
    label: plainLabel(title),
    description: plainLabel(vscode.workspace.asRelativePath(vscode.Uri.parse(uri))),
    iconPath: new vscode.ThemeIcon('notebook'),
    adds: { playbook: uri },
  };
}

function add(
  to: Map<string, Choice>,
  key: string,
  name: string | undefined,
  icon: string,
  adds: Filter,
): void {
  if (to.has(key)) return;
  const description = name === undefined || name.startsWith('#') ? '' : `@${key}`;
  to.set(key, {
    label: plainLabel(name ?? `@${key}`),
    description,
    iconPath: new vscode.ThemeIcon(icon),
    adds,
  });
}

function sorted(items: ReadonlyMap<string, Choice>): Choice[] {
  return [...items.values()].sort((a, b) => a.label.localeCompare(b.label));
}
