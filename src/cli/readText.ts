import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { isUtf16 } from '../text/utf16.ts';
import { reasonOf } from './failure.ts';

/** Larger files are left out: no playbook is a book, and reading one would hold up everything else. */
export const MAX_FILE_BYTES = 10_000_000;

/** In which a system reads, in bytes. */
const PAGE = 4096;
const NOT_ORDINARY = 'It is not an ordinary file.';

export type ReadResult =
  | {
      readonly kind: 'text';
      /** Without a byte order mark. */
      readonly text: string;
      /** Something that the author should know, though the text can be used. */
      readonly note: string | undefined;
    }
  | { readonly kind: 'tooLarge'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string };

/** Reads a UTF-8 text. Never throws. */
export function readText(path: string): ReadResult {
  try {
    const stat = statSync(path);
    // To open a device may do something.
    if (!stat.isFile()) return { kind: 'failed', reason: NOT_ORDINARY };
    if (stat.size > MAX_FILE_BYTES) return tooLarge(stat.size);
    const bytes = readBytes(path);
    if (!bytes) return { kind: 'failed', reason: NOT_ORDINARY };
    return bytes.length > MAX_FILE_BYTES ? tooLarge(undefined) : decode(bytes);
  } catch (error) {
    return { kind: 'failed', reason: reasonOf(error, path) };
  }
}

/**
 * The bytes of an ordinary file, and never more than one beyond the limit: files such as those in `/proc` say that they
 * are empty, and some have no end.
 * @returns undefined where it has become something else since one looked
 * @throws errors of the file system
 */
export function readBytes(path: string, maxBytes = MAX_FILE_BYTES): Uint8Array | undefined {
  // What would wait for somebody to write into it fails instead.
  const file = openSync(path, constants.O_RDONLY | (process.platform === 'win32' ? 0 : constants.O_NONBLOCK));
  try {
    const stat = fstatSync(file);
    if (!stat.isFile()) return undefined;
    // More than it says, so that one read finds the end; whole pages, as some files of a system give nothing less.
    const pages = (size: number): number => Math.ceil((Math.min(size, maxBytes) + 1) / PAGE) * PAGE;
    let bytes = Buffer.allocUnsafe(pages(stat.size));
    let length = 0;
    for (;;) {
      const count = readSync(file, bytes, length, bytes.length - length, null);
      length += count;
      if (count === 0 || length > maxBytes) return bytes.subarray(0, Math.min(length, maxBytes + 1));
      if (length === bytes.length) {
        const larger = Buffer.allocUnsafe(pages(length * 4));
        bytes.copy(larger);
        bytes = larger;
      }
    }
  } finally {
    closeSync(file);
  }
}

const strict = new TextDecoder('utf-8', { fatal: true });

/** Bytes that are no UTF-8 become U+FFFD, each with its place kept in the line; a byte order mark is dropped. */
export function decode(bytes: Uint8Array): ReadResult {
  if (bytes.length > MAX_FILE_BYTES) return tooLarge(bytes.length);
  // Without its mark most of it is valid UTF-8, with a zero behind each letter.
  if (isUtf16(bytes)) {
    return { kind: 'failed', reason: 'It is saved as UTF-16, which cannot be read here. Save it as UTF-8.' };
  }
  try {
    return { kind: 'text', text: strict.decode(bytes), note: undefined };
  } catch {
    return {
      kind: 'text',
      text: new TextDecoder('utf-8').decode(bytes),
      note: 'Some characters in it are not UTF-8 and cannot be read. Save it as UTF-8.',
    };
  }
}

/** @param bytes undefined where nobody knows how many more would come */
function tooLarge(bytes: number | undefined): ReadResult {
  const size = bytes === undefined ? 'it goes on and on' : `${(bytes / 1_000_000).toFixed(1)} MB`;
  return {
    kind: 'tooLarge',
    reason: `It was left out because it is too large: ${size}. The limit is ${MAX_FILE_BYTES / 1_000_000} MB.`,
  };
}
