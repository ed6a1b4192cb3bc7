import {
  accessSync,
  chmodSync,
  constants,
  lstatSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { errorCode, mistakeOf } from './failure.ts';

/**
 * Writes a file as a whole or not at all: under another name first, so that a run that breaks off leaves the old file or
 * the new one. A link stays a link, and what it leads to is written. The file need not exist yet.
 * @throws errors of the file system
 */
export function replaceFile(file: string, text: string): void {
  const isNew = lstatSync(file, { throwIfNoEntry: false }) === undefined;
  const target = isNew ? file : realpathSync(file);
  const draft = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`);
  removeLeftDrafts(target);
  try {
    if (isNew) writeFileSync(draft, text);
    else {
      // A file that must not be written is not replaced either, though the folder would allow it.
      accessSync(target, constants.W_OK);
      const { mode } = statSync(target);
      writeFileSync(draft, text, { mode });
      chmodSync(draft, mode);
    }
    renameSync(draft, target);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** A run that was killed could not remove its draft. What another one is just writing stays. */
function removeLeftDrafts(target: string): void {
  const folder = path.dirname(target);
  const start = `.${path.basename(target)}.`;
  try {
    for (const name of readdirSync(folder)) {
      if (!name.startsWith(start)) continue;
      const id = /^(\d+)\.tmp$/.exec(name.slice(start.length))?.[1];
      if (id !== undefined && !isRunning(Number(id))) rmSync(path.join(folder, name), { force: true });
    }
  } catch {
    // It is in nobody's way.
  }
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return errorCode(error) !== 'ESRCH';
  }
}

/** A sentence for an error of `replaceFile`. @param what did not happen */
export function notWritten(what: string, error: unknown): string {
  const code = errorCode(error);
  if (code === undefined) return mistakeOf(what, error);
  const isForbidden = code === 'EACCES' || code === 'EPERM' || code === 'EROFS';
  return isForbidden ? `${what}: you have no permission to write it.` : `${what} (${code}).`;
}
