import { isPlaybookName } from './files.ts';

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
  return MARKDOWN.test(path);
}

/**
 * Reads the globs once for many files. In a list a file must match an entry and no entry that begins with `!`. An
 * entry that names a folder (`handbook`, `handbook/`) means everything in it. `*` matches no name that begins with a dot.
 */
export async function compileGlobs(sources: readonly GlobSource[]): Promise<PlaybookGlobs> {
  const includes = await compileLists(sources.map((s) => [s.folder, s.playbooks]));
  const isExcluded = await compileLists(sources.map((s) => [s.folder, s.exclude]));
  return {
    isExcluded,
    isPlaybook: (path) =>
      (isPlaybookName(path) || (isMarkdownName(path) && includes(path))) && !isExcluded(path),
  };
}

async function compileLists(lists: readonly (readonly [string, readonly string[]])[]): Promise<PathTest> {
  const filled = lists.filter(([, globs]) => globs.length > 0);
  if (filled.length === 0) return never;
  // Loaded only when a roster has globs: most have none, and the command line should start at once.
  const { default: picomatch } = await import('picomatch/posix.js');
  const compile = (glob: string): PathTest => {
    try {
      return picomatch(forms(glob));
    } catch {
      // A pattern that is too long to be one. It matches nothing.
      return never;
    }
  };
  const tests = filled.map(([folder, globs]) => {
    const wanted = globs.filter((g) => !isNegated(g)).map(compile);
    const unwanted = globs.filter(isNegated).map((g) => compile(g.slice(1)));
    return (path: string): boolean => {
      if (!path.startsWith(folder)) return false;
      const below = path.slice(folder.length);
      return wanted.some((test) => test(below)) && !unwanted.some((test) => test(below));
    };
  });
  return (path) => tests.some((test) => test(path));
}

/** `!drafts/**`, but not the extended glob `!(a|b)`. */
function isNegated(glob: string): boolean {
  return glob.startsWith('!') && !glob.startsWith('!(');
}

/** The glob relative to the roster, and what it means where it names a folder. */
function forms(glob: string): string[] {
  const relative = glob.replace(/^(?:\.?\/)+/, '');
  if (relative.endsWith('/')) return [`${relative}**`];
  const last = relative.slice(relative.lastIndexOf('/') + 1);
  // `docs/*` means the files in docs and no more, so only a plain name can be a folder.
  return /[*?[\](){}!+@]/.test(last) ? [relative] : [relative, `${relative}/**`];
}
