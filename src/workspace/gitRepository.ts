import { readGitConfig, type GitSetting } from './gitConfig.ts';
import { GitIgnore } from './gitIgnore.ts';
import { MAX_INDEX_BYTES, readGitIndex, type TrackedFiles } from './gitIndex.ts';
import { gitPath } from './gitPaths.ts';

/** Files of Git's, which editor and command line each read in their own way. */
export interface GitDisk {
  /** The bytes of an ordinary file; undefined where there is none, where it cannot be read, or where it is larger. */
  readonly read: (path: string, maxBytes: number) => Promise<Uint8Array | undefined>;
  readonly user: GitUser;
  /** Whether case does not count in file names where the repository does not say. */
  readonly ignoresCase: boolean;
}

/** Where somebody's own settings of Git are. On the web nobody has any. */
export interface GitUser {
  readonly home: string | undefined;
  /** The more important ones last. */
  readonly configs: readonly string[];
  /** What is ignored where no setting names another file. */
  readonly excludes: string | undefined;
}

type Variables = Readonly<Record<string, string | undefined>>;

const MAX_TEXT_BYTES = 1_000_000;
/** As in Git. */
const MAX_INCLUDES = 10;

/** @param env the variables of the environment; one that is empty is none */
export function gitUser(env: Variables): GitUser {
  const named = (name: string): string | undefined => withSlashes(env[name] ?? '') || undefined;
  const home = named('HOME') ?? named('USERPROFILE');
  const folder = named('XDG_CONFIG_HOME') ?? (home && `${home}/.config`);
  const only = env['GIT_CONFIG_GLOBAL'];
  const configs =
    only === undefined ? [folder && `${folder}/git/config`, home && `${home}/.gitconfig`] : [only];
  return {
    home,
    configs: configs.flatMap((path) => (path ? [withSlashes(path)] : [])),
    excludes: folder && `${folder}/git/ignore`,
  };
}

/** Paths of Windows are told by their drive. */
function withSlashes(path: string): string {
  return /^[a-z]:/i.test(path) ? path.replaceAll('\\', '/') : path;
}

/** A repository of Git as it lies on disk. Nothing of it is run. */
export class GitRepository {
  /** What it ignores besides its `.gitignore` files. */
  readonly excludes: GitIgnore | undefined;
  readonly ignoresCase: boolean;
  readonly #disk: GitDisk;
  readonly #index: string;
  readonly #hashBytes: number;
  #tracked: Promise<TrackedFiles | undefined> | undefined;
  /** What was answered, to be told when another index answers otherwise. */
  readonly #answers = new Map<string, boolean>();

  private constructor(disk: GitDisk, index: string, settings: Settings, excludes: readonly string[]) {
    this.#disk = disk;
    this.#index = index;
    this.ignoresCase = settings.isTrue('core.ignorecase') ?? disk.ignoresCase;
    this.#hashBytes = settings.get('extensions.objectformat')?.toLowerCase() === 'sha256' ? 32 : 20;
    let rules: GitIgnore | undefined;
    for (const text of excludes) rules = GitIgnore.extend(rules, '', text, this.ignoresCase);
    this.excludes = rules;
  }

  /** @param top a folder with a `.git`, absolute */
  static async open(top: string, disk: GitDisk): Promise<GitRepository> {
    const folder = await gitFolder(top, disk);
    // Worktrees share what is not their own.
    const common = await readText(`${folder}/commondir`, disk);
    const shared = (common && gitPath(folder, common.trim(), undefined)) || folder;
    const settings = new Settings(disk);
    for (const file of [...disk.user.configs, `${shared}/config`]) await settings.read(file);
    const named = settings.get('core.excludesfile');
    const everywhere = named === undefined ? disk.user.excludes : gitPath(top, named, disk.user.home);
    const texts: string[] = [];
    for (const file of [everywhere, `${shared}/info/exclude`]) {
      const text = file && (await readText(file, disk));
      if (text) texts.push(text);
    }
    return new GitRepository(disk, `${folder}/index`, settings, texts);
  }

  /**
   * Whether Git tracks a file, or one in a folder, that could be ours. Its index is read when first asked, and only
   * about what is ignored: most repositories need not be asked at all.
   * @param path relative to the top, a folder with `/` at its end
   */
  async tracks(path: string): Promise<boolean> {
    this.#tracked ??= this.#readIndex();
    const tracked = await this.#tracked;
    const answer = path.endsWith('/') ? tracked?.hasBelow(path) : tracked?.has(path);
    this.#answers.set(path, answer === true);
    return answer === true;
  }

  /** What `tracks` has said of a path; undefined where nobody has asked. */
  lastAnswer(path: string): boolean | undefined {
    return this.#answers.get(path);
  }

  /** Reads the index again. @returns whether something is answered otherwise than before */
  async hasOtherAnswers(): Promise<boolean> {
    const before = [...this.#answers];
    this.#tracked = undefined;
    let isOther = false;
    for (const [path, answer] of before) if ((await this.tracks(path)) !== answer) isOther = true;
    return isOther;
  }

  async #readIndex(): Promise<TrackedFiles | undefined> {
    const bytes = await this.#disk.read(this.#index, MAX_INDEX_BYTES);
    return bytes && readGitIndex(bytes, this.#hashBytes, this.ignoresCase);
  }
}

/** In worktrees and submodules `.git` is a file that names the folder. */
async function gitFolder(top: string, disk: GitDisk): Promise<string> {
  const own = `${top.endsWith('/') ? top : `${top}/`}.git`;
  const text = await readText(own, disk);
  const named = text?.startsWith('gitdir:') ? text.slice('gitdir:'.length).trim() : undefined;
  return (named && gitPath(top, named, undefined)) || own;
}

async function readText(path: string, disk: GitDisk): Promise<string | undefined> {
  const bytes = await disk.read(path, MAX_TEXT_BYTES);
  return bytes && new TextDecoder().decode(bytes);
}

/** The settings of several files, the more important ones last. */
class Settings {
  readonly #disk: GitDisk;
  readonly #values = new Map<string, string>();

  constructor(disk: GitDisk) {
    this.#disk = disk;
  }

  get(key: string): string | undefined {
    return this.#values.get(key);
  }

  isTrue(key: string): boolean | undefined {
    const value = this.#values.get(key);
    return value === undefined ? undefined : !/^(?:false|no|off|0|)$/i.test(value);
  }

  async read(file: string): Promise<void> {
    let left = MAX_INCLUDES;
    const readOne = async (path: string): Promise<void> => {
      const text = await readText(path, this.#disk);
      for (const { key, value } of text === undefined ? [] : readGitConfig(text)) {
        const included = key === 'include.path' && left-- > 0 ? this.#included(path, value) : undefined;
        if (included === undefined) this.#set({ key, value });
        else await readOne(included);
      }
    };
    await readOne(file);
  }

  #included(from: string, written: string): string | undefined {
    return gitPath(from.slice(0, from.lastIndexOf('/')), written, this.#disk.user.home);
  }

  #set({ key, value }: GitSetting): void {
    this.#values.set(key, value);
  }
}
