import * as vscode from 'vscode';
import type { OwnedTask } from '../workspace/tasks.ts';

/** Opens a playbook with the cursor where a task's owner is written, or would be. */
export async function goToTask(uri: vscode.Uri, task: OwnedTask): Promise<void> {
  const { line, character } = ownerPlace(task);
  const at = new vscode.Position(line, character);
  await vscode.window.showTextDocument(uri, { selection: new vscode.Range(at, at) });
  vscode.window.activeTextEditor?.revealRange(
    new vscode.Range(at, at),
    vscode.TextEditorRevealType.InCenterIfOutsideViewport,
  );
}

/** In a table the owner cell, elsewhere the end of the task's words. */
export function ownerPlace({ node, words }: OwnedTask) {
  const cell = node.kind === 'row' ? node.owners[0] : undefined;
  return cell?.range.end ?? words.insertAt;
}
