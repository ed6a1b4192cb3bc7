// Runs in VS Code's extension host: how long does activating take?
import * as vscode from 'vscode';
import { report, waitingExtension } from './vscodeBench.ts';

/** Milliseconds. */
export interface ActivationReport {
  readonly playbook: number;
  /** An extension that does nothing: what VS Code itself needs for it. */
  readonly empty: number;
}

export async function run(): Promise<void> {
  const playbook = await waitingExtension();
  // Whichever comes first would pay for what all share.
  await activate(empty('warm-up'));
  const result: ActivationReport = {
    playbook: await activate(playbook),
    empty: await activate(empty('empty')),
  };
  report(result);
}

function empty(name: string): vscode.Extension<unknown> {
  const extension = vscode.extensions.getExtension(`bench.${name}`);
  if (!extension) throw new Error(`bench.${name} is not installed.`);
  return extension;
}

async function activate(extension: vscode.Extension<unknown>): Promise<number> {
  const start = performance.now();
  await extension.activate();
  return performance.now() - start;
}
