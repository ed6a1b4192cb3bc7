import * as vscode from 'vscode';
import { judge, type JudgeOptions } from '../rules/judge.ts';
import type { Problem, Rule } from '../rules/rule.ts';
import type { FileView } from '../workspace/workspaceIndex.ts';
import { toVsRange, toVsSeverity } from './convert.ts';
import type { Documents } from './documents.ts';
import { localize } from './localize.ts';
import { message } from '../text/message.ts';
import { ruleUri } from './ruleDocs.ts';
import { onNextDay } from './today.ts';
import { judgeSettings } from './settings.ts';
import { isInTab } from './tabs.ts';
import { TimeSlice } from './timeSlice.ts';

/** The problems of the workspace, as the Problems view shows them. */
export interface Diagnostics {
  dispose(): void;
  /** Judges every file, whatever the setting asks for, and keeps all of it shown until the settings change. */
  checkAll(): Promise<ProblemCounts>;
}

export interface ProblemCounts {
  readonly errors: number;
  readonly warnings: number;
}

/** Publishes the problems of playbooks and rosters, file by file, as far as the setting asks for them. */
export function registerDiagnostics(documents: Documents, log: vscode.LogOutputChannel): Diagnostics {
  const publisher = new Publisher(documents, log);
  const subscriptions = vscode.Disposable.from(
    publisher,
    documents.onDidChange((uris) => {
      publisher.add(uris);
    }),
    vscode.workspace.onDidChangeConfiguration((e) => {
      if (e.affectsConfiguration('playbook')) publisher.settingsChanged();
    }),
    onNextDay(() => {
      publisher.addAll();
    }),
    // With `openFiles` a tab that opens or closes decides.
    vscode.window.tabGroups.onDidChangeTabs(() => {
      if (!judgesWorkspace()) publisher.addAll();
    }),
  );
  return {
    dispose: () => {
      subscriptions.dispose();
    },
    checkAll: () => publisher.checkAll(),
  };
}

/** Judges in slices, what is open first, so that ten thousand files hold nobody up. */
class Publisher implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('playbook');
  readonly #waiting = new Map<string, vscode.Uri>();
  readonly #documents: Documents;
  readonly #log: vscode.LogOutputChannel;
  #run: Promise<void> | undefined;
  /** Somebody asked to see everything, beyond what the setting says. */
  #showsAll = false;

  constructor(documents: Documents, log: vscode.LogOutputChannel) {
    this.#documents = documents;
    this.#log = log;
  }

  dispose(): void {
    this.#waiting.clear();
    this.#collection.dispose();
  }

  add(uris: readonly vscode.Uri[]): void {
    for (const uri of uris) this.#waiting.set(uri.toString(), uri);
    this.#run ??= this.#publishWaiting();
  }

  settingsChanged(): void {
    this.#showsAll = false;
    this.addAll();
  }

  async checkAll(): Promise<ProblemCounts> {
    await this.#documents.whenReady();
    this.#showsAll = true;
    this.addAll();
    await this.#run;
    const counts = { errors: 0, warnings: 0 };
    this.#collection.forEach((_, diagnostics) => {
      for (const { severity } of diagnostics) {
        if (severity === vscode.DiagnosticSeverity.Error) counts.errors++;
        else if (severity === vscode.DiagnosticSeverity.Warning) counts.warnings++;
      }
    });
    return counts;
  }

  addAll(): void {
    const { index } = this.#documents;
    this.add([...index.playbookUris(), ...index.rosterUris()].map((uri) => vscode.Uri.parse(uri)));
  }

  async #publishWaiting(): Promise<void> {
    const slice = new TimeSlice();
    slice.begin();
    for (let uri = this.#next(); uri; uri = this.#next()) {
      this.#publish(uri);
      await slice.pause();
    }
    this.#run = undefined;
  }

  #next(): vscode.Uri | undefined {
    const open = this.#documents.openDocuments().find((d) => this.#waiting.has(d.uri.toString()));
    const uri = open?.uri ?? this.#waiting.values().next().value;
    if (uri) this.#waiting.delete(uri.toString());
    return uri;
  }

  #publish(uri: vscode.Uri): void {
    const view = this.#documents.index.view(uri.toString());
    // Never cleared first: replacing does not flicker.
    if (view && (this.#showsAll || judgesWorkspace() || isInTab(uri))) {
      this.#collection.set(
        uri,
        problemsOf(view, this.#log, this.#documents).map((p) => toDiagnostic(uri, p)),
      );
    } else this.#collection.delete(uri);
  }
}

function judgesWorkspace(): boolean {
  return vscode.workspace.getConfiguration('playbook').get('diagnostics.scope') !== 'openFiles';
}

/** The problems of a file that are shown: all that no baseline knows. */
export function problemsOf(
  view: FileView,
  log: vscode.LogOutputChannel,
  { baselines }: Documents,
): Problem[] {
  const known = baselines.known(view);
  return judgeWith(view, log, known && { known });
}

/**
 * The problems of a file, whether they are known from before or not. A rule that fails is logged; the others go on.
 * @param failed told of each rule that does
 */
export function judgeWith(
  view: FileView,
  log: vscode.LogOutputChannel,
  options?: Pick<JudgeOptions, 'known'>,
  failed?: (rule: Rule) => void,
): Problem[] {
  return judge(view, {
    ...judgeSettings(vscode.Uri.parse(view.uri)),
    ...options,
    onError: (rule, error) => {
      log.error(`Rule ${rule.id} failed on ${view.uri}`, error);
      failed?.(rule);
    },
  });
}

/** @param uri of the file that was judged */
export function toDiagnostic(uri: vscode.Uri, problem: Problem): vscode.Diagnostic {
  const { rule } = problem;
  const text = localize(message(rule.messages[problem.message] ?? problem.message, problem.args));
  const diagnostic = new vscode.Diagnostic(toVsRange(problem.range), text, toVsSeverity(problem.severity));
  diagnostic.source = 'playbook';
  diagnostic.code = { value: rule.id, target: ruleUri(rule.id) };
  diagnostic.relatedInformation = (problem.related ?? []).map(
    (place) =>
      new vscode.DiagnosticRelatedInformation(
        new vscode.Location(
          place.uri === undefined ? uri : vscode.Uri.parse(place.uri),
          toVsRange(place.range),
        ),
        localize(message(rule.messages[place.message] ?? place.message, place.args)),
      ),
  );
  return diagnostic;
}
