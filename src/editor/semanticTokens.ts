import * as vscode from 'vscode';
import { semanticTokenTypes, semanticTokens } from '../language/semanticTokens.ts';
import { toVsRange } from './convert.ts';
import type { Documents } from './documents.ts';
import { PLAYBOOKS } from './selector.ts';

const LEGEND = new vscode.SemanticTokensLegend([...semanticTokenTypes]);

/** Colours where the grammar cannot reach: handbooks, tables, names that only the roster knows. */
export function registerSemanticTokens(documents: Documents): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    changed,
    documents.onDidChange(() => {
      changed.fire();
    }),
    vscode.languages.registerDocumentSemanticTokensProvider(
      PLAYBOOKS,
      {
        onDidChangeSemanticTokens: changed.event,
        async provideDocumentSemanticTokens(document) {
          const view = await documents.viewOnceRead(document);
          const builder = new vscode.SemanticTokensBuilder(LEGEND);
          if (view?.kind === 'playbook') {
            for (const { type, range } of semanticTokens(view)) builder.push(toVsRange(range), type);
          }
          return builder.build();
        },
      },
      LEGEND,
    ),
  );
}
