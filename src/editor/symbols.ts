import * as vscode from 'vscode';
import { documentSymbols, type DocumentSymbol } from '../language/symbols.ts';
import { toVsRange } from './convert.ts';
import type { Documents } from './documents.ts';

const KINDS: Readonly<Record<DocumentSymbol['kind'], vscode.SymbolKind>> = {
  section: vscode.SymbolKind.String,
  task: vscode.SymbolKind.Event,
  area: vscode.SymbolKind.Namespace,
  done: vscode.SymbolKind.Boolean,
  unowned: vscode.SymbolKind.Null,
};

/** The outline. Only for our language: Markdown that a roster names has an outline of its own. */
export function registerSymbols(documents: Documents): vscode.Disposable {
  return vscode.languages.registerDocumentSymbolProvider(
    { language: 'playbook' },
    {
      async provideDocumentSymbols(document) {
        const view = await documents.viewOnceRead(document);
        return view?.kind === 'playbook' ? documentSymbols(view).map(toVsSymbol) : [];
      },
    },
    { label: vscode.l10n.t('Playbook') },
  );
}

function toVsSymbol(s: DocumentSymbol): vscode.DocumentSymbol {
  const symbol = new vscode.DocumentSymbol(
    s.name,
    s.detail,
    KINDS[s.kind],
    toVsRange(s.range),
    toVsRange(s.selection),
  );
  symbol.children = s.children.map(toVsSymbol);
  return symbol;
}
