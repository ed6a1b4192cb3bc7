import type { Ignore } from 'ignore';

/** What the `.gitignore` files from a start folder down to some folder say. Immutable. */
export class GitIgnore {
  readonly #rules: Ignore;

  private constructor(rules: Ignore) {
    this.#rules = rules;
  }

  /**
   * The rules of `outer` and those of one more `.gitignore`, which go before them.
   * @param ignorecase as Git does by default: true where case does not count in file names
   * @param folder its folder relative to the start, with `/` at its end; empty for the start itself
   */
  static async extend(
    outer: GitIgnore | undefined,
    folder: string,
    text: string,
    ignorecase: boolean,
  ): Promise<GitIgnore> {
    // Loaded only when there is a .gitignore, so that the command line starts at once.
    const { default: ignore } = await import('ignore');
    const rules = ignore({ ignorecase, allowRelativePaths: true });
    if (outer) rules.add(outer.#rules);
    return new GitIgnore(rules.add(text.split(/\r?\n/).map((line) => anchor(line, folder))));
  }

  /**
   * @param path relative to the start, a folder with `/` at its end. Folders above it must not be ignored: as in Git,
   * nothing within an ignored folder comes back.
   */
  ignores(path: string): boolean {
    return this.#rules.ignores(path);
  }
}

/**
 * A rule as it would stand in the start folder's `.gitignore`. All rules then are one list in which the last match
 * decides, which is what Git does with the files it meets on the way down.
 */
function anchor(line: string, folder: string): string {
  const rule = line.startsWith('\ufeff') ? line.slice(1) : line;
  if (folder === '' || rule.trim() === '' || rule.startsWith('#')) return rule;
  const negation = rule.startsWith('!') ? '!' : '';
  const body = rule.slice(negation.length);
  // A slash before the end ties the rule to its folder, without one it holds in every folder below.
  const isTied = /\/./.test(body.trimEnd());
  return `${negation}/${escape(folder)}${isTied ? body.replace(/^\//, '') : `**/${body}`}`;
}

function escape(folder: string): string {
  return folder.replace(/[\\*?[\] ]/g, '\\$&');
}
