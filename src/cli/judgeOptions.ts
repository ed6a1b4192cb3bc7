import { existsSync } from 'node:fs';
import path from 'node:path';
import type { JudgeOptions } from '../rules/judge.ts';
import type { Place, Severity } from '../workspace/rosterTypes.ts';
import type { WorkspaceIndex } from '../workspace/workspaceIndex.ts';

/** How the command line judges every file. @param forced severities of `--rule` */
export function judgeOptions(index: WorkspaceIndex, forced: ReadonlyMap<string, Severity>): JudgeOptions {
  return { forced, hasFile, facts: () => index.countAll() };
}

function hasFile({ uri }: Place, file: string): boolean {
  // Rosters are shared, and Windows writes paths the other way round.
  return existsSync(path.resolve(path.dirname(uri), file.replaceAll('\\', '/')));
}
