import * as vscode from 'vscode';
import { taskAt } from '../../language/lookup.ts';
import type { TaskNode } from '../../responsibilities/nodes.ts';
import { append } from '../../text/lists.ts';
import type { OwnedTask } from '../../workspace/tasks.ts';
import type { PlaybookView } from '../../workspace/fileView.ts';
import type { Documents } from '../documents.ts';
import { sayTheyChanged } from '../sayTheyChanged.ts';

/** Where a task begins, for commands that are called with tasks: from a tree, a quick pick, another extension. */
export interface TaskTarget {
  /** Of the playbook. */
  readonly uri: string;
  /** Zero-based. */
  readonly line: number;
}

/** Tasks of one playbook that a command was called for, as its text stood then. */
export interface ChosenFile {
  readonly document: vscode.TextDocument;
  readonly view: PlaybookView;
  readonly tasks: readonly OwnedTask[];
}

/**
 * The tasks that a command is called for.
 *
 * - Without arguments: those under the selections and cursors of the active editor.
 * - With tree items, `(item, items?)`: those items. An item is a task of the tree, a `TaskTarget`, or has one as its `task`.
 * - With a number: the task on that line of the active editor.
 */
export async function chooseTasks(
  documents: Documents,
  args: readonly unknown[],
): Promise<readonly ChosenFile[]> {
  const [first, all] = args;
  const targets = targetsOf(Array.isArray(all) && all.length > 0 ? all : [first]);
  if (targets.length > 0) return tasksOfTargets(documents, targets);
  const editor = vscode.window.activeTextEditor;
  if (!editor) return [];
  const view = await playbookOf(documents, editor.document);
  if (!view) return [];
  const tasks =
    typeof first === 'number'
      ? tasksIn(view, new vscode.Range(first, 0, first, 0))
      : editor.selections.flatMap((s) => tasksIn(view, s));
  return chosen(editor.document, view, tasks);
}

/**
 * The same tasks as they are now. To be asked after every question, as the text may have changed while it was open:
 * a file that did is left out, and the user is told, for an edit computed on an old text would do harm.
 */
export function freshTasks(documents: Documents, files: readonly ChosenFile[]): ChosenFile[] {
  const fresh: ChosenFile[] = [];
  const changed: vscode.Uri[] = [];
  for (const file of files) {
    const view = documents.view(file.document);
    if (view?.kind !== 'playbook' || view.playbook.lines.text !== file.view.playbook.lines.text) {
      changed.push(file.document.uri);
      continue;
    }
    const tasks = file.tasks.flatMap((t) => view.tasks.find((u) => isSame(t, u)) ?? []);
    fresh.push({ document: file.document, view, tasks });
  }
  sayTheyChanged(changed);
  return fresh;
}

/** Without what somebody looks after all year; nothing remains of a file that has no more than that. */
export function withoutAreas(files: readonly ChosenFile[]): ChosenFile[] {
  return files
    .map((f) => ({ ...f, tasks: f.tasks.filter((t) => t.kind !== 'area') }))
    .filter((f) => f.tasks.length > 0);
}

/** How many tasks there are in all. */
export function countOf(files: readonly ChosenFile[]): number {
  return files.reduce((n, f) => n + f.tasks.length, 0);
}

/** Says how to choose a task, when none is. */
export function askForTask(): void {
  void vscode.window.showInformationMessage(
    vscode.l10n.t('Put the cursor on a task, or select several, and try again.'),
  );
}

function targetsOf(items: readonly unknown[]): TaskTarget[] {
  return items.flatMap((item) => {
    if (isTarget(item)) return item;
    if (isTaskNode(item)) return { uri: item.item.file.playbook.uri, line: item.item.task.line };
    const inner = typeof item === 'object' && item !== null && 'task' in item ? item.task : undefined;
    return isTarget(inner) ? inner : [];
  });
}

function isTaskNode(item: unknown): item is TaskNode {
  return (
    typeof item === 'object' && item !== null && 'kind' in item && item.kind === 'task' && 'item' in item
  );
}

function isTarget(item: unknown): item is TaskTarget {
  if (typeof item !== 'object' || item === null || !('uri' in item) || !('line' in item)) return false;
  return typeof item.uri === 'string' && typeof item.line === 'number';
}

async function tasksOfTargets(
  documents: Documents,
  targets: readonly TaskTarget[],
): Promise<readonly ChosenFile[]> {
  const files: ChosenFile[] = [];
  for (const uri of new Set(targets.map((t) => t.uri))) {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    const view = await playbookOf(documents, document);
    if (!view) continue;
    const lines = new Set(targets.filter((t) => t.uri === uri).map((t) => t.line));
    const tasks = view.tasks.filter((t) => lines.has(t.node.range.start.line));
    append(files, chosen(document, view, tasks));
  }
  return files;
}

/**
 * As it stands this moment, as that is what somebody sees who runs a command. A document that was just opened may not be
 * read yet, and right after start-up none is.
 */
async function playbookOf(
  documents: Documents,
  document: vscode.TextDocument,
): Promise<PlaybookView | undefined> {
  const seen = documents.view(document);
  if (!seen && !(await documents.viewOnceRead(document))) await documents.whenReady();
  const view = seen ?? documents.view(document);
  return view?.kind === 'playbook' ? view : undefined;
}

/** The arguments with which a command is called for tasks of one playbook. */
export function targetsIn(
  uri: vscode.Uri,
  tasks: readonly OwnedTask[],
): [TaskTarget | undefined, readonly TaskTarget[]] {
  const targets = tasks.map((t) => ({ uri: uri.toString(), line: t.node.range.start.line }));
  return [targets[0], targets];
}

/** Tasks whose own words a selection touches; for a mere cursor further down, the task it stands in. */
export function tasksIn(view: PlaybookView, selection: vscode.Range): OwnedTask[] {
  const { start, end } = selection;
  // A selection of whole lines ends at the start of the next one, which is not part of it.
  const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  const touched = view.tasks.filter(
    (t) => start.line <= t.words.insertAt.line && t.node.range.start.line <= last,
  );
  if (touched.length > 0 || !selection.isEmpty) return touched;
  const around = taskAt(view, start);
  return around ? [around] : [];
}

function chosen(
  document: vscode.TextDocument,
  view: PlaybookView,
  tasks: readonly OwnedTask[],
): ChosenFile[] {
  const unique = [...new Set(tasks)];
  return unique.length > 0 ? [{ document, view, tasks: unique }] : [];
}

function isSame(a: OwnedTask, b: OwnedTask): boolean {
  const [p, q] = [a.node.range.start, b.node.range.start];
  return a.kind === b.kind && p.line === q.line && p.character === q.character;
}
