import { isBeside, isPlaybookName } from './files.ts';
import { readGlob, type Glob, type GlobFlaw } from './glob.ts';

/** What one roster says about files: `playbooks:` and `exclude:`. */
export interface GlobSource {
  /** The roster's folder, as a path with `/` at its end. A URI must be decoded first: globs are written for people. */
  readonly folder: string;
  readonly playbooks: readonly string[];
  readonly exclude: readonly string[];
}

/** Which files the rosters of a workspace make playbooks, and which they want left alone. Paths as in `GlobSource`. */
export interface PlaybookGlobs {
  /** True for `*.playbook.md` and for Markdown that a roster names, unless a roster excludes it. */
  readonly isPlaybook: (path: string) => boolean;
  /** True when a roster in the file's folder or above says to leave it alone; that goes before everything else. */
  readonly isExcluded: (path: string) => boolean;
}

type PathTest = (path: string) => boolean;

const MARKDOWN = /\.(?:md|markdown)$/i;
const never: PathTest = () => false;

/** True for files that `playbooks:` may name. */
export function isMarkdownName(path: string): boolean {
  return MARKDOWN.test(path) && !isBeside(path);
}

/** More entries than a roster needs. */
export const MAX_GLOBS = 100;
/** What the globs of one list may hold together, their braces written out: every file is held against all of them. */
export const MAX_GLOB_SIGNS = 20_000;

/** What is wrong with the entries of a list, by their place in it. All others count. */
export function globFlaws(globs: readonly string[]): ReadonlyMap<number, GlobFlaw | 'tooManyGlobs'> {
  const flaws = new Map<number, GlobFlaw | 'tooManyGlobs'>();
  let signs = 0;
  for (const [i, glob] of globs.entries()) {
    const read = i < MAX_GLOBS ? readGlob(bodyOf(glob)) : 'tooManyGlobs';
    if (typeof read === 'string') flaws.set(i, read);
    else if ((signs += read.size) > MAX_GLOB_SIGNS) flaws.set(i, 'tooManyGlobs');
  }
  return flaws;
}

/**
 * Reads the globs once for many files. In a list a file must match an entry and no entry that begins with `!`. An
 * entry that names a folder (`handbook`, `handbook/`) means everything in it. `*` matches no name that begins with a dot.
 */
export function compileGlobs(sources: readonly GlobSource[]): PlaybookGlobs {
  const includes = compileLists(sources.map((s) => [s.folder, s.playbooks]));
  const isExcluded = compileLists(sources.map((s) => [s.folder, s.exclude]));
  return {
    isExcluded,
    isPlaybook: (path) =>
      (isPlaybookName(path) || (isMarkdownName(path) && includes(path))) && !isExcluded(path),
  };
}

function compileLists(lists: readonly (readonly [string, readonly string[]])[]): PathTest {
  const filled = lists.filter(([, globs]) => globs.length > 0);
  if (filled.length === 0) return never;
  const tests = filled.map(([folder, globs]) => {
    const flaws = globFlaws(globs);
    const usable = globs.filter((_, i) => !flaws.has(i));
    const wanted = usable.filter((g) => !isNegated(g)).flatMap(compile);
    const unwanted = usable.filter(isNegated).flatMap(compile);
    return (path: string): boolean => {
      if (!path.startsWith(folder)) return false;
      const names = path.slice(folder.length).split('/');
      return wanted.some((g) => g.matches(names)) && !unwanted.some((g) => g.matches(names));
    };
  });
  return (path) => tests.some((test) => test(path));
}

function compile(glob: string): Glob[] {
  const read = readGlob(bodyOf(glob));
  return typeof read === 'string' ? [] : [read];
}

function isNegated(glob: string): boolean {
  return glob.startsWith('!');
}

function bodyOf(glob: string): string {
  return isNegated(glob) ? glob.slice(1) : glob;
}
