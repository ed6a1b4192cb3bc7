import { coverageLine } from '../coverage.ts';
import { displayPath } from '../paths.ts';
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
 * @param base the folder that paths are relative to
 */
export function* githubReport({ files, summary }: Report, base: string): Generator<string, void> {
  for (const file of files) {
    for (const problem of file.problems) yield `${command(file, problem, base)}\n`;
  }
  const counts = summary();
  yield `${coverageLine(counts, counts.known?.unowned)}\n`;
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
