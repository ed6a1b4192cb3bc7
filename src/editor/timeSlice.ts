/**
 * Longest time in milliseconds for which one turn may hold the extension host, which all extensions share. Short, as
 * the collecting of garbage, which takes up to 25 ms in a workspace of ten thousand playbooks, adds to it.
 */
const SLICE = 3;

/** Work in slices: `await pause()` between two pieces of work gives the host to others once a slice is used up. */
export class TimeSlice {
  #end = 0;

  begin(): void {
    this.#end = performance.now() + SLICE;
  }

  get isUsedUp(): boolean {
    return performance.now() >= this.#end;
  }

  /** Gives the host to others if the slice is used up. @returns whether it did */
  async pause(): Promise<boolean> {
    if (!this.isUsedUp) return false;
    await this.next();
    return true;
  }

  /** Gives the host to others first: for work that begins in the midst of somebody else's slice. */
  async next(): Promise<void> {
    await (queue = queue.then(nextTurn));
    this.begin();
  }
}

/** One item after the other, giving the host to others in between. */
export async function* inSlices<T>(items: Iterable<T>): AsyncGenerator<T, void> {
  const slice = new TimeSlice();
  slice.begin();
  for (const item of items) {
    yield item;
    await slice.pause();
  }
}

/** Whoever pauses stands in line: two pieces of work in one turn would hold the host for two slices. */
let queue: Promise<void> = Promise.resolve();

/** What Node's `MessagePort` and that of a web worker have alike; their types differ. */
interface Port {
  onmessage: (() => void) | null;
  readonly close: () => void;
}

/** By a message: a timer waits for a millisecond at least, on the web for four, which adds up to a fifth of all time. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const port = port1 as unknown as Port;
    port.onmessage = () => {
      port.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
