import * as vscode from 'vscode';
import type { Diagnostics } from '../diagnostics.ts';
import type { Documents } from '../documents.ts';
import type { Judge } from '../judge.ts';
import type { Me } from '../me.ts';
import { registerAddToRoster } from './addToRoster.ts';
import { registerAddUnlisted } from './addUnlisted.ts';
import { registerAdoptFolder } from './adoptFolder.ts';
import { registerAskForHelp } from './askForHelp.ts';
import { registerAssignOwner } from './assignOwner.ts';
import { registerAssignSection } from './assignSection.ts';
import { registerAssignToMe } from './assignToMe.ts';
import { registerCheckWorkspace } from './checkWorkspace.ts';
import { registerClearOwner } from './clearOwner.ts';
import { registerExplainRule } from './explainRule.ts';
import { registerHandOffTask } from './handOffTask.ts';
import { registerMyTasks } from './myTasks.ts';
import { registerNewPlaybook } from './newPlaybook.ts';
import { registerNewRoster } from './newRoster.ts';
import { registerOpenExample } from './openExample.ts';
import { registerReassignAll } from './reassignAll.ts';
import { registerSetDueDate } from './setDueDate.ts';
import { registerSetMe } from './setMe.ts';
import { registerToggleTask } from './toggleTask.ts';
import { registerUnowned } from './unowned.ts';
import { registerWhoOwns } from './whoOwns.ts';
import { registerWriteBaseline } from './writeBaseline.ts';

/**
 * What the palette, menus, keys and tree items run.
 * @param memory of the workspace
 * @param extension folder of the extension
 */
export function registerCommands(
  documents: Documents,
  me: Me,
  diagnostics: Diagnostics,
  judge: Judge,
  memory: vscode.Memento,
  extension: vscode.Uri,
): vscode.Disposable {
  return vscode.Disposable.from(
    registerNewPlaybook(documents, memory, extension),
    registerNewRoster(documents, judge),
    registerAdoptFolder(documents, judge),
    registerAddToRoster(documents),
    registerAddUnlisted(documents),
    registerSetMe(documents, me),
    registerAssignOwner(documents, me),
    registerAssignToMe(documents, me),
    registerAssignSection(documents, me),
    registerClearOwner(documents),
    registerToggleTask(documents),
    registerSetDueDate(documents),
    registerHandOffTask(documents),
    registerAskForHelp(documents),
    registerReassignAll(documents),
    registerUnowned(documents),
    registerWhoOwns(documents),
    registerMyTasks(documents, me),
    registerCheckWorkspace(documents, diagnostics),
    registerWriteBaseline(documents, judge),
    registerExplainRule(documents, judge, extension),
    registerOpenExample(extension),
  );
}
