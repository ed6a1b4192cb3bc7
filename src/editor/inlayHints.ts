import * as vscode from 'vscode';
import { inlayHints } from '../language/inlayHints.ts';
import type { Documents } from './documents.ts';
import { localize } from './localize.ts';
import { PLAYBOOKS } from './selector.ts';

/** The owner that a task inherits, behind its words. */
export function registerInlayHints(documents: Documents): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    changed,
    // A roster or another file may say who owns what stands here.
    documents.onDidChange(() => {
      changed.fire();
    }),
    vscode.languages.registerInlayHintsProvider(PLAYBOOKS, {
      onDidChangeInlayHints: changed.event,
      async provideInlayHints(document, range) {
        const view = await documents.viewOnceRead(document);
        if (view?.kind !== 'playbook') return [];
        return inlayHints(view, range.start.line, range.end.line).map(({ at, label, why }) => {
          const hint = new vscode.InlayHint(new vscode.Position(at.line, at.character), label);
          hint.paddingLeft = true;
          hint.tooltip = localize(why);
          return hint;
        });
      },
    }),
  );
}
