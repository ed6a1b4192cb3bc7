import * as vscode from 'vscode';
import { comparePositions, type Position } from '../text/position.ts';
import type { OwnedTask } from '../workspace/tasks.ts';
import type { Documents } from './documents.ts';
import type { PlacedTask } from './taskList.ts';

/** Opens a playbook with the cursor where a task's owner is written, or would be. */
export async function goToTask(uri: vscode.Uri, task: OwnedTask): Promise<void> {
  await goToPlace(uri, ownerPlace(task));
}

/** The same for a task of a list. Where the text has changed since, the cursor goes where the task began. */
export async function goToPlaced(documents: Documents, { playbook, task }: PlacedTask): Promise<void> {
  const uri = vscode.Uri.parse(playbook.uri);
  const view = await documents.viewOnceRead(await vscode.workspace.openTextDocument(uri));
  const tasks = view?.kind === 'playbook' ? view.tasks : [];
  const found = tasks.find(({ node: { range } }) => comparePositions(range.start, task) === 0);
  await goToPlace(uri, found ? ownerPlace(found) : task);
}

async function goToPlace(uri: vscode.Uri, { line, character }: Position): Promise<void> {
  const at = new vscode.Position(line, character);
  await vscode.window.showTextDocument(uri, { selection: new vscode.Range(at, at) });
  vscode.window.activeTextEditor?.revealRange(
    new vscode.Range(at, at),
    vscode.TextEditorRevealType.InCenterIfOutsideViewport,
  );
}

/** In a table the owner cell, elsewhere the end of the task's words. */
export function ownerPlace({ node, words }: OwnedTask): Position {
  const cell = node.kind === 'row' ? node.owners[0] : undefined;
  return cell?.range.end ?? words.insertAt;
}
