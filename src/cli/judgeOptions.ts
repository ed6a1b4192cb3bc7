import { existsSync } from 'node:fs';
import type { JudgeOptions } from '../rules/judge.ts';
import { namedFile } from '../workspace/filePath.ts';
import { folderOf } from '../workspace/files.ts';
import type { Place, Severity } from '../workspace/rosterTypes.ts';
import type { WorkspaceIndex } from '../workspace/workspaceIndex.ts';

/** How the command line judges every file. @param forced severities of `--rule` */
export function judgeOptions(index: WorkspaceIndex, forced: ReadonlyMap<string, Severity>): JudgeOptions {
  const hasFile = ({ uri }: Place, written: string): boolean | undefined => {
    const folder = folderOf(uri);
    const file = namedFile(index.rootOf(uri) ?? folder, folder, written);
    return file === undefined ? undefined : existsSync(file);
  };
  return { forced, hasFile, facts: () => index.countAll() };
}
