// One thread of `npm run fuzz` (scripts/fuzz.ts).
import { parentPort, workerData } from 'node:worker_threads';
import { Campaign } from './campaign.ts';

/** What a thread is told. */
export interface Orders {
  readonly first: number;
  /** From one of its seeds to the next. */
  readonly step: number;
  readonly seconds: number;
  /** Where it writes the seed that it is at, so that one can tell which text it hangs at. */
  readonly at: SharedArrayBuffer;
}

const { first, step, seconds, at } = workerData as Orders;
const seeds = new Int32Array(at);
const campaign = new Campaign();
const end = Date.now() + seconds * 1000;
for (let seed = first, told = Date.now(); Date.now() < end; seed += step) {
  seeds[0] = seed;
  campaign.try(seed);
  if (Date.now() - told > 5000) {
    told = Date.now();
    parentPort?.postMessage(campaign.report());
  }
}
parentPort?.postMessage(campaign.report());
