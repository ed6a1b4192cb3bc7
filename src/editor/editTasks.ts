import * as vscode from 'vscode';
import type { TextEdit } from '../text/textEdit.ts';
import type { OwnedTask } from '../workspace/tasks.ts';
import type { PlaybookView } from '../workspace/fileView.ts';
import { freshTasks, type ChosenFile } from './commands/targets.ts';
import { toVsRange } from './convert.ts';
import type { Documents } from './documents.ts';
import { inProgress } from './inProgress.ts';
import { sayTheyChanged } from './sayTheyChanged.ts';
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

/** VS Code lets go of documents that no editor shows once it holds fifty of them, and opens what stays unsaved. */
const AT_ONCE = 40;

/**
 * Applies edits computed on the documents as they are now: up to forty files in one step, more of them forty by forty.
 * A file that nobody has open is saved at once: an unsaved change out of sight would be lost, or surprise.
 * @returns whether all of them were applied
 */
export async function applyFileEdits(files: readonly FileEdits[]): Promise<boolean> {
  const changes = files.filter((f) => f.edits.length > 0).map((f) => ({ ...f, text: f.document.getText() }));
  return changes.length > 0 && inProgress(vscode.l10n.t('Writing playbooks…'), applyInTurn(changes));
}

async function applyInTurn(changes: readonly (FileEdits & { readonly text: string })[]): Promise<boolean> {
  const outdated: vscode.Uri[] = [];
  for (let i = 0; i < changes.length; i += AT_ONCE) {
    const next: FileEdits[] = [];
    for (const { document, edits, text } of changes.slice(i, i + AT_ONCE)) {
      const current = await reopened(document);
      // Somebody may have typed while the files before it were written.
      if (current?.getText() === text) next.push({ document: current, edits });
      else outdated.push(document.uri);
    }
    if (next.length > 0 && !(await applyAtOnce(next))) return false;
  }
  sayTheyChanged(outdated);
  return outdated.length === 0;
}

async function applyAtOnce(files: readonly FileEdits[]): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  for (const { document, edits } of files) {
    for (const e of edits) edit.replace(document.uri, toVsRange(e.range), e.newText);
  }
  const unseen = files.filter(({ document }) => !isInTab(document.uri) && !document.isDirty);
  if (!(await vscode.workspace.applyEdit(edit))) return false;
  // Together: VS Code shows in a tab what stays unsaved for a second.
  await Promise.all(unseen.map(async ({ document }) => (await reopened(document))?.save()));
  return true;
}

/** The document itself or, if VS Code has let go of it, the one in its place; undefined when its file is gone. */
async function reopened(document: vscode.TextDocument): Promise<vscode.TextDocument | undefined> {
  if (!document.isClosed) return document;
  return vscode.workspace.openTextDocument(document.uri).then(
    (d) => d,
    () => undefined,
  );
}
