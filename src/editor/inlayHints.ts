import * as vscode from 'vscode';
import { dueHints, inlayHints } from '../language/inlayHints.ts';
import type { Documents } from './documents.ts';
import { localize } from './localize.ts';
import { PLAYBOOKS } from './selector.ts';
import { weekdayLabel } from './views/dayLabel.ts';

/** The owner that a task inherits, behind its words, and the day that a distance from day T means. */
export function registerInlayHints(documents: Documents): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    changed,
    // A roster or another file may say who owns what stands here.
    documents.onDidChange(() => {
      changed.fire();
    }),
    vscode.workspace.onDidChangeConfiguration((e) => {
      if (e.affectsConfiguration('playbook.inlayHints.dueDays')) changed.fire();
    }),
    vscode.languages.registerInlayHintsProvider(PLAYBOOKS, {
      onDidChangeInlayHints: changed.event,
      async provideInlayHints(document, range) {
        const view = await documents.viewOnceRead(document);
        if (view?.kind !== 'playbook') return [];
        const { start, end } = range;
        const settings = vscode.workspace.getConfiguration('playbook', document);
        const showsDays = settings.get<boolean>('inlayHints.dueDays', true);
        const days = showsDays ? dueHints(view, start.line, end.line) : [];
        return [
          ...inlayHints(view, start.line, end.line),
          ...days.map(({ at, day, why }) => ({ at, label: weekdayLabel(day), why })),
        ].map(({ at, label, why }) => {
          const hint = new vscode.InlayHint(new vscode.Position(at.line, at.character), label);
          hint.paddingLeft = true;
          hint.tooltip = localize(why);
          return hint;
        });
      },
    }),
  );
}
