import * as vscode from 'vscode';
import type { SamePerson } from '../../language/nearNames.ts';
import type { FoundParty } from '../../language/peopleFound.ts';
import { whereText } from './foundPeople.ts';
import { plainLabel } from './quickPick.ts';

interface Item extends vscode.QuickPickItem {
  readonly pair: SamePerson;
}

/** Shows who may be who. @returns the pairs that are one person; undefined when the question was dismissed */
export async function askWhoIsWho(pairs: readonly SamePerson[]): Promise<readonly SamePerson[] | undefined> {
  if (pairs.length === 0) return [];
  const items = pairs.map((pair): Item => {
    const { party, is, isLikely } = pair;
    return {
      label: plainLabel(vscode.l10n.t('{name} is {other}', { name: shown(party), other: shown(is) })),
      description: whereText(party.places, party.files),
      picked: isLikely,
      pair,
    };
  });
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('The Same Person?'),
    placeHolder: vscode.l10n.t('Untick who is somebody else, then press Enter'),
    canPickMany: true,
    ignoreFocusOut: true,
  });
  return picked?.map((i) => i.pair);
}

function shown({
  name,
  handle,
}: Pick<FoundParty, 'handle'> & { readonly name?: string | undefined }): string {
  return name ?? `@${handle}`;
}
