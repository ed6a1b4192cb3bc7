import type * as vscode from 'vscode';

/** Where a playbook may be: its own language, or Markdown that a roster names. The index decides which are. */
export const PLAYBOOKS: vscode.DocumentSelector = [{ language: 'playbook' }, { language: 'markdown' }];

/** The same and rosters, which are YAML. */
export const PLAYBOOKS_AND_ROSTERS: vscode.DocumentSelector = [
  { language: 'playbook' },
  { language: 'markdown' },
  { language: 'yaml' },
];
