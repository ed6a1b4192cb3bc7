import { matchesParts, readParts, type Part } from './globParts.ts';

interface IgnoreRule {
  readonly parts: readonly Part[];
  readonly foldersOnly: boolean;
  /** It begins with `!`: what it matches is not ignored after all. */
  readonly takesBack: boolean;
}

/** What the `.gitignore` files from a start folder down to some folder say. Immutable. */
export class GitIgnore {
  readonly #outer: GitIgnore | undefined;
  readonly #folder: string;
  readonly #ignoresCase: boolean;
  /** The last rule first: it decides. */
  readonly #rules: readonly IgnoreRule[];

  private constructor(
    outer: GitIgnore | undefined,
    folder: string,
    rules: readonly IgnoreRule[],
    ignoresCase: boolean,
  ) {
    this.#outer = outer;
    this.#folder = folder;
    this.#rules = rules;
    this.#ignoresCase = ignoresCase;
  }

  /**
   * The rules of `outer` and those of one more `.gitignore`, which go before them.
   * @param ignoresCase as Git does by default: true where case does not count in file names
   * @param folder its folder relative to the start, with `/` at its end; empty for the start itself
   */
  static extend(outer: GitIgnore | undefined, folder: string, text: string, ignoresCase: boolean): GitIgnore {
    const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
    const rules = lines.flatMap((line) => readRule(ignoresCase ? line.toLowerCase() : line) ?? []);
    return new GitIgnore(outer, folder, rules.reverse(), ignoresCase);
  }

  /**
   * @param path relative to the start, a folder with `/` at its end. Folders above it must not be ignored: as in Git,
   * nothing within an ignored folder comes back.
   */
  ignores(path: string): boolean {
    if (!path.startsWith(this.#folder)) return this.#outer?.ignores(path) ?? false;
    const isFolder = path.endsWith('/');
    const below = path.slice(this.#folder.length, isFolder ? -1 : undefined);
    const names = (this.#ignoresCase ? below.toLowerCase() : below).split('/');
    const rule = this.#rules.find(
      ({ foldersOnly, parts }) => (isFolder || !foldersOnly) && matchesParts(parts, names, isNeverHidden),
    );
    return rule ? !rule.takesBack : (this.#outer?.ignores(path) ?? false);
  }
}

/** A line as the manual of gitignore reads it; undefined for a comment and a blank. */
function readRule(line: string): IgnoreRule | undefined {
  const takesBack = line.startsWith('!');
  const body = withoutBlanksBehind(takesBack ? line.slice(1) : line);
  const foldersOnly = body.endsWith('/');
  const pattern = foldersOnly ? body.slice(0, -1) : body;
  if (pattern === '' || line.startsWith('#')) return undefined;
  // A slash before the end ties the rule to its folder, without one it holds in every folder below.
  const isTied = pattern.includes('/');
  const path = pattern.startsWith('/') ? pattern.slice(1) : pattern;
  return { parts: readParts(isTied ? path : `**/${path}`, true), foldersOnly, takesBack };
}

/** A blank behind a backslash is part of the name. */
function withoutBlanksBehind(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === ' ' || text[end - 1] === '\t')) end--;
  return text[end - 1] === '\\' && end < text.length ? text.slice(0, end + 1) : text.slice(0, end);
}

/** To Git a name that begins with a dot is a name like any other. */
function isNeverHidden(): boolean {
  return false;
}
