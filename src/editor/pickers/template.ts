import * as vscode from 'vscode';
import { templates, templateTexts, templateTitleTexts, type Template } from '../../language/templates.ts';
import { message } from '../../text/message.ts';
import { isFormName } from '../../workspace/files.ts';
import type { Documents } from '../documents.ts';
import { localize } from '../localize.ts';
import { plainLabel, separator } from './quickPick.ts';

/** What a new playbook is made of: one of ours, a playbook of the team, or nothing. */
export type TemplateChoice =
  | { readonly kind: 'ours'; readonly template: Template }
  | { readonly kind: 'own'; readonly uri: vscode.Uri }
  | { readonly kind: 'blank' };

interface Item extends vscode.QuickPickItem {
  readonly choice?: TemplateChoice;
}

/** @returns undefined when the question was dismissed */
export async function askForTemplate(documents: Documents): Promise<TemplateChoice | undefined> {
  const own = ownTemplates(documents);
  const ours: Item[] = templates.map((template) => ({
    label: localize(message(templateTitleTexts[template.text])),
    detail: localize(message(templateTexts[template.text])),
    iconPath: new vscode.ThemeIcon('notebook-template'),
    choice: { kind: 'ours', template },
  }));
  const blank: Item = {
    label: vscode.l10n.t('Blank'),
    detail: vscode.l10n.t('A title and one task'),
    iconPath: new vscode.ThemeIcon('new-file'),
    choice: { kind: 'blank' },
  };
  const items: Item[] =
    own.length === 0
      ? [...ours, blank]
      : [
          separator(vscode.l10n.t('Your templates')),
          ...own,
          separator(vscode.l10n.t('Templates for everybody')),
          ...ours,
          blank,
        ];
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('New Playbook'),
    placeHolder: vscode.l10n.t('What is it for?'),
    matchOnDescription: true,
    matchOnDetail: true,
    // As every question of the series, it stays open when the focus goes elsewhere.
    ignoreFocusOut: true,
  });
  return picked?.choice;
}

/** Playbooks of the workspace with `template: true`; what GitHub copies by itself is not for us. */
function ownTemplates({ index }: Documents): Item[] {
  return index
    .playbookUris()
    .filter((uri) => !isFormName(uri))
    .flatMap((key): Item[] => {
      const summary = index.summary(key);
      if (summary?.roster.template !== true) return [];
      const uri = vscode.Uri.parse(key);
      const path = vscode.workspace.asRelativePath(uri);
      // A blank tells nobody which playbook it is.
      const title = summary.title.replace(/\{\{[^{}]*\}\}/g, '…').trim();
      const name = path.slice(path.lastIndexOf('/') + 1).replace(/(?:\.playbook)?\.md$/i, '');
      return [
        {
          label: plainLabel(/[\p{L}\p{N}]/u.test(title) ? title : name),
          description: plainLabel(path),
          iconPath: new vscode.ThemeIcon('notebook-template'),
          choice: { kind: 'own', uri },
        },
      ];
    });
}
