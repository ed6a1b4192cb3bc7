import * as vscode from 'vscode';
import { hover } from '../language/hover.ts';
import { ruleHover } from '../language/ruleHover.ts';
import { toVsRange } from './convert.ts';
import type { Documents } from './documents.ts';
import type { Judge } from './judge.ts';
import { localize } from './localize.ts';
import { PLAYBOOKS_AND_ROSTERS } from './selector.ts';
import { judgeSettings } from './settings.ts';

/** Who a name is: job, team, open tasks, absences. What a rule or a severity means, where it is switched. */
export function registerHovers(documents: Documents, judge: Judge): vscode.Disposable {
  return vscode.languages.registerHoverProvider(PLAYBOOKS_AND_ROSTERS, {
    async provideHover(document, position) {
      const view = await documents.viewOnceRead(document);
      if (!view) return undefined;
      const { index } = documents;
      const found =
        ruleHover(view, index, position, judgeSettings(document.uri).severities) ??
        (view.kind === 'playbook'
          ? hover(view, judge.hasCounted ? index.facts : undefined, position)
          : undefined);
      if (!found) return undefined;
      // The roster is somebody's text: it is shown, never interpreted.
      const text = new vscode.MarkdownString('**').appendText(found.title).appendMarkdown('**');
      for (const line of found.lines) text.appendMarkdown('\n\n').appendText(localize(line));
      if (found.rule !== undefined) {
        // The only command that a link may run, and our own link is the only one that is no plain text.
        text.isTrusted = { enabledCommands: ['playbook.explainRule'] };
        const args = encodeURIComponent(JSON.stringify([found.rule]));
        const title = vscode.l10n.t('Why it matters, and what to do');
        text
          .appendMarkdown('\n\n[')
          .appendText(title)
          .appendMarkdown(`](command:playbook.explainRule?${args})`);
      }
      return new vscode.Hover(text, toVsRange(found.range));
    },
  });
}
