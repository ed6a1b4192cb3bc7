import * as vscode from 'vscode';
import { exists } from './rosterFile.ts';

/** The playbooks of the Acme example; the first is what one sees. */
const PLAYBOOKS = [
  'spring-trade-show.playbook.md',
  'lead-handoff.playbook.md',
  'brochure-request.playbook.md',
];
const SHOWN = 'playbook.exampleShown';

/**
 * Shows the example's trade show and the view of responsibilities the first time its folder is opened, where an empty
 * window would show neither.
 */
export async function showExampleFirst(state: vscode.Memento): Promise<void> {
  const [folder, ...others] = vscode.workspace.workspaceFolders ?? [];
  if (!folder || others.length > 0 || state.get(SHOWN) === true) return;
  if (vscode.window.tabGroups.all.some((group) => group.tabs.length > 0)) return;
  const files = PLAYBOOKS.map((name) => vscode.Uri.joinPath(folder.uri, name));
  const found = await Promise.all(files.map(exists));
  const [first] = files;
  if (!first || found.includes(false)) return;
  await state.update(SHOWN, true);
  await vscode.commands.executeCommand('playbook.responsibilities.focus');
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(first));
}
