// Quick fixes that write what a roster lacks into it.
import assert from 'node:assert';
import * as vscode from 'vscode';
import {
  answerWith,
  answerWithEnter,
  closeAll,
  eventually,
  problems,
  quickFixes,
  readFile,
  waitForProblems,
  workspaceUri,
  writeFile,
} from './workbench.ts';

const ROSTER = `# Ours
rules: { goal-idle: off }
people:
  ann: { name: Ann Bell, team: web }

teams:
  web: { name: Web }
  shop: { name: Shop }

assets:
  slides: { name: Slides, owner: ann, url: "https://acme.example/slides" }
goals:
  pipeline: { name: New pipeline, owner: ann, measure: Deals, target: 9 } # for now
`;

describe('quick fixes in rosters', () => {
  /** One for each test: VS Code remembers texts by their names for a while. */
  let folder = '';
  let count = 0;

  beforeEach(() => {
    folder = `fixes-${++count}`;
  });

  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(workspaceUri(folder), { recursive: true });
  });

  /** A playbook with one problem, open beside a roster that is not. While that is not yet read, `@ann` is unknown. */
  async function open(
    text: string,
    problem: string,
    roster = ROSTER,
  ): Promise<{ playbook: vscode.TextDocument; roster: vscode.Uri }> {
    const uri = await writeFile(`${folder}/roster.yml`, roster);
    const file = await writeFile(`${folder}/fair.playbook.md`, text);
    const { document } = await vscode.window.showTextDocument(file);
    await waitForProblems(document, [problem]);
    return { playbook: document, roster: uri };
  }

  /** Runs a quick fix as the light bulb does; not yet over when it asks something. */
  async function run(document: vscode.TextDocument, title: string): Promise<{ over: Thenable<unknown> }> {
    const [diagnostic] = vscode.languages.getDiagnostics(document.uri);
    assert.ok(diagnostic);
    const fixes = await quickFixes(document, diagnostic.range);
    const fix = fixes.find((f) => f.title === title);
    assert.ok(fix?.command, `no fix "${title}" among ${fixes.map((f) => f.title).join(', ')}`);
    assert.ok(fix.edit === undefined && fix.isPreferred !== true);
    const args: unknown[] = fix.command.arguments ?? [];
    return { over: vscode.commands.executeCommand(fix.command.command, ...args) };
  }

  async function undoIn(roster: vscode.Uri): Promise<void> {
    const { document } = await vscode.window.showTextDocument(roster);
    await vscode.commands.executeCommand('undo');
    await eventually(
      () => document.getText(),
      (text) => text === ROSTER,
      'one undo brings the roster back',
    );
  }

  it('adds somebody, after asking for the team', async () => {
    const { playbook, roster } = await open(
      '- [ ] Print copies @kate.fox\n- [ ] Pay @ann\n',
      'mention-unknown @kate.fox',
    );
    await answerWithEnter((await run(playbook, 'Add @kate.fox to the Roster')).over);
    assert.strictEqual(
      await readFile(roster),
      ROSTER.replace('team: web }\n', 'team: web }\n  kate.fox: { name: Kate Fox, team: marketing }\n'),
    );
    await waitForProblems(playbook, []);
    assert.strictEqual(vscode.window.activeTextEditor?.document, playbook);
    await undoIn(roster);
    await waitForProblems(playbook, ['mention-unknown @kate.fox']);
  });

  it('adds nobody when the question is dismissed', async () => {
    const { playbook, roster } = await open(
      'Owner: Kate Fox\n\n- [ ] Pay @ann\n',
      'mention-unknown Kate Fox',
    );
    const { over } = await run(playbook, 'Add Kate Fox to the Roster as @kate');
    await answerWith(over, 'workbench.action.closeQuickOpen');
    assert.strictEqual(await readFile(roster), ROSTER);
  });

  it('adds a goal, and shows it where its author goes on', async () => {
    const { playbook, roster } = await open(
      '- [ ] Print copies @ann goal:more-leads\n',
      'goal-unknown more-leads',
    );
    await (
      await run(playbook, 'Add the Goal "more-leads" to the Roster')
    ).over;
    assert.strictEqual(await readFile(roster), `${ROSTER}  more-leads: { name: More leads }\n`);
    await waitForProblems(playbook, []);
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    assert.strictEqual(editor.document.uri.toString(), roster.toString());
    await vscode.commands.executeCommand('type', { text: ', owner: ann, measure: Calls, target: 40' });
    assert.strictEqual(
      editor.document.lineAt(editor.selection.active.line).text,
      '  more-leads: { name: More leads, owner: ann, measure: Calls, target: 40 }',
    );
    await waitForProblems(editor.document, []);
  });

  it('takes a goal back with one undo', async () => {
    const { playbook, roster } = await open('- [ ] Call @ann goal:leads\n', 'goal-unknown leads');
    await (
      await run(playbook, 'Add the Goal "leads" to the Roster')
    ).over;
    await waitForProblems(playbook, []);
    await undoIn(roster);
    await waitForProblems(playbook, ['goal-unknown leads']);
  });

  it('adds an asset, and one reads in the roster what it lacks', async () => {
    const { playbook, roster } = await open('- [ ] Print @ann makes:flyer\n', 'asset-unknown flyer');
    await (
      await run(playbook, 'Add the Asset "flyer" to the Roster')
    ).over;
    await waitForProblems(playbook, []);
    const document = await vscode.workspace.openTextDocument(roster);
    await waitForProblems(document, ['asset-unowned flyer']);
    await undoIn(roster);
    await waitForProblems(playbook, ['asset-unknown flyer']);
  });

  it('adds a meeting to the roster that lacks it', async () => {
    const teams = `people:
  ann: { name: Ann Bell, team: press }
  bob: { name: Bob Ray, team: shops }
teams:
  press: { name: Press, lead: ann }
  shops: { name: Shops, lead: bob }
`;
    await writeFile(
      `${folder}/fair.playbook.md`,
      '- [ ] One @ann for:@bob sla:1d\n- [ ] Two @bob for:@ann sla:1d\n',
    );
    const { document } = await vscode.window.showTextDocument(await writeFile(`${folder}/roster.yml`, teams));
    await waitForProblems(document, ['meeting-missing press']);
    await (
      await run(document, 'Add a Meeting of Press and Shops to the Roster')
    ).over;
    assert.strictEqual(
      document.getText(),
      `${teams}\nmeetings:\n  press-shops: { name: Press and Shops, teams: [press, shops], every: week }\n`,
    );
    assert.ok(!document.isDirty);
    await waitForProblems(document, []);
    await vscode.commands.executeCommand('undo');
    assert.strictEqual(document.getText(), teams);
    await waitForProblems(document, ['meeting-missing press']);
  });

  it('leaves a roster unsaved that was unsaved', async () => {
    const { playbook, roster } = await open('- [ ] Print @ann makes:flyer\n', 'asset-unknown flyer');
    const { document } = await vscode.window.showTextDocument(roster);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(roster, new vscode.Position(0, 0), '# Draft\n');
    await vscode.workspace.applyEdit(edit);
    await (
      await run(playbook, 'Add the Asset "flyer" to the Roster')
    ).over;
    assert.ok(document.isDirty);
    assert.match(document.getText(), /^# Draft\n[^]*\n {2}flyer: \{ name: Flyer \}\ngoals:/);
    assert.strictEqual(await readFile(roster), ROSTER);
    await waitForProblems(playbook, []);
  });

  it('writes to the roster what only front matter has', async () => {
    const { playbook, roster } = await open(
      '---\ngoals: { pipeline: { owner: ann, measure: Deals, target: 9 } }\n---\n\n- [ ] Call @ann goal:leads,pipeline\n',
      'goal-unknown leads',
      'people:\r\n  ann: { name: Ann Bell }\r\n',
    );
    await (
      await run(playbook, 'Add the Goal "leads" to the Roster')
    ).over;
    assert.strictEqual(
      await readFile(roster),
      'people:\r\n  ann: { name: Ann Bell }\r\n\r\ngoals:\r\n  leads: { name: Leads }\r\n',
    );
    await waitForProblems(playbook, []);
  });

  it('leaves a roster alone that is broken at that place', async () => {
    const broken = 'people:\n  ann: { name: Ann Bell }\ngoals: [leads]\n';
    const { playbook, roster } = await open(
      '---\ngoals: { pipeline: { owner: ann, measure: Deals, target: 9 } }\n---\n\n- [ ] Call @ann goal:leads,pipeline\n',
      'goal-unknown leads',
      broken,
    );
    await (
      await run(playbook, 'Add the Goal "leads" to the Roster')
    ).over;
    assert.strictEqual(await readFile(roster), broken);
    assert.deepStrictEqual(problems(playbook), ['goal-unknown leads']);
  });

  it('makes a roster where there is none, and leaves the file of another tool alone', async () => {
    const root = workspaceUri('roster.yml');
    const before = await readFile(root);
    const foreign = 'shifts: { monday: ann }\n';
    await writeFile('roster.yml', foreign);
    const text = '---\npeople: { ann: { name: Ann Bell } }\n---\n\n- [ ] Call @pat\n- [ ] Pay @maria\n';
    const file = await writeFile(`${folder}/fair.playbook.md`, text);
    const { document } = await vscode.window.showTextDocument(file);
    try {
      await waitForProblems(document, ['mention-unknown @pat', 'mention-unknown @maria']);
      // There are no teams to ask for.
      await (
        await run(document, 'Add @pat to the Roster')
      ).over;
      const made = await readFile(workspaceUri('people.roster.yml'));
      assert.match(made, /^# .*\n\npeople:\n {2}pat: \{ name: Pat \}\n$/);
      assert.strictEqual(await readFile(root), foreign);
      await waitForProblems(document, ['mention-unknown @maria']);
    } finally {
      await writeFile('roster.yml', before);
      await waitForProblems(document, []);
      await vscode.workspace.fs.delete(workspaceUri('people.roster.yml'));
    }
  });

  it('writes into the very roster that names somebody unknown', async () => {
    await writeFile(`${folder}/roster.yml`, ROSTER);
    const text = 'teams:\n  booth: { name: Booth, lead: kate }\n';
    const uri = await writeFile(`${folder}/booth.roster.yml`, text);
    const { document } = await vscode.window.showTextDocument(uri);
    await waitForProblems(document, ['front-matter-schema kate']);
    await answerWithEnter((await run(document, 'Add @kate to the Roster')).over);
    assert.match(document.getText(), /^teams:\n.*\n\npeople:\n {2}kate: \{ name: Kate, team: \w+ \}\n$/);
    assert.strictEqual(await readFile(workspaceUri(`${folder}/roster.yml`)), ROSTER);
    await waitForProblems(document, []);
  });
});
