import { ownerName } from '../workspace/display.ts';
import type { Party } from '../workspace/tasks.ts';
import { sectionsOf, type TaskItem } from './taskItem.ts';

/** All that a view may show of a task, as one text: where it is equal, nothing needs to be drawn again. */
export function appearanceOf(item: TaskItem): string {
  const { task, file } = item;
  const { roster } = file.view;
  const party = (p: Party): string => (p.entry ? ownerName(p.entry, roster) : p.handle);
  return JSON.stringify([
    task.kind,
    task.text,
    task.due,
    task.dueText?.text,
    item.order,
    task.source,
    file.title,
    sectionsOf(item.task, item.file.title),
    task.owners.map((o) => [o.kind, party(o)]),
    task.receivers.map(party),
    task.words.tokens.map((t) => [t.key, ...t.values.map((v) => v.text)]),
    task.words.tags.map((t) => t.name),
  ]);
}
