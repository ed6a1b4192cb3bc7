import path from 'node:path';

/**
 * Paths in here are absolute and have `/` between their parts on every system: they are the index's URIs, and folders
 * are compared by their beginning.
 */
export function absolutePath(cwd: string, written: string): string {
  return withSlashes(path.resolve(cwd, written));
}

/** How a path is printed: relative to the current folder, the folder itself as `.`. */
export function displayPath(cwd: string, absolute: string): string {
  return withSlashes(path.relative(cwd, absolute)) || '.';
}

/** In the order in which the paths are printed. */
export function byPath(cwd: string, absolute: readonly string[]): string[] {
  const paths = absolute.map((uri) => [displayPath(cwd, uri), uri] as const);
  return paths.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, uri]) => uri);
}

/** True for the folder itself and for everything below it. */
export function isWithin(folder: string, file: string): boolean {
  return file === folder || file.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

export function withSlashes(text: string): string {
  return path.sep === '\\' ? text.replaceAll('\\', '/') : text;
}
