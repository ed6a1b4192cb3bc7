/** One small change of the sources that some test ought to notice. */
export interface Mutant {
  /** Path in the project, with `/`. */
  readonly file: string;
  /** Counted from 1, as editors show it. */
  readonly line: number;
  /** Where the changed text begins and ends in the file, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly kind: Kind;
  readonly original: string;
  readonly mutated: string;
  /** The line it stands on, without the white space around it. */
  readonly source: string;
  /** Stands in no function: it takes effect while its file is loaded, and once. */
  readonly isConstant: boolean;
  /** Which of several mutants of the file that are alike in all of the above but the place. */
  readonly nth: number;
}

export type Kind =
  | 'arithmetic'
  | 'array'
  | 'boolean'
  | 'boundary'
  | 'chain'
  | 'condition'
  | 'equality'
  | 'fallback'
  | 'logical'
  | 'method'
  | 'negation'
  | 'number'
  | 'return'
  | 'statement'
  | 'string';

/** A name that stays the same while other lines of the file change. */
export function keyOf(mutant: Mutant): string {
  const { file, source, kind, original, mutated, nth } = mutant;
  return [file, source, kind, original, mutated, nth].join('\u{1f}');
}

const LONGEST = 70;

/** What was changed, on one line. */
export function changeOf({ kind, original, mutated }: Pick<Mutant, 'kind' | 'original' | 'mutated'>): string {
  if (kind === 'statement') return `${shown(original)} → (dropped)`;
  return `${shown(original)} → ${shown(mutated)}`;
}

function shown(text: string): string {
  const flat = text.replace(/\s+/g, ' ');
  return flat.length <= LONGEST ? flat : `${flat.slice(0, LONGEST)}…`;
}
