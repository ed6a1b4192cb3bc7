/** Longest time in milliseconds for which one turn may hold the extension host, which all extensions share. */
const SLICE = 10;

/** Work in slices: `await pause()` between two pieces of work gives the host to others once a slice is used up. */
export class TimeSlice {
  #end = 0;

  begin(): void {
    this.#end = performance.now() + SLICE;
  }

  /** @returns whether it paused. */
  async pause(): Promise<boolean> {
    if (performance.now() < this.#end) return false;
    await (queue = queue.then(nextTurn));
    this.begin();
    return true;
  }
}

/** Whoever pauses stands in line: two pieces of work in one turn would hold the host for two slices. */
let queue: Promise<void> = Promise.resolve();

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
