// What is shown of a file first is what stays: nothing may flash up because something beside it was not read yet.
import assert from 'node:assert';
import * as vscode from 'vscode';
import { closeAll, eventually, problems, quickFixes, ruleOf, workspaceUri, writeFile } from './workbench.ts';

const AREA = 'first';
let count = 0;

/** A folder that nothing knows of yet. */
const newFolder = () => `${AREA}/${++count}`;

/** Every problem of a file that was ever shown, event by event, from now on. */
class Shown {
  readonly uri: vscode.Uri;
  readonly events: string[][] = [];
  readonly #subscription: vscode.Disposable;

  constructor(uri: vscode.Uri) {
    this.uri = uri;
    this.#subscription = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((u) => u.toString() === uri.toString())) this.events.push(this.#now());
    });
  }

  #now(): string[] {
    return vscode.languages.getDiagnostics(this.uri).map((d) => `${ruleOf(d)} ${d.message}`);
  }

  /** Waits until these rules' problems are shown, and everything that happened on disk has been followed. */
  async expect(...rules: readonly string[]): Promise<void> {
    const has = () => vscode.languages.getDiagnostics(this.uri).map(ruleOf).join(' ');
    try {
      await eventually(has, (seen) => seen === rules.join(' '), `the problems ${rules.join(' ')}`);
      await settled();
      assert.strictEqual(has(), rules.join(' '));
      const last = this.#now();
      const takenBack = this.events.flat().filter((problem) => !last.includes(problem));
      assert.deepStrictEqual(takenBack, [], 'shown, and taken back');
    } finally {
      this.#subscription.dispose();
    }
  }
}

/** A file that comes last is judged last. */
async function settled(): Promise<void> {
  const uri = await writeFile(`${AREA}/last-${++count}.playbook.md`, '- [ ] Print copies due:never\n');
  await eventually(
    () => vscode.languages.getDiagnostics(uri).length,
    (n) => n > 0,
    'the last file is judged',
  );
}

const open = async (uri: vscode.Uri) =>
  vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));

const TASKS = '# Fair\n\n- [ ] Print copies\n- [ ] Call @zoe\n- [ ] Pack due:never\n';

describe('the first problems of a file', () => {
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs
      .delete(workspaceUri(AREA), { recursive: true, useTrash: false })
      .then(undefined, () => 0);
  });

  it('know the rosters above it that were written in the same second', async () => {
    const folder = newFolder();
    await writeFile(`${folder}/roster.yml`, 'default-owner: zoe\n');
    await writeFile(`${folder}/plans/team.roster.yml`, 'people:\n  zoe: { name: Zoe Abel }\n');
    const uri = await writeFile(`${folder}/plans/fair/a.playbook.md`, TASKS);
    const shown = new Shown(uri);
    await open(uri);
    await shown.expect('due-invalid');
  });

  it('know them where no editor shows it', async () => {
    const folder = newFolder();
    const uri = workspaceUri(`${folder}/plans/a.playbook.md`);
    const shown = new Shown(uri);
    await writeFile(`${folder}/plans/a.playbook.md`, TASKS);
    await writeFile(`${folder}/roster.yml`, 'default-owner: zoe\npeople:\n  zoe: { name: Zoe Abel }\n');
    await shown.expect('due-invalid');
  });

  it('know a roster whose editor opens with it, by its unsaved text', async () => {
    const folder = newFolder();
    const roster = await writeFile(`${folder}/roster.yml`, 'people:\n  zoe: { name: Zoe Abel }\n');
    const uri = await writeFile(`${folder}/a.playbook.md`, TASKS);
    const shown = new Shown(uri);
    const opening = vscode.workspace.openTextDocument(uri);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(roster, new vscode.Position(0, 0), 'default-owner: zoe\n');
    await Promise.all([opening, vscode.workspace.applyEdit(edit)]);
    await shown.expect('due-invalid');
  });

  it('are none where a roster above it wants it left alone', async () => {
    const folder = newFolder();
    await writeFile(`${folder}/roster.yml`, 'exclude: ["archive/**"]\n');
    const uri = await writeFile(`${folder}/archive/a.playbook.md`, TASKS);
    const shown = new Shown(uri);
    await open(uri);
    await shown.expect();
    assert.deepStrictEqual(shown.events.flat(), []);
  });

  it('pass over a roster that Git ignores', async () => {
    const folder = newFolder();
    await writeFile(`${folder}/.gitignore`, 'my.roster.yml\nout/\n');
    await writeFile(`${folder}/my.roster.yml`, 'default-owner: sam\n');
    const uri = await writeFile(`${folder}/a.playbook.md`, '- [ ] Print copies\n');
    const shown = new Shown(uri);
    await open(uri);
    await shown.expect('owner-missing');
    assert.ok(shown.events.every((event) => event.length > 0));
  });

  it('come with quick fixes that know the people', async () => {
    const folder = newFolder();
    await writeFile(`${folder}/roster.yml`, 'people:\n  zoe: { name: Zoe Abel }\n');
    const uri = await writeFile(`${folder}/a.playbook.md`, '- [ ] Print copies\n');
    const document = await vscode.workspace.openTextDocument(uri);
    const fixes = await quickFixes(document, new vscode.Range(0, 8, 0, 8));
    assert.ok(
      fixes.some(({ title }) => title.startsWith('Assign to Zoe Abel')),
      fixes.map((f) => f.title).join(', '),
    );
    await eventually(
      () => problems(document),
      (all) => all.length === 1,
      'its problem',
    );
  });
});
