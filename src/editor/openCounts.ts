import * as vscode from 'vscode';
import { normalizeHandle } from '../workspace/handles.ts';
import { isOpen } from '../workspace/tasks.ts';
import type { Documents } from './documents.ts';
import { inSlices } from './timeSlice.ts';

/** How many open tasks of the workspace each owner has, by `normalizeHandle`; co-owners count, too. */
export async function openCounts(documents: Documents): Promise<ReadonlyMap<string, number>> {
  const { index } = documents;
  const counts = new Map<string, number>();
  for await (const uri of inSlices(index.playbookUris())) {
    for (const task of index.summary(uri)?.tasks ?? []) {
      if (!isOpen(task)) continue;
      for (const { handle } of task.owners) {
        const key = normalizeHandle(handle);
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
  }
  return counts;
}

/** "no open task", "1 open task", "4 open tasks". */
export function openText(count: number): string {
  if (count === 0) return vscode.l10n.t('no open task');
  return count === 1 ? vscode.l10n.t('1 open task') : vscode.l10n.t('{count} open tasks', { count });
}
