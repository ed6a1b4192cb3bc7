/** Numbers that look random and come from a seed, so that a failure can be had again (mulberry32). */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = Math.imul(seed, 2654435761) >>> 0 || 1;
    for (let i = 0; i < 4; i++) this.#next();
  }

  #next(): number {
    let t = (this.#state += 0x6d2b79f5) | 0;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  /** From 0 up to, but not including, `end`. */
  int(end: number): number {
    return Math.floor(this.#next() * end);
  }

  pick<T>(of: readonly T[]): T {
    const found = of[this.int(of.length)];
    if (found === undefined) throw new RangeError('Nothing to pick from');
    return found;
  }

  chance(probability: number): boolean {
    return this.#next() < probability;
  }
}
