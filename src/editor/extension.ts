import * as vscode from 'vscode';
import { AssetFiles } from './assetFiles.ts';
import { createApi, type PlaybookApi } from './api.ts';
import { registerCodeActions } from './codeActions.ts';
import { registerCommands } from './commands/all.ts';
import { registerCompletions } from './completions.ts';
import { registerContextKeys } from './contextKeys.ts';
import { registerDefinitions } from './definitions.ts';
import { registerDiagnostics } from './diagnostics.ts';
import { Documents } from './documents.ts';
import { showExampleFirst } from './exampleFirst.ts';
import { registerHovers } from './hovers.ts';
import { registerInlayHints } from './inlayHints.ts';
import { Judge } from './judge.ts';
import { Me } from './me.ts';
import { registerSemanticTokens } from './semanticTokens.ts';
import { registerStatusBar } from './statusBar.ts';
import { registerSymbols } from './symbols.ts';
import { registerResponsibilities } from './views/responsibilities.ts';

/** Constructs what the extension consists of; each feature registers itself and is disposed with the extension. */
export function activate(context: vscode.ExtensionContext): PlaybookApi {
  const log = vscode.window.createOutputChannel('Playbook', { log: true });
  const documents = new Documents(log);
  const me = new Me(context.workspaceState);
  const assets = new AssetFiles();
  const judge = new Judge(documents, assets, log);
  const diagnostics = registerDiagnostics(documents, judge, assets);
  context.subscriptions.push(
    log,
    documents,
    assets,
    diagnostics,
    registerCodeActions(documents, me, judge),
    registerCompletions(documents, judge),
    registerHovers(documents, judge),
    registerDefinitions(documents),
    registerInlayHints(documents),
    registerSemanticTokens(documents),
    registerSymbols(documents),
    registerStatusBar(documents),
    registerContextKeys(documents),
    registerCommands(documents, me, diagnostics, judge, context.workspaceState, context.extensionUri),
    registerResponsibilities(documents, context.workspaceState, log),
  );
  // Parsing starts once activation is over: registering is all that must happen now.
  setTimeout(() => {
    void documents.whenReady();
    void showExampleFirst(context.workspaceState);
  }, 0);
  return createApi(documents);
}
