/** Longest time in milliseconds for which one turn may hold the extension host, which all extensions share. */
const SLICE = 15;

/** Work in slices: `await pause()` between two pieces of work gives the host to others once a slice is used up. */
export class TimeSlice {
  #end = 0;

  begin(): void {
    this.#end = performance.now() + SLICE;
  }

  /** @returns whether it paused. */
  async pause(): Promise<boolean> {
    if (performance.now() < this.#end) return false;
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.begin();
    return true;
  }
}
