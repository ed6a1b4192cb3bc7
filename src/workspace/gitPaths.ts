/** Paths as Git writes them, with `/` between their parts; on Windows they may begin with a drive. */

const DRIVE = /^\/?[a-z]:/i;

/**
 * Where a file lies that is named in a file of Git's. Undefined for whatever leads onto the network or cannot be told:
 * to look for a file there can tell a stranger who has opened the folder.
 * @param folder absolute; what is written may be relative to it
 * @param home what `~` stands for
 */
export function gitPath(folder: string, written: string, home: string | undefined): string | undefined {
  const isWindows = DRIVE.test(folder);
  const file = isWindows ? written.replaceAll('\\', '/') : written;
  if (file.startsWith('~/')) return home === undefined ? undefined : joined(home + file.slice(1));
  // `~sam/` is the home of somebody else, and `%(prefix)/` where Git is installed.
  if (file === '' || file.startsWith('~') || file.startsWith('%(') || file.includes('\0')) return undefined;
  if (file.startsWith('//') || file.startsWith('\\\\')) return undefined;
  return joined(file.startsWith('/') || (isWindows && DRIVE.test(file)) ? file : `${folder}/${file}`);
}

function joined(path: string): string {
  const names: string[] = [];
  for (const name of path.split('/')) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  // A network folder that somebody has opened stays one.
  const root = path.startsWith('//') ? '//' : path.startsWith('/') ? '/' : '';
  return root + names.join('/');
}
