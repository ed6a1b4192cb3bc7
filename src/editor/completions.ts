import * as vscode from 'vscode';
import { completions, type Completion } from '../language/completions.ts';
import { localize } from './localize.ts';
import { toVsRange } from './convert.ts';
import type { Documents } from './documents.ts';
import { PLAYBOOKS } from './selector.ts';

const KINDS: Readonly<Record<Completion['kind'], vscode.CompletionItemKind>> = {
  person: vscode.CompletionItemKind.User,
  team: vscode.CompletionItemKind.Class,
  role: vscode.CompletionItemKind.Interface,
  token: vscode.CompletionItemKind.Keyword,
  goal: vscode.CompletionItemKind.Event,
  asset: vscode.CompletionItemKind.File,
  task: vscode.CompletionItemKind.Reference,
  value: vscode.CompletionItemKind.Value,
};

/** Names behind `@`, token keys, and their values behind the colon. */
export function registerCompletions(documents: Documents): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(
    PLAYBOOKS,
    {
      provideCompletionItems(document, position) {
        const view = documents.view(document);
        return view?.kind === 'playbook' ? completions(view, position).map(toItem) : [];
      },
    },
    // Quick suggestions are off in prose: these three open the list.
    ...['@', ':', ','],
  );
}

function toItem(c: Completion): vscode.CompletionItem {
  const description = typeof c.detail === 'string' ? c.detail : localize(c.detail);
  const item = new vscode.CompletionItem({ label: c.label, description }, KINDS[c.kind]);
  item.insertText = c.insertText;
  item.filterText = c.filterText;
  item.sortText = String(c.rank).padStart(6, '0');
  item.range = toVsRange(c.range);
  if (c.opensNext) item.command = { command: 'editor.action.triggerSuggest', title: '' };
  return item;
}
