import type { Failure } from '../failure.ts';
import { displayPath } from '../paths.ts';
import { printable } from '../wording.ts';

/** One line each, for standard error, in path order; a path with two failures has two lines. */
export function failureNotes(cwd: string, failures: readonly Failure[]): string[] {
  const lines = failures.map(
    ({ path, reason }) => `${printable(displayPath(cwd, path))}: ${printable(reason)}`,
  );
  return [...new Set(lines)].sort();
}
