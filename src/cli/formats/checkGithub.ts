import { coverageLine } from '../coverage.ts';
import { displayPath, isWithin, withSlashes } from '../paths.ts';
import type { FileReport, PrintedProblem, Report, Severity } from '../report.ts';
import { printable } from '../wording.ts';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/**
 * GitHub's workflow commands, which put each problem beside its line in a pull request
 * (docs.github.com, "Workflow commands for GitHub Actions", "Setting a warning message").
 */
export function githubReport(
  { files, summary }: Report,
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
): string {
  const base = baseFolder(cwd, env['GITHUB_WORKSPACE']);
  const lines = files.flatMap((file) => file.problems.map((problem) => command(file, problem, base)));
  return `${[...lines, coverageLine(summary, summary.known?.unowned)].join('\n')}\n`;
}

/** GitHub wants paths from the repository's root, which is not the current folder in a job with a working directory. */
function baseFolder(cwd: string, checkout: string | undefined): string {
  if (checkout === undefined || checkout === '') return cwd;
  const root = withSlashes(checkout);
  return isWithin(root, withSlashes(cwd)) ? root : cwd;
}

function command(
  { absolutePath }: FileReport,
  { rule, severity, message, range }: PrintedProblem,
  base: string,
): string {
  const { start, end } = range;
  // GitHub takes columns only where both ends are on one line.
  const columns = start.line === end.line;
  const properties = [
    ['file', displayPath(base, absolutePath)],
    ['line', start.line + 1],
    ...(columns ? [['col', start.character + 1]] : []),
    ['endLine', end.line + 1],
    ...(columns ? [['endColumn', end.character + 1]] : []),
    ['title', rule],
  ].map(([key, value]) => `${key ?? ''}=${escapeProperty(String(value))}`);
  return `::${COMMANDS[severity]} ${properties.join(',')}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  const escaped = text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  return printable(escaped);
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
