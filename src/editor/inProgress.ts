import * as vscode from 'vscode';

/** Work is silent unless it takes longer than this, in milliseconds. */
const SILENT = 1_000;

/** Says in the status bar what is going on, when it takes long. */
export async function inProgress<T>(title: string, work: Promise<T>): Promise<T> {
  const slow = Symbol('slow');
  const first = await Promise.race([
    work,
    new Promise<typeof slow>((resolve) => {
      setTimeout(() => {
        resolve(slow);
      }, SILENT);
    }),
  ]);
  if (first !== slow) return first;
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () => work);
}

export function whileReading<T>(work: Promise<T>): Promise<T> {
  return inProgress(vscode.l10n.t('Reading playbooks…'), work);
}
