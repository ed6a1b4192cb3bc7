import { isOpen } from '../workspace/tasks.ts';
import type { PlaybookSummary } from '../workspace/playbookSummary.ts';
import type { FileTasks, TaskItem } from './taskItem.ts';
import { orderOf } from './taskOrder.ts';
import { carryKeys } from './taskKeys.ts';

/** The tasks of every playbook, file by file, each with a key that outlives edits. */
export class TaskStore {
  readonly #files = new Map<string, FileTasks>();
  readonly #items = new Map<string, TaskItem>();
  #unowned = 0;
  #lastKey = 0;

  /** Open tasks that nobody owns. Areas stand outside of it, as they do outside of coverage. */
  get unowned(): number {
    return this.#unowned;
  }

  /** Tasks and areas. */
  get size(): number {
    return this.#items.size;
  }

  files(): Iterable<FileTasks> {
    return this.#files.values();
  }

  file(uri: string): FileTasks | undefined {
    return this.#files.get(uri);
  }

  /** The task with this key as it stands now; undefined when it is gone. */
  item(key: string): TaskItem | undefined {
    return this.#items.get(key);
  }

  /**
   * Takes what a file says now, or that it is gone.
   * @returns whether anything may be different: a summary is a snapshot, so the same one says the same.
   */
  set(uri: string, playbook: PlaybookSummary | undefined): boolean {
    const old = this.#files.get(uri);
    if (playbook === old?.playbook) return false;
    // A template is there to be copied: its tasks are nobody's yet.
    const tasks = playbook && !playbook.roster.template ? playbook.tasks : [];
    const keys = carryKeys(old?.items ?? [], tasks, () => String(++this.#lastKey));
    if (old) {
      this.#unowned -= unownedIn(old);
      // Only what is gone: a map of 200,000 that loses and gets a hundred with every key is built anew all the time.
      const kept = new Set(keys);
      for (const { key } of old.items) if (!kept.has(key)) this.#items.delete(key);
    }
    if (!playbook) return this.#files.delete(uri);
    const items: TaskItem[] = [];
    const file: FileTasks = { playbook, items };
    for (const [i, task] of tasks.entries()) {
      const item: TaskItem = { key: keys[i] ?? '', file, task, order: orderOf(task) };
      items.push(item);
      this.#items.set(item.key, item);
    }
    this.#files.set(uri, file);
    this.#unowned += unownedIn(file);
    return true;
  }
}

function unownedIn({ items }: FileTasks): number {
  return items.reduce((n, { task }) => n + (task.owners.length === 0 && isOpen(task) ? 1 : 0), 0);
}
