import * as vscode from 'vscode';
import { taskFacts, type TaskFacts } from '../workspace/taskJson.ts';
import type { Documents } from './documents.ts';

/** A task as other extensions read it (docs/format.md section 5). */
export interface ApiTask extends TaskFacts {
  readonly uri: string;
}

/** What `activate` returns, for other extensions. */
export interface PlaybookApi {
  readonly version: 1;
  /** Settles when every playbook of the workspace has been read once. */
  readonly whenReady: () => Promise<void>;
  /** Every task and area of the workspace, file by file, unsaved text before what is on disk. */
  readonly tasks: () => readonly ApiTask[];
  /** `tasks()` may give something else than before. */
  readonly onDidChangeTasks: vscode.Event<void>;
}

export function createApi(documents: Documents): PlaybookApi {
  return {
    version: 1,
    whenReady: () => documents.whenReady(),
    tasks: () => {
      // Asked for one by one, what is being typed is read at once.
      for (const document of documents.openDocuments()) documents.view(document);
      const { index } = documents;
      return index.playbookUris().flatMap((uri) => {
        const view = index.playbookView(uri);
        return view ? view.tasks.map((task) => ({ uri, ...taskFacts(task, view.roster) })) : [];
      });
    },
    onDidChangeTasks: (listener, thisArgs, disposables) =>
      documents.onDidChange(
        () => {
          listener.call(thisArgs);
        },
        undefined,
        disposables,
      ),
  };
}
