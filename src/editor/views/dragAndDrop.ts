import * as vscode from 'vscode';
import { assignOwner, clearOwner } from '../../language/assign.ts';
import type { GroupNode, TaskNode, TreeNode } from '../../responsibilities/nodes.ts';
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
  readonly dragMimeTypes = [MIME];
  readonly dropMimeTypes = [MIME];
  readonly #live: LiveTree;
  readonly #documents: Documents;

  constructor(live: LiveTree, documents: Documents) {
    this.#live = live;
    this.#documents = documents;
  }

  handleDrag(source: readonly TreeNode[], data: vscode.DataTransfer): void {
    const items = source.filter((node): node is TaskNode => node.kind === 'task').map((node) => node.item);
    if (items.length > 0) data.set(MIME, new vscode.DataTransferItem(items));
  }

  async handleDrop(target: TreeNode | undefined, data: vscode.DataTransfer): Promise<void> {
    const items = data.get(MIME)?.value as readonly TaskItem[] | undefined;
    // Beside a task is as good as on the group that it stands in.
    const group = target?.kind === 'group' ? target : target?.parent;
    const write = group && writerFor(group);
    if (!items || !write) return;
    const failed = await editTasks(this.#live, this.#documents, items, write);
    if (failed.length > 0) void vscode.window.showWarningMessage(excuse(failed, group));
  }
}

/** What dropping on a group means; undefined where it means nothing, such as on a day. */
function writerFor({ of }: GroupNode): Write | undefined {
  if (of.kind === 'unowned')
    return ({ task, file }) => (task.owners.length === 0 ? [] : clearOwner(file.view, task));
  if (of.kind !== 'owner' || of.owner === 'name') return undefined;
  const { handle } = of;
  return ({ task, file }) => {
    const isSoleOwner = task.owners.length === 1 && task.owners[0]?.handle === handle;
    return isSoleOwner ? [] : assignOwner(file.view, task, handle);
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
