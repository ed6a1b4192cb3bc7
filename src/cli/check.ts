import { knownUnowned } from '../rules/baseline.ts';
import { judge, type JudgeOptions } from '../rules/judge.ts';
import type { Problem } from '../rules/rule.ts';
import { formatMessage, type MessageArgs } from '../text/message.ts';
import type { Severity as RuleSeverity } from '../workspace/rosterTypes.ts';
import { linesOf, type FileView } from '../workspace/fileView.ts';
import { baseFolder } from './baseFolder.ts';
import { Baselines } from './baselines.ts';
import { checkOptions, type CheckOptions } from './checkOptions.ts';
import { choosePaint, plain } from './colors.ts';
import type { Environment, ExitCode, Outcome } from './command.ts';
import { coverageOf } from './coverage.ts';
import { emptyHint } from './emptyHint.ts';
import { mistakeOf, type Failure } from './failure.ts';
import { fixFiles, type Fixes } from './fix.ts';
import { githubReport } from './formats/checkGithub.ts';
import { jsonReport } from './formats/checkJson.ts';
import { sarifReport } from './formats/checkSarif.ts';
import { textReport } from './formats/checkText.ts';
import { failureNotes } from './formats/failureNotes.ts';
import { judgeOptions } from './judgeOptions.ts';
import { absolutePath, displayPath } from './paths.ts';
import { decode } from './readText.ts';
import type { FileReport, PrintedProblem, Report, Severity } from './report.ts';
import { findTargets, isFolder, type Target, type Targets } from './targets.ts';
import { checkHelp } from './usage.ts';
import { readWorkspace, type Workspace } from './workspace.ts';

/** `playbook check`: what the rules say about the chosen playbooks and rosters. */
export async function check(args: readonly string[], environment: Environment): Promise<Outcome> {
  const options = checkOptions(args);
  if (options === 'help') return { output: checkHelp, notes: [], exitCode: 0 };
  const { cwd } = environment;
  const { targets, failures: missing } = await chooseTargets(options, environment);
  const found = await readWorkspace(cwd, targets);
  const judging = judgeOptions(found.index, options.forced);
  const fixes = options.fix
    ? fixFiles(found.index, [...found.rosters, ...found.playbooks], judging)
    : undefined;
  const workspace = fixes ? afresh(found) : found;
  const baselines = new Baselines(found.roots);
  const recorded = options.writeBaseline
    ? baselines.write(
        cwd,
        [...workspace.playbooks, ...workspace.rosters],
        judging,
        recordedBy(options.forced),
      )
    : [];
  const failures = [...missing, ...found.failures, ...(fixes?.failures ?? []), ...baselines.failures];
  const report = judgeAll(workspace, cwd, judging, baselines, (f) => failures.push(f));
  const shown = options.quiet ? errorsOnly(report) : report;
  const isEmpty = report.files.length === 0 && failures.length === 0;
  const hint = isEmpty ? emptyHint(cwd, targets) : undefined;
  return {
    output: await print(shown, failures, hint, options, environment),
    notes: [
      ...(fixes && fixes.files > 0 ? [fixedNote(fixes)] : []),
      ...recorded,
      ...failureNotes(cwd, failures),
      // Where a program reads the output, people read the rest.
      ...(hint !== undefined && options.format !== 'text' ? [hint] : []),
    ],
    exitCode: exitCodeOf(report, failures, options.maxWarnings),
  };
}

/** Which problems a baseline takes in: those of the rules that `--rule` names and leaves on; else what would fail a run. */
function recordedBy(forced: ReadonlyMap<string, RuleSeverity>): (problem: Problem) => boolean {
  const named = [...forced.values()].some((s) => s !== 'off');
  return ({ rule, severity }) =>
    named ? forced.has(rule.id) : severity === 'warning' || severity === 'error';
}

/** The same files as they read now. */
function afresh(found: Workspace): Workspace {
  const { index, playbooks, rosters } = found;
  return {
    ...found,
    playbooks: playbooks.flatMap((p) => index.playbookView(p.uri) ?? []),
    rosters: rosters.flatMap((r) => index.view(r.uri) ?? []),
  };
}

