import { normalizeHandle } from '../workspace/handles.ts';
import { isOpen } from '../workspace/tasks.ts';
import type { Documents } from './documents.ts';
import { TimeSlice } from './timeSlice.ts';

/** How many open tasks of the workspace each owner has, by `normalizeHandle`; co-owners count, too. */
export async function openCounts(documents: Documents): Promise<ReadonlyMap<string, number>> {
  const { index } = documents;
  const counts = new Map<string, number>();
  const slice = new TimeSlice();
  slice.begin();
  for (const uri of index.playbookUris()) {
    for (const task of index.playbookView(uri)?.tasks ?? []) {
      if (!isOpen(task)) continue;
      for (const { handle } of task.owners) {
        const key = normalizeHandle(handle);
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
    await slice.pause();
  }
  return counts;
}
