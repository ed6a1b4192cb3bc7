// Measures one shape at some sizes: `shapes.ts NAME SIZE …`. Prints one line of JSON for each size as soon as it is known.
import { shapes } from '../shapes/all.ts';
import { stagesOf } from '../shapes/stages.ts';

const [name = '', ...sizes] = process.argv.slice(2);
const shape = shapes[name];
if (!shape) throw new Error(`There is no shape "${name}".`);

/** Small texts are read again and again, so that what is measured is reading and not getting ready for it. */
const ENOUGH_MS = 200;
const MOST_ROUNDS = 20;

for (const size of sizes.map(Number)) {
  const characters = shape.playbook(size).length + (shape.roster?.(size).length ?? 0);
  const best = new Map<string, number>();
  const start = performance.now();
  for (
    let round = 0;
    round < MOST_ROUNDS && (round === 0 || performance.now() - start < ENOUGH_MS);
    round++
  ) {
    for (const stage of stagesOf(shape, size)) {
      const before = performance.now();
      stage.run();
      const taken = performance.now() - before;
      best.set(stage.name, Math.min(taken, best.get(stage.name) ?? Infinity));
    }
  }
  console.log(JSON.stringify({ characters, milliseconds: Object.fromEntries(best) }));
}