function fixedNote({ files, repairs }: Fixes): string {
  const places = repairs === 1 ? '1 place' : `${repairs} places`;
  return `Repaired ${places} in ${files === 1 ? '1 file' : `${files} files`}.`;
}

async function chooseTargets(options: CheckOptions, { cwd, readStdin }: Environment): Promise<Targets> {
  if (options.stdinPath === undefined) return findTargets(cwd, options.paths);
  const path = absolutePath(cwd, options.stdinPath);
  const others = options.paths.length > 0 ? findTargets(cwd, options.paths) : { targets: [], failures: [] };
  if (isFolder(path)) {
    const reason = 'It is a folder. Name the file in it that the text on standard input stands for.';
    return { ...others, failures: [...others.failures, { path, reason, fails: true }] };
  }
  const input = decode(await readStdin());
  if (input.kind !== 'text') {
    return { ...others, failures: [...others.failures, { path, reason: input.reason, fails: true }] };
  }
  const target: Target = { path, kind: 'file', text: input.text };
  const notes = input.note === undefined ? [] : [{ path, reason: input.note, fails: false }];
  return {
    targets: [target, ...others.targets.filter((t) => t.path !== path)],
    failures: [...others.failures, ...notes],
  };
}

function judgeAll(
  { playbooks, rosters }: Workspace,
  cwd: string,
  judging: JudgeOptions,
  baselines: Baselines,
  fail: (failure: Failure) => void,
): Report {
  let leftOut = 0;
  const report = (view: FileView): FileReport => {
    const known = baselines.known(view);
    const problems = judge(view, {
      ...judging,
      ...(known && { known }),
      onError: (rule, error) => {
        fail({ path: view.uri, reason: mistakeOf(`The rule ${rule.id} failed on it`, error), fails: true });
      },
    });
    leftOut += known?.taken ?? 0;
    return {
      path: displayPath(cwd, view.uri),
      absolutePath: view.uri,
      problems: problems.map((problem) => printed(problem, view)),
    };
  };
  const ofRosters = rosters.map(report).filter((f) => f.problems.length > 0);
  const files = [...playbooks.map(report), ...ofRosters];
  const amount = (...severities: readonly Severity[]): number =>
    files.reduce((sum, f) => sum + f.problems.filter((p) => severities.includes(p.severity)).length, 0);
  return {
    files: files.sort((a, b) => (a.path < b.path ? -1 : 1)),
    summary: {
      files: playbooks.length,
      ...coverageOf(playbooks),
      errors: amount('error'),
      warnings: amount('warning'),
      notes: amount('information', 'hint'),
      ...(baselines.areThere && {
        known: {
          problems: leftOut,
          unowned: playbooks
            .filter((p) => !p.roster.template)
            .reduce((sum, p) => sum + knownUnowned(p, baselines.known(p)), 0),
        },
      }),
    },
  };
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

function errorsOnly(report: Report): Report {
  const files = report.files.map((f) => ({
    ...f,
    problems: f.problems.filter((p) => p.severity === 'error'),
  }));
  return { ...report, files };
}

async function print(
  report: Report,
  failures: readonly Failure[],
  hint: string | undefined,
  { format }: CheckOptions,
  { cwd, env, isTerminal, version }: Environment,
): Promise<string> {
  switch (format) {
    case 'json':
      return jsonReport(report);
    case 'sarif':
      return sarifReport(report, failures, baseFolder(cwd, env), version());
    case 'github':
      return githubReport(report, baseFolder(cwd, env));
    case 'text': {
      if (hint !== undefined) return hint;
      const paint = (await isTerminal()) ? choosePaint(true, env) : plain;
      return textReport(report, paint);
    }
  }
}

function exitCodeOf({ summary }: Report, failures: readonly Failure[], maxWarnings: number): ExitCode {
  if (failures.some((f) => f.fails)) return 2;
  return summary.errors > 0 || summary.warnings > maxWarnings ? 1 : 0;
}
