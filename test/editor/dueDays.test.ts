import assert from 'node:assert';
import * as vscode from 'vscode';
import { today } from '../../src/editor/today.ts';
import { weekdayLabel } from '../../src/editor/views/dayLabel.ts';
import { readDay } from '../../src/syntax/dayReadings.ts';
import { api, closeAll, eventually, openPlaybook, quickFixes, waitForProblems } from './workbench.ts';

const WITH_T = '---\nt-day: 2028-05-16\n---\n\n';

describe('due days', () => {
  before(async () => (await api()).whenReady());
  afterEach(closeAll);

  const hintsIn = (document: vscode.TextDocument) =>
    vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      document.uri,
      new vscode.Range(0, 0, document.lineCount, 0),
    );
  const labelsIn = async (document: vscode.TextDocument) =>
    (await hintsIn(document)).map(({ label }) => (typeof label === 'string' ? label : '?'));

  async function offered(text: string, trigger?: string): Promise<readonly vscode.CompletionItem[]> {
    const { document } = await openPlaybook(text);
    const end = document.lineAt(document.lineCount - 1).range.end;
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      end,
      trigger,
    );
    return list.items;
  }

  const shown = ({ label, insertText }: vscode.CompletionItem) =>
    typeof label === 'string' || typeof insertText !== 'string'
      ? '?'
      : `${label.label} > ${insertText} (${label.description ?? ''})`;

  it('behind due: stands the day that each value means', async () => {
    const list = (await offered(`${WITH_T}- [ ] Print @sam due:`, ':')).map(shown);
    assert.deepStrictEqual(list.slice(0, 6), [
      'T > T (Tue, May 16, 2028)',
      'T-1d > T-1d (Mon, May 15, 2028)',
      'T-1w > T-1w (Tue, May 9, 2028)',
      'T-2w > T-2w (Tue, May 2, 2028)',
      'T-10bd > T-10bd (Tue, May 2, 2028)',
      'T+1w > T+1w (Tue, May 23, 2028)',
    ]);
    const words = (await offered('- [ ] Print @sam due:', ':')).map(shown);
    assert.deepStrictEqual(
      words.map((w) => w.replace(/ >.*/, '')),
      ['today', 'tomorrow', 'friday', 'in 2 weeks', 'end of month'],
    );
    assert.strictEqual(words[0], `today > ${today()} (${weekdayLabel(today())})`);
    assert.doesNotMatch(words[2] ?? '', /Fri,/);
  });

  it('a word typed there becomes the day, as one types and accepts it', async () => {
    const editor = await openPlaybook('- [ ] Print @sam due:');
    const end = editor.document.lineAt(0).range.end;
    editor.selection = new vscode.Selection(end, end);
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    for (const letter of 'mon') await vscode.commands.executeCommand('type', { text: letter });
    const [monday] = readDay('monday', today());
    assert.ok(monday);
    await eventually(
      async () => {
        await vscode.commands.executeCommand('acceptSelectedSuggestion');
        return editor.document.getText();
      },
      (text) => text === `- [ ] Print @sam due:${monday.due}`,
      'the word to become the day',
    );
  });

  it('a word that stands there is changed by a fix that one chooses', async () => {
    const { document } = await openPlaybook('- [ ] Print @sam due:fri\n');
    await waitForProblems(document, ['due-invalid fri']);
    const [friday] = readDay('friday', today());
    assert.ok(friday);
    const fixes = await quickFixes(document, new vscode.Range(0, 22, 0, 22));
    const fix = fixes.find((f) => f.title === `Change to ${friday.due} (Friday)`);
    assert.ok(fix?.edit, fixes.map((f) => f.title).join(', '));
    assert.strictEqual(fix.isPreferred ?? false, false);
    await vscode.workspace.applyEdit(fix.edit);
    assert.strictEqual(document.getText(), `- [ ] Print @sam due:${friday.due}\n`);
  });

  it('a hint behind a distance from day T shows the day, and a setting switches it off', async () => {
    const { document } = await openPlaybook(`${WITH_T}## Booth @sam\n\n- [ ] Print due:T-2w\n`);
    await waitForProblems(document, []);
    assert.deepStrictEqual(await labelsIn(document), ['@sam', 'Tue, May 2, 2028']);
    const settings = vscode.workspace.getConfiguration('playbook', document);
    await settings.update('inlayHints.dueDays', false, vscode.ConfigurationTarget.Workspace);
    try {
      await eventually(
        () => labelsIn(document),
        (labels) => labels.join() === '@sam',
        'the hint to go',
      );
    } finally {
      await settings.update('inlayHints.dueDays', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});
