import { taskFacts } from '../../workspace/taskJson.ts';
import type { ListedTask } from '../taskList.ts';
import { jsonText, type Stream } from './jsonText.ts';

/** docs/format.md section 5, "JSON of `tasks`". */
export function jsonTasks(tasks: Iterable<ListedTask>): Generator<string, void> {
  return jsonText({ version: 1, tasks: factsOf(tasks) });
}

function* factsOf(tasks: Iterable<ListedTask>): Stream {
  for (const { path, task, roster } of tasks) yield { path, ...taskFacts(task, roster) };
}
