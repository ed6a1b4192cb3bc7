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
export function textReport({ files, summary }: Report, paint: Paint): string {
  // Nothing could be read: standard error says why, and "no problems" would not be true.
  if (files.length === 0) return '';
  const blocks = files.filter((f) => f.problems.length > 0).map((f) => fileBlock(f, paint));
  return [...blocks, `${problemsLine(summary)}\n${coverageLine(summary, summary.known?.unowned)}\n`].join(
    '\n',
  );
}

function fileBlock({ path, problems }: FileReport, paint: Paint): string {
  const places = problems.map(({ range: { start } }) => `:${start.line + 1}:${start.character + 1}`);
  const placeWidth = Math.max(...places.map((p) => p.length));
  const wordWidth = Math.max(...problems.map((p) => WORDS[p.severity].length));
  return problems.map((problem, i) => line(problem, places[i] ?? '')).join('');

  function line({ rule, severity, message }: PrintedProblem, place: string): string {
    const word = WORDS[severity].padEnd(wordWidth);
    return [
      paint('bold', printable(path)) + place.padEnd(placeWidth),
      paint(STYLES[severity], word),
      `${printable(message)}  ${paint('dim', rule)}\n`,
    ].join('  ');
  }
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
