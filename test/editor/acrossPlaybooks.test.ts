// Rules that ask what all playbooks say together, while playbooks, rosters and files change.
import assert from 'node:assert';
import * as vscode from 'vscode';
import { closeAll, eventually, readFile, replaceAll, ruleOf, workspaceUri, writeFile } from './workbench.ts';

const ROSTER = `people:
  ann: { name: Ann Lee, team: press, max-open: 1 }
  bob: { name: Bob Ray, team: shops }
teams:
  press: { name: Press, lead: ann }
  shops: { name: Shops, lead: bob }
  stage: { name: Stage, lead: bob }
goals:
  talk: { name: Talk, teams: [press, shops], owner: ann, measure: Articles, target: 3 }
assets:
  deck: { name: Slides, owner: ann, for: [shops] }
  sheet: { name: Sheet, owner: ann, file: sheet.pdf }
`;

const PLAYBOOK = `- [ ] Write @ann for:@bob sla:2bd
- [ ] Print @ann
- [ ] Answer @bob for:@ann sla:2bd uses:deck
- [ ] Build the stage @stage
`;

/** Our problems in a file as `rule text-under-the-squiggle`, whether it is open or not. */
async function problemsIn(uri: vscode.Uri): Promise<string[]> {
  const lines = (await readFile(uri)).split('\n');
  return vscode.languages
    .getDiagnostics(uri)
    .filter((d) => d.source === 'playbook')
    .map(
      (d) =>
        `${ruleOf(d)} ${lines[d.range.start.line]?.slice(d.range.start.character, d.range.end.character) ?? ''}`,
    )
    .sort();
}

async function waitFor(uri: vscode.Uri, expected: readonly string[]): Promise<void> {
  await eventually(
    () => problemsIn(uri),
    (seen) => JSON.stringify(seen) === JSON.stringify([...expected].sort()),
    `expected the problems ${JSON.stringify(expected)}`,
  );
}

const EVERYTHING = [
  'asset-stale sheet',
  'asset-unmade deck',
  'goal-idle talk',
  'meeting-missing press',
  'owner-overloaded ann',
  'team-goal-missing stage',
];

describe('rules that look across playbooks', () => {
  const folder = workspaceUri('across');
  const roster = workspaceUri('across/roster.yml');
  const playbook = workspaceUri('across/plan.playbook.md');

  beforeEach(async () => {
    await writeFile('across/roster.yml', ROSTER);
    await writeFile('across/plan.playbook.md', PLAYBOOK);
    await waitFor(roster, EVERYTHING);
  });

  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(folder, { recursive: true });
    await eventually(
      () => vscode.languages.getDiagnostics(roster).length,
      (count) => count === 0,
      'the problems go with their file',
    );
  });

  it('are judged anew at the roster when a playbook changes, unsaved or on disk', async () => {
    const editor = await vscode.window.showTextDocument(playbook);
    await replaceAll(
      editor,
      '- [ ] Write @ann for:@bob sla:2bd goal:talk makes:deck\n- [ ] Answer @bob uses:deck\n',
    );
    await waitFor(roster, ['asset-stale sheet']);
    await vscode.commands.executeCommand('undo');
    await waitFor(roster, EVERYTHING);
    await writeFile('across/other.playbook.md', '- [ ] Tell them @bob goal:talk makes:deck\n');
    await waitFor(
      roster,
      EVERYTHING.filter((p) => !/goal-idle|asset-unmade/.test(p)),
    );
    await vscode.workspace.fs.delete(workspaceUri('across/other.playbook.md'));
    await waitFor(roster, EVERYTHING);
  });

  it('hint at an asset that its team does not use', async () => {
    await writeFile('across/plan.playbook.md', PLAYBOOK.replace(' uses:deck', ''));
    await waitFor(roster, [...EVERYTHING.filter((p) => !p.startsWith('asset-unmade')), 'asset-unused deck']);
    const hint = vscode.languages.getDiagnostics(roster).find((d) => ruleOf(d) === 'asset-unused');
    assert.strictEqual(hint?.severity, vscode.DiagnosticSeverity.Hint);
  });

  it('notice when the file of an asset comes, and when its folder goes', async () => {
    await writeFile('across/sheet.pdf', '%PDF');
    await waitFor(
      roster,
      EVERYTHING.filter((p) => !p.startsWith('asset-stale')),
    );
    await vscode.workspace.fs.delete(workspaceUri('across/sheet.pdf'));
    await waitFor(roster, EVERYTHING);
  });

  it('name the other team as a place to look at', () => {
    const problem = vscode.languages.getDiagnostics(roster).find((d) => ruleOf(d) === 'meeting-missing');
    const [place] = problem?.relatedInformation ?? [];
    assert.strictEqual(place?.message, 'The other team is Shops.');
    assert.strictEqual(place.location.uri.toString(), roster.toString());
  });

  it('tell of what no roster knows where it is needed first', async () => {
    const first = await writeFile('loose/a.playbook.md', '- [ ] Show the map @sam uses:map\n');
    const second = await writeFile('loose/b.playbook.md', '- [ ] Show it too @sam uses:map\n');
    try {
      await waitFor(first, ['asset-unmade map']);
      await waitFor(second, []);
      await vscode.workspace.fs.delete(first);
      await waitFor(second, ['asset-unmade map']);
    } finally {
      await vscode.workspace.fs.delete(workspaceUri('loose'), { recursive: true });
    }
  });
});
