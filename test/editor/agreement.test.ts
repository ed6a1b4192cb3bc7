// Whatever is edited, renamed and deleted, in the editor or behind its back: what VS Code shows in the end is what a
// fresh process of the command line says. `PLAYBOOK_AGREEMENT=5000` tries so many steps, `PLAYBOOK_SEED` others.
import assert from 'node:assert';
import { execFile } from 'node:child_process';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { api, closeAll, eventually, ruleOf, workspaceUri } from './workbench.ts';

const STEPS = Number(process.env['PLAYBOOK_AGREEMENT'] ?? 60);
const EPISODE = 12;

/** mulberry32: the same steps for the same seed. */
function generator(seed: number): <T>(choices: readonly T[]) => T {
  let state = seed;
  return <T>(choices: readonly T[]): T => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return choices[((t ^ (t >>> 14)) >>> 0) % choices.length] as T;
  };
}

const FOLDERS = ['', 'eu/', 'eu/old/', 'us/', 'drafts/'];
const NAMES = ['a.playbook.md', 'b.playbook.md', 'notes.md'];
const TEXTS = [
  '# Fair\n\n- [ ] Print copies @maria\n- [x] Call\n',
  '- [ ] Print copies\n- [] Call @sam\n',
  '---\nowner: maria\npeople: { kim: { name: Kim } }\n---\n\n## Booth @kim\n\n- [ ] Build uses:brochure\n',
  '| Task | Owner | Due |\n|---|---|---|\n| Print | @sam | 2027-02-30 |\n| Call | | |\n',
  '',
  '- [ ] Späti @nobody-knows due:soon goal:leads\r\n',
];
const ROSTERS = [
  'people: { maria: { name: Maria }, sam: { name: Sam, max-open: 1 } }\n',
  'people: { maria: { name: Maria } }\nplaybooks: ["**/notes.md"]\n',
  'exclude: ["old/**", "**/drafts/**"]\nteams: { sales: { name: Sales, lead: nobody } }\n',
  'playbooks: ["*.md"]\nassets: { brochure: { name: B, file: /x.pdf, owner: maria } }\ngoals: { leads: { name: Leads } }\n',
  'people: [broken\n',
  'pepole: {}\nteams: {}\n',
];
const IGNORES = ['drafts/\n', '*.tmp\n!eu/\n', 'b.playbook.md\n', 'roster.yml\n', ''];

interface Problem {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly range: unknown;
}

describe('editor and command line', () => {
  const area = 'agreement';
  const at = (name: string) => workspaceUri(`${area}/${name}`);

  function run(args: readonly string[]): Promise<string> {
    const extension = vscode.extensions.getExtension('open-playbook.marketing-sales-playbook');
    assert.ok(extension, 'VS Code does not know the extension');
    const program = path.join(extension.extensionPath, 'dist/cli.js');
    const cwd = workspaceUri('').fsPath;
    return new Promise((resolve) => {
      execFile(
        process.execPath,
        [program, ...args, '--format', 'json'],
        { cwd, maxBuffer: 1 << 26 },
        (_, stdout) => {
          resolve(stdout);
        },
      );
    });
  }

  /** What a fresh process says of everything. */
  async function said(): Promise<{ problems: string[]; tasks: string[] }> {
    const check = JSON.parse(await run(['check', '.'])) as { files: { path: string; problems: Problem[] }[] };
    const { tasks } = JSON.parse(await run(['tasks', '.'])) as { tasks: object[] };
    const told = check.files.flatMap((f) =>
      f.problems.map((p) => JSON.stringify([f.path, p.rule, p.severity, p.message, p.range])),
    );
    return { problems: told.sort(), tasks: tasks.map((t) => JSON.stringify(t)).sort() };
  }

  /** The same as VS Code shows it. */
  async function shown(): Promise<{ problems: string[]; tasks: string[] }> {
    const severities = ['error', 'warning', 'information', 'hint'];
    const problems = vscode.languages.getDiagnostics().flatMap(([uri, all]) =>
      all
        .filter((d) => d.source === 'playbook')
        .map((d) => {
          const { message, severity, range } = d;
          const [start, end] = [range.start, range.end].map(({ line, character }) => ({ line, character }));
          const file = vscode.workspace.asRelativePath(uri, false);
          return JSON.stringify([file, ruleOf(d), severities[severity], message, { start, end }]);
        }),
    );
    const tasks = (await api()).tasks().map(({ uri, ...task }) => {
      return JSON.stringify({ path: vscode.workspace.asRelativePath(vscode.Uri.parse(uri), false), ...task });
    });
    return { problems: problems.sort(), tasks: tasks.sort() };
  }

  async function step(pick: <T>(choices: readonly T[]) => T): Promise<string> {
    const folder = pick(FOLDERS);
    const file = folder + pick(NAMES);
    const onDisk = async (name: string, text: string) => {
      await mkdir(path.dirname(at(name).fsPath), { recursive: true });
      await writeFile(at(name).fsPath, text);
    };
    const kind = pick([
      'write',
      'write',
      'twice',
      'roster',
      'ignore',
      'open',
      'edit',
      'move',
      'moveFolder',
      'delete',
      'deleteFolder',
    ]);
    const other = pick(FOLDERS) + pick(NAMES);
    const text = pick(TEXTS);
    try {
      if (kind === 'write') await onDisk(file, text);
      if (kind === 'twice') {
        await onDisk(file, text);
        await onDisk(file, pick(TEXTS));
      }
      if (kind === 'roster') await onDisk(`${folder}roster.yml`, pick(ROSTERS));
      if (kind === 'ignore') await onDisk(`${folder}.gitignore`, pick(IGNORES));
      if (kind === 'open') await vscode.window.showTextDocument(at(file), { preview: false });
      if (kind === 'edit') {
        const edit = new vscode.WorkspaceEdit();
        const document = await vscode.workspace.openTextDocument(at(file));
        edit.replace(at(file), new vscode.Range(0, 0, document.lineCount, 0), text);
        await vscode.workspace.applyEdit(edit);
        await document.save();
      }
      if (kind === 'move') await vscode.workspace.fs.rename(at(file), at(other), { overwrite: true });
      if (kind === 'moveFolder' && folder !== '')
        await rename(at(folder).fsPath, at(pick(['x', 'y'])).fsPath);
      if (kind === 'delete') await rm(at(file).fsPath);
      if (kind === 'deleteFolder' && folder !== '') await rm(at(folder).fsPath, { recursive: true });
    } catch {
      // There is no such file at the moment: the next step, then.
    }
    return `${kind} ${file}`;
  }

  after(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(at(''), { recursive: true }).then(undefined, () => 0);
  });

  const seed = Number(process.env['PLAYBOOK_SEED'] ?? 1);
  for (let episode = 0; episode * EPISODE < STEPS; episode++) {
    it(`say the same (${episode + 1}, seed ${seed})`, async () => {
      await (await api()).whenReady();
      await mkdir(at('').fsPath, { recursive: true });
      const pick = generator(seed * 1_000_003 + episode);
      const steps: string[] = [];
      for (let i = 0; i < EPISODE; i++) steps.push(await step(pick));
      await vscode.workspace.saveAll(false);
      const expected = JSON.stringify(await said(), undefined, 1);
      await eventually(
        async () => JSON.stringify(await shown(), undefined, 1),
        (seen) => seen === expected,
        `after ${steps.join(', ')}\nexpected ${expected}`,
      );
    });
  }
});
