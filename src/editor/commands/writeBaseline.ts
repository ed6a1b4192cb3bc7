import * as vscode from 'vscode';
import { allRules } from '../../rules/all.ts';
import { entriesOf, type Baseline } from '../../rules/baseline.ts';
import type { BaselineEntry } from '../../rules/baselineEntry.ts';
import { BASELINE_NAME } from '../../rules/baselineFile.ts';
import { oneByOne } from '../../rules/known.ts';
import type { Problem, Rule } from '../../rules/rule.ts';
import { message } from '../../text/message.ts';
import type { FileView } from '../../workspace/fileView.ts';
import { baselineUri, pathIn } from '../baselines.ts';
import type { Documents } from '../documents.ts';
import type { Judge } from '../judge.ts';
import { localize } from '../localize.ts';
import { askForWorkspaceFolder } from '../pickers/workspaceFolder.ts';
import { exists } from '../rosterFile.ts';
import { inSlices } from '../timeSlice.ts';

/** How long the result stays in the status bar, in milliseconds. */
const SHOWN = 30_000;

/** What is wrong in one file. */
interface Found {
  readonly view: FileView;
  readonly path: string;
  readonly problems: readonly Problem[];
}

/**
 * `Playbook: Hide Existing Problems`: asks of which rules today's problems are to be recorded, so that only new ones are shown
 * from then on. The file holds what is chosen, and nothing else of the files that it was looked for in.
 */
export function registerWriteBaseline(documents: Documents, judge: Judge): vscode.Disposable {
  return vscode.commands.registerCommand('playbook.writeBaseline', async (resource?: unknown) => {
    const folder = resource instanceof vscode.Uri ? resource : await askForWorkspaceFolder();
    if (!folder) return;
    await documents.whenReady();
    await judge.whenCounted();
    const before = documents.baselines.of(folder);
    if (!before) {
      await sayItIsBroken(folder);
      return;
    }
    const title = vscode.l10n.t('Checking playbooks…');
    const found = await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () =>
      findProblems(documents, folder, judge),
    );
    const rules = await askForRules(found, before);
    if (rules) await hide(documents, folder, before, found, rules);
  });
}

async function sayItIsBroken(folder: vscode.Uri): Promise<void> {
  const open = vscode.l10n.t('Open File');
  const answer = await vscode.window.showErrorMessage(
    vscode.l10n.t(
      '{file} cannot be read, so nothing was recorded. The Problems view says what is wrong with it.',
      { file: BASELINE_NAME },
    ),
    open,
  );
  if (answer === open) await vscode.window.showTextDocument(baselineUri(folder));
}

/** Each gap by itself, whatever is known already. A file on which a rule fails is left out, and stays as it is recorded. */
export async function findProblems(
  { index }: Documents,
  folder: vscode.Uri,
  judge: Judge,
  isWanted: (uri: string) => boolean = () => true,
): Promise<Found[]> {
  const found: Found[] = [];
  for await (const key of inSlices([...index.playbookUris(), ...index.rosterUris()])) {
    const uri = vscode.Uri.parse(key);
    const isInside = vscode.workspace.getWorkspaceFolder(uri)?.uri.toString() === folder.toString();
    const view = isInside && isWanted(key) ? index.view(key) : undefined;
    if (!view) continue;
    const failed: Rule[] = [];
    const problems = judge.everything(view, oneByOne, (rule) => failed.push(rule));
    if (failed.length === 0) found.push({ view, path: pathIn(folder, uri), problems });
  }
  return found;
}

interface Item extends vscode.QuickPickItem {
  readonly rule: Rule;
}

/** Warnings and errors are chosen at first, and what is recorded already. */
async function askForRules(
  found: readonly Found[],
  before: Baseline,
): Promise<ReadonlySet<Rule> | undefined> {
  const problems = found.flatMap((f) => f.problems);
  const recorded = new Set(before.entries.map((e) => e.rule));
  const items = allRules.flatMap((rule): Item[] => {
    const own = problems.filter((p) => p.rule === rule);
    if (own.length === 0) return [];
    return [
      {
        label: localize(message(rule.summary, {})),
        description: problemsText(own.length),
        picked: own.some(isLoud) || recorded.has(rule.id),
        rule,
      },
    ];
  });
  if (items.length === 0) {
    // Whatever is recorded is gone: to write that down is all there is left to do.
    if (before.size > 0) return new Set();
    void vscode.window.showInformationMessage(
      vscode.l10n.t('There is nothing to hide: no playbook in this folder has a problem.'),
    );
    return undefined;
  }
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Hide Existing Problems'),
    placeHolder: vscode.l10n.t('Which existing problems should be hidden? New ones are still shown.'),
    canPickMany: true,
    matchOnDetail: true,
  });
  return picked && new Set(picked.map((i) => i.rule));
}

/** What one wants to hear of at once. */
export function isLoud({ severity }: Problem): boolean {
  return severity === 'error' || severity === 'warning';
}

/** Records the problems of these rules. */
export async function hide(
  documents: Documents,
  folder: vscode.Uri,
  before: Baseline,
  found: readonly Found[],
  rules: ReadonlySet<Rule>,
): Promise<void> {
  const files = new Map<string, readonly BaselineEntry[]>(
    found.map(({ view, path, problems }) => [
      path,
      entriesOf(
        view,
        path,
        problems.filter((p) => rules.has(p.rule)),
      ),
    ]),
  );
  const others = new Set(before.entries.map((e) => e.path).filter((path) => !files.has(path)));
  const there = new Set<string>();
  for (const path of others) if (await exists(vscode.Uri.joinPath(folder, path))) there.add(path);
  const after = before.updated(files, (path) => there.has(path));
  try {
    await documents.baselines.write(folder, after);
  } catch (error) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('{file} could not be written: {reason}', {
        file: BASELINE_NAME,
        reason: error instanceof Error ? error.message : String(error),
      }),
    );
    return;
  }
  const what = after.size === 0 ? vscode.l10n.t('Nothing is hidden') : recordedText(after.size);
  const icon = 'pass';
  vscode.window.setStatusBarMessage(`$(${icon}) ${what}`, SHOWN);
}

function problemsText(count: number): string {
  return count === 1 ? vscode.l10n.t('1 problem') : vscode.l10n.t('{count} problems', { count });
}

function recordedText(count: number): string {
  return count === 1
    ? vscode.l10n.t('1 problem is hidden; new ones are still shown')
    : vscode.l10n.t('{count} problems are hidden; new ones are still shown', { count });
}
