import * as vscode from 'vscode';
import type { TaskItem } from '../../responsibilities/taskItem.ts';
import type { TextEdit } from '../../text/textEdit.ts';
import { toVsRange } from '../convert.ts';
import type { Documents } from '../documents.ts';
import type { LiveTree } from './liveTree.ts';

/** The edits for one task; undefined where its text has no place for what is asked. */
export type Write = (item: TaskItem) => readonly TextEdit[] | undefined;

/**
 * Tasks as their text stands at this moment, unsaved edits included, each once; those that are gone are left out.
 * Their documents are opened, so that ranges and text cannot drift apart.
 */
export async function freshItems(
  live: LiveTree,
  documents: Documents,
  items: readonly TaskItem[],
): Promise<TaskItem[]> {
  const uris = [...new Set(items.map((i) => i.file.view.uri))];
  const opened = await Promise.all(
    uris.map((uri) =>
      // A file may have gone since it was read.
      vscode.workspace.openTextDocument(vscode.Uri.parse(uri)).then(
        (document) => document,
        () => undefined,
      ),
    ),
  );
  for (const document of opened) if (document) documents.view(document);
  const found = items.map((i) => live.current(i)).filter((i) => i !== undefined);
  return [...new Set(found)];
}

/**
 * Writes one change into many tasks of many files: one edit, one step of undo in each file. A file that no editor
 * shows is saved at once, as after a rename; one that is open waits for its user to save it.
 * @returns the tasks that could not be written
 */
export async function editTasks(
  live: LiveTree,
  documents: Documents,
  items: readonly TaskItem[],
  write: Write,
): Promise<TaskItem[]> {
  const failed: TaskItem[] = [];
  const edit = new vscode.WorkspaceEdit();
  for (const item of await freshItems(live, documents, items)) {
    const edits = write(item);
    if (!edits) failed.push(item);
    const uri = vscode.Uri.parse(item.file.view.uri);
    for (const { range, newText } of edits ?? []) edit.replace(uri, toVsRange(range), newText);
  }
  if (edit.size > 0) await vscode.workspace.applyEdit(edit, { isRefactoring: true });
  return failed;
}
