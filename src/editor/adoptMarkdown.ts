import * as vscode from 'vscode';
import { peopleOf } from '../language/peopleFound.ts';
import { globsForFiles, globsForFolder } from '../language/playbookGlobs.ts';
import { addFound, checkHome } from './adoption.ts';
import type { Documents } from './documents.ts';
import type { Judge } from './judge.ts';
import { offerBaseline } from './offerBaseline.ts';
import { askWhom } from './pickers/foundPeople.ts';
import { readPeople } from './readPeople.ts';
import type { RosterHome } from './rosterHome.ts';

/** What is taken into the roster, and where it is looked for. */
export interface Adoption {
  readonly title: string;
  /** Whose Markdown is looked at. */
  readonly folder: vscode.Uri;
  readonly home: RosterHome;
  /** Every Markdown file of the folder becomes a playbook, or only what lies around those that name owners. */
  readonly wholeFolder: boolean;
}

/**
 * Looks at the Markdown of a folder, shows whom it names, and writes those into the roster together with the files that
 * become playbooks; then offers to hide what is wrong with them so far.
 * @param nothing what happens where there is nothing to add
 */
export async function adoptMarkdown(
  documents: Documents,
  judge: Judge,
  { title, folder, home, wholeFolder }: Adoption,
  nothing: () => Promise<void>,
): Promise<void> {
  if (!(await checkHome(home))) return;
  const roster = documents.index.rosterAt(vscode.Uri.joinPath(home.folder, 'x').toString());
  const uris = documents.markdownBelow(folder);
  const teams = [...roster.teams.values()].map((t) => t.name ?? t.handle);
  const read = await readPeople(documents, uris, folder, teams);
  if (!read) return;
  const found = peopleOf(read.written, (handle) => roster.find(handle) !== undefined);
  const relative = (uri: vscode.Uri) => uri.path.slice(home.folder.path.replace(/\/$/, '').length + 1);
  const isNew = (uri: vscode.Uri) => !documents.isPlaybookFile(uri);
  const others = uris.filter(isNew);
  const paths = others.map(relative);
  const globs = wholeFolder
    ? globsForFolder(relative(folder), paths)
    : globsForFiles(read.owning.filter(isNew).map(relative), paths);
  if (found.length + globs.length === 0) {
    await nothing();
    return;
  }
  const chosen = await askWhom(title, found, globs);
  if (!chosen || chosen.found.length + chosen.globs.length === 0) return;
  const document = await addFound(documents, home, roster, chosen);
  if (!document) return;
  await vscode.window.showTextDocument(document);
  const root = vscode.workspace.getWorkspaceFolder(document.uri)?.uri;
  if (chosen.globs.length === 0 || !root) return;
  await offerBaseline(documents, judge, root, new Set(others.map((uri) => uri.toString())));
}
