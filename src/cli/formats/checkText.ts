import { largest } from '../../text/lists.ts';
import type { Paint, Style } from '../colors.ts';
import { coverageLine } from '../coverage.ts';
import type { FileReport, PrintedProblem, Report, Severity, Summary } from '../report.ts';
import { count, printable } from '../wording.ts';

const STYLES: Readonly<Record<Severity, Style>> = {
  error: 'red',
  warning: 'yellow',
  information: 'cyan',
  hint: 'dim',
};
const WORDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'hint',
};

/** As a compiler prints: `path:line:column  severity  sentence  rule`, both numbers one-based; the coverage last. */
export function* textReport({ files, summary }: Report, paint: Paint): Generator<string, void> {
  let isEmpty = true;
  for (const file of files) {
    isEmpty = false;
    if (file.problems.length === 0) continue;
    yield* fileBlock(file, paint);
    yield '\n';
  }
  // Nothing could be read: standard error says why, and "no problems" would not be true.
  if (isEmpty) return;
  const counts = summary();
  yield `${problemsLine(counts)}\n${coverageLine(counts, counts.known?.unowned)}\n`;
}

function* fileBlock({ path, problems }: FileReport, paint: Paint): Generator<string, void> {
  const placeWidth = largest(
    problems.map((p) => placeOf(p).length),
    0,
  );
  const wordWidth = largest(
    problems.map((p) => WORDS[p.severity].length),
    0,
  );
  for (const problem of problems) yield line(problem);

  function line(problem: PrintedProblem): string {
    const { rule, severity, message } = problem;
    const word = WORDS[severity].padEnd(wordWidth);
    return [
      paint('bold', printable(path)) + placeOf(problem).padEnd(placeWidth),
      paint(STYLES[severity], word),
      `${printable(message)}  ${paint('dim', rule)}\n`,
    ].join('  ');
  }
}

function placeOf({ range: { start } }: PrintedProblem): string {
  return `:${start.line + 1}:${start.character + 1}`;
}

function problemsLine({ files, errors, warnings, notes, known }: Summary): string {
  const counts = [
    errors > 0 ? count(errors, 'error') : '',
    warnings > 0 ? count(warnings, 'warning') : '',
    notes > 0 ? count(notes, 'note') : '',
  ].filter((text) => text !== '');
  const leftOut = known?.problems ?? 0;
  const nothing = leftOut === 0 ? 'No problems' : 'No new problems';
  const others = leftOut === 0 ? '' : `, ${leftOut} known from before`;
  return `${counts.join(', ') || nothing} in ${count(files, 'playbook')}${others}`;
}
