import { fstatSync, writeSync } from 'node:fs';
import { errorCode } from './failure.ts';

/**
 * Writes all of a text to standard output (1) or standard error (2). A reader that went away, such as `head`, is no
 * error. Straight to the descriptor, since setting up `process.stdout` takes longer than checking several playbooks.
 */
export async function write(descriptor: 1 | 2, text: string): Promise<void> {
  if (text === '') return;
  // Only the stream knows the code page of a Windows console.
  if (process.platform === 'win32') return writeToStream(descriptor, text);
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length;) {
    try {
      done += writeSync(descriptor, bytes, done);
    } catch (error) {
      switch (errorCode(error)) {
        case 'EPIPE':
          return;
        case 'EAGAIN':
          // A pipe that does not block is full; the stream waits until it is not.
          return writeToStream(descriptor, bytes.subarray(done));
        default:
          throw error;
      }
    }
  }
}

function writeToStream(descriptor: 1 | 2, data: string | Uint8Array): Promise<void> {
  const stream = descriptor === 1 ? process.stdout : process.stderr;
  return new Promise((resolve, reject) => {
    const settle = (error?: Error | null): void => {
      if (error && errorCode(error) !== 'EPIPE') reject(error);
      else resolve();
    };
    stream.on('error', settle);
    stream.write(data, settle);
  });
}

/** True when standard output is a terminal. */
export async function isTerminal(): Promise<boolean> {
  // A terminal is a character device; only then is it worth loading what can tell it from /dev/null.
  if (process.platform !== 'win32' && !fstatSync(1).isCharacterDevice()) return false;
  const { isatty } = await import('node:tty');
  return isatty(1);
}
