import * as vscode from 'vscode';
import { judge } from '../rules/judge.ts';
import type { Problem } from '../rules/rule.ts';
import type { FileView } from '../workspace/workspaceIndex.ts';
import type { AssetFiles } from './assetFiles.ts';
import type { Documents } from './documents.ts';
import { judgeSettings } from './settings.ts';

/** Judges files as the user wants it, by what all playbooks of the workspace say together. */
export class Judge {
  readonly #documents: Documents;
  readonly #assets: AssetFiles;
  readonly #log: vscode.LogOutputChannel;
  /**
   * Whether every playbook has been counted once. Before, nobody could say that no task serves a goal: rules that ask
   * for such things are not run.
   */
  hasCounted = false;

  constructor(documents: Documents, assets: AssetFiles, log: vscode.LogOutputChannel) {
    this.#documents = documents;
    this.#assets = assets;
    this.#log = log;
  }

  /** A rule that fails is logged; the others go on. */
  problems(view: FileView): Problem[] {
    const { facts } = this.#documents.index;
    return judge(view, {
      ...judgeSettings(vscode.Uri.parse(view.uri)),
      ...(this.hasCounted && { facts: () => facts }),
      hasFile: (place, file) => this.#assets.has(place, file),
      onError: (rule, error) => {
        this.#log.error(`Rule ${rule.id} failed on ${view.uri}`, error);
      },
    });
  }
}
