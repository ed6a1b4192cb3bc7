/** Nothing is said of work that is over within this time, in milliseconds. */
const PATIENCE = 2000;
const INTERVAL = 100;

/** The line of a terminal where progress is shown. */
export interface ProgressLine {
  /** In milliseconds. */
  readonly now: () => number;
  readonly write: (text: string) => void;
}

/** Says on a terminal how far a long work is, in one line that goes away again. */
export class Progress {
  readonly #line: ProgressLine | undefined;
  #next: number;
  #isShown = false;

  /** @param line undefined where there is no terminal */
  constructor(line?: ProgressLine) {
    this.#line = line;
    this.#next = line ? line.now() + PATIENCE : Infinity;
  }

  /** A piece of work is done. @param text is asked only when it is time to show it */
  step(text: () => string): void {
    if (!this.#line) return;
    const now = this.#line.now();
    if (now < this.#next) return;
    this.#next = now + INTERVAL;
    this.#isShown = true;
    this.#line.write(`\r${text()}\u001b[K`);
  }

  /** The line is needed for something else, or all is done. */
  clear(): void {
    if (!this.#isShown) return;
    this.#isShown = false;
    this.#line?.write('\r\u001b[K');
  }
}
