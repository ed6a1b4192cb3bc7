import { taskFacts } from '../../workspace/taskJson.ts';
import type { ListedTask } from '../taskList.ts';
import { jsonText } from './jsonText.ts';

/** docs/format.md section 5, "JSON of `tasks`". */
export function jsonTasks(tasks: readonly ListedTask[]): string {
  const json = {
    version: 1,
    tasks: tasks.map(({ path, task, roster }) => ({ path, ...taskFacts(task, roster) })),
  };
  return jsonText(json);
}
