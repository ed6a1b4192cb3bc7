import * as vscode from 'vscode';
import { fileNameFor } from '../../language/templates.ts';
import { exists } from '../rosterFile.ts';
import { askForText } from './inputText.ts';
import type { Step } from './quickPick.ts';

/**
 * Asks for the name of a new playbook, and proposes one that is free.
 * @param title of the playbook
 * @returns undefined when the question was dismissed
 */
export async function askForFile(
  folder: vscode.Uri,
  title: string,
  step: Step,
): Promise<vscode.Uri | undefined> {
  const uriOf = (name: string) => vscode.Uri.joinPath(folder, fileName(name));
  const name = await freeName(fileNameFor(title), uriOf);
  const answer = await askForText({
    title: vscode.l10n.t('What Is the File Called?'),
    prompt: vscode.l10n.t('It goes into the folder {folder}', { folder: folderName(folder) }),
    value: `${name}.playbook.md`,
    selection: [0, name.length],
    step,
    validate: async (value) => {
      if (!/^(?:[^\\:*?"<>|/]*\/)*\.*[^\\:*?"<>|/.][^\\:*?"<>|/]*$/.test(fileName(value)))
        return vscode.l10n.t('Type a file name.');
      return (await exists(uriOf(value)))
        ? vscode.l10n.t('There is a file of this name already.')
        : undefined;
    },
  });
  return answer === undefined ? undefined : uriOf(answer);
}

async function freeName(name: string, uriOf: (name: string) => vscode.Uri): Promise<string> {
  for (let n = 1; ; n++) {
    const numbered = n === 1 ? name : `${name}-${n}`;
    if (!(await exists(uriOf(numbered)))) return numbered;
  }
}

function folderName(folder: vscode.Uri): string {
  const path = vscode.workspace.asRelativePath(folder, false);
  const name = folder.path.slice(folder.path.lastIndexOf('/') + 1);
  return path === folder.fsPath || path === '' ? name : path;
}

/** With the ending that makes it a playbook, whatever part of it was typed. */
function fileName(typed: string): string {
  return `${typed.trim().replace(/(?:\.playbook)?(?:\.md)?$/i, '')}.playbook.md`;
}
