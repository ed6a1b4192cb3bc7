import { existsSync, lstatSync } from 'node:fs';
import { Baseline, entriesOf, type BaselineEntry, type KnownProblems } from '../rules/baseline.ts';
import { BASELINE_NAME, formatBaseline, parseBaseline } from '../rules/baselineFile.ts';
import { judge, type JudgeOptions } from '../rules/judge.ts';
import { oneByOne } from '../rules/known.ts';
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
      const found = new Map<string, BaselineEntry[]>();
      for (const uri of own) {
        const view = files.view(uri);
        const entries = view && recorded(view, rooted, options, isChosen);
        if (entries) found.set(pathIn(rooted, uri), entries);
      }
      const baseline = rooted.baseline.updated(found, (path) => existsSync(inRoot(rooted.root, path)));
      const text = formatBaseline(baseline);
      try {
        // What says the same is left as it is, be it with other line ends.
        if (text !== rooted.text?.replaceAll('\r\n', '\n')) replaceFile(rooted.path, text);
      } catch (error) {
        const reason = notWritten('Nothing was recorded in it', error);
        this.failures.push({ path: rooted.path, reason, fails: true });
        return rooted;
      }
      notes.push(recordedNote(displayPath(cwd, rooted.path), rooted.baseline, baseline));
      return { ...rooted, text, baseline };
    });
    return notes;
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

/** @returns undefined where a rule failed: what it would have found is not known to be gone. */
function recorded(
  view: FileView,
  rooted: Rooted,
  options: JudgeOptions,
  isChosen: (problem: Problem) => boolean,
): BaselineEntry[] | undefined {
  const failed: RuleId[] = [];
  // Whoever judges the file to report on it says which rule failed.
  const problems = judge(view, { ...options, known: oneByOne, onError: (rule) => failed.push(rule.id) });
  if (failed.length > 0) return undefined;
  const path = pathIn(rooted, view.uri);
  const known = rooted.baseline.known(view, path);
  const kept = problems.filter((p) => isChosen(p) || known?.take(p.rule.id, p) === true);
  return entriesOf(view, path, kept);
}

function recordedNote(path: string, before: Baseline, after: Baseline): string {
  const gone = after.lacks(before);
  const what = after.size === 0 ? 'There is nothing to record' : `Recorded ${count(after.size, 'problem')}`;
  return `${what} in ${path}.${gone === 0 ? '' : ` Took out ${gone} that ${gone === 1 ? 'is' : 'are'} gone.`}`;
}

function pathIn({ root }: Rooted, uri: string): string {
  return uri.slice(root.endsWith('/') ? root.length : root.length + 1);
}

function inRoot(root: string, path: string): string {
  return root.endsWith('/') ? root + path : `${root}/${path}`;
}
