import * as vscode from 'vscode';

/** The document of a file; undefined when the file has gone since it was read. */
export async function openDocument(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  return vscode.workspace.openTextDocument(uri).then(
    (document) => document,
    () => undefined,
  );
}
