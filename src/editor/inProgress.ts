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

/** What work that may be called off is given. */
export interface Progress {
  /** How much of it is done. */
  readonly report: (done: number, all: number) => void;
  readonly token: vscode.CancellationToken;
}

/** The same in a notification, with a button that calls it off. */
export async function inCancellableProgress<T>(
  title: string,
  start: (progress: Progress) => Promise<T>,
): Promise<T> {
  const source = new vscode.CancellationTokenSource();
  let shown: vscode.Progress<{ message?: string; increment?: number }> | undefined;
  let last = 0;
  const report = (done: number, all: number) => {
    const percent = Math.floor((done * 100) / Math.max(1, all));
    if (!shown || percent === last) return;
    const message = vscode.l10n.t('{done} of {all}', { done, all });
    shown.report({ message, increment: percent - last });
    last = percent;
  };
  const work = start({ report, token: source.token });
  const slow = Symbol('slow');
  try {
    const first = await Promise.race([
      work,
      new Promise<typeof slow>((resolve) => {
        setTimeout(() => {
          resolve(slow);
        }, SILENT);
      }),
    ]);
    if (first !== slow) return first;
    return await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title, cancellable: true },
      async (progress, token) => {
        shown = progress;
        const listener = token.onCancellationRequested(() => {
          source.cancel();
        });
        try {
          return await work;
        } finally {
          listener.dispose();
        }
      },
    );
  } finally {
    source.dispose();
  }
}
