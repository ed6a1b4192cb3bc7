import { EQUIVALENT, type Equivalent } from './equivalent.ts';
import { type Mutant, changeOf } from './mutant.ts';
import { type Result, equivalenceOf } from './result.ts';

export interface Judged {
  readonly mutant: Mutant;
  /** Undefined when the run was ended before it was tried. */
  readonly result: Result | undefined;
}

/**
 * What the tests noticed, as text.
 * @param all mutants of the sources, to tell which entries of the list of equivalent ones fit nothing any more
 */
export function report(judged: readonly Judged[], all: readonly Mutant[]): string {
  const equivalent = judged.filter(({ mutant }) => equivalenceOf(mutant) !== undefined);
  const rest = judged.filter(({ mutant }) => equivalenceOf(mutant) === undefined);
  const of = (is: Result['is']): Judged[] => rest.filter(({ result }) => result?.is === is);
  const [killed, timedOut, survived, uncovered] = [
    of('killed'),
    of('timedOut'),
    of('survived'),
    of('uncovered'),
  ];
  const noticed = killed.length + timedOut.length;
  const tried = noticed + survived.length + uncovered.length;
  const score = tried === 0 ? 0 : (100 * noticed) / tried;
  return [
    ...section('Survived', survived.map(described)),
    ...section('No test comes by', uncovered.map(described)),
    ...section('Timed out', timedOut.map(described)),
    ...section('Equivalent', equivalent.map(described)),
    ...section(
      'Killed although listed as equivalent',
      equivalent.filter(({ result }) => result?.is === 'killed').map(described),
    ),
    ...section('Listed as equivalent, and no longer there', stale(all).map(listed)),
    `${score.toFixed(1)} % noticed: ${killed.length} killed and ${timedOut.length} timed out of ${tried}; ` +
      `${survived.length} survived, no test comes by ${uncovered.length}. ` +
      `${equivalent.length} more are equivalent, ${rest.length - tried} not tried yet.`,
  ].join('\n');
}

function section(title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : [`${title} (${lines.length}):`, ...lines.sort(), ''];
}

function described({ mutant, result }: Judged): string {
  const nth = mutant.nth > 0 ? ` (number ${mutant.nth})` : '';
  const leftOut =
    result?.is === 'survived' && result.leftOut > 0 ? ` [${result.leftOut} slow tests left out]` : '';
  return `  ${mutant.file}:${mutant.line} ${mutant.kind}${nth}: ${changeOf(mutant)}${leftOut}`;
}

function stale(all: readonly Mutant[]): Equivalent[] {
  const found = new Set(all.map(equivalenceOf));
  return EQUIVALENT.filter((entry) => !found.has(entry));
}

function listed({ file, source, change }: Equivalent): string {
  return `  ${file}: ${change} in: ${source}`;
}
