import * as vscode from 'vscode';
import type { JudgeOptions } from '../rules/judge.ts';
import { severities as known } from '../workspace/rosterRules.ts';
import type { Severity } from '../workspace/rosterTypes.ts';

/** The user's own severities and fold, which rosters and front matter override. What is no severity is left out. */
export function judgeSettings(uri: vscode.Uri): Required<Pick<JudgeOptions, 'severities' | 'foldUnowned'>> {
  const settings = vscode.workspace.getConfiguration('playbook', uri);
  const rules = settings.get<Record<string, unknown>>('rules', {});
  const severities = new Map(
    Object.entries(rules).filter((entry): entry is [string, Severity] =>
      (known as readonly string[]).includes(String(entry[1])),
    ),
  );
  return { severities, foldUnowned: settings.get<number>('ownerMissing.fold', 10) };
}
