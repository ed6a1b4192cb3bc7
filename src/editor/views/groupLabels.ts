import * as vscode from 'vscode';
import type { GroupBy, GroupOf } from '../../responsibilities/groups.ts';
import type { Counts } from '../../responsibilities/nodes.ts';
import type { Concern } from '../../responsibilities/concern.ts';
import type { DueWhen } from '../../responsibilities/dueWhen.ts';
import { monthLabel } from './dayLabel.ts';

export function groupingLabel(groupBy: GroupBy): string {
  switch (groupBy) {
    case 'team':
      return vscode.l10n.t('By team');
    case 'person':
      return vscode.l10n.t('By person');
    case 'playbook':
      return vscode.l10n.t('By playbook');
    case 'due':
      return vscode.l10n.t('By due day');
    case 'me':
      return vscode.l10n.t('For me');
  }
}

export function groupLabel(of: GroupOf, counts: Counts): string {
  switch (of.kind) {
    case 'unowned':
      return counts.open + counts.areas > 0
        ? vscode.l10n.t('Unowned')
        : vscode.l10n.t('Every task has an owner');
    case 'owner':
      // A role that has no name is known by what one writes.
      return of.owner === 'role' && of.name === of.handle ? `@${of.handle}` : of.name;
    case 'noTeam':
      return vscode.l10n.t('In no team');
    case 'unlisted':
      return vscode.l10n.t('Not in the roster');
    case 'playbook':
      return of.title;
    case 'section':
      return of.path.at(-1) ?? '';
    case 'due':
      return dueLabel(of.when);
    case 'month':
      return monthLabel(of.month);
    case 'concern':
      return concernLabel(of.concern);
  }
}

/** What a task has to do with somebody. */
export function concernLabel(concern: Concern): string {
  switch (concern) {
    case 'own':
      return vscode.l10n.t('Own tasks');
    case 'shared':
      return vscode.l10n.t('By role or team');
    case 'awaited':
      return vscode.l10n.t('Waiting for');
    case 'asked':
      return vscode.l10n.t('Asked to help');
    case 'covered':
      return vscode.l10n.t('Standing in');
    case 'told':
      return vscode.l10n.t('To be told');
  }
}

export function dueLabel(when: DueWhen): string {
  switch (when) {
    case 'overdue':
      return vscode.l10n.t('Overdue');
    case 'thisWeek':
      return vscode.l10n.t('This week');
    case 'later':
      return vscode.l10n.t('Later');
    case 'none':
      return vscode.l10n.t('No due day');
    case 'standing':
      return vscode.l10n.t('Recurring');
    case 'done':
      return vscode.l10n.t('Done');
  }
}

/** "4 open, 1 late"; "4 late" where all of them are. */
export function countsLabel({ open, overdue, areas, done }: Counts): string {
  return [
    open > overdue ? vscode.l10n.t('{count} open', { count: open }) : '',
    overdue > 0 ? vscode.l10n.t('{count} late', { count: overdue }) : '',
    areas === 0
      ? ''
      : areas === 1
        ? vscode.l10n.t('1 area')
        : vscode.l10n.t('{count} areas', { count: areas }),
    open === 0 && done > 0 ? vscode.l10n.t('{count} done', { count: done }) : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}
