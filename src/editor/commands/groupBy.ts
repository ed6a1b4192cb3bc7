import * as vscode from 'vscode';
import { GROUPINGS, type GroupBy } from '../../responsibilities/groups.ts';
import { groupingLabel } from '../views/groupLabels.ts';
import type { Documents } from '../documents.ts';
import type { Me } from '../me.ts';
import type { ViewState } from '../views/viewState.ts';
import { placeOf } from './myTasks.ts';
import { askWhoIAm } from './setMe.ts';

/** `Playbook: Group By…`: by team, person, playbook or due day, or what concerns me; kept for the workspace. */
export function registerGroupBy(state: ViewState, documents: Documents, me: Me): vscode.Disposable {
  return vscode.commands.registerCommand('playbook.groupBy', async (groupBy?: GroupBy) => {
    const chosen = groupBy !== undefined && GROUPINGS.includes(groupBy) ? groupBy : await ask(state.groupBy);
    if (!chosen) return;
    if (chosen === 'me') {
      const handle = await whoIAm(documents, me);
      if (handle === undefined) return;
      state.setMe(handle);
    }
    await state.keep({ groupBy: chosen });
  });
}

/** @returns undefined when nothing tells, and the question was dismissed */
async function whoIAm(documents: Documents, me: Me): Promise<string | undefined> {
  await documents.whenReady();
  const uri = placeOf(documents);
  return uri && ((await me.handle(documents, uri)) ?? (await askWhoIAm(documents, me, uri)));
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
    case 'me':
      return vscode.l10n.t('What you own, wait for, are asked to help with, or stand in for');
  }
}
