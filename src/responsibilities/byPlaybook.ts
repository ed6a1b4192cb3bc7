import { playbookStep, sectionStep, type GroupStep } from './groups.ts';
import { sectionsOf, type FileTasks, type TaskItem } from './taskItem.ts';

/**
 * Playbook → section → task, in the order of the text.
 * @returns for a file a function that tells the path of each of its tasks; it is asked in the order of the text
 */
export function pathByPlaybook(file: FileTasks): (item: TaskItem) => readonly GroupStep[] {
  const playbook = playbookStep(file);
  const sections = new Map<string, GroupStep>();
  const { uri, title } = file.playbook;
  return (item) => {
    const path = sectionsOf(item.task, title);
    if (path.length === 0) return [playbook];
    const key = JSON.stringify(path);
    let section = sections.get(key);
    if (!section) sections.set(key, (section = sectionStep(uri, path, sections.size)));
    return [playbook, section];
  };
}
