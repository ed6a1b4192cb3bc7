import * as vscode from 'vscode';
import { rulePage } from '../rules/pages.ts';
import type { RuleId } from '../workspace/ruleIds.ts';

/** The page that explains a rule to marketing and sales people. */
export function ruleUri(rule: RuleId): vscode.Uri {
  return vscode.Uri.parse(rulePage(rule));
}
