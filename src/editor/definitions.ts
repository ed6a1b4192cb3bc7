import * as vscode from 'vscode';
import { definition } from '../language/definition.ts';
import { toVsRange } from './convert.ts';
import type { Documents } from './documents.ts';
import { PLAYBOOKS } from './selector.ts';

/** From a name to its roster entry, from `after:` to the task. */
export function registerDefinitions(documents: Documents): vscode.Disposable {
  return vscode.languages.registerDefinitionProvider(PLAYBOOKS, {
    async provideDefinition(document, position): Promise<vscode.DefinitionLink[]> {
      const view = await documents.viewOnceRead(document);
      const found = view?.kind === 'playbook' ? definition(view, position) : undefined;
      if (!found) return [];
      const targetRange = toVsRange(found.range);
      return [
        {
          originSelectionRange: toVsRange(found.origin),
          targetUri: vscode.Uri.parse(found.uri),
          targetRange,
        },
      ];
    },
  });
}
