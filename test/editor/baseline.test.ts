// `.playbook-baseline.json` in a workspace: the command that writes it, and what is shown for it.
import assert from 'node:assert';
import * as vscode from 'vscode';
import {
  answerWithEnter,
  closeAll,
  eventually,
  openPlaybook,
  readFile,
  replaceAll,
  waitForProblems,
  workspaceUri,
  writeFile,
} from './workbench.ts';

const NAME = '.playbook-baseline.json';

const fileName = ({ path }: vscode.Uri) => path.slice(path.lastIndexOf('/') + 1);

function baselineOf(...entries: readonly (readonly [document: vscode.TextDocument, text: string])[]): string {
  const problems = entries.map(([{ uri }, text]) => ({
    path: fileName(uri),
    section: ['Fair'],
    text,
    rule: 'owner-missing',
  }));
  return JSON.stringify({ version: 1, problems });
}

const flaws = () => vscode.languages.getDiagnostics(workspaceUri(NAME)).map((d) => d.message);

describe('a baseline', () => {
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(workspaceUri(NAME)).then(undefined, () => 0);
    await eventually(flaws, (all) => all.length === 0, 'no problem of a baseline that is gone');
  });

  it('counts at once when it is created, changed and deleted', async () => {
    const { document } = await openPlaybook('# Fair\n\n- [ ] Print\n- [ ] Call\n');
    const both = ['owner-missing Print', 'owner-missing Call'];
    await waitForProblems(document, both);
    await writeFile(NAME, baselineOf([document, 'Print'], [document, 'Call']));
    await waitForProblems(document, []);
    await writeFile(NAME, baselineOf([document, 'Call']));
    await waitForProblems(document, ['owner-missing Print']);
    await vscode.workspace.fs.delete(workspaceUri(NAME));
    await waitForProblems(document, both);
  });

  it('counts for text that is not saved, and for files that no editor shows', async () => {
    const editor = await openPlaybook('# Fair\n\n- [ ] Print\n');
    const { document } = editor;
    await writeFile(NAME, baselineOf([document, 'Print']));
    await waitForProblems(document, []);
    await replaceAll(editor, '# Fair\n\n- [ ] New\n  * [ ] Print\n');
    await waitForProblems(document, ['owner-missing New']);
    await closeAll();
    await eventually(
      () => vscode.languages.getDiagnostics(document.uri).length,
      (n) => n === 0,
      'what is on disk is known',
    );
  });

  it('that cannot be used hides nothing, and the Problems view says why', async () => {
    const { document } = await openPlaybook('# Fair\n\n- [ ] Print\n');
    await writeFile(NAME, baselineOf([document, 'Print']));
    await waitForProblems(document, []);
    await writeFile(NAME, '{\n<<<<<<< HEAD\n');
    await waitForProblems(document, ['owner-missing Print']);
    const [message] = await eventually(flaws, (all) => all.length === 1, 'what is wrong with it');
    assert.match(message ?? '', /^Two branches have changed this file/);
    const [problem] = vscode.languages.getDiagnostics(workspaceUri(NAME));
    assert.strictEqual(problem?.range.start.line, 1);
    await writeFile(NAME, baselineOf([document, 'Print']));
    await waitForProblems(document, []);
    assert.deepStrictEqual(flaws(), []);
  });

  it('of a folder below is nobody’s', async () => {
    const { document } = await openPlaybook('# Fair\n\n- [ ] Print\n');
    const nested = await writeFile(`nested/${NAME}`, '{');
    await writeFile(NAME, baselineOf([document, 'Print']));
    await waitForProblems(document, []);
    assert.deepStrictEqual(vscode.languages.getDiagnostics(nested), []);
    await vscode.workspace.fs.delete(workspaceUri('nested'), { recursive: true });
  });

  it('is written by the command, and only new problems are left', async () => {
    const text = '# Fair\n\n- [ ] Print\n- [ ] Print\n- [ ] Call @mra due:2028-02-30\n- [] Slip\n';
    const editor = await openPlaybook(text);
    const { document } = editor;
    await waitForProblems(document, [
      'owner-missing Print',
      'owner-missing Print',
      'mention-unknown @mra',
      'due-invalid 2028-02-30',
      'task-malformed []',
    ]);
    await answerWithEnter(vscode.commands.executeCommand('playbook.writeBaseline'));
    // Warnings and errors are chosen at first.
    await waitForProblems(document, ['task-malformed []']);
    const written = await readFile(workspaceUri(NAME));
    const own = (
      JSON.parse(written) as { problems: { path: string; text: string; count?: number }[] }
    ).problems
      .filter((p) => p.path === fileName(document.uri))
      .map((p) => `${p.text} ${p.count ?? 1}`);
    assert.deepStrictEqual(own.sort(), ['@mra 1', 'Call 1', 'Print 2']);
    await replaceAll(editor, `${text}- [ ] Print\n`);
    await waitForProblems(document, ['task-malformed []', 'owner-missing Print']);
    // What is gone is pruned.
    await replaceAll(editor, '# Fair\n\n- [ ] Print\n');
    await waitForProblems(document, []);
    await answerWithEnter(vscode.commands.executeCommand('playbook.writeBaseline'));
    const again = JSON.parse(await readFile(workspaceUri(NAME))) as {
      problems: { path: string; count?: number }[];
    };
    assert.deepStrictEqual(
      again.problems.filter((p) => p.path === fileName(document.uri)).map((p) => p.count ?? 1),
      [1],
    );
  });

  it('is recorded task by task where a section is shown as one', async () => {
    const tasks = Array.from({ length: 12 }, (_, i) => `- [ ] Task ${i}\n`).join('');
    const editor = await openPlaybook(`# Fair\n\n${tasks}`);
    await waitForProblems(editor.document, ['owner-missing Fair']);
    await answerWithEnter(vscode.commands.executeCommand('playbook.writeBaseline'));
    await waitForProblems(editor.document, []);
    await replaceAll(editor, `# Fair\n\n- [ ] New\n${tasks}`);
    await waitForProblems(editor.document, ['owner-missing New']);
  });

  it('is not written over while it cannot be used', async () => {
    const { document } = await openPlaybook('# Fair\n\n- [ ] Print\n');
    await writeFile(NAME, '{ broken');
    await eventually(flaws, (all) => all.length === 1, 'what is wrong with it');
    const command = vscode.commands.executeCommand('playbook.writeBaseline');
    await eventually(
      async () => {
        await vscode.commands.executeCommand('notifications.clearAll');
        return Promise.race([
          command.then(() => true),
          new Promise((r) =>
            setTimeout(() => {
              r(false);
            }, 50),
          ),
        ]);
      },
      (done) => done === true,
      'the message is put away',
    );
    assert.strictEqual(await readFile(workspaceUri(NAME)), '{ broken');
    await waitForProblems(document, ['owner-missing Print']);
  });
});
