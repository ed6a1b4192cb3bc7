import { fileName } from '../workspace/files.ts';
import { compileGlobs } from '../workspace/globs.ts';

/** More lines than this say less than one for all. */
const MOST = 8;

/** Files that most repositories have, and that are about the files. */
const ABOUT = /^(?:readme|changelog|contributing|license|licence|code[_-]of[_-]conduct|security|support)\b/i;

/** Files that a glob would make playbooks. */
export interface ProposedGlob {
  readonly glob: string;
  readonly files: number;
  /** It is about no file of which one would not expect it. */
  readonly isLikely: boolean;
}

/**
 * The globs that make all Markdown of a folder playbooks.
 * @param folder relative to the roster, without slashes at its ends; empty for the roster's own
 * @param paths of its files that are no playbooks yet, relative to the roster
 */
export function globsForFolder(folder: string, paths: readonly string[]): ProposedGlob[] {
  return propose([glob(folder, paths)], paths);
}

/**
 * The globs that make those files playbooks which name somebody, and those that lie around them.
 * @param owning paths of the files that name an owner  @param paths of all that are no playbooks yet
 */
export function globsForFiles(owning: readonly string[], paths: readonly string[]): ProposedGlob[] {
  const folders = new Map<string, string[]>();
  const own: string[] = [];
  for (const path of owning) {
    const at = path.indexOf('/');
    if (at < 0) own.push(path);
    else folders.set(path.slice(0, at), [...(folders.get(path.slice(0, at)) ?? []), path]);
  }
  const globs = [...folders.values()].map((below) => glob(commonFolder(below), paths));
  const all = [...globs, ...own.map(literal)];
  return propose(all.length > MOST ? [glob('', paths)] : all, paths);
}

function propose(globs: readonly string[], paths: readonly string[]): ProposedGlob[] {
  return globs.flatMap((glob) => {
    const { isPlaybook } = compileGlobs([{ folder: '/', playbooks: [glob], exclude: [] }]);
    const named = paths.filter((path) => isPlaybook(`/${path}`));
    const isLikely =
      named.length > 1 || !named.every((path) => !path.includes('/') && ABOUT.test(fileName(path)));
    return named.length === 0 ? [] : [{ glob, files: named.length, isLikely }];
  });
}

function glob(folder: string, paths: readonly string[]): string {
  const prefix = folder === '' ? '' : `${literal(folder)}/`;
  const ends = new Set(
    paths
      .filter((p) => folder === '' || p.startsWith(`${folder}/`))
      .map((p) => p.slice(p.lastIndexOf('.') + 1)),
  );
  return `${prefix}**/*.${ends.has('markdown') ? '{md,markdown}' : 'md'}`;
}

function commonFolder(paths: readonly string[]): string {
  const [first = '', ...others] = paths.map((p) => p.slice(0, p.lastIndexOf('/')));
  let names = first.split('/');
  for (const other of others) {
    const own = other.split('/');
    const differ = names.findIndex((name, i) => name !== own[i]);
    if (differ >= 0) names = names.slice(0, differ);
  }
  return names.join('/');
}

/** A path in which signs that mean something in a glob stand for themselves. */
function literal(path: string): string {
  const plain = path.replace(/[*?[{]/g, (sign) => `[${sign}]`);
  return plain.startsWith('!') ? `./${plain}` : plain;
}
