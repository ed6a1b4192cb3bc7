import * as vscode from 'vscode';
import { isOverdue, sectionsOf, type TaskItem } from '../../responsibilities/taskItem.ts';
import { partyName } from '../../workspace/display.ts';
import type { Somebody } from '../../workspace/tasks.ts';
import { longDayLabel } from './dayLabel.ts';

/** So many characters fit into a row of a view as wide as VS Code makes it. */
const FITS = 30;

/** The whole story of a task: who owns it and why, who waits for it, when it is due, where it stands. */
export function taskTooltip(item: TaskItem, today: string): vscode.MarkdownString {
  const { task } = item;
  const { roster, title } = item.file.playbook;
  const names = (parties: readonly Somebody[]) => parties.map((p) => partyName(p, roster)).join(', ');
  const rows: (readonly [string, string])[] = [
    [vscode.l10n.t('Owner'), ownerText(item, names(task.owners))],
    [vscode.l10n.t('Waits for it'), names(task.receivers)],
    [vscode.l10n.t('Due'), dueText(item, today)],
    [vscode.l10n.t('Repeats'), task.every ?? ''],
    [vscode.l10n.t('Helps'), names(task.helpers)],
    [vscode.l10n.t('Is asked'), names(task.consulted)],
    [vscode.l10n.t('Is told'), names(task.informed)],
    [vscode.l10n.t('Tags'), task.tags.map((tag) => `#${tag}`).join(' ')],
    [vscode.l10n.t('Stands in'), [title, ...sectionsOf(task, title)].join(' › ')],
  ];
  // Nothing of a document is taken for Markdown, and none of its links are followed.
  const tooltip = new vscode.MarkdownString('', false);
  tooltip.isTrusted = false;
  // What the row shows in full is not said again.
  if (task.text.length > FITS) tooltip.appendMarkdown('**').appendText(task.text).appendMarkdown('**\n\n');
  for (const [label, value] of rows) {
    if (value === '') continue;
    tooltip.appendText(`${label}: `).appendMarkdown('').appendText(value).appendMarkdown('  \n');
  }
  return tooltip;
}

function ownerText({ task }: TaskItem, owners: string): string {
  const { origin } = task;
  switch (origin.kind) {
    case 'none':
      return task.done ? vscode.l10n.t('nobody') : vscode.l10n.t('nobody yet');
    case 'task':
      return vscode.l10n.t('{owners}, named in the task', { owners });
    case 'cell':
      return vscode.l10n.t('{owners}, named in the table', { owners });
    case 'parent':
      return vscode.l10n.t('{owners}, from the task above it: “{title}”', { owners, title: origin.title });
    case 'section':
      return vscode.l10n.t('{owners}, from the heading “{title}”', { owners, title: origin.title });
    case 'document':
      return vscode.l10n.t('{owners}, named at the top of the playbook', { owners });
    case 'default':
      return vscode.l10n.t('{owners}, who owns whatever has no other owner', { owners });
  }
}

function dueText({ task }: TaskItem, today: string): string {
  const written = task.dueText ?? '';
  if (task.due === undefined) return written;
  const day = longDayLabel(task.due);
  const text = written === task.due || written === '' ? day : `${day} (${written})`;
  return isOverdue(task, today) ? vscode.l10n.t('{day}, overdue', { day: text }) : text;
}
