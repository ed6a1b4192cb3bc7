import assert from 'node:assert';
import * as vscode from 'vscode';
import { BASELINE_NAME } from '../../../src/rules/baselineFile.ts';
import { answerWithEnter, closeAll, eventually, readFile, workspaceUri, writeFile } from '../workbench.ts';

const CHAPTER = [
  '# Prices',
  '',
  'Owner: Peter Lang',
  '',
  '- [ ] Set them for the year',
  '- [ ] Tell @zofia about them',
  '',
  '| Area | Owner |',
  '| --- | --- |',
  '| Discounts | Peter |',
  '| Web | Zoë 🚀 Kern |',
  '| Text | משה כהן |',
  '',
].join('\n');

/** The command is run again until VS Code has told of the files that were just written. */
async function adopt(folder: string, roster: string, isRight: (text: string) => boolean): Promise<string> {
  return eventually(
    async () => {
      await answerWithEnter(vscode.commands.executeCommand('playbook.adoptFolder', workspaceUri(folder)));
      return readFile(workspaceUri(roster));
    },
    isRight,
    'the roster holds what was found',
  );
}

describe('an existing handbook', () => {
  afterEach(async () => {
    await closeAll();
    const baseline = workspaceUri(BASELINE_NAME);
    await vscode.workspace.fs.delete(baseline).then(undefined, () => undefined);
  });

  it('becomes playbooks, with everybody it names, in the roster that is there', async () => {
    const before =
      '# Ours, by hand.\r\npeople: # all\r\n  kim: { name: Kim Ito } # boss\r\n\r\nroles: {}\r\n';
    await writeFile('adopt/roster.yml', before);
    await writeFile('adopt/hand [1]/a.md', CHAPTER);
    await writeFile('adopt/hand [1]/.gitignore', 'b.md\n');
    await writeFile('adopt/hand [1]/b.md', 'Owner: Nobody Else\n\n- [ ] Ignored\n');
    await writeFile('adopt/other.md', 'Owner: Jo Doe\n\n- [ ] Elsewhere\n');
    const text = await adopt('adopt/hand [1]', 'adopt/roster.yml', (t) => t.includes('Peter Lang'));
    assert.strictEqual(
      text,
      [
        '# Ours, by hand.',
        'playbooks: ["hand [[]1]/**/*.md"]',
        '',
        'people: # all',
        '  kim: { name: Kim Ito } # boss',
        '  peter: { name: Peter Lang, aliases: [Peter] }',
        '  person: { name: משה כהן }',
        '  zoe: { name: "Zoë 🚀 Kern" }',
        '  zofia: { name: Zofia }',
        '',
        'roles: {}',
        '',
      ].join('\r\n'),
    );
  });

  it('is added to where it has a roster already, and new files are, too', async () => {
    await writeFile('again/roster.yml', 'playbooks: ["hand/**/*.md"]\npeople:\n  kim: { name: Kim Ito }\n');
    await writeFile('again/hand/a.md', '- [ ] Print @kim\n- [ ] Pay @jo\n');
    const text = await adopt('again/hand', 'again/roster.yml', (t) => t.includes('jo:'));
    assert.strictEqual(
      text,
      'playbooks: ["hand/**/*.md"]\npeople:\n  kim: { name: Kim Ito }\n  jo: { name: Jo }\n',
    );
  });

  it('loses nothing where its roster is broken or cannot be written', async () => {
    const broken = 'people:\n  kim: { name: Kim Ito }\n  lee: { name: "Lee\n\nteams:\n  a: { name: A }\n';
    await writeFile('broken/roster.yml', broken);
    await writeFile('broken/hand/a.md', '- [ ] Print @kim\n- [ ] Pay @jo\n');
    const text = await adopt(
      'broken/hand',
      'broken/roster.yml',
      (t) => t !== broken || (vscode.window.activeTextEditor?.document.getText() ?? '') === broken,
    );
    // Either the entries have landed, or the roster is shown and a sentence says why not.
    for (const line of broken.split('\n')) assert.ok(text.includes(line), line);
    if (text !== broken) assert.match(text, /jo: \{ name: Jo \}/);
  });
});
