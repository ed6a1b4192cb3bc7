import * as vscode from 'vscode';
import type { Concern } from '../../responsibilities/concern.ts';
import type { GroupOf } from '../../responsibilities/groups.ts';
import type { Counts, GroupNode, MoreNode, TaskNode, TreeNode } from '../../responsibilities/nodes.ts';
import { isOverdue, stateOf, type TaskItem, type TaskState } from '../../responsibilities/taskItem.ts';
import type { TreeOptions } from '../../responsibilities/tree.ts';
import { partyName } from '../../workspace/display.ts';
import { contextValue } from './contextValues.ts';
import { dayLabel } from './dayLabel.ts';
import { countsLabel, groupLabel } from './groupLabels.ts';
import { taskTooltip } from './taskTooltip.ts';

const { Checked, Unchecked } = vscode.TreeItemCheckboxState;
const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

/** More unowned tasks than this would push the teams out of sight. */
const EXPANDED_UNOWNED = 12;

export function toTreeItem(node: TreeNode, options: TreeOptions): vscode.TreeItem {
  const item = itemOf(node, options);
  item.id = node.id;
  item.contextValue = contextValue(node);
  return item;
}

function itemOf(node: TreeNode, options: TreeOptions): vscode.TreeItem {
  switch (node.kind) {
    case 'group':
      return groupItem(node);
    case 'task':
      return taskItem(node, options);
    case 'more':
      return moreItem(node);
  }
}

/** Tooltips are made when the mouse asks for them. */
export function tooltipOf(node: TreeNode, today: string): vscode.MarkdownString | undefined {
  return node.kind === 'task' ? taskTooltip(node.item, today) : undefined;
}

function groupItem(node: GroupNode): vscode.TreeItem {
  const { of, counts } = node;
  const label = groupLabel(of, counts);
  const isEmpty = counts.open + counts.areas + counts.done === 0;
  // A team without tasks has people all the same.
  const hasPeople = of.kind === 'noTeam' || (of.kind === 'owner' && of.owner === 'team');
  const item = new vscode.TreeItem(label, isEmpty && !hasPeople ? None : startState(of, counts));
  item.description = descriptionOf(of, counts);
  item.iconPath = groupIcon(of, counts);
  item.accessibilityInformation = { label: [label, item.description].filter((p) => p !== '').join(', ') };
  return item;
}

function descriptionOf(of: GroupOf, counts: Counts): string {
  const text = countsLabel(counts);
  if ((of.kind === 'owner' || of.kind === 'concern') && text === '') return vscode.l10n.t('nothing to do');
  if (of.kind !== 'section' || of.path.length < 2) return text;
  return [of.path.slice(0, -1).join(' › '), text].filter((part) => part !== '').join(' · ');
}

function startState(of: GroupOf, counts: Counts): vscode.TreeItemCollapsibleState {
  switch (of.kind) {
    case 'unowned':
      return counts.open + counts.areas > EXPANDED_UNOWNED ? Collapsed : Expanded;
    case 'owner':
      return of.owner === 'team' ? Expanded : Collapsed;
    case 'noTeam':
    case 'unlisted':
      return Expanded;
    case 'due':
      return of.when === 'overdue' || of.when === 'thisWeek' ? Expanded : Collapsed;
    case 'concern':
      return Expanded;
    default:
      return Collapsed;
  }
}

function groupIcon(of: GroupOf, counts: Counts): vscode.ThemeIcon {
  switch (of.kind) {
    case 'unowned':
      return counts.open + counts.areas > 0
        ? colored('warning', 'list.warningForeground')
        : colored('pass', 'testing.iconPassed');
    case 'owner':
      if (of.owner === 'team') return new vscode.ThemeIcon(of.external ? 'briefcase' : 'organization');
      return new vscode.ThemeIcon(of.owner === 'name' ? 'question' : 'account');
    case 'noTeam':
      return new vscode.ThemeIcon('organization');
    case 'unlisted':
      return new vscode.ThemeIcon('question');
    case 'playbook':
      return new vscode.ThemeIcon('notebook');
    case 'section':
      return new vscode.ThemeIcon('list-unordered');
    case 'due':
      switch (of.when) {
        case 'overdue':
          return colored('flame', 'list.errorForeground');
        case 'standing':
          return new vscode.ThemeIcon('sync');
        case 'done':
          return colored('pass', 'testing.iconPassed');
        default:
          return new vscode.ThemeIcon('calendar');
      }
    case 'month':
      return new vscode.ThemeIcon('calendar');
    case 'concern':
      return new vscode.ThemeIcon(CONCERN_ICONS[of.concern]);
  }
}

const CONCERN_ICONS: Readonly<Record<Concern, string>> = {
  own: 'account',
  shared: 'organization',
  awaited: 'watch',
  asked: 'comment',
  covered: 'arrow-swap',
  told: 'bell',
};

