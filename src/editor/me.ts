import * as vscode from 'vscode';
import type { Roster } from '../workspace/roster.ts';
import type { Documents } from './documents.ts';

/** The answer to "Who are you?", where nothing else tells. */
const ANSWER = 'playbook.me';
/** What somebody chose without being asked. */
const CHOICE = 'playbook.me.chosen';

/** Which roster entry the person at the keyboard is. */
export class Me implements vscode.Disposable {
  readonly #memory: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #settings: vscode.Disposable;

  /** Somebody has said who it is; what Git says is asked for every time. */
  readonly onDidChange = this.#changed.event;

  /** @param memory of the workspace, where the answer to "Who are you?" is kept. */
  constructor(memory: vscode.Memento) {
    this.#memory = memory;
    this.#settings = vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('playbook.me')) this.#changed.fire();
    });
  }

  dispose(): void {
    this.#settings.dispose();
    this.#changed.dispose();
  }

  /**
   * The setting `playbook.me`, else what was chosen with *Set Who I Am*, else the person with Git's `user.email`, else
   * what was answered before.
   */
  async handle(documents: Documents, uri: vscode.Uri): Promise<string | undefined> {
    const configured = vscode.workspace.getConfiguration('playbook', uri).get<string>('me', '').trim();
    if (configured !== '') return configured.replace(/^@/, '');
    const chosen = this.#memory.get<string>(CHOICE);
    if (chosen !== undefined) return chosen;
    const roster = documents.index.view(uri.toString())?.roster;
    return (roster && (await personOfGit(roster, uri))) ?? this.#memory.get<string>(ANSWER);
  }

  /** Keeps the answer to a question that was asked because nothing else told. */
  async remember(handle: string): Promise<void> {
    await this.#keep(ANSWER, handle);
  }

  /** Whether somebody has chosen, so that neither Git nor an answer counts. */
  get isChosen(): boolean {
    return this.#memory.get<string>(CHOICE) !== undefined;
  }

  /** Takes the choice back. */
  async unchoose(): Promise<void> {
    await this.#keep(CHOICE, undefined);
  }

  /** Whoever chooses must see it work: a setting that would decide otherwise is changed where it stands. */
  async choose(handle: string, uri: vscode.Uri): Promise<void> {
    const settings = vscode.workspace.getConfiguration('playbook', uri);
    const { workspaceFolderValue, workspaceValue, globalValue } = settings.inspect<string>('me') ?? {};
    const target =
      workspaceFolderValue !== undefined
        ? vscode.ConfigurationTarget.WorkspaceFolder
        : workspaceValue !== undefined
          ? vscode.ConfigurationTarget.Workspace
          : vscode.ConfigurationTarget.Global;
    const isSet = (workspaceFolderValue ?? workspaceValue ?? globalValue ?? '').trim() !== '';
    if (isSet) await settings.update('me', handle, target);
    else await this.#keep(CHOICE, handle);
  }

  async #keep(key: string, handle: string | undefined): Promise<void> {
    await this.#memory.update(key, handle);
    this.#changed.fire();
  }
}

/** The part of the Git extension's API (version 1) that is used here. */
interface GitApi {
  getRepository(uri: vscode.Uri): { getConfig(key: string): Promise<string> } | null;
}

/** Git's extension is not there on the web, in restricted mode, or when it is switched off. */
async function personOfGit(roster: Roster, uri: vscode.Uri): Promise<string | undefined> {
  const extension = vscode.extensions.getExtension<{ getAPI(version: 1): GitApi }>('vscode.git');
  if (!extension) return undefined;
  try {
    const git = extension.isActive ? extension.exports : await extension.activate();
    const email = (await git.getAPI(1).getRepository(uri)?.getConfig('user.email'))?.trim().toLowerCase();
    if (!email) return undefined;
    return [...roster.people.values()].find((p) => p.email?.toLowerCase() === email)?.handle;
  } catch {
    // Git switched off, or no user.email: then Git does not know either.
    return undefined;
  }
}
