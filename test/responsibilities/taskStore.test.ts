import assert from 'node:assert/strict';
import { it } from 'node:test';
import { World } from './fixture.ts';

/** Each task with the key that a view knows it by, before and after a change of the text. */
function keys(before: string, after: string): [string[], string[]] {
  const world = new World({ 'a.playbook.md': before });
  const tree = world.tree();
  const read = () => [...world.store.files()].flatMap(({ items }) => items.map(({ key }) => key));
  const first = read();
  world.update(tree, world.set('a.playbook.md', after));
  return [first, read()];
}

it('a task stays selected while others come and go', () => {
  const [[call, print], after] = keys('- [ ] Call\n- [ ] Print\n', '- [ ] Book\n- [ ] Call\n- [ ] Print\n');
  assert.deepEqual(after.slice(1), [call, print]);
  assert.ok(!after.slice(1).includes(after[0] ?? ''));
});

it('of two tasks alike the first stays the first when the last goes', () => {
  const [[first], after] = keys('- [ ] Call\n- [ ] Call\n', '- [ ] Call\n');
  assert.deepEqual(after, [first]);
});
