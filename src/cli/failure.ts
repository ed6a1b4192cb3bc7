import { lstatSync } from 'node:fs';

/** Something that could not be read, told in a sentence. It never stops the rest. */
export interface Failure {
  readonly path: string;
  readonly reason: string;
  /** False for what is only worth saying; true makes the run end with exit code 2. */
  readonly fails: boolean;
}

/** A sentence for an error of the file system that `path` met with. */
export function reasonOf(error: unknown, path: string): string {
  const code = errorCode(error);
  switch (code) {
    case 'ENOENT':
      // Node reads such a name with signs in place of what it cannot decode, and finds nothing by that.
      if (path.includes('\ufffd') && !isThere(path))
        return 'Its name is not in UTF-8, so that it cannot be opened. Give it another name.';
      return isThere(path)
        ? 'It is a link to something that does not exist.'
        : 'There is no such file or folder.';
    case 'EACCES':
    case 'EPERM':
      return 'You have no permission to read it.';
    case 'ELOOP':
      return 'It is a link that leads back to itself.';
    case 'ENAMETOOLONG':
      return 'Its name is too long to be read.';
    default:
      return `It cannot be read (${code ?? String(error)}).`;
  }
}

/** True for a link too, wherever it leads. */
function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

/** The sentence for an exception that no file should be able to cause. */
export function mistakeOf(what: string, error: unknown): string {
  return `${what}, which is our mistake: ${error instanceof Error ? error.message : String(error)}`;
}

export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
