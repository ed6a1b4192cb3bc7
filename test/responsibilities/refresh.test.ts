// What is drawn again after an edit: as little as possible, and never too little.
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from '../fastCheck.ts';
import type { TreeNode } from '../../src/responsibilities/nodes.ts';
import { GROUPINGS } from '../../src/responsibilities/groups.ts';
import type { Changes, ResponsibilityTree } from '../../src/responsibilities/tree.ts';
import { describe, outline, ROSTER, TODAY, World } from './fixture.ts';

/** The labels of what is drawn again when a playbook changes from one text to another. */
function drawnAgain(before: string, after: string, options = {}): string[] {
  const world = new World({
    'roster.yml': ROSTER,
    'a.playbook.md': before,
    'b.playbook.md': '- [ ] Other @sam\n',
  });
  const tree = world.tree(options);
  outline(tree); // Everything has been seen.
  world.update(tree, world.set('a.playbook.md', after));
  const { root, nodes } = tree.takeChanges();
  return [...(root ? ['all'] : []), ...nodes.map((n) => describe(n, TODAY))];
}

test('a letter more in a task draws that task alone', () => {
  assert.deepEqual(drawnAgain('- [ ] Cal @sam\n- [ ] Write @sam\n', '- [ ] Call @sam\n- [ ] Write @sam\n'), [
    '[ ] Call',
  ]);
});

test('a task with two owners is drawn in both places', () => {
  assert.deepEqual(drawnAgain('- [ ] Cal @sam @maria\n', '- [ ] Call @sam @maria\n'), [
    '[ ] Call',
    '[ ] Call',
  ]);
});

test('what only moves is not drawn', () => {
  assert.deepEqual(drawnAgain('# A\n- [ ] Call @sam\n', '# A\n\nMore about it.\n\n- [ ] Call @sam\n'), []);
  assert.deepEqual(
    drawnAgain(
      '# A\n## B\n- [ ] Call @sam\n## C\n- [ ] Write\n',
      '# A\n\n## B\n\n- [ ] Call @sam\n\n## C\n- [ ] Write\n',
      {
        groupBy: 'playbook',
      },
    ),
    [],
  );
});

test('an owner draws who loses and who gets the task, and nobody else', () => {
  assert.deepEqual(drawnAgain('- [ ] Call\n- [ ] Go\n', '- [ ] Call @sam\n- [ ] Go\n').sort(), [
    'Sales: 2 open',
    'Sam Cole: 2 open',
    'unowned: 1 open',
  ]);
});

test('somebody new at the root draws all', () => {
  assert.deepEqual(drawnAgain('- [ ] Call @sam\n', '- [ ] Call @tim\n')[0], 'all');
});

test('a key stays with its task while words are typed above, in it and below', () => {
  const world = new World({ 'a.playbook.md': '- [ ] One\n- [ ] Two\n- [ ] Three\n' });
  const tree = world.tree();
  const keys = () =>
    new Map(world.store.file('file:///w/a.playbook.md')?.items.map((i) => [i.task.text, i.key]) ?? []);
  const before = keys();
  const type = (text: string) => {
    world.update(tree, world.set('a.playbook.md', text));
    return keys();
  };
  assert.equal(type('- [ ] Zero\n- [ ] One\n- [ ] Two\n- [ ] Three\n').get('Two'), before.get('Two'));
  assert.equal(
    type('- [ ] Zero\n- [ ] One\n- [ ] Two, too\n- [ ] Three\n').get('Two, too'),
    before.get('Two'),
  );
  assert.equal(type('- [ ] Three\n- [ ] Two, too @sam\n').get('Two, too'), before.get('Two'));
  assert.equal(type('- [x] Two, too\n').get('Two, too'), before.get('Two'));
});

/** Draws a tree as a view does: what it has seen it keeps, until it is told to draw it again. */
class Screen {
  readonly #tree: ResponsibilityTree;
  #children = new Map<TreeNode | undefined, readonly TreeNode[]>();
  #text = new Map<TreeNode, string>();

  constructor(tree: ResponsibilityTree) {
    this.#tree = tree;
  }

  apply({ root, nodes }: Changes): void {
    if (root) this.#forgetBelow(undefined);
    for (const node of nodes) {
      this.#text.delete(node);
      this.#forgetBelow(node);
    }
  }

