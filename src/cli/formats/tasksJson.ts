import { taskFacts } from '../../workspace/taskJson.ts';
import type { ListedTask } from '../taskList.ts';

/** docs/format.md section 5, "JSON of `tasks`". */
export function jsonTasks(tasks: readonly ListedTask[]): string {
  const json = {
    version: 1,
    tasks: tasks.map(({ path, task, roster }) => ({ path, ...taskFacts(task, roster) })),
  };
  return `${JSON.stringify(json, undefined, 2)}\n`;
}
