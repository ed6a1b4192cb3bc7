import type { Failure } from '../failure.ts';
import { displayPath } from '../paths.ts';
import { printable } from '../wording.ts';

/** One line each, for standard error, in path order; a path with two failures has two lines. */
export function failureNotes(cwd: string, failures: readonly Failure[]): string[] {
  return [...new Set(failures.map((f) => failureNote(cwd, f)))].sort();
}

export function failureNote(cwd: string, { path, reason }: Failure): string {
  return `${printable(displayPath(cwd, path))}: ${printable(reason)}`;
}
