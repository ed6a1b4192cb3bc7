import * as vscode from 'vscode';
import type { TextEdit } from '../text/textEdit.ts';
import type { OwnedTask } from '../workspace/tasks.ts';
import type { PlaybookView } from '../workspace/fileView.ts';
import { freshTasks, type ChosenFile } from './commands/targets.ts';
import { toVsRange } from './convert.ts';
import type { Documents } from './documents.ts';
import { inProgress } from './inProgress.ts';
import { openDocument } from './openDocument.ts';
import { sayTheyChanged } from './sayTheyChanged.ts';
import { isInTab } from './tabs.ts';

/** Edits of one file. */
export interface FileEdits {
  readonly uri: vscode.Uri;
  /** That the edits were computed on. */
  readonly text: string;
  readonly edits: readonly TextEdit[];
}

/** Edits computed on a document as it is now. */
export function editsOf(document: vscode.TextDocument, edits: readonly TextEdit[]): FileEdits {
  return { uri: document.uri, text: document.getText(), edits };
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
    return editsOf(document, edits);
  });
  await applyFileEdits(fileEdits);
  if (refused > 0) void vscode.window.showInformationMessage(impossible);
}

/** VS Code lets go of documents that no editor shows once it holds fifty of them, and opens what stays unsaved. */
const AT_ONCE = 40;

/**
 * Applies edits: up to forty files in one step, more of them forty by forty. Files whose text has changed are left out,
 * and the user is told. A file that nobody has open is saved at once: an unsaved change out of sight would be lost, or
 * surprise.
 * @returns whether all of them were applied
 */
export async function applyFileEdits(files: readonly FileEdits[]): Promise<boolean> {
  const changes = files.filter((f) => f.edits.length > 0);
  return changes.length > 0 && inProgress(vscode.l10n.t('Writing playbooks…'), applyInTurn(changes));
}

async function applyInTurn(files: readonly FileEdits[]): Promise<boolean> {
  const outdated: vscode.Uri[] = [];
  for (let i = 0; i < files.length; i += AT_ONCE) {
    // All are open before the first is looked at: nobody can type between looking and writing.
    const step = await Promise.all(
      files.slice(i, i + AT_ONCE).map(async (file) => ({ file, document: await openDocument(file.uri) })),
    );
    const current: OpenFile[] = [];
    for (const { file, document } of step) {
      if (document?.getText() === file.text) current.push({ document, edits: file.edits });
      else outdated.push(file.uri);
    }
    if (current.length > 0 && !(await applyAtOnce(current))) return false;
  }
  sayTheyChanged(outdated);
  return outdated.length === 0;
}

interface OpenFile extends Pick<FileEdits, 'edits'> {
  readonly document: vscode.TextDocument;
}

async function applyAtOnce(files: readonly OpenFile[]): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  for (const { document, edits } of files) {
    for (const e of edits) edit.replace(document.uri, toVsRange(e.range), e.newText);
  }
  const unseen = files.filter(({ document }) => !isInTab(document.uri) && !document.isDirty);
  if (!(await vscode.workspace.applyEdit(edit))) return false;
  // Together, as VS Code shows in a tab what stays unsaved for a second; and opened again, as it may have let go of them.
  await Promise.all(unseen.map(async ({ document }) => (await openDocument(document.uri))?.save()));
  return true;
}
