import * as vscode from 'vscode';

/** Reading is silent unless it takes longer than this, in milliseconds. */
const SILENT = 1_000;

/** Says in the status bar that playbooks are being read, when it takes long. */
export async function whileReading<T>(work: Promise<T>): Promise<T> {
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
  const title = vscode.l10n.t('Reading playbooks…');
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () => work);
}
