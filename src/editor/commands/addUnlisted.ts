import * as vscode from 'vscode';
import { peopleOf, type FoundParty } from '../../language/peopleFound.ts';
import type { TreeNode } from '../../responsibilities/nodes.ts';
import { normalizeName } from '../../workspace/handles.ts';
import { addFound, checkHome } from '../adoption.ts';
import type { Documents } from '../documents.ts';
import { askWhom } from '../pickers/foundPeople.ts';
import { readPeople, type PeopleRead } from '../readPeople.ts';
import { homeAbove, type RosterHome } from '../rosterHome.ts';

/**
 * `Add to the Roster…` in the tree: for the names that are selected, or from the group *Not in the Roster* for all of
 * them, which are shown first.
 */
export function registerAddUnlisted(documents: Documents): vscode.Disposable {
  return vscode.commands.registerCommand(
    'playbook.addUnlisted',
    async (node?: TreeNode, selected?: readonly TreeNode[]) => {
      await documents.whenNamed();
      const nodes = selected && selected.length > 0 ? selected : node ? [node] : [];
      const chosen = new Set(nodes.flatMap(nameOf));
      const uris = documents.index.playbookUris().map((uri) => vscode.Uri.parse(uri));
      const [anywhere] = vscode.workspace.workspaceFolders ?? [];
      if (!anywhere) return;
      const read = await readPeople(documents, uris, anywhere.uri, []);
      if (!read) return;
      const isChosen = (p: FoundParty) => p.written.some((w) => chosen.has(normalizeName(w.text)));
      const isOwner = (p: FoundParty) => p.owns > 0;
      const before = peopleOf(read.written, () => false).filter(chosen.size > 0 ? isChosen : isOwner);
      const home = await homeOf(documents, before, read);
      if (!home) {
        void vscode.window.showInformationMessage(
          vscode.l10n.t('Everybody who owns something is in the roster already.'),
        );
        return;
      }
      if (!(await checkHome(home))) return;
      const roster = documents.index.rosterAt(vscode.Uri.joinPath(home.folder, 'x').toString());
      // With the handles of that roster in mind.
      const all = peopleOf(read.written, (handle) => roster.find(handle) !== undefined);
      const found = all.filter(chosen.size > 0 ? isChosen : isOwner);
      const answer =
        chosen.size > 0 ? { found, globs: [] } : await askWhom(vscode.l10n.t('Add to the Roster'), found, []);
      if (answer && answer.found.length > 0) await addFound(documents, home, roster, answer);
    },
  );
}

function nameOf(node: TreeNode): string[] {
  return node.kind === 'group' && node.of.kind === 'owner' && node.of.owner === 'name'
    ? [normalizeName(node.of.handle)]
    : [];
}

/** The nearest roster that speaks for all files in which they are written; of one workspace folder, if there are many. */
async function homeOf(
  documents: Documents,
  found: readonly FoundParty[],
  { files }: PeopleRead,
): Promise<RosterHome | undefined> {
  const uris = [...new Set(found.flatMap((p) => p.written.flatMap((w) => [...w.files])))].flatMap(
    (i) => files[i] ?? [],
  );
  const [first] = uris;
  const root = first && vscode.workspace.getWorkspaceFolder(first)?.uri;
  if (!root) return undefined;
  const inside = uris.filter(
    (uri) => vscode.workspace.getWorkspaceFolder(uri)?.uri.toString() === root.toString(),
  );
  let folder = vscode.Uri.joinPath(first, '..');
  const holdsAll = () => inside.every((uri) => uri.path.startsWith(`${folder.path.replace(/\/$/, '')}/`));
  while (folder.path.length > root.path.length && !holdsAll()) folder = vscode.Uri.joinPath(folder, '..');
  return homeAbove(documents, folder, root);
}
