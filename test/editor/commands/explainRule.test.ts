import * as vscode from 'vscode';
import { answerWithEnter, closeAll, eventually, openPlaybook, pageLabels } from '../workbench.ts';

describe('explaining a rule', () => {
  afterEach(closeAll);

  it('opens the page of the rule that is named', async () => {
    await vscode.commands.executeCommand('playbook.explainRule', 'mention-unknown');
    await eventually(
      pageLabels,
      (labels) => labels.some((l) => l.includes('mention-unknown')),
      'the page is open',
    );
  });

  it('offers the rule of the problem in the line first', async () => {
    const editor = await openPlaybook('- [ ] Print copies\n- [ ] Book @sam\n');
    editor.selection = new vscode.Selection(0, 3, 0, 3);
    await answerWithEnter(vscode.commands.executeCommand('playbook.explainRule'));
    await eventually(
      pageLabels,
      (labels) => labels.some((l) => l.includes('owner-missing')),
      'the page is open',
    );
  });
});
