import { existsSync, lstatSync } from 'node:fs';
import { Baseline, entriesOf, isOurRule, sizeOf } from '../rules/baseline.ts';
import type { BaselineEntry } from '../rules/baselineEntry.ts';
import { BASELINE_NAME, formatBaseline, parseBaseline } from '../rules/baselineFile.ts';
import { judge, type JudgeOptions } from '../rules/judge.ts';
import { oneByOne } from '../rules/known.ts';
import type { KnownProblems } from '../rules/knownProblems.ts';
import type { Problem } from '../rules/rule.ts';
import { formatMessage } from '../text/message.ts';
import type { RuleId } from '../workspace/ruleIds.ts';
import type { FileView } from '../workspace/fileView.ts';
import type { Failure } from './failure.ts';
import { displayPath, isWithin } from './paths.ts';
import { readText } from './readText.ts';
import { notWritten, replaceFile } from './replaceFile.ts';
import { count } from './wording.ts';

/** A workspace root and the baseline in it. */
interface Rooted {
  readonly root: string;
  readonly path: string;
  /** As it stands on disk; undefined while there is none. */
  readonly text: string | undefined;
  readonly baseline: Baseline;
  /** It stands there and cannot be used: nothing is known, and nothing may be written over it. */
  readonly isBroken: boolean;
}

/** Files to look at, one after the other. */
export interface Files {
  readonly uris: readonly string[];
  /** Undefined where a file cannot be read any more. */
  readonly view: (uri: string) => FileView | undefined;
}

/** The baselines of the workspaces that a command works on. */
export class Baselines {
  readonly failures: Failure[] = [];
  #rooted: readonly Rooted[];
  readonly #judged = new Set<string>();
  /** How many recorded problems were not found again, by the path of their baseline. */
  readonly #gone = new Map<string, number>();

  /** @param roots of the workspaces; one without a baseline has nothing recorded. */
  constructor(roots: readonly string[]) {
    // A root within another one goes first.
    const inner = [...roots].sort((a, b) => b.length - a.length);
    this.#rooted = inner.map((root) => this.#read(root));
  }

  /** Whether there is any at all. */
  get areThere(): boolean {
    return this.#rooted.some((r) => r.text !== undefined);
  }

  /** What is known of a file, to judge it once. */
  known(view: FileView): KnownProblems | undefined {
    const rooted = this.#of(view.uri);
    return rooted?.baseline.known(view, pathIn(rooted, view.uri));
  }

