import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Recent, type Capacity } from '../../src/workspace/recent.ts';

/** For so many values, however heavy. */
const room = (count: number): Capacity => ({ count, weight: Infinity });

it('lets go of what was not used for longest, once, and only when there is no room', () => {
  const released: string[] = [];
  const recent = new Recent<string>((value) => released.push(value));
  for (const value of ['a', 'b', 'c']) recent.use(value, 1, room(3));
  assert.deepEqual(released, []);
  recent.use('a', 1, room(3));
  recent.use('d', 1, room(3));
  assert.deepEqual(released, ['b']);
  recent.use('e', 1, room(3));
  assert.deepEqual(released, ['b', 'c']);
  // Less room from now on.
  recent.use('e', 1, room(1));
  assert.deepEqual(released, ['b', 'c', 'a', 'd']);
});

it('forgets what is gone without letting go of it', () => {
  const released: string[] = [];
  const recent = new Recent<string>((value) => released.push(value));
  recent.use('a', 1, room(2));
  recent.forget('a');
  recent.use('b', 1, room(2));
  recent.use('c', 1, room(2));
  assert.deepEqual(released, []);
});

it('holds as much as may weigh at once, and always what is used now', () => {
  const released: string[] = [];
  const recent = new Recent<string>((value) => released.push(value));
  const scales: Capacity = { count: 10, weight: 5 };
  recent.use('a', 2, scales);
  recent.use('b', 3, scales);
  assert.deepEqual(released, []);
  recent.use('c', 1, scales);
  assert.deepEqual(released, ['a']);
  recent.use('heavy', 100, scales);
  assert.deepEqual(released, ['a', 'b', 'c']);
});
