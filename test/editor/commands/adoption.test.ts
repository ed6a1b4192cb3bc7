import assert from 'node:assert';
import * as vscode from 'vscode';
import { BASELINE_NAME } from '../../../src/rules/baselineFile.ts';
import {
  answerWith,
  answerWithEnter,
  closeAll,
  eventually,
  readFile,
  workspaceUri,
  writeFile,
} from '../workbench.ts';

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

/** Right after the files were written: VS Code has not told of them yet. */
async function adopt(folder: string, roster: string): Promise<string> {
  await answerWithEnter(vscode.commands.executeCommand('playbook.adoptFolder', workspaceUri(folder)));
  return readFile(workspaceUri(roster));
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
    const text = await adopt('adopt/hand [1]', 'adopt/roster.yml');
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
    const text = await adopt('again/hand', 'again/roster.yml');
    assert.strictEqual(
      text,
      'playbooks: ["hand/**/*.md"]\npeople:\n  kim: { name: Kim Ito }\n  jo: { name: Jo }\n',
    );
  });

  it('loses nothing where its roster is broken or cannot be written', async () => {
    const broken = 'people:\n  kim: { name: Kim Ito }\n  lee: { name: "Lee\n\nteams:\n  a: { name: A }\n';
    await writeFile('broken/roster.yml', broken);
    await writeFile('broken/hand/a.md', '- [ ] Print @kim\n- [ ] Pay @jo\n');
    const text = await adopt('broken/hand', 'broken/roster.yml');
    // Either the entries have landed, or the roster is shown and a sentence says why not.
    for (const line of broken.split('\n')) assert.ok(text.includes(line), line);
    if (text !== broken) assert.match(text, /jo: \{ name: Jo/);
  });

  it('says so where its roster cannot be saved, and keeps what is new in the editor', async () => {
    const before = 'people:\n  kim: { name: Kim Ito }\n';
    const uri = await writeFile('locked/roster.yml', before);
    await writeFile('locked/hand/a.md', '- [ ] Print @kim\n- [ ] Pay @jo\n');
    // Whoever runs the tests may be allowed to write what nobody may.
    const files = vscode.workspace.getConfiguration('files');
    await files.update(
      'readonlyInclude',
      { '**/locked/roster.yml': true },
      vscode.ConfigurationTarget.Global,
    );
    try {
      await adopt('locked/hand', 'locked/roster.yml');
      const text = vscode.workspace.textDocuments.find((d) => d.uri.toString() === uri.toString())?.getText();
      assert.ok(text?.includes('jo: { name: Jo'), text);
      assert.strictEqual(await readFile(uri), before);
    } finally {
      await files.update('readonlyInclude', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('gives up nothing when it is called off', async () => {
    await writeFile('off/roster.yml', 'people:\n  kim: { name: Kim Ito }\n');
    await writeFile('off/hand/a.md', '- [ ] Pay @jo\n');
    await answerWith(
      vscode.commands.executeCommand('playbook.adoptFolder', workspaceUri('off/hand')),
      'workbench.action.closeQuickOpen',
    );
    assert.strictEqual(await readFile(workspaceUri('off/roster.yml')), 'people:\n  kim: { name: Kim Ito }\n');
  });

  it('has a name of the tree added, and no other', async () => {
    await writeFile('tree/roster.yml', 'people:\n  kim: { name: Kim Ito }\n');
    await writeFile('tree/a.playbook.md', '- [ ] Print @kim\n- [ ] Pay @uma\n- [ ] Call Vic Roe @vic\n');
    const group = { kind: 'group', of: { kind: 'owner', owner: 'name', handle: 'uma', name: 'uma' } };
    const text = await eventually(
      async () => {
        await answerWithEnter(vscode.commands.executeCommand('playbook.addUnlisted', group, [group]));
        return readFile(workspaceUri('tree/roster.yml'));
      },
      (t) => t.includes('uma'),
      'the name is in the roster',
    );
    assert.strictEqual(text, 'people:\n  kim: { name: Kim Ito }\n  uma: { name: Uma }\n');
  });
});
