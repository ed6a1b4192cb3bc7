import * as vscode from 'vscode';
import { knownUnowned } from '../rules/baseline.ts';
import { isOpen, isOwned } from '../workspace/tasks.ts';
import type { PlaybookView } from '../workspace/fileView.ts';
import type { Documents } from './documents.ts';
import { toVsRange } from './convert.ts';
import type { Me } from './me.ts';
import { plainLabel } from './pickers/quickPick.ts';
import { nameAt } from './rosterFile.ts';

const LIST_UNOWNED = 'playbook.listUnowned';

/** How many open tasks of the current playbook have an owner; a click lists the others. Its tooltip says who you are. */
export function registerStatusBar(documents: Documents, me: Me): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('playbook.coverage', vscode.StatusBarAlignment.Right, 110);
  item.name = vscode.l10n.t('Playbook: Owned Tasks');
  item.command = LIST_UNOWNED;
  const update = () => {
    const view = currentView(documents);
    if (view) show(item, view, knownUnowned(view, documents.baselines.known(view)), who);
    else item.hide();
  };
  let who = '';
  const askWho = async (): Promise<void> => {
    const view = currentView(documents);
    if (!view) return;
    const uri = vscode.Uri.parse(view.uri);
    const handle = await me.handle(documents, uri);
    who = handle === undefined ? '' : nameAt(documents, uri, handle);
    update();
  };
  void documents.whenReady().then(askWho);
  return vscode.Disposable.from(
    item,
    vscode.commands.registerCommand(LIST_UNOWNED, () => listUnowned(documents)),
    documents.onDidChange(update),
    vscode.window.onDidChangeActiveTextEditor(() => {
      update();
      void askWho();
    }),
    me.onDidChange(() => void askWho()),
  );
}

function currentView(documents: Documents): PlaybookView | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document && documents.index.playbookView(document.uri.toString());
}

/**
 * @param known how many of the tasks without an owner are known from before
 * @param who name of the person at the keyboard; empty where nobody said
 */
function show(item: vscode.StatusBarItem, view: PlaybookView, known: number, who: string): void {
  const open = view.tasks.filter(isOpen);
  if (open.length === 0) {
    item.hide();
    return;
  }
  const owned = open.filter(isOwned).length;
  const text = vscode.l10n.t('{owned} of {open} owned', { owned, open: open.length });
  item.text = `$(${owned === open.length ? 'pass' : 'person'}) ${text}`;
  const you = who === '' ? [] : [vscode.l10n.t('You are {name}.', { name: who })];
  item.tooltip = [tooltip(open.length - owned, known), ...you].join('\n');
  item.accessibilityInformation = {
    label: vscode.l10n.t('{owned} of {open} open tasks owned', { owned, open: open.length }),
  };
  item.show();
}

function tooltip(unowned: number, known: number): string {
  if (unowned === 0) return vscode.l10n.t('Every open task of this playbook has an owner.');
  if (known === 0) return vscode.l10n.t('Show the open tasks of this playbook that nobody owns');
  return vscode.l10n.t(
    'Show the {unowned} open tasks of this playbook that nobody owns; {known} of them are hidden as existing problems',
    { unowned, known },
  );
}

async function listUnowned(documents: Documents): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const view = currentView(documents);
  if (!editor || !view) return;
  const items = view.tasks
    .filter((t) => isOpen(t) && !isOwned(t))
    .map((t) => ({
      label: plainLabel(t.text),
      description: vscode.l10n.t('line {line}', { line: t.node.range.start.line + 1 }),
      range: toVsRange(t.words.range),
    }));
  const placeHolder =
    items.length === 0
      ? vscode.l10n.t('Every open task of this playbook has an owner.')
      : vscode.l10n.t('Choose a task to go to it');
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Tasks Nobody Owns'),
    placeHolder,
  });
  if (!picked) return;
  editor.selection = new vscode.Selection(picked.range.start, picked.range.start);
  editor.revealRange(picked.range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  await vscode.window.showTextDocument(editor.document, editor.viewColumn);
}
