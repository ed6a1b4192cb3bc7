import assert from 'node:assert';
import * as vscode from 'vscode';
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
  '| Web | “Ana” (Ñ) [x] |',
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
  afterEach(closeAll);

  it('becomes playbooks, with everybody it names, in the roster that is there', async () => {
    const before = '# Ours, by hand.\r\npeople: # all\r\n  kim: { name: Kim Ito } # boss\r\n\r\nroles: {}\r\n';
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
        '  zofia: { name: Zofia }',
        '  peter: { name: Peter Lang, aliases: [Peter] }',
        ...[],
      ].join('\r\n'),
    );
  });
});
