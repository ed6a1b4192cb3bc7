// A row that was ticked stays where it was, ticked, until the view is told to let go of it.
import assert from 'node:assert/strict';
import test from 'node:test';
import type { TreeOptions } from '../../src/responsibilities/tree.ts';
import { outline, World } from './fixture.ts';

const TEXT = '- [ ] Call @sam due:2028-01-01\n- [ ] Write @sam due:2028-01-13\n- [ ] Print\n';

function tick(options: Partial<TreeOptions>, ticked: number, text = TEXT) {
  const world = new World({ 'a.playbook.md': text });
  const tree = world.tree(options);
  outline(tree);
  const item = world.store.file('file:///w/a.playbook.md')?.items[ticked];
  assert.ok(item);
  tree.hold(item);
  const lines = text.split('\n').map((line, i) => (i === ticked ? line.replace('[ ]', '[x]') : line));
  world.update(tree, world.set('a.playbook.md', lines.join('\n')));
  const release = () => {
    for (const uri of tree.release()) tree.setFile(uri, world.store.file(uri));
    return outline(tree);
  };
  return { world, tree, release };
}

test('it stands between its neighbours, and is counted no more', () => {
  const { tree, release } = tick({ groupBy: 'person' }, 0);
  assert.equal(
    outline(tree),
    'unowned: 1 open\n  [?] Print\n@sam: 1 open, 1 done\n  [x] Call 2028-01-01\n  [ ] Write 2028-01-13',
  );
  assert.equal(release(), 'unowned: 1 open\n  [?] Print\n@sam: 1 open\n  [ ] Write 2028-01-13');
});

test('it does not go to other groups', () => {
  const byDue = tick({ groupBy: 'due' }, 0);
  assert.match(outline(byDue.tree), /^overdue: 1 done\n {2}\[x\] Call/m);
  assert.doesNotMatch(byDue.release(), /Call/);
  const unowned = tick({ groupBy: 'due' }, 2);
  assert.match(outline(unowned.tree), /^unowned: 1 done\n {2}\[x\] Print/);
  const filtered = tick({ groupBy: 'person', filter: { due: 'overdue' } }, 0);
  assert.equal(outline(filtered.tree), '@sam: 1 done\n  [x] Call 2028-01-01');
  assert.equal(filtered.release(), '');
});

test('it is the same row, and drawn again', () => {
  const { tree } = tick({ groupBy: 'person' }, 0);
  assert.deepEqual(
    tree.takeChanges().nodes.map((n) => n.kind === 'group' && n.counts),
    [{ open: 1, overdue: 0, done: 1, areas: 0 }],
  );
});

test('opened again it is a task as any other', () => {
  const { world, tree, release } = tick({ groupBy: 'person' }, 0);
  world.update(tree, world.set('a.playbook.md', TEXT));
  const open = outline(new World({ 'a.playbook.md': TEXT }).tree({ groupBy: 'person' }));
  assert.equal(outline(tree), open);
  assert.equal(release(), open);
});
