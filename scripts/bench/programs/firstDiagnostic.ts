// Runs in VS Code's extension host: someone opens the first playbook. When is the first problem there?
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { PLAYBOOK, makeDocument } from '../documents.ts';
import { report, waitingExtension } from './vscodeBench.ts';

/** Milliseconds since VS Code was asked to open the file. */
export interface FirstDiagnosticReport {
  /** The text is in the editor. */
  readonly shown: number;
  readonly diagnostic: number;
}

const LINES = 200;

export async function run(): Promise<void> {
  await waitingExtension();
  // Not in the workspace: there it would have activated the extension at the start.
  const file = path.join(tmpdir(), `bench-${process.pid}.playbook.md`);
  writeFileSync(file, makeDocument(LINES, PLAYBOOK, 3));
  const uri = vscode.Uri.file(file);
  const start = performance.now();
  const diagnostic = new Promise<number>((resolve) => {
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const isOurs = uris.some((changed) => changed.path === uri.path);
      if (isOurs && vscode.languages.getDiagnostics(uri).length > 0) resolve(performance.now() - start);
    });
  });
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  const result: FirstDiagnosticReport = { shown: performance.now() - start, diagnostic: await diagnostic };
  report(result);
}
