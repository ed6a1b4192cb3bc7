import { trimEndOf } from '../text/trimEnd.ts';
import { MAX_GLOB_CHOICES, MAX_GLOB_LENGTH, readGlob } from '../workspace/glob.ts';
import { absolutePath, isWithin, withSlashes } from './paths.ts';

/** A PATH that stands for many, which no shell has written out: in quotes, or on Windows. */
export interface Pattern {
  readonly kind: 'pattern';
  /** The folder in which it begins, named outright. */
  readonly path: string;
  /** As it is printed. */
  readonly written: string;
  /** Whether it stands for a file. */
  readonly matches: (file: string) => boolean;
  /** Whether it stands for a file or for a folder that the file lies in, as both do that are named outright. */
  readonly chooses: (file: string) => boolean;
}

const SIGNS = /[*?[{]/;

export function isPattern(written: string): boolean {
  return SIGNS.test(written);
}

/** @returns why it cannot be read, if it cannot */
export function readPattern(cwd: string, written: string): Pattern | string {
  const names = trimEndOf(withSlashes(written), '/').split('/');
  const first = names.findIndex(isPattern);
  const path = absolutePath(cwd, names.slice(0, first).join('/') || (first > 0 ? '/' : '.'));
  const glob = readGlob(names.slice(first).join('/'), false);
  if (glob === 'globTooLong') return `A pattern may have ${MAX_GLOB_LENGTH} characters. ${WAY_OUT}`;
  if (glob === 'globTooManyChoices')
    return `The braces of a pattern may stand for ${MAX_GLOB_CHOICES} choices. ${WAY_OUT}`;
  if (glob === 'globOutside') return 'In a pattern ".." must stand in front of the first sign such as *.';
  const below = (file: string): readonly string[] | undefined =>
    isWithin(path, file) ? file.slice(path.length).replace(/^\//, '').split('/') : undefined;
  return {
    kind: 'pattern',
    path,
    written: absolutePath(cwd, written),
    matches(file) {
      const parts = below(file);
      return parts !== undefined && glob.matches(parts);
    },
    chooses: (file) => below(file)?.some((_, i, parts) => glob.matches(parts.slice(0, i + 1))) === true,
  };
}

const WAY_OUT = 'Write several PATHs instead.';

/** For a pattern that stands for no file of ours. */
export const NO_MATCH =
  'No Markdown file and no roster matches this pattern. What Git ignores or a roster excludes never does: name such a file outright.';
