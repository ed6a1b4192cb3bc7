import * as vscode from 'vscode';
import { findPeople, rosterText, type FoundParty } from '../../language/peopleFound.ts';
import { allViews } from '../allViews.ts';
import type { Documents } from '../documents.ts';
import { plainLabel, separator } from '../pickers/quickPick.ts';
import { askForWorkspaceFolder } from '../pickers/workspaceFolder.ts';
import { exists, rosterComment } from '../rosterFile.ts';

/**
 * `Playbook: New Roster`: proposes everybody whom the playbooks name and no roster knows, and writes `roster.yml` with
 * those that are chosen.
 */
export function registerNewRoster(documents: Documents): vscode.Disposable {
  return vscode.commands.registerCommand('playbook.newRoster', async (resource?: unknown) => {
    // A roster speaks for its folder and everything below, so the outermost folder is the place.
    const folder = resource instanceof vscode.Uri ? resource : await askForWorkspaceFolder();
    if (!folder) return;
    const uri = vscode.Uri.joinPath(folder, 'roster.yml');
    if (await exists(uri)) {
      await vscode.window.showTextDocument(uri);
      void vscode.window.showInformationMessage(
        vscode.l10n.t('This folder has a roster already. Add people here, or when you assign a task.'),
      );
      return;
    }
    await documents.whenReady();
    const below = `${folder.toString().replace(/\/$/, '')}/`;
    const found = findPeople(await allViews(documents, below));
    const chosen = found.length > 0 ? await askWhom(found) : [];
    if (!chosen) return;
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(rosterText(rosterComment(), chosen)));
    const editor = await vscode.window.showTextDocument(uri);
    if (chosen.length === 0) await writeExample(editor);
  });
}

interface Item extends vscode.QuickPickItem {
  readonly party?: FoundParty;
}

async function askWhom(found: readonly FoundParty[]): Promise<FoundParty[] | undefined> {
  const people = found.filter((f) => f.kind === 'person');
  const groups: readonly (readonly [string, readonly FoundParty[]])[] = [
    [vscode.l10n.t('people who own tasks'), people.filter((f) => f.owns > 0)],
    [vscode.l10n.t('people who are mentioned'), people.filter((f) => f.owns === 0)],
    [vscode.l10n.t('teams'), found.filter((f) => f.kind === 'team')],
    [vscode.l10n.t('roles: who holds them can be written later'), found.filter((f) => f.kind === 'role')],
  ];
  const items = groups.flatMap(([label, parties]): Item[] =>
    parties.length === 0 ? [] : [separator(label), ...parties.map(itemOf)],
  );
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('New Roster'),
    placeHolder: vscode.l10n.t('Found in your playbooks. Untick whatever is not a person, team or role'),
    canPickMany: true,
    matchOnDescription: true,
  });
  return picked?.flatMap((i) => i.party ?? []);
}

function itemOf(party: FoundParty): Item {
  const { handle, name, owns, named } = party;
  const count =
    owns === 1
      ? vscode.l10n.t('owns 1 task')
      : owns > 0
        ? vscode.l10n.t('owns {count} tasks', { count: owns })
        : named === 1
          ? vscode.l10n.t('mentioned once')
          : vscode.l10n.t('mentioned {count} times', { count: named });
  return {
    label: plainLabel(name ?? `@${handle}`),
    description: [...(name === undefined ? [] : [`@${handle}`]), count].join(' · '),
    picked: true,
    party,
  };
}

/** Nobody is named yet: two teams and one person to fill in with the Tab key. */
async function writeExample(editor: vscode.TextEditor): Promise<void> {
  const comment = vscode.l10n.t('One line for each person. The first word is what you write behind an @.');
  const snippet = new vscode.SnippetString();
  snippet.appendText('\nteams:\n  marketing: { name: Marketing }\n  sales: { name: Sales }\n\npeople:\n');
  snippet.appendText(`  # ${comment}\n  `);
  snippet.appendPlaceholder('maria').appendText(': { name: ').appendPlaceholder('Maria López');
  snippet.appendText(', team: ').appendChoice(['marketing', 'sales']).appendText(' }\n').appendTabstop(0);
  const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
  await editor.insertSnippet(snippet, end);
}
