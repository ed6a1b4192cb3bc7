import { knownUnowned } from '../rules/baseline.ts';
import { isRun, judge, type JudgeOptions } from '../rules/judge.ts';
import type { Problem } from '../rules/rule.ts';
import { formatMessage, type MessageArgs } from '../text/message.ts';
import { linesOf, type FileView } from '../workspace/fileView.ts';
import type { Baselines } from './baselines.ts';
import type { Environment } from './command.ts';
import { coverageOf } from './coverage.ts';
import { mistakeOf, type Failure } from './failure.ts';
import { byPath, displayPath } from './paths.ts';
import type { FileReport, PrintedProblem, Severity, Summary } from './report.ts';
import { grouped } from './wording.ts';
import type { Workspace } from './workspace.ts';

/** Judges the chosen files one after the other, as they are printed, and counts what there is. */
export class JudgedFiles {
  /** Rules that failed until now. */
  readonly failures: Failure[] = [];
  readonly #workspace: Workspace;
  readonly #baselines: Baselines;
  readonly #judging: JudgeOptions;
  readonly #environment: Environment;
  readonly #coverage = { tasks: 0, open: 0, owned: 0, unowned: 0 };
  readonly #amounts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  readonly #known = { problems: 0, unowned: 0 };

  constructor(workspace: Workspace, baselines: Baselines, judging: JudgeOptions, environment: Environment) {
    this.#workspace = workspace;
    this.#baselines = baselines;
    this.#judging = judging;
    this.#environment = environment;
  }

  /** In the order of their paths; rosters without a problem are left out. To be called once. */
  *reports(): Generator<FileReport, void> {
    const { playbooks, rosters, view } = this.#workspace;
    const { cwd, progress } = this.#environment;
    const files = byPath(cwd, [...playbooks, ...rosters]);
    for (const [done, uri] of files.entries()) {
      progress.step(() => `Checking: ${grouped(done)} of ${grouped(files.length)} files`);
      const file = view(uri);
      if (!file) continue;
      const report = this.#judge(file);
      if (file.kind === 'playbook' || report.problems.length > 0) yield report;
    }
  }

  /** Of what has been judged until now. */
  summary(): Summary {
    const { error, warning, information, hint } = this.#amounts;
    return {
      files: this.#workspace.playbooks.length,
      ...this.#coverage,
      errors: error,
      warnings: warning,
      notes: information + hint,
      ...(this.#baselines.areThere && { known: { ...this.#known } }),
    };
  }

  #judge(view: FileView): FileReport {
    const known = this.#baselines.known(view);
    const failed = new Set<string>();
    const problems = judge(view, {
      ...this.#judging,
      ...(known && { known }),
      onError: (rule, error) => {
        failed.add(rule.id);
        const reason = mistakeOf(`The rule ${rule.id} failed on it`, error);
        this.failures.push({ path: view.uri, reason, fails: true });
      },
    });
    this.#known.problems += known?.taken ?? 0;
    this.#baselines.judged(view, known, (rule) => !failed.has(rule) && isRun(rule, view, this.#judging));
    for (const { severity } of problems) this.#amounts[severity]++;
    if (view.kind === 'playbook') {
      const coverage = coverageOf(view);
      this.#coverage.tasks += coverage.tasks;
      this.#coverage.open += coverage.open;
      this.#coverage.owned += coverage.owned;
      this.#coverage.unowned += coverage.unowned;
      if (this.#baselines.areThere && !view.roster.template)
        this.#known.unowned += knownUnowned(view, this.#baselines.known(view));
    }
    return {
      path: displayPath(this.#environment.cwd, view.uri),
      absolutePath: view.uri,
      problems: problems.map((problem) => printed(problem, view)),
    };
  }
}

function printed(problem: Problem, view: FileView): PrintedProblem {
  const { rule, severity, message, args, range, related = [] } = problem;
  const textOf = (key: string, values: MessageArgs): string =>
    formatMessage({ template: rule.messages[key] ?? key, args: values });
  return {
    rule: rule.id,
    severity,
    message: textOf(message, args),
    range,
    lineText: linesOf(view).line(range.start.line),
    related: related.map((place) => ({
      absolutePath: place.uri ?? view.uri,
      message: textOf(place.message, place.args),
      range: place.range,
    })),
  };
}
