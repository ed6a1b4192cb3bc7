import * as vscode from 'vscode';
import { assignOwner, clearOwner } from '../../language/assign.ts';
import type { GroupNode, TreeNode } from '../../responsibilities/nodes.ts';
import type { TaskItem } from '../../responsibilities/taskItem.ts';
import { shorten } from '../../workspace/display.ts';
import type { Documents } from '../documents.ts';
import { groupLabel } from './groupLabels.ts';
import type { LiveTree } from './liveTree.ts';
import { editTasks, type Write } from './taskEdits.ts';

/** VS Code's own type for what is dragged out of the view `playbook.responsibilities`. */
const MIME = 'application/vnd.code.tree.playbook.responsibilities';

/** Dropping tasks on a person, role or team assigns them; on *Unowned* it takes their owner away. */
export class TaskDragAndDrop implements vscode.TreeDragAndDropController<TreeNode> {
  /** None beside the view's own, which VS Code adds. */
  readonly dragMimeTypes = [];
  readonly dropMimeTypes = [MIME];
  readonly #live: LiveTree;
  readonly #documents: Documents;

  constructor(live: LiveTree, documents: Documents) {
    this.#live = live;
    this.#documents = documents;
  }

  handleDrag(source: readonly TreeNode[], data: vscode.DataTransfer): void {
    const keys = source.flatMap((node) => (node.kind === 'task' ? [node.item.key] : []));
    // As text: VS Code carries what is dragged through JSON.
    if (keys.length > 0) data.set(MIME, new vscode.DataTransferItem(JSON.stringify(keys)));
  }

  async handleDrop(target: TreeNode | undefined, data: vscode.DataTransfer): Promise<void> {
    const items = await this.#itemsIn(data);
    // Beside a task, or on a part of a group, is as good as on the group that it stands in.
    let group = target?.kind === 'group' ? target : target?.parent;
    while (group && !writerFor(group)) group = group.parent;
    const write = group && writerFor(group);
    if (items.length === 0 || !group || !write) return;
    const failed = await editTasks(this.#live, this.#documents, items, write);
    if (failed.length > 0) void vscode.window.showWarningMessage(excuse(failed, group));
  }

  async #itemsIn(data: vscode.DataTransfer): Promise<TaskItem[]> {
    const keys: unknown = JSON.parse((await data.get(MIME)?.asString()) ?? '[]');
    if (!Array.isArray(keys)) return [];
    return keys.flatMap((key) => this.#live.store.item(String(key)) ?? []);
  }
}

/** What dropping on a group means; undefined where it means nothing, such as on a day. */
function writerFor({ of }: GroupNode): Write | undefined {
  if (of.kind === 'unowned')
    return ({ task, view }) => (task.owners.length === 0 ? [] : clearOwner(view, task));
  if (of.kind !== 'owner' || of.owner === 'name') return undefined;
  const { handle } = of;
  return ({ task, view }) => {
    const isSoleOwner = task.owners.length === 1 && task.owners[0]?.handle === handle;
    return isSoleOwner ? [] : assignOwner(view, task, handle);
  };
}

function excuse(failed: readonly TaskItem[], { of, counts }: GroupNode): string {
  const [first] = failed;
  const task = shorten(first?.task.text ?? '');
  if (of.kind === 'unowned')
    return vscode.l10n.t('The owner of “{task}” cannot be taken away here. Change it in the playbook.', {
      task,
    });
  return vscode.l10n.t(
    '“{task}” has no place for {name}. Add a column to its table, or write the owner in the playbook.',
    { task, name: groupLabel(of, counts) },
  );
}