  read(): string {
    const lines = (node: TreeNode | undefined, indent: string): string[] => {
      const below = this.#children.get(node) ?? this.#tree.children(node);
      this.#children.set(node, below);
      return below.flatMap((child) => {
        const text = this.#text.get(child) ?? describe(child, TODAY);
        this.#text.set(child, text);
        return [indent + text, ...lines(child, `${indent}  `)];
      });
    };
    return lines(undefined, '').join('\n');
  }

  #forgetBelow(node: TreeNode | undefined): void {
    for (const child of this.#children.get(node) ?? []) {
      this.#text.delete(child);
      this.#forgetBelow(child);
    }
    this.#children.delete(node);
  }
}

const owner = fc.constantFrom(
  '',
  '',
  ' @sam',
  ' @maria',
  ' @pat',
  ' @lee',
  ' @tim',
  ' @Tim',
  ' @sdr',
  ' @agency',
  ' @temp',
  ' @sam @ben',
  ' @tbd',
);
const rest = fc.constantFrom(
  '',
  '',
  ' due:2028-01-01',
  ' due:2028-01-13',
  ' due:2029-01-01',
  ' every:week',
  ' #print',
  ' for:@sam',
  ' help:@sam',
  ' inform:@sales',
);
const line = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.constantFrom(' ', ' ', 'x'), fc.constantFrom('Call', 'Write', 'Print'), owner, rest)
      .map(([box, w, o, r]) => `- [${box}] ${w}${o}${r}`),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('# A', '## B', '## C', '# Fair', ''), owner)
      .map(([h, o]) => (h === '' ? '' : `${h}${o}`)),
  },
  { weight: 1, arbitrary: fc.constant('\n| Area | Owner |\n| --- | --- |\n| Site | @maria |\n| Shop | |\n') },
);
const text = fc.array(line, { maxLength: 8 }).map((lines) => lines.join('\n'));
const roster = fc.constantFrom(
  ROSTER,
  ROSTER.replace('Sam Cole', 'Sam Coal'),
  ROSTER.replace('team: sales', 'team: marketing'),
  'people:\n  tim: { name: Tim }\n',
);
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(
      fc.constantFrom('a.playbook.md', 'b.playbook.md', 'eu/c.playbook.md'),
      fc.option(text, { nil: undefined, freq: 6 }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(
      fc.constantFrom('roster.yml', 'eu/roster.yml'),
      fc.option(roster, { nil: undefined }),
    ),
  },
);
const options = fc.record({
  groupBy: fc.constantFrom(...GROUPINGS),
  showDone: fc.boolean(),
  filter: fc.constantFrom(
    {},
    {},
    { person: 'sam' },
    { unowned: true as const },
    { playbook: 'file:///w/a.playbook.md', section: ['Fair'] },
    { team: 'sales' },
    { tag: 'print' },
    { text: 'call' },
    { due: 'overdue' as const },
  ),
});

/** With these, what nobody owns may be more than stand by themselves, or fewer, after each step. */
const MANY = `# Fair\n${'- [ ] Call\n'.repeat(9)}## Print\n${'- [ ] Write\n'.repeat(9)}`;

test('however files change, a view that draws only what it is told shows what a rebuild shows', () => {
  fc.assert(
    fc.property(options, fc.array(step, { maxLength: 8 }), fc.boolean(), (opts, steps, many) => {
      const world = new World({ 'roster.yml': ROSTER, ...(many && { 'many.playbook.md': MANY }) });
      const tree = world.tree(opts);
      const screen = new Screen(tree);
      for (const [name, content] of steps) {
        world.update(tree, world.set(name, content));
        screen.apply(tree.takeChanges());
        const rebuilt = outline(new World(world.texts()).tree(opts));
        assert.equal(outline(tree), rebuilt);
        assert.equal(screen.read(), rebuilt);
      }
    }),
    { numRuns: 200 },
  );
});

test('every node has an id of its own', () => {
  fc.assert(
    fc.property(options, text, text, (opts, a, b) => {
      const tree = new World({ 'roster.yml': ROSTER, 'a.playbook.md': a, 'b.playbook.md': b }).tree(opts);
      const ids: string[] = [];
      outline(tree, (node) => {
        const children = tree.children(node);
        for (const child of children) {
          ids.push(child.id);
          assert.equal(child.parent, node);
        }
        return children;
      });
      assert.equal(new Set(ids).size, ids.length);
    }),
  );
});
