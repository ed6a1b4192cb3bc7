import type { TreeNode } from '../../responsibilities/nodes.ts';

/**
 * What `viewItem` holds in `when` clauses of `view/item/context`: words with dots between them, so that
 * `viewItem =~ /\.owned\b/` asks for one of them.
 *
 * - Tasks: `task`, then `open`, `done` or `area`, then `owned` or `unowned`, then `toggle` where a box can be ticked.
 * - Groups: `group`, then `unowned`, `person`, `role`, `team`, `name`, `noTeam`, `unlisted`, `playbook`, `section`, `due`,
 *   `month` or `concern`, then `tasks` where there are any to give away.
 * - `more`: the line that shows the next tasks.
 *
 * Groups of the menu: `inline` (buttons in the row), `1_owner`, `2_task` (done, due), `2_show` (filter), `3_open`.
 */
export function contextValue(node: TreeNode): string {
  if (node.kind === 'more') return 'more';
  if (node.kind === 'group') {
    const { of, counts } = node;
    const kind = of.kind === 'owner' ? of.owner : of.kind;
    return ['group', kind, ...(counts.open + counts.areas > 0 ? ['tasks'] : [])].join('.');
  }
  const { task } = node.item;
  const state = task.kind === 'area' ? 'area' : task.done ? 'done' : 'open';
  const owned = task.owners.length > 0 ? 'owned' : 'unowned';
  return ['task', state, owned, ...(task.hasDoneMark ? ['toggle'] : [])].join('.');
}
