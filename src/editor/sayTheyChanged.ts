import * as vscode from 'vscode';

/** Tells of files that were left out, because their text is another than an edit was computed on. */
export function sayTheyChanged(uris: readonly vscode.Uri[]): void {
  if (uris.length === 0) return;
  void vscode.window.showInformationMessage(
    vscode.l10n.t('{files} changed in the meantime, so nothing was written there. Please try again.', {
      files: uris.map((uri) => vscode.workspace.asRelativePath(uri)).join(', '),
    }),
  );
}
