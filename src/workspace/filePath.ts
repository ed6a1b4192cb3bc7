/**
 * Where a file lies that a roster or playbook names, as a path with `/`. A path that begins with `/` counts from the
 * workspace's root. Undefined for whatever leads out of the workspace or onto the network: to look for a file there can
 * tell a stranger who has opened it.
 * @param root of the workspace, decoded
 * @param folder of the file that names it, with `/` at its end, decoded
 * @param written on Windows paths are written the other way round
 */
export function namedFile(root: string, folder: string, written: string): string | undefined {
  const top = root.endsWith('/') ? root : `${root}/`;
  const file = written.replaceAll('\\', '/');
  if (file.startsWith('//') || /^[a-z]:/i.test(file) || file.includes('\0')) return undefined;
  const start = file.startsWith('/') ? '' : folder.startsWith(top) ? folder.slice(top.length) : undefined;
  if (start === undefined) return undefined;
  const names: string[] = [];
  for (const name of `${start}${file}`.split('/')) {
    if (name === '..') {
      if (names.pop() === undefined) return undefined;
    } else if (name !== '' && name !== '.') names.push(name);
  }
  return top + names.join('/');
}
