import { isMarkdownName } from './globs.ts';
import { isRosterName } from './files.ts';

/** Which files Git tracks: those of them that could be ours. */
export interface TrackedFiles {
  /** @param path relative to the top of the repository */
  readonly has: (path: string) => boolean;
  /** @param folder with `/` at its end */
  readonly hasBelow: (folder: string) => boolean;
}

/** Larger than the index of half a million files. */
export const MAX_INDEX_BYTES = 100_000_000;
/** Longer than any path that a system knows. */
const MAX_PATH_BYTES = 1 << 16;

const HEADER = 12;
/** Times, device, inode, mode, owner and size. */
const STAT = 40;
const HAS_MORE_FLAGS = 0x4000;
const NAME_LENGTH = 0x0fff;

/**
 * Reads the file `index` of Git, versions 2 to 4 (gitformat-index). Undefined for one that is none, or that is cut off.
 * @param hashBytes how long the names of objects are: 20, or 32 in repositories with SHA-256
 * @param ignoresCase whether case does not count in file names
 */
export function readGitIndex(
  bytes: Uint8Array,
  hashBytes: number,
  ignoresCase: boolean,
): TrackedFiles | undefined {
  const paths = readPaths(bytes, hashBytes);
  return paths && new SortedPaths(paths, ignoresCase);
}

function readPaths(bytes: Uint8Array, hashBytes: number): string[] | undefined {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER || data.getUint32(0) !== 0x44495243 /* DIRC */) return undefined;
  const version = data.getUint32(4);
  if (version < 2 || version > 4) return undefined;
  const paths: string[] = [];
  const name = new EntryName(bytes);
  let at = HEADER;
  for (let count = data.getUint32(8); count > 0; count--) {
    const flagsAt = at + STAT + hashBytes;
    if (flagsAt + 2 > bytes.length) return undefined;
    const flags = data.getUint16(flagsAt);
    const nameAt = flagsAt + (version > 2 && (flags & HAS_MORE_FLAGS) !== 0 ? 4 : 2);
    const end = version === 4 ? name.readShortened(nameAt) : name.readWhole(nameAt, flags & NAME_LENGTH);
    if (end === undefined) return undefined;
    // Up to version 3 zeros fill each entry up to a multiple of eight bytes, at least one of them behind the name.
    at = version === 4 ? end + 1 : at + ((end - at + 8) & ~7);
    const path = name.ifOurs();
    if (path !== undefined) paths.push(path);
  }
  return paths;
}

/** The name of one entry after the other, decoded only where it may be ours. */
class EntryName {
  readonly #bytes: Uint8Array;
  readonly #name = new Uint8Array(MAX_PATH_BYTES);
  readonly #decoder = new TextDecoder();
  #length = 0;
  /** What shortened names may write out together, so that a small file cannot stand for a huge one. */
  #left: number;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#left = 4 * bytes.length;
  }

  /** @returns where it ends */
  readWhole(from: number, length: number): number | undefined {
    // A longer one is not counted.
    const end = length < NAME_LENGTH ? from + length : this.#bytes.indexOf(0, from);
    return end >= from && end < this.#bytes.length && this.#append(0, from, end) ? end : undefined;
  }

  /** In version 4 a name says how much of the one before it goes, and what comes instead. */
  readShortened(from: number): number | undefined {
    let at = from;
    let byte = this.#bytes[at++] ?? 0;
    let cut = byte & 0x7f;
    while ((byte & 0x80) !== 0) {
      byte = this.#bytes[at++] ?? 0;
      cut = (cut + 1) * 128 + (byte & 0x7f);
      if (cut > MAX_PATH_BYTES) return undefined;
    }
    const end = this.#bytes.indexOf(0, at);
    return end >= 0 && cut <= this.#length && this.#append(this.#length - cut, at, end) ? end : undefined;
  }

  ifOurs(): string | undefined {
    const last = this.#name[this.#length - 1] ?? 0;
    // `.md`, `.markdown`, `.yml` and `.yaml` are told by their last letters sooner than by an expression.
    if (!LAST_LETTERS.includes(last | 0x20)) return undefined;
    this.#left -= this.#length;
    const path = this.#decoder.decode(this.#name.subarray(0, this.#length));
    return isMarkdownName(path) || isRosterName(path) ? path : undefined;
  }

  #append(kept: number, from: number, end: number): boolean {
    if (kept + end - from > MAX_PATH_BYTES || this.#left < 0) return false;
    this.#name.set(this.#bytes.subarray(from, end), kept);
    this.#length = kept + end - from;
    return true;
  }
}

const LAST_LETTERS = Array.from('dnl', (letter) => letter.charCodeAt(0));

/** Sorted, so that a folder is found without a list of all folders. */
class SortedPaths implements TrackedFiles {
  readonly #paths: readonly string[];
  readonly #ignoresCase: boolean;

  constructor(paths: readonly string[], ignoresCase: boolean) {
    this.#ignoresCase = ignoresCase;
    this.#paths = paths.map((path) => this.#keyOf(path)).sort();
  }

  has(path: string): boolean {
    const key = this.#keyOf(path);
    return this.#paths[this.#find(key)] === key;
  }

  hasBelow(folder: string): boolean {
    const key = this.#keyOf(folder);
    return this.#paths[this.#find(key)]?.startsWith(key) === true;
  }

  /** Some systems give names taken apart into letters and accents, which Git keeps put together. */
  #keyOf(path: string): string {
    return (this.#ignoresCase ? path.toLowerCase() : path).normalize();
  }

  /** The first that is not before the key. */
  #find(key: string): number {
    let from = 0;
    let to = this.#paths.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((this.#paths[middle] ?? '') < key) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
