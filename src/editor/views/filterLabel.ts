import * as vscode from 'vscode';
import type { Filter } from '../../responsibilities/filter.ts';
import { shortName } from '../../workspace/display.ts';
import type { TaskStore } from '../../responsibilities/taskStore.ts';
import { dueLabel } from './groupLabels.ts';

/** What a filter lets through: "Sam Cole, #print, “brochure”". Empty when it asks nothing. */
export function filterLabel({ person, team, tag, due, text }: Filter, store: TaskStore): string {
  return [
    team === undefined ? '' : nameOf(team, store),
    person === undefined ? '' : nameOf(person, store),
    tag === undefined ? '' : `#${tag}`,
    due === undefined ? '' : dueLabel(due),
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
