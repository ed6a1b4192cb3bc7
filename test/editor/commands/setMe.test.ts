// Who is at the keyboard, as chosen by hand.
import assert from 'node:assert';
import * as vscode from 'vscode';
import { answerWith, answerWithEnter, closeAll, openPlaybook } from '../workbench.ts';

const run = (name: string, ...args: unknown[]) => vscode.commands.executeCommand(`playbook.${name}`, ...args);
const settings = () => vscode.workspace.getConfiguration('playbook');
const setMe = (handle: string | undefined) =>
  settings().update('me', handle, vscode.ConfigurationTarget.Workspace);

describe('Set Who I Am', () => {
  afterEach(async () => {
    await setMe(undefined);
    await run('setMe', '');
    await closeAll();
  });

  it('decides whom "Assign to Me" assigns, without asking again', async () => {
    const { document } = await openPlaybook('- [ ] Call the shops\n');
    // Enter takes the first person of the roster.
    await answerWithEnter(run('setMe'));
    await run('assignToMe');
    assert.strictEqual(document.getText(), '- [ ] Call the shops @maria\n');
  });

  it('changes the setting where one says otherwise', async () => {
    await setMe('@pat');
    const { document } = await openPlaybook('- [ ] Call the shops\n');
    await run('assignToMe');
    assert.strictEqual(document.getText(), '- [ ] Call the shops @pat\n');
    // Pat comes first, being me; the others stand below.
    await answerWith(
      run('setMe'),
      'workbench.action.quickOpenSelectNext',
      'workbench.action.quickOpenSelectNext',
      'workbench.action.acceptSelectedQuickOpenItem',
    );
    const me = settings().get<string>('me');
    assert.ok(me === 'maria' || me === 'sam', `the setting says ${String(me)}`);
    await run('assignToMe');
    assert.strictEqual(document.getText(), `- [ ] Call the shops @${me}\n`);
  });

  it('takes a handle without asking', async () => {
    const { document } = await openPlaybook('- [ ] Call the shops\n');
    await run('setMe', '@sam');
    await run('assignToMe');
    assert.strictEqual(document.getText(), '- [ ] Call the shops @sam\n');
  });

  it('changes nothing when the question is dismissed', async () => {
    await setMe('sam');
    await openPlaybook('- [ ] Call the shops\n');
    await answerWith(run('setMe'), 'workbench.action.closeQuickOpen');
    assert.strictEqual(settings().get('me'), 'sam');
  });
});
