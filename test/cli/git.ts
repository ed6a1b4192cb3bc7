import { spawnSync } from 'node:child_process';
import type { Folder } from './program.ts';

/** Git itself in a folder, with nobody's settings but those of a home of the test's own. */
export interface Git {
  /** For a run of our program with the same settings. */
  readonly env: Readonly<Record<string, string>>;
  /** Below the folder. */
  readonly home: string;
  readonly run: (...args: readonly string[]) => string;
  /** The files that Git has or would take in, below the folder in which it is asked. */
  readonly files: () => string[];
}

/**
 * @param cwd below the folder
 * @param home below the folder too, so that it goes away with it
 */
export function gitIn(folder: Folder, cwd = '.', home = '.git/home'): Git {
  const env = {
    HOME: folder.path(home),
    XDG_CONFIG_HOME: folder.path(`${home}/xdg`),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'a',
    GIT_AUTHOR_EMAIL: 'a@example.com',
    GIT_COMMITTER_NAME: 'a',
    GIT_COMMITTER_EMAIL: 'a@example.com',
  };
  const run = (...args: readonly string[]): string => {
    const all = ['-c', 'protocol.file.allow=always', '-c', 'commit.gpgsign=false', ...args];
    const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
    const { status, stdout, stderr, error } = spawnSync('git', all, {
      cwd: folder.path(cwd),
      env: { ...Object.fromEntries(inherited), ...env },
      encoding: 'utf8',
    });
    if (status !== 0) throw error ?? new Error(`git ${args.join(' ')}: ${stderr}`);
    return stdout;
  };
  const files = (): string[] => {
    const known = run('ls-files', '-z', '--cached', '--others', '--exclude-standard').split('\0');
    return [...new Set(known)].filter((name) => name !== '').sort();
  };
  return { env, home, run, files };
}
