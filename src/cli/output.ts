import { fstatSync, writeSync } from 'node:fs';
import type { Pieces } from './command.ts';
import { errorCode } from './failure.ts';

/** What was made cannot be written: a full disk, perhaps. */
export class OutputError extends Error {
  readonly code: string;

  constructor(cause: unknown) {
    const code = errorCode(cause) ?? String(cause);
    super(code, { cause });
    this.code = code;
  }
}

/** Small pieces are written together: each writing costs more than making a line. In UTF-16 code units. */
const CHUNK = 65_536;

/**
 * Writes a text to standard output (1) or standard error (2), each chunk once the one before has been taken. A reader
 * that went away, such as `head`, is no error: the rest is then not even made. Straight to the descriptor, since setting
 * up `process.stdout` takes longer than checking several playbooks.
 * @param beforeEach is called in front of each chunk
 * @throws {OutputError}
 */
export async function write(
  descriptor: 1 | 2,
  pieces: Pieces,
  beforeEach: () => void = () => undefined,
): Promise<void> {
  let chunk: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    chunk.push(piece);
    length += piece.length;
    if (length < CHUNK) continue;
    beforeEach();
    if (!(await writeChunk(descriptor, chunk.join('')))) return;
    chunk = [];
    length = 0;
  }
  beforeEach();
  await writeChunk(descriptor, chunk.join(''));
}

/** @returns false when nobody reads on */
async function writeChunk(descriptor: 1 | 2, text: string): Promise<boolean> {
  if (text === '') return true;
  // Only the stream knows the code page of a Windows console.
  if (process.platform === 'win32') return writeToStream(descriptor, text);
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length;) {
    try {
      done += writeSync(descriptor, bytes, done);
    } catch (error) {
      switch (errorCode(error)) {
        case 'EPIPE':
          return false;
        case 'EAGAIN':
          // A pipe that does not block is full; the stream waits until it is not.
          return writeToStream(descriptor, bytes.subarray(done));
        default:
          throw new OutputError(error);
      }
    }
  }
  return true;
}

function writeToStream(descriptor: 1 | 2, data: string | Uint8Array): Promise<boolean> {
  const stream = descriptor === 1 ? process.stdout : process.stderr;
  return new Promise((resolve, reject) => {
    const settle = (error?: Error | null): void => {
      // An error is told to both, and one that nobody listens to ends the program: this one stays until then.
      if (!error) stream.off('error', settle);
      if (error && errorCode(error) !== 'EPIPE') reject(new OutputError(error));
      else resolve(!error);
    };
    stream.on('error', settle);
    stream.write(data, settle);
  });
}

/** True when standard output (1) or standard error (2) is a terminal. */
export async function isTerminal(descriptor: 1 | 2): Promise<boolean> {
  // A terminal is a character device; only then is it worth loading what can tell it from /dev/null.
  if (process.platform !== 'win32' && !isCharacterDevice(descriptor)) return false;
  const { isatty } = await import('node:tty');
  return isatty(descriptor);
}

function isCharacterDevice(descriptor: 1 | 2): boolean {
  try {
    return fstatSync(descriptor).isCharacterDevice();
  } catch {
    // It may be closed.
    return false;
  }
}
