// What the tests of the tree share: a workspace from texts, and the tree as an outline that people can read.
import type { Roster } from '../../src/workspace/roster.ts';
import { WorkspaceIndex } from '../../src/workspace/workspaceIndex.ts';
import type { GroupNode, TreeNode } from '../../src/responsibilities/nodes.ts';
import { stateOf, type TaskItem } from '../../src/responsibilities/taskItem.ts';
import { TaskStore } from '../../src/responsibilities/taskStore.ts';
import { ResponsibilityTree, type TreeOptions } from '../../src/responsibilities/tree.ts';

export const TODAY = '2028-01-12'; // a Wednesday

export const ROSTER = `
teams:
  marketing: { name: Marketing, lead: maria }
  sales: { name: Sales }
  agency: { name: Bluebird, external: true }
people:
  maria: { name: Maria López, team: marketing }
  ben: { name: Ben Okafor, team: marketing }
  sam: { name: Sam Cole, team: sales }
  pat: { name: Pat Doe, team: [marketing, sales] }
  lee: { name: Lee Roy }
  ray: { name: Ray Stone, team: sales, left: 2026-01-01 }
  anna: { name: Anna Berg, team: agency }
roles:
  sdr: [sam, pat]
  fmc: maria
  temp: []
`;

const DEFAULTS: TreeOptions = { groupBy: 'team', filter: {}, showDone: false, today: TODAY };

/** Who asks, where the grouping is for one person. */
const ME = 'sam';

/** A workspace: file name to text; names that end in `.yml` are rosters. */
export class World {
  readonly index = new WorkspaceIndex(['file:///w']);
  readonly store = new TaskStore();
  readonly #texts = new Map<string, string>();

  constructor(files: Readonly<Record<string, string>> = {}) {
    for (const [name, text] of Object.entries(files)) this.set(name, text);
  }

  /** @returns the URIs that may look different now. */
  set(name: string, text: string | undefined): string[] {
    const uri = `file:///w/${name}`;
    const isRoster = name.endsWith('.yml');
    if (text === undefined) this.#texts.delete(name);
    else this.#texts.set(name, text);
    if (text === undefined) this.index.delete(uri);
    else if (isRoster) this.index.setRoster(uri, text);
    else this.index.setPlaybook(uri, text, true);
    return isRoster ? [uri, ...this.index.playbookUris()] : [uri];
  }

  texts(): Record<string, string> {
    return Object.fromEntries(this.#texts);
  }

  rosters(): Roster[] {
    return this.index.rosterUris().map((uri) => this.index.rosterAt(uri));
  }

  /** A tree of all files, built from nothing. */
  tree(options: Partial<TreeOptions> = {}): ResponsibilityTree {
    const me = options.groupBy === 'me' ? { me: ME } : {};
    const tree = new ResponsibilityTree({ ...DEFAULTS, ...me, ...options });
    for (const uri of this.index.playbookUris()) {
      this.store.set(uri, this.index.summary(uri));
      tree.setFile(uri, this.store.file(uri));
    }
    tree.setRosters(this.rosters());
    tree.takeChanges();
    return tree;
  }

  /** Brings a tree up to date with some files. */
  update(tree: ResponsibilityTree, uris: readonly string[]): void {
    for (const uri of uris) {
      if (this.store.set(uri, this.index.summary(uri))) tree.setFile(uri, this.store.file(uri));
    }
    tree.setRosters(this.rosters());
  }
}

/** Every node a line: groups with what they count, tasks with the box of their state. */
export function outline(
  tree: ResponsibilityTree,
  children = (node?: TreeNode) => tree.children(node),
): string {
  const lines = (node: TreeNode | undefined, indent: string): string[] =>
    children(node).flatMap((child) => [
      indent + describe(child, tree.options.today),
      ...lines(child, `${indent}  `),
    ]);
  return lines(undefined, '').join('\n');
}

export function describe(node: TreeNode, today: string): string {
  switch (node.kind) {
    case 'group':
      return `${nameOf(node)}${countsOf(node)}`;
    case 'task':
      return taskLine(node.item, today);
    case 'more':
      return `… ${node.hidden} more`;
  }
}

const BOX = { unowned: '[?]', overdue: '[!]', open: '[ ]', done: '[x]', area: '(area)' };

function taskLine(item: TaskItem, today: string): string {
  return [BOX[stateOf(item, today)], item.task.text, item.task.due].filter(Boolean).join(' ');
}

function nameOf({ of }: GroupNode): string {
  switch (of.kind) {
    case 'owner':
      return of.name === of.handle ? `@${of.handle}` : of.name;
    case 'playbook':
      return of.title;
    case 'section':
      return of.path.join(' › ');
    case 'due':
      return of.when;
    case 'month':
      return of.month;
    case 'concern':
      return of.concern;
    default:
      return of.kind;
  }
}

function countsOf({ counts }: GroupNode): string {
  const parts = [
    counts.open > 0 && `${counts.open} open`,
    counts.overdue > 0 && `${counts.overdue} overdue`,
    counts.areas > 0 && `${counts.areas} areas`,
    counts.done > 0 && `${counts.done} done`,
  ].filter((part) => part !== false);
  return parts.length > 0 ? `: ${parts.join(', ')}` : '';
}
