import * as vscode from 'vscode';
import type { Documents } from '../documents.ts';
import type { Me } from '../me.ts';
import { registerAssignOwner } from './assignOwner.ts';
import { registerAssignToMe } from './assignToMe.ts';
import { registerClearOwner } from './clearOwner.ts';
import { registerSetDueDate } from './setDueDate.ts';
import { registerSetMe } from './setMe.ts';
import { registerToggleTask } from './toggleTask.ts';
import { registerUnowned } from './unowned.ts';

/** What the palette, menus, keys and tree items run. */
export function registerCommands(documents: Documents, me: Me): vscode.Disposable {
  return vscode.Disposable.from(
    registerSetMe(documents, me),
    registerAssignOwner(documents, me),
    registerAssignToMe(documents, me),
    registerClearOwner(documents),
    registerToggleTask(documents),
    registerSetDueDate(documents),
    registerUnowned(documents),
  );
}
