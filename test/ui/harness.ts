// Starts VS Code for tests of its user interface: the packaged extension installed, a copy of a workspace open.
import assert from 'node:assert';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before } from 'node:test';
import { ROOT } from '../../scripts/lib/paths.ts';
import { keepFailure } from '../../scripts/vscode-host/failure.ts';
import { createRunDir } from '../../scripts/vscode-host/runDir.ts';
import { type Session, startSession } from '../../scripts/vscode-host/session.ts';
import { LIMIT_MS, type Workbench, createWorkbench } from './workbench.ts';

export type { Workbench } from './workbench.ts';

export interface WorkbenchOptions {
  /** A folder to copy, relative to the project's root, or the files themselves: path to text. */
  readonly workspace: string | Readonly<Record<string, string>>;
  /** User settings, over the quiet ones of the test host. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Asks for trust in the workspace, as a desktop VS Code does. Default: it is trusted. */
  readonly workspaceTrust?: boolean;
  /** Runs the built web-worker extension of the project's folder, as vscode.dev would, in place of the packaged one. */
  readonly web?: boolean;
}

function packagedExtension(): string {
  const vsix = process.env['PLAYBOOK_VSIX'];
  assert.ok(
    vsix,
    'These tests need the packaged extension: run them with `npm run test:ui` (a word picks files).',
  );
  return vsix;
}

function layOut(workspace: WorkbenchOptions['workspace'], dir: string): void {
  if (typeof workspace === 'string') {
    cpSync(path.join(ROOT, workspace), dir, { recursive: true });
    return;
  }
  mkdirSync(dir, { recursive: true });
  for (const [name, text] of Object.entries(workspace)) {
    mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
    writeFileSync(path.join(dir, name), text);
  }
}

interface Running {
  readonly workbench: Workbench;
  /** Keeps a screenshot and the logs. */
  keep(): Promise<void>;
  stop(): Promise<void>;
}

async function start(name: string, options: WorkbenchOptions): Promise<Running> {
  const runDir = createRunDir();
  const log: string[] = [];
  let session: Session | undefined;
  const keep = async (): Promise<void> => {
    if (session) await keepFailure(name, session, log);
  };
  try {
    const dir = path.join(runDir.path, 'workspace');
    layOut(options.workspace, dir);
    session = await startSession({
      runDir,
      workspace: dir,
      ...(options.web ? { web: true, extensionDevelopmentPaths: [ROOT] } : { vsix: [packagedExtension()] }),
      ...(options.settings && { settings: options.settings }),
      ...(options.viewport && { viewport: options.viewport }),
      ...(options.workspaceTrust && { workspaceTrust: true }),
      onLog: (type, text) => log.push(`${type}: ${text}`),
    });
    session.page.setDefaultTimeout(LIMIT_MS);
    await session.page.locator('.monaco-workbench .statusbar').waitFor();
    return { workbench: createWorkbench(session.page, dir, log), keep, stop: session.dispose };
  } catch (error) {
    await keep();
    await (session ? session.dispose() : runDir.dispose());
    throw error;
  }
}

/**
 * Declares one VS Code for the tests of this file (call it at the top level, or in a `describe`). It starts before
 * them and is gone after them; the first failing test leaves a screenshot and the logs in `.vscode-test/failures`.
 * @param name of the folder in there
 * @returns a function that gives the running workbench to a test
 */
export function useWorkbench(name: string, options: WorkbenchOptions): () => Workbench {
  let running: Running | undefined;
  let kept = false;
  before(async () => {
    running = await start(name, options);
  });
  afterEach(async (context) => {
    // Node 22 and newer tell how the test ended; the types at hand are those of Node 20.
    const { passed } = context as { readonly passed?: boolean };
    if (passed !== false || kept) return;
    kept = true;
    await running?.keep();
  });
  after(() => running?.stop());
  return () => {
    assert.ok(running, 'VS Code did not start');
    return running.workbench;
  };
}

/** Runs `work` with a VS Code of its own, for a single test. A failure leaves a screenshot and the logs. */
export async function withWorkbench<T>(
  name: string,
  options: WorkbenchOptions,
  work: (workbench: Workbench) => Promise<T>,
): Promise<T> {
  const running = await start(name, options);
  try {
    return await work(running.workbench);
  } catch (error) {
    await running.keep();
    throw error;
  } finally {
    await running.stop();
  }
}
