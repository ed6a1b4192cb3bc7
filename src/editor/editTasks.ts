import * as vscode from 'vscode';
import type { TextEdit } from '../text/textEdit.ts';
import type { OwnedTask } from '../workspace/tasks.ts';
import type { PlaybookView } from '../workspace/fileView.ts';
import { freshTasks, type ChosenFile } from './commands/targets.ts';
import { toVsRange } from './convert.ts';
import type { Documents } from './documents.ts';
import { isInTab } from './tabs.ts';

/** Edits of one file. */
export interface FileEdits {
  readonly document: vscode.TextDocument;
  readonly edits: readonly TextEdit[];
}

/**
 * Edits each of the tasks, as they are now, in one step that one undo takes back.
 * @param edit of one task; undefined where its text has no place for what is wanted
 * @param impossible what to say when that is so for any of them
 */
export async function editTasks(
  documents: Documents,
  files: readonly ChosenFile[],
  edit: (view: PlaybookView, task: OwnedTask) => readonly TextEdit[] | undefined,
  impossible: string,
): Promise<void> {
  let refused = 0;
  const fileEdits = freshTasks(documents, files).map(({ document, view, tasks }) => {
    const edits = tasks.flatMap((task) => {
      const of = edit(view, task);
      if (!of) refused++;
      return of ?? [];
    });
    return { document, edits };
  });
  await applyFileEdits(fileEdits);
  if (refused > 0) void vscode.window.showInformationMessage(impossible);
}

/**
 * Applies edits computed on the documents as they are now. A file that nobody has open is saved at once: an unsaved
 * change out of sight would be lost, or surprise.
 * @returns whether they were applied
 */
export async function applyFileEdits(files: readonly FileEdits[]): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  const changed = files.filter((f) => f.edits.length > 0);
  for (const { document, edits } of changed) {
    for (const e of edits) edit.replace(document.uri, toVsRange(e.range), e.newText);
  }
  const unseen = changed.filter(({ document }) => !isInTab(document.uri) && !document.isDirty);
  if (changed.length === 0 || !(await vscode.workspace.applyEdit(edit))) return false;
  for (const { document } of unseen) await document.save();
  return true;
}
