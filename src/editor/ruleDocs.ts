import * as vscode from 'vscode';
import type { RuleId } from '../workspace/ruleIds.ts';

const DOCS = 'https://github.com/open-playbook/marketing-sales-playbook/blob/main/docs/rules';

/** The page that explains a rule to marketing and sales people. */
export function ruleUri(rule: RuleId): vscode.Uri {
  return vscode.Uri.parse(`${DOCS}/${rule}.md`);
}
