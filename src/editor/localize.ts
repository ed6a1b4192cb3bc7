import * as vscode from 'vscode';
import type { Message } from '../text/message.ts';

/** A message of the core in the user's language. The bundle holds every template of the rules and features. */
export function localize({ template, args }: Message): string {
  return vscode.l10n.t(template, args);
}
