import { playbookStep, sectionStep, UNOWNED, type GroupStep } from './groups.ts';
import { sectionsOf, type FileTasks, type TaskItem } from './taskItem.ts';

/**
 * Playbook → section → task, in the order of the text. What nobody owns stands first once more, as in every grouping.
 * @returns for a file a function that tells the paths of its tasks
 */
export function pathsByPlaybook(file: FileTasks): (item: TaskItem) => readonly (readonly GroupStep[])[] {
  const playbook = playbookStep(file);
  const sections = new Map<string, GroupStep>();
  return (item) => {
    const path = sectionsOf(item.task, file.playbook.title);
    const places: GroupStep[] = [playbook];
    if (path.length > 0) {
      const key = JSON.stringify(path);
      let section = sections.get(key);
      if (!section) sections.set(key, (section = sectionStep(path, sections.size)));
      places.push(section);
    }
    return item.task.owners.length === 0 && !item.task.done ? [[UNOWNED], places] : [places];
  };
}
