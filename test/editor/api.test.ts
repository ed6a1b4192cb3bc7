// What other extensions get from `activate`.
import assert from 'node:assert';
import * as vscode from 'vscode';
import { api, eventually, openPlaybook } from './workbench.ts';

describe('the API for other extensions', () => {
  it('tells the tasks of the workspace, with text that was typed this moment', async () => {
    const { version, whenReady, tasks } = await api();
    assert.strictEqual(version, 1);
    await whenReady();
    const editor = await openPlaybook('# Fair\n\n- [ ] Print copies @maria #print\n');
    const uri = editor.document.uri.toString();
    const ofFile = () => tasks().filter((t) => t.uri === uri);
    await eventually(ofFile, (found) => found.length === 1, 'the task is known');
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(3, 0), '- [x] Call the venue @lee\n');
    });
    const known = ofFile().map(({ line, text, owner, done, section, tags }) => ({
      line,
      text,
      owner,
      done,
      section,
      tags,
    }));
    assert.deepStrictEqual(known, [
      { line: 2, text: 'Print copies', owner: 'maria', done: false, section: ['Fair'], tags: ['print'] },
      { line: 3, text: 'Call the venue', owner: 'lee', done: true, section: ['Fair'], tags: [] },
    ]);
  });

  it('says when tasks may have changed', async () => {
    const { onDidChangeTasks } = await api();
    let events = 0;
    const listener = onDidChangeTasks(() => events++);
    await openPlaybook('- [ ] Print copies @maria\n');
    await eventually(
      () => events,
      (n) => n > 0,
      'an event',
    );
    listener.dispose();
  });
});
