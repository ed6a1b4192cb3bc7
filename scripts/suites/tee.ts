import { type WriteStream, createWriteStream } from 'node:fs';
import { Writable } from 'node:stream';
import { TEST_LINE } from '../vscode-host/runTests.ts';

/** Shows a suite's output as it comes, keeps it in a file, and remembers it for counting. */
export class Tee extends Writable {
  output = '';
  #rest = '';
  readonly #copy: WriteStream;

  constructor(file: string) {
    super();
    this.#copy = createWriteStream(file);
  }

  override _write(data: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    const lines = (this.#rest + data.toString()).split('\n');
    this.#rest = lines.pop() ?? '';
    this.#emit(lines.map((line) => `${line}\n`).join(''), done);
  }

  override _final(done: (error?: Error | null) => void): void {
    this.#emit(this.#rest, () => this.#copy.end(done));
  }

  line(text: string): void {
    this.write(`${text}\n`);
  }

  /** A desktop VS Code passes on the test lines as they are, with their mark. */
  #emit(text: string, done: (error?: Error | null) => void): void {
    const plain = text.replaceAll(new RegExp(`^${TEST_LINE.replace(/[[\]]/g, '\\$&')}`, 'gm'), '');
    this.output += plain;
    process.stdout.write(plain);
    this.#copy.write(plain, done);
  }
}
