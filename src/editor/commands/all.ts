import * as vscode from 'vscode';
import type { Documents } from '../documents.ts';
import type { Me } from '../me.ts';
import { registerAssignOwner } from './assignOwner.ts';
import { registerAssignToMe } from './assignToMe.ts';
import { registerClearOwner } from './clearOwner.ts';
import { registerNewPlaybook } from './newPlaybook.ts';
import { registerNewRoster } from './newRoster.ts';
import { registerSetDueDate } from './setDueDate.ts';
import { registerSetMe } from './setMe.ts';
import { registerToggleTask } from './toggleTask.ts';
import { registerUnowned } from './unowned.ts';

/**
 * What the palette, menus, keys and tree items run.
 * @param extension folder of the extension
 */
export function registerCommands(documents: Documents, me: Me, extension: vscode.Uri): vscode.Disposable {
  return vscode.Disposable.from(
    registerNewPlaybook(documents, extension),
    registerNewRoster(documents),
    registerSetMe(documents, me),
    registerAssignOwner(documents, me),
    registerAssignToMe(documents, me),
    registerClearOwner(documents),
    registerToggleTask(documents),
    registerSetDueDate(documents),
    registerUnowned(documents),
  );
}
