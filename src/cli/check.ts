import type { Problem } from '../rules/rule.ts';
import type { Severity as RuleSeverity } from '../workspace/rosterTypes.ts';
import { baseFolder } from './baseFolder.ts';
import { Baselines } from './baselines.ts';
import { checkOptions, type CheckOptions } from './checkOptions.ts';
import { choosePaint, plain } from './colors.ts';
import { outcome, type Environment, type ExitCode, type Outcome, type Pieces } from './command.ts';
import { emptyHint } from './emptyHint.ts';
import type { Failure } from './failure.ts';
import { fixFiles, type Fixes } from './fix.ts';
import { githubReport } from './formats/checkGithub.ts';
import { jsonReport } from './formats/checkJson.ts';
import { sarifReport } from './formats/checkSarif.ts';
import { textReport } from './formats/checkText.ts';
import { failureNotes } from './formats/failureNotes.ts';
import { judgeOptions } from './judgeOptions.ts';
import { JudgedFiles } from './judgedFiles.ts';
import { absolutePath } from './paths.ts';
import { decode } from './readText.ts';
import type { FileReport, Report, Summary } from './report.ts';
import { findTargets, isFolder, type Target, type Targets } from './targets.ts';
import { checkHelp } from './usage.ts';
import { readWorkspace } from './workspace.ts';

/** `playbook check`: what the rules say about the chosen playbooks and rosters. */
export async function check(args: readonly string[], environment: Environment): Promise<Outcome> {
  const options = checkOptions(args);
  if (options === 'help') return outcome(checkHelp, [], 0);
  const { cwd } = environment;
  const { targets, failures: missing } = await chooseTargets(options, environment);
  const workspace = await readWorkspace(cwd, targets, environment.progress);
  const { index, roots, playbooks, rosters, view } = workspace;
  const judging = judgeOptions(index, options.forced);
  const fixes = options.fix ? fixFiles(index, [...rosters, ...playbooks], judging) : undefined;
  const baselines = new Baselines(roots);
  const uris = [...playbooks, ...rosters];
  const recorded = options.writeBaseline
    ? baselines.write(cwd, { uris, view }, judging, recordedBy(options.forced))
    : [];
  const judged = new JudgedFiles(workspace, baselines, judging, environment);
  const failures = (): readonly Failure[] => [
    ...missing,
    ...workspace.failures(),
    ...(fixes?.failures ?? []),
    ...baselines.failures,
    ...judged.failures,
  ];
  // Rosters without a problem are not mentioned, so without playbooks it is they that tell whether there is anything.
  const files = playbooks.length > 0 ? judged.reports() : [...judged.reports()];
  const isEmpty = Array.isArray(files) && files.length === 0 && failures().length === 0;
  const hint = isEmpty ? emptyHint(cwd, targets) : undefined;
  const report: Report = {
    files: options.quiet ? errorsOnly(files) : files,
    summary: () => judged.summary(),
  };
  return {
    output: await print(report, failures, hint, options, environment),
    ending: () => ({
      notes: [
        ...(fixes && fixes.files > 0 ? [fixedNote(fixes)] : []),
        ...(fixes && fixes.incomplete > 0 ? [incompleteNote(fixes)] : []),
        ...recorded,
        // A text on standard input is being typed: what is gone from it may be back at the next key.
        ...(options.stdinPath === undefined ? baselines.goneNotes(cwd, options.paths.length === 0) : []),
        ...failureNotes(cwd, failures()),
        // Where a program reads the output, people read the rest.
        ...(hint !== undefined && options.format !== 'text' ? [hint] : []),
      ],
      exitCode: exitCodeOf(judged.summary(), failures(), options.maxWarnings),
    }),
  };
}

/** Which problems a baseline takes in: those of the rules that `--rule` names and leaves on; else what would fail a run. */
function recordedBy(forced: ReadonlyMap<string, RuleSeverity>): (problem: Problem) => boolean {
  const named = [...forced.values()].some((s) => s !== 'off');
  return ({ rule, severity }) =>
    named ? forced.has(rule.id) : severity === 'warning' || severity === 'error';
}

function fixedNote({ files, repairs }: Fixes): string {
  const places = repairs === 1 ? '1 place' : `${repairs} places`;
  return `Repaired ${places} in ${files === 1 ? '1 file' : `${files} files`}.`;
}

function incompleteNote({ incomplete }: Fixes): string {
  const files = incomplete === 1 ? '1 file' : `${incomplete} files`;
  return `Repairs are left in ${files}: one brought the next to light, too often for one run. Run it again, and look at what it does.`;
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

function* errorsOnly(files: Iterable<FileReport>): Generator<FileReport, void> {
  for (const f of files) yield { ...f, problems: f.problems.filter((p) => p.severity === 'error') };
}

async function print(
  report: Report,
  failures: () => readonly Failure[],
  hint: string | undefined,
  { format }: CheckOptions,
  { cwd, env, isTerminal, version }: Environment,
): Promise<Pieces> {
  switch (format) {
    case 'json':
      return jsonReport(report);
    case 'sarif':
      return sarifReport(report, failures, baseFolder(cwd, env), version());
    case 'github':
      return githubReport(report, baseFolder(cwd, env));
    case 'text': {
      if (hint !== undefined) return [hint];
      const paint = (await isTerminal()) ? choosePaint(true, env) : plain;
      return textReport(report, paint);
    }
  }
}

function exitCodeOf(
  { errors, warnings }: Summary,
  failures: readonly Failure[],
  maxWarnings: number,
): ExitCode {
  if (failures.some((f) => f.fails)) return 2;
  return errors > 0 || warnings > maxWarnings ? 1 : 0;
}
