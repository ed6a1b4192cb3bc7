import * as vscode from 'vscode';

/** Tells of every file and folder of the workspace that is made, changed or deleted on disk. */
export function watchFiles(saw: (uri: vscode.Uri) => void): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher('**/*');
  return vscode.Disposable.from(
    watcher,
    watcher.onDidCreate(saw),
    watcher.onDidChange(saw),
    watcher.onDidDelete(saw),
  );
}
