import * as vscode from 'vscode';
import { hover } from '../language/hover.ts';
import { toVsRange } from './convert.ts';
import type { Documents } from './documents.ts';
import { localize } from './localize.ts';
import { PLAYBOOKS } from './selector.ts';

/** Who a name is: job, team, open tasks, absences. */
export function registerHovers(documents: Documents): vscode.Disposable {
  return vscode.languages.registerHoverProvider(PLAYBOOKS, {
    provideHover(document, position) {
      const view = documents.view(document);
      const found = view?.kind === 'playbook' ? hover(view, documents.index, position) : undefined;
      if (!found) return undefined;
      // The roster is somebody's text: it is shown, never interpreted.
      const text = new vscode.MarkdownString('**').appendText(found.title).appendMarkdown('**');
      for (const line of found.lines) text.appendMarkdown('\n\n').appendText(localize(line));
      return new vscode.Hover(text, toVsRange(found.range));
    },
  });
}
