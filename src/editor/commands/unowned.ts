import * as vscode from 'vscode';
import { isUnowned } from '../../rules/owner-missing.ts';
import { comparePositions } from '../../text/position.ts';
import type { OwnedTask } from '../../workspace/tasks.ts';
import type { Documents } from '../documents.ts';
import { goToTask, ownerPlace } from '../goTo.ts';
import { TimeSlice } from '../timeSlice.ts';

/**
 * `Playbook: Go to Next Task Without Owner` and its reverse: from playbook to playbook in the order of the tree, and
 * from the last one to the first.
 */
export function registerUnowned(documents: Documents): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('playbook.nextUnowned', () => go(documents, 'next')),
    vscode.commands.registerCommand('playbook.previousUnowned', () => go(documents, 'previous')),
  );
}

interface Place {
  readonly uri: string;
  readonly task: OwnedTask;
}

async function go(documents: Documents, direction: 'next' | 'previous'): Promise<void> {
  await documents.whenReady();
  const editor = vscode.window.activeTextEditor;
  // What is being typed counts.
  if (editor) await documents.viewOnceRead(editor.document);
  const found = await findUnowned(documents, editor, direction);
  if (found) await goToTask(vscode.Uri.parse(found.uri), found.task);
  else void vscode.window.showInformationMessage(vscode.l10n.t('Every task has an owner.'));
}

async function findUnowned(
  { index }: Documents,
  editor: vscode.TextEditor | undefined,
  direction: 'next' | 'previous',
): Promise<Place | undefined> {
  const uris = index.playbookUris();
  const here = editor ? uris.indexOf(editor.document.uri.toString()) : -1;
  const step = direction === 'next' ? 1 : -1;
  const start = here >= 0 ? here : direction === 'next' ? 0 : uris.length - 1;
  const slice = new TimeSlice();
  slice.begin();
  // The file one is in comes first for what lies ahead, and again at the end for what lies behind.
  for (let i = 0; i <= uris.length; i++) {
    const uri = uris.at((start + i * step) % uris.length);
    const hasAny = uri !== undefined && index.summary(uri)?.tasks.some(isUnowned) === true;
    const tasks = hasAny ? (index.playbookView(uri)?.tasks.filter(isUnowned) ?? []) : [];
    const ordered = direction === 'next' ? tasks : tasks.toReversed();
    const isFirst = i === 0 && here >= 0;
    const task = ordered.find((t) => !isFirst || !editor || isAhead(t, editor.selection.active, direction));
    if (uri !== undefined && task) return { uri, task };
    await slice.pause();
  }
  return undefined;
}

function isAhead(task: OwnedTask, from: vscode.Position, direction: 'next' | 'previous'): boolean {
  const at = ownerPlace(task);
  if (direction === 'previous')
    return comparePositions(at, from) < 0 && task.node.range.start.line < from.line;
  // A cursor anywhere in a task's line stands on it already.
  return at.line > from.line;
}
