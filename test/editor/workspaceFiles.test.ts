import * as vscode from 'vscode';
import { closeAll, eventually, ruleOf, workspaceUri } from './workbench.ts';

describe('the whole workspace', () => {
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs
      .delete(workspaceUri('area'), { recursive: true, useTrash: false })
      .then(undefined, () => 0);
  });

  const write = (name: string, text: string) =>
    vscode.workspace.fs.writeFile(workspaceUri(`area/${name}`), new TextEncoder().encode(text));

  /** Waits until a file below `area` that no editor shows has these problems. */
  async function expectProblems(name: string, expected: string): Promise<void> {
    await eventually(
      () =>
        vscode.languages
          .getDiagnostics(workspaceUri(`area/${name}`))
          .map(ruleOf)
          .join(' '),
      (seen) => seen === expected,
      `expected "${expected}" in ${name}`,
    );
  }

  it('judges files that no editor shows, as they come, change and go', async () => {
    await write('a.playbook.md', '- [ ] Print copies\n');
    await expectProblems('a.playbook.md', 'owner-missing');
    await write('a.playbook.md', '- [ ] Print copies @sam\n- [] Call\n');
    await expectProblems('a.playbook.md', 'task-malformed');
    await vscode.workspace.fs.delete(workspaceUri('area/a.playbook.md'));
    await expectProblems('a.playbook.md', '');
  });

  it('follows a folder that is renamed', async () => {
    await write('old/a.playbook.md', '- [ ] Print copies\n');
    await expectProblems('old/a.playbook.md', 'owner-missing');
    await vscode.workspace.fs.rename(workspaceUri('area/old'), workspaceUri('area/new'));
    await expectProblems('new/a.playbook.md', 'owner-missing');
    await expectProblems('old/a.playbook.md', '');
  });

  it('leaves alone what Git ignores and what a roster excludes', async () => {
    await write('.gitignore', 'drafts/\n');
    await write('drafts/a.playbook.md', '- [ ] Print copies\n');
    await write('archive/b.playbook.md', '- [ ] Print copies\n');
    await write('c.playbook.md', '- [ ] Print copies\n');
    await write('roster.yml', 'exclude: ["archive/**"]\n');
    await expectProblems('c.playbook.md', 'owner-missing');
    await expectProblems('drafts/a.playbook.md', '');
    await expectProblems('archive/b.playbook.md', '');
    await write('roster.yml', 'exclude: []\n');
    await expectProblems('archive/b.playbook.md', 'owner-missing');
  });

  it('adopts a handbook that a roster names, by one line', async () => {
    await write('handbook/print.md', '# Print\n\n- [ ] Print copies\n');
    await write('handbook/old/print.md', '# Print\n\n- [ ] Print copies\n');
    await write('roster.yml', 'playbooks: ["handbook/*.md"]\n');
    await expectProblems('handbook/print.md', 'owner-missing');
    await expectProblems('handbook/old/print.md', '');
    await write('roster.yml', 'playbooks: ["handbook/**/*.md"]\n');
    await expectProblems('handbook/old/print.md', 'owner-missing');
    await write('roster.yml', 'playbooks: []\n');
    await expectProblems('handbook/print.md', '');
  });

  it('speaks only of open files where the setting says so', async () => {
    await write('a.playbook.md', '- [ ] Print copies\n');
    await expectProblems('a.playbook.md', 'owner-missing');
    const settings = vscode.workspace.getConfiguration('playbook.diagnostics');
    await settings.update('scope', 'openFiles', vscode.ConfigurationTarget.Workspace);
    await expectProblems('a.playbook.md', '');
    await vscode.window.showTextDocument(workspaceUri('area/a.playbook.md'));
    await expectProblems('a.playbook.md', 'owner-missing');
    await settings.update('scope', undefined, vscode.ConfigurationTarget.Workspace);
  });
});
