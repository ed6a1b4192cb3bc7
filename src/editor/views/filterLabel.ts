import * as vscode from 'vscode';
import type { Filter } from '../../responsibilities/filter.ts';
import { shortName } from '../../workspace/display.ts';
import type { TaskStore } from '../../responsibilities/taskStore.ts';
import { dueLabel } from './groupLabels.ts';

/** What a filter lets through: "Sam Cole, #print, “brochure”". Empty when it asks nothing. */
export function filterLabel(filter: Filter, store: TaskStore): string {
  const { person, team, tag, due, text, playbook, section, unowned } = filter;
  return [
    unowned ? vscode.l10n.t('Unowned') : '',
    team === undefined ? '' : nameOf(team, store),
    person === undefined ? '' : nameOf(person, store),
    tag === undefined ? '' : `#${tag}`,
    due === undefined ? '' : dueLabel(due),
    playbook === undefined ? '' : (store.file(playbook)?.playbook.title ?? ''),
    section?.at(-1) ?? '',
    text === undefined ? '' : vscode.l10n.t('“{text}”', { text }),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function nameOf(handle: string, store: TaskStore): string {
  for (const { playbook } of store.files()) {
    const found = playbook.roster.find(handle);
    if (found) return shortName(found);
  }
  return handle;
}
