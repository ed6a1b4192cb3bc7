import * as vscode from 'vscode';

/** The calendar day where the user is, `YYYY-MM-DD`. */
export function today(now = new Date()): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** How often the day is looked at, in milliseconds: a computer that slept past midnight fires no timer then. */
const INTERVAL = 60_000;

/** Calls back when another day has begun. */
export function onNextDay(listener: (today: string) => void): vscode.Disposable {
  let last = today();
  const timer = setInterval(() => {
    const now = today();
    if (now === last) return;
    last = now;
    listener(now);
  }, INTERVAL);
  return new vscode.Disposable(() => {
    clearInterval(timer);
  });
}
