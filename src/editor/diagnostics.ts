import * as vscode from 'vscode';
import type { Problem } from '../rules/rule.ts';
import { toVsRange, toVsSeverity } from './convert.ts';
import type { AssetFiles } from './assetFiles.ts';
import type { Documents } from './documents.ts';
import type { Judge } from './judge.ts';
import { localize } from './localize.ts';
import { message } from '../text/message.ts';
import { ruleUri } from './ruleDocs.ts';
import { onNextDay } from './today.ts';
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
export function registerDiagnostics(documents: Documents, judge: Judge, assets: AssetFiles): Diagnostics {
  const publisher = new Publisher(documents, judge);
  const subscriptions = vscode.Disposable.from(
    publisher,
    documents.onDidChange((uris) => {
      publisher.add(uris);
    }),
    documents.onDidReadAll(() => {
      publisher.allRead();
    }),
    assets.onDidChange((uris) => {
      publisher.add(uris);
    }),
    vscode.workspace.onDidChangeConfiguration((e) => {
      if (e.affectsConfiguration('playbook')) publisher.settingsChanged();
    }),
    onNextDay(() => {
      publisher.addAll();
    }),
    vscode.window.tabGroups.onDidChangeTabs(() => {
      publisher.tabsChanged();
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
  /** URIs of the files to be judged. */
  readonly #waiting = new Set<string>();
  /** Files about whose entries the playbooks say something else than when they were judged; they come last. */
  readonly #dependents = new Set<string>();
  readonly #documents: Documents;
  readonly #judge: Judge;
  #isAllRead = false;
  #run: Promise<void> | undefined;
  /** Somebody asked to see everything, beyond what the setting says. */
  #showsAll = false;
  #judgesWorkspace = judgesWorkspace();

  constructor(documents: Documents, judge: Judge) {
    this.#documents = documents;
    this.#judge = judge;
  }

  dispose(): void {
    this.#waiting.clear();
    this.#collection.dispose();
  }

  add(uris: readonly vscode.Uri[]): void {
    for (const uri of uris) this.#waiting.add(uri.toString());
    this.#start();
  }

  addAll(): void {
    for (const uri of this.#documents.index.uris()) this.#waiting.add(uri);
    this.#start();
  }

  /** Once all that waits is counted, rules may ask what all playbooks say together. */
  allRead(): void {
    this.#isAllRead = true;
    this.#start();
  }

  settingsChanged(): void {
    this.#showsAll = false;
    this.#judgesWorkspace = judgesWorkspace();
    this.addAll();
  }

  /** With `openFiles` a tab that opens or closes decides. */
  tabsChanged(): void {
    if (!this.#judgesWorkspace) this.addAll();
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

  #start(): void {
    this.#run ??= this.#publishWaiting().finally(() => {
      this.#run = undefined;
      // What came between the last look and the end.
      if (this.#waiting.size > 0) this.#start();
    });
  }

  async #publishWaiting(): Promise<void> {
    const slice = new TimeSlice();
    await slice.next();
    do {
      let judged: [vscode.Uri, vscode.Diagnostic[] | undefined][] = [];
      for (let uri = this.#next(); uri !== undefined; uri = this.#next()) {
        judged.push(this.#judged(uri));
        if (!slice.isUsedUp) continue;
        // A message to VS Code takes longer than a file, so all of a slice go in one. Never cleared first: replacing
        // does not flicker.
        this.#collection.set(judged);
        judged = [];
        await slice.pause();
      }
      if (judged.length > 0) this.#collection.set(judged);
      this.#turnToDependents();
    } while (this.#waiting.size > 0);
  }

  /** Every playbook is counted now: what is said at the entries of rosters holds for all of them. */
  #turnToDependents(): void {
    if (!this.#isAllRead) return;
    if (!this.#judge.hasCounted) {
      this.#judge.setCounted();
      // Nobody speaks of a goal that no task serves.
      for (const uri of this.#documents.index.definingUris()) this.#dependents.add(uri);
    }
    for (const uri of this.#dependents) this.#waiting.add(uri);
    this.#dependents.clear();
  }

  #next(): string | undefined {
    const open = this.#documents.openDocuments().find((d) => this.#waiting.has(d.uri.toString()));
    const uri = open?.uri.toString() ?? this.#waiting.values().next().value;
    if (uri !== undefined) this.#waiting.delete(uri);
    return uri;
  }

  /** A file with what is to be shown of it. */
  #judged(key: string): [vscode.Uri, vscode.Diagnostic[] | undefined] {
    const { index } = this.#documents;
    const uri = vscode.Uri.parse(key);
    for (const dependent of index.count(key)) this.#dependents.add(dependent);
    if (this.#judge.hasCounted) this.#dependents.delete(key);
    const isShown = this.#showsAll || this.#judgesWorkspace || isInTab(uri);
    const view = isShown && !this.#documents.isLeftAlone(uri) ? index.view(key) : undefined;
    return [uri, view && this.#judge.problems(view).map((p) => toDiagnostic(uri, p))];
  }
}

function judgesWorkspace(): boolean {
  return vscode.workspace.getConfiguration('playbook').get('diagnostics.scope') !== 'openFiles';
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
