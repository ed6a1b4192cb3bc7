import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Recent } from '../../src/workspace/recent.ts';

it('lets go of what was not used for longest, once, and only when there is no room', () => {
  const released: string[] = [];
  const recent = new Recent<string>((value) => released.push(value));
  for (const value of ['a', 'b', 'c']) recent.use(value, 3);
  assert.deepEqual(released, []);
  recent.use('a', 3);
  recent.use('d', 3);
  assert.deepEqual(released, ['b']);
  recent.use('e', 3);
  assert.deepEqual(released, ['b', 'c']);
  // Less room from now on.
  recent.use('e', 1);
  assert.deepEqual(released, ['b', 'c', 'a', 'd']);
});

it('forgets what is gone without letting go of it', () => {
  const released: string[] = [];
  const recent = new Recent<string>((value) => released.push(value));
  recent.use('a', 2);
  recent.forget('a');
  recent.use('b', 2);
  recent.use('c', 2);
  assert.deepEqual(released, []);
});
