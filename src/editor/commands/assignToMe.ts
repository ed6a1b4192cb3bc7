import * as vscode from 'vscode';
import type { Documents } from '../documents.ts';
import type { Me } from '../me.ts';
import { assign } from './assignOwner.ts';
import { askWhoIAm } from './setMe.ts';
import { askForTask, chooseTasks } from './targets.ts';

/** `Playbook: Assign to Me`: makes the person at the keyboard the owner of the chosen tasks. */
export function registerAssignToMe(documents: Documents, me: Me): vscode.Disposable {
  return vscode.commands.registerCommand('playbook.assignToMe', async (...args: unknown[]) => {
    const files = await chooseTasks(documents, args);
    const [file] = files;
    if (!file) {
      askForTask();
      return;
    }
    const { uri } = file.document;
    const handle = (await me.handle(documents, uri)) ?? (await askWhoIAm(documents, me, uri));
    if (handle !== undefined) await assign(documents, files, handle);
  });
}
