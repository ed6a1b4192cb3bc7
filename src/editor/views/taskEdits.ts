import * as vscode from 'vscode';
import type { TaskItem } from '../../responsibilities/taskItem.ts';
import type { TextEdit } from '../../text/textEdit.ts';
import type { OwnedTask } from '../../workspace/tasks.ts';
import type { PlaybookView } from '../../workspace/fileView.ts';
import type { Documents } from '../documents.ts';
import { applyFileEdits, editsOf } from '../editTasks.ts';
import { openDocument } from '../openDocument.ts';
import type { LiveTree } from './liveTree.ts';

/** A task with the document it stands in, both as they are at this moment. */
interface FreshTask {
  readonly item: TaskItem;
  readonly document: vscode.TextDocument;
  readonly view: PlaybookView;
  readonly task: OwnedTask;
}

/** The edits for one task; undefined where its text has no place for what is asked. */
export type Write = (fresh: FreshTask) => readonly TextEdit[] | undefined;

/**
 * Tasks as their text stands at this moment, unsaved edits included, each once; those that are gone are left out.
 * Their documents are opened, so that ranges and text cannot drift apart.
 */
export async function freshTasks(
  live: LiveTree,
  documents: Documents,
  items: readonly TaskItem[],
): Promise<FreshTask[]> {
  const opened = new Map<string, vscode.TextDocument>();
  for (const uri of new Set(items.map((i) => i.file.playbook.uri))) {
    const document = await openDocument(vscode.Uri.parse(uri));
    if (document) opened.set(uri, document);
  }
  for (const document of opened.values()) await documents.viewOnceRead(document);
  const found = new Set(items.flatMap((i) => live.current(i) ?? []));
  return [...found].flatMap((item) => {
    const { uri } = item.file.playbook;
    const document = opened.get(uri);
    const view = documents.index.playbookView(uri);
    const task = view?.tasks[item.file.items.indexOf(item)];
    return document && view && task ? [{ item, document, view, task }] : [];
  });
}

/**
 * Writes one change into many tasks of many files: one edit, one step of undo in each file.
 * @returns the tasks that could not be written
 */
export async function editTasks(
  live: LiveTree,
  documents: Documents,
  items: readonly TaskItem[],
  write: Write,
): Promise<TaskItem[]> {
  const failed: TaskItem[] = [];
  const byFile = new Map<vscode.TextDocument, TextEdit[]>();
  for (const fresh of await freshTasks(live, documents, items)) {
    const edits = write(fresh);
    if (edits) byFile.set(fresh.document, [...(byFile.get(fresh.document) ?? []), ...edits]);
    else failed.push(fresh.item);
  }
  await applyFileEdits([...byFile].map(([document, edits]) => editsOf(document, edits)));
  return failed;
}
