/** Remembers what was used last, and lets go of what has not been used for longest. */
export class Recent<T> {
  readonly #release: (value: T) => void;
  readonly #values = new Set<T>();

  /** @param release is told of each value that is let go */
  constructor(release: (value: T) => void) {
    this.#release = release;
  }

  /** @param room how many values may be held from now on */
  use(value: T, room: number): void {
    this.#values.delete(value);
    this.#values.add(value);
    for (const oldest of this.#values) {
      if (this.#values.size <= room) break;
      this.#values.delete(oldest);
      this.#release(oldest);
    }
  }

  forget(value: T): void {
    this.#values.delete(value);
  }
}
