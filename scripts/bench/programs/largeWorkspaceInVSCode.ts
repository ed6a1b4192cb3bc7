// Runs in VS Code's extension host: how long does it take until a large workspace is read, and is the host held up?
import { renameSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import path from 'node:path';
import * as vscode from 'vscode';
import type { PlaybookApi } from '../../../src/editor/api.ts';
import { report, waitingExtension } from './vscodeBench.ts';

/** Milliseconds. */
export interface LargeWorkspaceInVSCodeReport {
  readonly tasks: number;
  /** From the start of activation until every playbook is read. */
  readonly index: number;
  /** Longest time for which the extension host could not turn to anything else meanwhile. */
  readonly longestHold: number;
  /** From the start of activation until the problems of every file are published and the view can be drawn. */
  readonly all: number;
  readonly longestHoldOfAll: number;
  /** The same while nothing of ours was running, for as long as `all` took. */
  readonly longestHoldIdle: number;
  /** Asking for completions behind an `@` and having them, by way of VS Code. */
  readonly completions: readonly number[];
  /** The same in a text for which no extension has any. */
  readonly noCompletions: readonly number[];
}

const COMPLETIONS = 100;
/** The first ones load what VS Code needs for them. */
const FIRST = 10;
/** VS Code notices files that came into a folder; whoever measures waits until it has. */
const NOTICED = 5_000;

export async function run(): Promise<void> {
  const extension = (await waitingExtension()) as vscode.Extension<PlaybookApi>;
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const source = process.env['BENCH_PLAYBOOKS'];
  if (!folder || source === undefined) throw new Error('There is no workspace to measure.');
  // Only now: with playbooks in the workspace VS Code would have activated the extension at its start.
  renameSync(source, path.join(folder.uri.fsPath, 'playbooks'));
  await new Promise((resolve) => setTimeout(resolve, NOTICED));

  const delay = monitorEventLoopDelay({ resolution: RESOLUTION });
  delay.enable();
  const start = performance.now();
  const api = await extension.activate();
  await api.whenReady();
  const index = performance.now() - start;
  const longestHold = hold(delay);
  await vscode.commands.executeCommand('playbook.checkWorkspace');
  const all = performance.now() - start;
  const longestHoldOfAll = hold(delay);
  delay.reset();
  await new Promise((resolve) => setTimeout(resolve, all));
  const result: LargeWorkspaceInVSCodeReport = {
    index,
    longestHold,
    all,
    longestHoldOfAll,
    longestHoldIdle: hold(delay),
    tasks: api.tasks().length,
    completions: await askForCompletions(await openPlaybook(folder.uri)),
    noCompletions: await askForCompletions(
      await vscode.workspace.openTextDocument({ language: 'plaintext', content: 'Print @' }),
    ),
  };
  report(result);
}

/** How often the clock of the event loop ticks, in milliseconds. */
const RESOLUTION = 2;

function hold(delay: ReturnType<typeof monitorEventLoopDelay>): number {
  return delay.max / 1_000_000 - RESOLUTION;
}

function openPlaybook(folder: vscode.Uri): Thenable<vscode.TextDocument> {
  return vscode.workspace.openTextDocument(
    vscode.Uri.joinPath(folder, 'playbooks/team-0/plan-0.playbook.md'),
  );
}

async function askForCompletions(document: vscode.TextDocument): Promise<number[]> {
  await vscode.window.showTextDocument(document);
  const { uri } = document;
  const at = document.positionAt(document.getText().lastIndexOf('@') + 1);
  const times: number[] = [];
  for (let i = 0; i < COMPLETIONS + FIRST; i++) {
    const start = performance.now();
    await vscode.commands.executeCommand('vscode.executeCompletionItemProvider', uri, at, '@');
    times.push(performance.now() - start);
  }
  return times.slice(FIRST);
}
