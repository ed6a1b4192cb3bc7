import { GitIgnore } from './gitIgnore.ts';
import type { GitRepository } from './gitRepository.ts';

/** A folder as Git sees it: what it leaves out of it. Immutable. */
export class GitFolder {
  readonly #repository: GitRepository | undefined;
  /** Relative to the top of the repository, with `/` at its end; empty for the top. */
  readonly #path: string;
  readonly #rules: GitIgnore | undefined;
  readonly #ignoresCase: boolean;
  /** It is ignored, yet something in it is tracked. */
  readonly #isIgnored: boolean;

  private constructor(
    repository: GitRepository | undefined,
    path: string,
    rules: GitIgnore | undefined,
    ignoresCase: boolean,
    isIgnored: boolean,
  ) {
    this.#repository = repository;
    this.#path = path;
    this.#rules = rules;
    this.#ignoresCase = ignoresCase;
    this.#isIgnored = isIgnored;
  }

  /** The top of a repository. */
  static top(repository: GitRepository): GitFolder {
    return new GitFolder(repository, '', repository.excludes, repository.ignoresCase, false);
  }

  /** In no repository: what a `.gitignore` says counts there all the same. */
  static outside(ignoresCase: boolean): GitFolder {
    return new GitFolder(undefined, '', undefined, ignoresCase, false);
  }

  get isIgnored(): boolean {
    return this.#isIgnored;
  }

  /** The same with its own `.gitignore`. Within an ignored folder nothing comes back. */
  withRules(text: string): GitFolder {
    if (this.#isIgnored) return this;
    const rules = GitIgnore.extend(this.#rules, this.#path, text, this.#ignoresCase);
    return new GitFolder(this.#repository, this.#path, rules, this.#ignoresCase, false);
  }

  /** @param name of a folder in it */
  enter(name: string): GitFolder {
    const path = `${this.#path}${name}/`;
    return new GitFolder(this.#repository, path, this.#rules, this.#ignoresCase, this.ignores(`${name}/`));
  }

  /** Whether a rule ignores what lies in it, tracked or not. @param name with `/` at its end for a folder */
  ignores(name: string): boolean {
    return this.#isIgnored || (this.#rules?.ignores(this.#path + name) ?? false);
  }

  /** The same save what is tracked: Git leaves out no tracked file, and no folder that holds one. */
  async leavesOut(name: string): Promise<boolean> {
    return this.ignores(name) && !(await this.#repository?.tracks(this.#path + name));
  }

  /** As `leavesOut` has said, or as the rules say where nobody has asked it. */
  leftOut(name: string): boolean {
    return this.ignores(name) && this.#repository?.lastAnswer(this.#path + name) !== true;
  }
}