  /**
   * Records the problems of files and prunes what is gone from them. Entries of other files stay as long as the files do.
   * @param isChosen which problems are to be recorded; others stay recorded if they were
   * @returns lines to tell the user
   */
  write(cwd: string, files: Files, options: JudgeOptions, isChosen: (problem: Problem) => boolean): string[] {
    const notes: string[] = [];
    this.#rooted = this.#rooted.map((rooted) => {
      const own = files.uris.filter((uri) => this.#of(uri) === rooted);
      if (rooted.isBroken || (own.length === 0 && rooted.text === undefined)) return rooted;
      const found = new Map<string, readonly BaselineEntry[]>();
      let gone = 0;
      for (const uri of own) {
        const view = files.view(uri);
        const of = view && recorded(view, rooted, options, isChosen);
        if (!of) continue;
        found.set(pathIn(rooted, uri), of.entries);
        gone += of.gone;
      }
      const isThere = (path: string) => existsSync(inRoot(rooted.root, path));
      const baseline = rooted.baseline.updated(found, isThere);
      gone += sizeOf(rooted.baseline.entries.filter((e) => !found.has(e.path) && !isThere(e.path)));
      const text = formatBaseline(baseline);
      try {
        // What says the same is left as it is, be it with other line ends.
        if (text !== rooted.text?.replaceAll('\r\n', '\n')) replaceFile(rooted.path, text);
      } catch (error) {
        const reason = notWritten('Nothing was recorded in it', error);
        this.failures.push({ path: rooted.path, reason, fails: true });
        return rooted;
      }
      notes.push(recordedNote(displayPath(cwd, rooted.path), baseline, gone));
      return { ...rooted, text, baseline };
    });
    return notes;
  }

  /**
   * Keeps count of what is recorded of a file and was not found again.
   * @param known what was asked while the file was judged
   * @param isRun whether a rule was: what the others know may be there or not
   */
  judged({ uri }: FileView, known: KnownProblems | undefined, isRun: (rule: string) => boolean): void {
    const rooted = this.#of(uri);
    if (!rooted) return;
    this.#judged.add(uri);
    const gone = sizeOf((known?.left ?? []).filter((e) => isRun(e.rule)));
    this.#gone.set(rooted.path, (this.#gone.get(rooted.path) ?? 0) + gone);
  }

  /**
   * Says of each baseline how much of it matches nothing any more, and what to do about it.
   * @param isWhole every file of the workspace was judged: entries of files that are not there are gone as well
   */
  goneNotes(cwd: string, isWhole: boolean): string[] {
    return this.#rooted.flatMap((rooted) => {
      const { entries } = rooted.baseline;
      const lost = isWhole ? entries.filter((e) => this.#isLost(inRoot(rooted.root, e.path))) : [];
      const gone = (this.#gone.get(rooted.path) ?? 0) + sizeOf(lost);
      return gone === 0 ? [] : [goneNote(displayPath(cwd, rooted.path), gone)];
    });
  }

  #isLost(path: string): boolean {
    return !this.#judged.has(path) && !existsSync(path);
  }

  #of(uri: string): Rooted | undefined {
    return this.#rooted.find(({ root }) => isWithin(root, uri));
  }

  #read(root: string): Rooted {
    const path = inRoot(root, BASELINE_NAME);
    const none = { root, path, text: undefined, baseline: Baseline.empty, isBroken: false };
    if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return none;
    const fail = (reason: string): Rooted => {
      const whole = `${reason} Until then nothing is recorded, and every problem is reported.`;
      this.failures.push({ path, reason: whole, fails: true });
      return { ...none, text: '', isBroken: true };
    };
    const file = readText(path);
    if (file.kind !== 'text') return fail(file.reason);
    const baseline = parseBaseline(file.text);
    if (baseline instanceof Baseline) return { ...none, text: file.text, baseline };
    const { message, line } = baseline;
    return fail(`${line > 0 ? `Line ${line + 1}: ` : ''}${formatMessage(message)}`);
  }
}

/**
 * What is to be recorded of a file, and how many of its recorded problems are gone.
 * @returns undefined where a rule failed: what it would have found is not known to be gone
 */
function recorded(
  view: FileView,
  rooted: Rooted,
  options: JudgeOptions,
  isChosen: (problem: Problem) => boolean,
): { readonly entries: readonly BaselineEntry[]; readonly gone: number } | undefined {
  const failed: RuleId[] = [];
  // Whoever judges the file to report on it says which rule failed.
  const problems = judge(view, { ...options, known: oneByOne, onError: (rule) => failed.push(rule.id) });
  if (failed.length > 0) return undefined;
  const path = pathIn(rooted, view.uri);
  const known = rooted.baseline.known(view, path);
  const kept = problems.filter((p) => known?.take(p.rule.id, p) === true || isChosen(p));
  return { entries: entriesOf(view, path, kept), gone: goneOf(known) };
}

/** How many recorded problems of a file that has been judged are there no more; those of later versions' rules aside. */
function goneOf(known: KnownProblems | undefined): number {
  return sizeOf((known?.left ?? []).filter((e) => isOurRule(e.rule)));
}

function recordedNote(path: string, after: Baseline, gone: number): string {
  const what = after.size === 0 ? 'There is nothing to record' : `Recorded ${count(after.size, 'problem')}`;
  return `${what} in ${path}.${gone === 0 ? '' : ` Took out ${gone} that ${gone === 1 ? 'is' : 'are'} gone.`}`;
}

function goneNote(path: string, gone: number): string {
  const what = gone === 1 ? '1 problem recorded in' : `${gone} problems recorded in`;
  const them = gone === 1 ? 'is there no more. To take it out' : 'are there no more. To take them out';
  return `${what} ${path} ${them}, run "playbook check --write-baseline", which also records what is new.`;
}

function pathIn({ root }: Rooted, uri: string): string {
  return uri.slice(root.endsWith('/') ? root.length : root.length + 1);
}

function inRoot(root: string, path: string): string {
  return root.endsWith('/') ? root + path : `${root}/${path}`;
}
