/** How much may be held at once. */
export interface Capacity {
  readonly count: number;
  readonly weight: number;
}

/** Remembers what was used last, and lets go of what has not been used for longest. */
export class Recent<T> {
  readonly #release: (value: T) => void;
  readonly #weights = new Map<T, number>();
  #weight = 0;

  /** @param release is told of each value that is let go */
  constructor(release: (value: T) => void) {
    this.#release = release;
  }

  /** @param capacity from now on; what is used now is held even if it is heavier by itself */
  use(value: T, weight: number, capacity: Capacity): void {
    this.forget(value);
    this.#weights.set(value, weight);
    this.#weight += weight;
    for (const oldest of this.#weights.keys()) {
      if (this.#weights.size <= capacity.count && this.#weight <= capacity.weight) break;
      if (oldest === value) break;
      this.forget(oldest);
      this.#release(oldest);
    }
  }

  forget(value: T): void {
    this.#weight -= this.#weights.get(value) ?? 0;
    this.#weights.delete(value);
  }
}
