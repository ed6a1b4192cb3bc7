import * as vscode from 'vscode';
import type { NewEntry } from '../../workspace/newEntry.ts';
import type { Documents } from '../documents.ts';
import { addPersonAs } from '../pickers/addPerson.ts';
import { writeToRoster } from '../rosterFile.ts';

/**
 * What quick fixes run whose repair lies in a roster: the roster need not be open, and has to be saved.
 * A person is asked for a team. Whatever else is added is shown, as its author wants to say more about it.
 */
export function registerAddToRoster(documents: Documents): vscode.Disposable {
  return vscode.commands.registerCommand(
    'playbook.addToRoster',
    async (uri: vscode.Uri, entry: NewEntry): Promise<void> => {
      if (entry.kind === 'person') {
        await addPersonAs(documents, uri, entry);
        return;
      }
      const written = await writeToRoster(documents, uri, [entry]);
      if (!written) return;
      const at = new vscode.Position(written.end.line, written.end.character);
      await vscode.window.showTextDocument(written.document, { selection: new vscode.Range(at, at) });
    },
  );
}
