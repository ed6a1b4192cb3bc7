import type { FileReport, PrintedProblem, Report, Summary } from '../report.ts';
import { jsonText, type Stream } from './jsonText.ts';

/** docs/format.md section 5, "JSON of `check`". */
export function jsonReport({ files, summary }: Report): Generator<string, void> {
  return jsonText({ version: 1, files: filesOf(files), summary: () => counts(summary()) });
}

function* filesOf(files: Iterable<FileReport>): Stream {
  for (const { path, problems } of files) yield { path, problems: problemsOf(problems) };
}

function* problemsOf(problems: readonly PrintedProblem[]): Stream {
  for (const { rule, severity, message, range } of problems) yield { rule, severity, message, range };
}

function counts({ files, tasks, open, owned, unowned, errors, warnings, known }: Summary): object {
  return { files, tasks, open, owned, unowned, errors, warnings, ...(known && { known: known.problems }) };
}
