import { ownerName } from '../workspace/display.ts';
import type { Somebody } from '../workspace/tasks.ts';
import { sectionsOf, type TaskItem } from './taskItem.ts';

/** All that a view may show of a task, as one text: where it is equal, nothing needs to be drawn again. */
export function appearanceOf(item: TaskItem): string {
  const { task, file } = item;
  const { roster, title } = file.playbook;
  const party = (p: Somebody): string => (p.entry ? ownerName(p.entry, roster) : p.handle);
  return JSON.stringify([
    task.kind,
    task.text,
    task.due,
    task.dueText,
    item.order,
    task.origin,
    title,
    sectionsOf(task, title),
    task.every,
    task.owners.map((o) => [o.kind, party(o)]),
    ...[task.receivers, task.helpers, task.consulted, task.informed].map((list) => list.map(party)),
    task.tags,
  ]);
}
