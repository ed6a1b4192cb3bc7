import * as vscode from 'vscode';
import { localDay } from '../text/localDay.ts';

/** The calendar day where the user is, `YYYY-MM-DD`. */
export function today(): string {
  return localDay();
}

/** How often the day is looked at, in milliseconds: a computer that slept past midnight fires no timer then. */
const INTERVAL = 60_000;

/** Calls back when another day has begun. */
export function onNextDay(listener: () => void): vscode.Disposable {
  let last = today();
  const timer = setInterval(() => {
    const now = today();
    if (now === last) return;
    last = now;
    listener();
  }, INTERVAL);
  return new vscode.Disposable(() => {
    clearInterval(timer);
  });
}
