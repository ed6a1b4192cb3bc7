// What nobody owns: a few tasks stand by themselves, many by playbook and section.
import assert from 'node:assert/strict';
import test from 'node:test';
import { outline, World } from './fixture.ts';

const tasks = (word: string, count: number) =>
  Array.from({ length: count }, (_, i) => `- [ ] ${word} ${i + 1}\n`).join('');

const groups = (text: string) => text.split('\n').filter((line) => !line.includes('['));

const world = (more: string) =>
  new World({
    'a.playbook.md': `# Fair\n${tasks('Call', 4)}## Print @sam\n${tasks('Write', 2)}- [ ] Sign @tbd\n## Booth\n${tasks('Paint', 9)}`,
    'b.playbook.md': `# Show\n${tasks('Ask', 6)}${more}`,
  });

test('up to twenty stand by themselves', () => {
  const text = outline(world('').tree());
  assert.deepEqual(groups(text).slice(0, 1), ['unowned: 20 open']);
  assert.equal(text.split('\n')[1], '  [?] Call 1');
});

test('more than twenty stand by playbook and section, each counted', () => {
  const text = outline(world('- [ ] One more\n').tree());
  assert.deepEqual(groups(text).slice(0, 5), [
    'unowned: 21 open',
    '  Fair: 14 open',
    '    Print: 1 open',
    '    Booth: 9 open',
    '  Show: 7 open',
  ]);
});

test('a task more or less draws the group again, and its tasks are found where they stand', () => {
  const some = world('');
  const tree = some.tree();
  outline(tree);
  const place = () => {
    const item = some.store.file('file:///w/b.playbook.md')?.items[0];
    assert.ok(item);
    return tree.placesOf(item).map((node) => node.id.split('\n').slice(0, -1).join(' > '));
  };
  assert.deepEqual(place(), ['unowned']);
  some.update(tree, some.set('b.playbook.md', `# Show\n${tasks('Ask', 7)}`));
  assert.deepEqual(
    tree.takeChanges().nodes.map((n) => n.id),
    ['unowned', 'unowned\nplaybook:file:///w/b.playbook.md'],
  );
  assert.deepEqual(place(), ['unowned > playbook:file:///w/b.playbook.md']);
  some.update(tree, some.set('b.playbook.md', `# Show\n${tasks('Ask', 6)}`));
  assert.deepEqual(
    tree.takeChanges().nodes.map((n) => n.id),
    ['unowned'],
  );
  assert.deepEqual(place(), ['unowned']);
});

test('what a group shows, each once, whatever stands in it twice', () => {
  const tree = world('- [ ] One more\n').tree();
  const [unowned] = tree.children();
  const [fair, show] = tree.children(unowned);
  assert.ok(unowned?.kind === 'group' && fair?.kind === 'group' && show?.kind === 'group');
  assert.equal(tree.itemsIn(unowned).length, 21);
  assert.equal(tree.itemsIn(fair).length, 14);
  assert.deepEqual(
    tree.itemsIn(show).map(({ task }) => task.text),
    ['Ask 1', 'Ask 2', 'Ask 3', 'Ask 4', 'Ask 5', 'Ask 6', 'One more'],
  );
});

test('only what nobody owns, only one playbook, only one of its sections', () => {
  const filtered = (filter: object) => groups(outline(world('').tree({ groupBy: 'playbook', filter })));
  assert.deepEqual(filtered({ unowned: true, text: 'ask' }), ['unowned: 6 open', 'Show: 6 open']);
  const playbook = 'file:///w/a.playbook.md';
  assert.deepEqual(filtered({ playbook, section: ['Booth'] }), [
    'unowned: 9 open',
    'Fair: 9 open',
    '  Booth: 9 open',
  ]);
  assert.deepEqual(filtered({ playbook, person: 'sam' }), ['Fair: 2 open', '  Print: 2 open']);
});
