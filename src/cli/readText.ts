import { readFileSync, statSync } from 'node:fs';
import { reasonOf } from './failure.ts';

/** Larger files are left out: no playbook is a book, and reading one would hold up everything else. */
export const MAX_FILE_BYTES = 10_000_000;

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
    // A pipe would wait for somebody to write into it.
    if (!stat.isFile()) return { kind: 'failed', reason: 'It is not an ordinary file.' };
    if (stat.size > MAX_FILE_BYTES) return tooLarge(stat.size);
    return decode(readFileSync(path));
  } catch (error) {
    return { kind: 'failed', reason: reasonOf(error, path) };
  }
}

const strict = new TextDecoder('utf-8', { fatal: true });

/** Bytes that are no UTF-8 become U+FFFD, each with its place kept in the line; a byte order mark is dropped. */
export function decode(bytes: Uint8Array): ReadResult {
  if (bytes.length > MAX_FILE_BYTES) return tooLarge(bytes.length);
  try {
    return { kind: 'text', text: strict.decode(bytes), note: undefined };
  } catch {
    if (isUtf16(bytes)) {
      return {
        kind: 'failed',
        reason: 'It is saved as UTF-16, which cannot be read here. Save it as UTF-8.',
      };
    }
    return {
      kind: 'text',
      text: new TextDecoder('utf-8').decode(bytes),
      note: 'Some characters in it are not UTF-8 and cannot be read. Save it as UTF-8.',
    };
  }
}

/** Little-endian or big-endian, by the byte order mark, which is never valid UTF-8. */
function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function tooLarge(bytes: number): ReadResult {
  const size = (bytes / 1_000_000).toFixed(1);
  return {
    kind: 'tooLarge',
    reason: `It was left out because it is too large: ${size} MB. The limit is ${MAX_FILE_BYTES / 1_000_000} MB.`,
  };
}
