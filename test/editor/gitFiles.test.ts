// What Git leaves out, in a real repository: VS Code shows what a fresh process of the command line says.
import assert from 'node:assert';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { api, closeAll, eventually, workspaceUri } from './workbench.ts';

describe('a repository in the workspace', () => {
  const area = 'repository';
  const at = (name: string) => workspaceUri(`${area}/${name}`).fsPath;
  const former = { HOME: process.env['HOME'], XDG_CONFIG_HOME: process.env['XDG_CONFIG_HOME'] };

  function write(name: string, text: string): void {
    mkdirSync(path.dirname(at(name)), { recursive: true });
    writeFileSync(at(name), text);
  }

  function git(...args: readonly string[]): void {
    const env = { ...process.env, GIT_CONFIG_NOSYSTEM: '1' };
    execFileSync('git', args, { cwd: at(''), env });
  }

  /** The playbooks with a task, as VS Code and the command line each find them. */
  async function expectFound(...names: readonly string[]): Promise<void> {
    const expected = JSON.stringify(names.map((name) => `${area}/${name}`).sort());
    const found = async (): Promise<string> => {
      const uris = (await api()).tasks().map(({ uri }) => vscode.Uri.parse(uri));
      const files = uris.map((uri) => vscode.workspace.asRelativePath(uri, false));
      return JSON.stringify([...new Set(files)].filter((f) => f.startsWith(`${area}/`)).sort());
    };
    await eventually(found, (seen) => seen === expected, `expected ${expected} in VS Code`);
    const extension = vscode.extensions.getExtension('open-playbook.marketing-sales-playbook');
    assert.ok(extension, 'VS Code does not know the extension');
    const args = [path.join(extension.extensionPath, 'dist/cli.js'), 'tasks', area, '--format', 'json'];
    const { stdout } = spawnSync(process.execPath, args, {
      cwd: workspaceUri('').fsPath,
      encoding: 'utf8',
      // In VS Code's own program.
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    });
    const { tasks } = JSON.parse(stdout) as { tasks: { path: string }[] };
    assert.equal(JSON.stringify([...new Set(tasks.map((task) => task.path))].sort()), expected);
  }

  before(() => {
    // Nobody's settings but these.
    process.env['HOME'] = at('.git/home');
    process.env['XDG_CONFIG_HOME'] = at('.git/home/xdg');
  });

  after(async () => {
    for (const [name, value] of Object.entries(former)) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
    await closeAll();
    rmSync(at(''), { recursive: true, force: true });
  });

  it('is read as Git reads it, and followed as it changes', async () => {
    await (await api()).whenReady();
    mkdirSync(at(''), { recursive: true });
    git('init', '-q');
    write('.git/info/exclude', 'local.playbook.md\n');
    write('.git/home/xdg/git/ignore', 'mine.playbook.md\n');
    write('.gitignore', 'drafts/\n');
    for (const name of ['a', 'local', 'mine', '._a', 'drafts/a', 'drafts/deep/b'])
      write(`${name}.playbook.md`, '- [ ] Call\n');
    await expectFound('a.playbook.md');
    git('add', '-f', 'drafts/deep/b.playbook.md');
    await expectFound('a.playbook.md', 'drafts/deep/b.playbook.md');
    // A folder within that Git does not know of, moved in as one.
    write('new/c.playbook.md', '- [ ] Call\n');
    await vscode.workspace.fs.rename(workspaceUri(`${area}/new`), workspaceUri(`${area}/drafts/new`));
    write('d.playbook.md', '- [ ] Call\n');
    await expectFound('a.playbook.md', 'd.playbook.md', 'drafts/deep/b.playbook.md');
    git('rm', '-q', '--cached', 'drafts/deep/b.playbook.md');
    await expectFound('a.playbook.md', 'd.playbook.md');
    git('add', '-f', 'local.playbook.md');
    await expectFound('a.playbook.md', 'd.playbook.md', 'local.playbook.md');
    write('.git/info/exclude', 'a.playbook.md\n');
    await expectFound('d.playbook.md', 'local.playbook.md');
    write('.git/home/.gitconfig', '[core]\nexcludesFile = ~/others\n');
    write('.git/home/others', 'd.*\n');
    write('.gitignore', 'drafts/\n\n');
    await expectFound('local.playbook.md', 'mine.playbook.md');
  });
});
