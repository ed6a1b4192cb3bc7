import * as vscode from 'vscode';
import { judge, type JudgeOptions } from '../rules/judge.ts';
import type { Problem, Rule } from '../rules/rule.ts';
import type { FileView } from '../workspace/fileView.ts';
import type { AssetFiles } from './assetFiles.ts';
import type { Documents } from './documents.ts';
import { judgeSettings } from './settings.ts';

/** Judges files as the user wants it, by what all playbooks of the workspace say together. */
export class Judge {
  readonly #documents: Documents;
  readonly #assets: AssetFiles;
  readonly #log: vscode.LogOutputChannel;
  readonly #counted: Promise<void>;
  #hasCounted = false;
  #tellCounted: () => void = () => undefined;

  constructor(documents: Documents, assets: AssetFiles, log: vscode.LogOutputChannel) {
    this.#documents = documents;
    this.#assets = assets;
    this.#log = log;
    this.#counted = new Promise((resolve) => {
      this.#tellCounted = resolve;
    });
  }

  /**
   * Whether every playbook has been counted once. Before, nobody could say that no task serves a goal: rules that ask
   * for such things are not run.
   */
  get hasCounted(): boolean {
    return this.#hasCounted;
  }

  whenCounted(): Promise<void> {
    return this.#counted;
  }

  setCounted(): void {
    this.#hasCounted = true;
    this.#tellCounted();
  }

  /** The problems of a file that are shown: all that no baseline knows. */
  problems(view: FileView): Problem[] {
    return this.everything(view, this.#documents.baselines.known(view));
  }

  /**
   * The problems of a file, whether they are known from before or not. A rule that fails is logged; the others go on.
   * @param known what is left out
   * @param failed told of each rule that does
   */
  everything(view: FileView, known?: JudgeOptions['known'], failed?: (rule: Rule) => void): Problem[] {
    const { index } = this.#documents;
    const { facts } = index;
    return judge(view, {
      ...judgeSettings(vscode.Uri.parse(view.uri)),
      ...(this.#hasCounted && { facts: () => facts }),
      ...(known && { known }),
      hasFile: (place, file) => this.#assets.has(place, index.rootOf(place.uri), file),
      onError: (rule, error) => {
        this.#log.error(`Rule ${rule.id} failed on ${view.uri}`, error);
        failed?.(rule);
      },
    });
  }
}