function taskItem(node: TaskNode, options: TreeOptions): vscode.TreeItem {
  const { task } = node.item;
  const item = new vscode.TreeItem(textOf(node.item), None);
  item.description = aboutTask(node, options);
  // A box or an icon, never both: so the words of all rows begin at one place, with room for them in a narrow view.
  if (task.hasDoneMark) item.checkboxState = checkbox(node.item);
  else item.iconPath = taskIcon(node.item, options.today);
  item.command = { command: 'playbook.openTask', title: vscode.l10n.t('Go to the Task'), arguments: [node] };
  item.accessibilityInformation = { label: spoken(node.item, options.today) };
  return item;
}

function textOf({ task }: TaskItem): string {
  return task.text === '' ? vscode.l10n.t('A task without words') : task.text;
}

/** Its tooltip stands beside the task; who listens hears which task it is. */
function checkbox(item: TaskItem): NonNullable<vscode.TreeItem['checkboxState']> {
  const { done } = item.task;
  const task = textOf(item);
  return {
    state: done ? Checked : Unchecked,
    tooltip: done ? vscode.l10n.t('Open it again') : vscode.l10n.t('Mark it as done'),
    accessibilityInformation: {
      label: done
        ? vscode.l10n.t('Open “{task}” again', { task })
        : vscode.l10n.t('Mark “{task}” as done', { task }),
    },
  };
}

/** When it is due, who owns it, where it stands: what the groups above do not say already. */
function aboutTask({ item, parent }: TaskNode, { groupBy, today }: TreeOptions): string {
  const above: GroupOf[] = [];
  for (let group: GroupNode | undefined = parent; group; group = group.parent) above.push(group.of);
  const isUnder = (kind: GroupOf['kind']) => above.some((of) => of.kind === kind);
  const saysLate = above.some((of) => of.kind === 'due' && of.when === 'overdue');
  const saysOwner =
    isUnder('unowned') ||
    groupBy === 'team' ||
    groupBy === 'person' ||
    above.some((of) => of.kind === 'concern' && of.concern === 'own');
  return [
    whenText(item, today, saysLate),
    saysOwner ? '' : ownersText(item) || unownedText(item),
    isUnder('playbook') ? '' : item.file.playbook.title,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function unownedText({ task }: TaskItem): string {
  return task.done ? '' : vscode.l10n.t('unowned');
}

function whenText({ task }: TaskItem, today: string, saysLate: boolean): string {
  if (task.due !== undefined) {
    const day = dayLabel(task.due, today);
    return isOverdue(task, today) && !saysLate ? vscode.l10n.t('{day}, late', { day }) : day;
  }
  const { every: interval, dueText } = task;
  // "every:weekday" is how it is written, and how it reads in English.
  return interval === undefined ? (dueText ?? '') : vscode.l10n.t('every {interval}', { interval });
}

function ownersText({ task, file }: TaskItem): string {
  return task.owners
    .map((o) =>
      o.entry?.kind === 'person' ? (o.entry.name ?? o.handle) : partyName(o, file.playbook.roster),
    )
    .join(', ');
}

/** For what has no box that could be ticked. */
function taskIcon(item: TaskItem, today: string): vscode.ThemeIcon {
  switch (stateOf(item, today)) {
    case 'unowned':
      return colored('question', 'list.warningForeground');
    case 'overdue':
      return colored('flame', 'list.errorForeground');
    case 'done':
      return colored('pass', 'testing.iconPassed');
    case 'area':
      return colored('pinned', 'descriptionForeground');
    case 'open':
      return colored('circle-outline', 'descriptionForeground');
  }
}

function colored(icon: string, color: string): vscode.ThemeIcon {
  return new vscode.ThemeIcon(icon, new vscode.ThemeColor(color));
}

/** For who listens instead of looking: text, state, owner, due day, playbook. */
function spoken(item: TaskItem, today: string): string {
  const state = stateOf(item, today);
  return [
    textOf(item),
    stateText(state),
    state === 'unowned' && isOverdue(item.task, today) ? stateText('overdue') : '',
    item.task.owners.length > 0 ? vscode.l10n.t('owned by {owners}', { owners: ownersText(item) }) : '',
    item.task.due === undefined ? '' : vscode.l10n.t('due {day}', { day: dayLabel(item.task.due, today) }),
    item.file.playbook.title,
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function stateText(state: TaskState): string {
  switch (state) {
    case 'unowned':
      return vscode.l10n.t('nobody owns it');
    case 'overdue':
      return vscode.l10n.t('overdue');
    case 'done':
      return vscode.l10n.t('done');
    case 'area':
      return vscode.l10n.t('standing responsibility');
    case 'open':
      return vscode.l10n.t('open');
  }
}

function moreItem(node: MoreNode): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('Show more'), None);
  item.description = vscode.l10n.t('{count} not shown', { count: node.hidden });
  item.iconPath = new vscode.ThemeIcon('ellipsis');
  item.command = { command: 'playbook.showMore', title: vscode.l10n.t('Show More'), arguments: [node] };
  return item;
}
