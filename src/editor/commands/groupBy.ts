import * as vscode from 'vscode';
import { GROUPINGS, type GroupBy } from '../../responsibilities/groups.ts';
import { groupingLabel } from '../views/groupLabels.ts';
import type { ViewState } from '../views/viewState.ts';

/** `Playbook: Group By…`: by team, person, playbook or due day; kept for the workspace. */
export function registerGroupBy(state: ViewState): vscode.Disposable {
  return vscode.commands.registerCommand('playbook.groupBy', async (groupBy?: GroupBy) => {
    const chosen = groupBy !== undefined && GROUPINGS.includes(groupBy) ? groupBy : await ask(state.groupBy);
    if (chosen) await state.keep({ groupBy: chosen });
  });
}

async function ask(current: GroupBy): Promise<GroupBy | undefined> {
  const items = GROUPINGS.map((groupBy) => ({
    label: groupingLabel(groupBy),
    description: groupBy === current ? vscode.l10n.t('as now') : '',
    detail: explain(groupBy),
    groupBy,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Group Responsibilities'),
    placeHolder: vscode.l10n.t('How would you like to see the tasks?'),
  });
  return picked?.groupBy;
}

function explain(groupBy: GroupBy): string {
  switch (groupBy) {
    case 'team':
      return vscode.l10n.t('Each team, its people, and what each of them has to do');
    case 'person':
      return vscode.l10n.t('Everybody by name, with what they have to do');
    case 'playbook':
      return vscode.l10n.t('Each playbook, section by section');
    case 'due':
      return vscode.l10n.t('What is overdue, what comes this week, and what comes later');
  }
}
