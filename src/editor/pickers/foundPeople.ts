import * as vscode from 'vscode';
import type { FoundParty } from '../../language/peopleFound.ts';
import type { ProposedGlob } from '../../language/playbookGlobs.ts';
import { fileName } from '../../workspace/files.ts';
import { plainLabel, separator } from './quickPick.ts';

/** What goes into the roster. */
export interface ChosenPeople {
  readonly found: readonly FoundParty[];
  readonly globs: readonly string[];
}

interface Item extends vscode.QuickPickItem {
  readonly party?: FoundParty;
  readonly glob?: string;
}

/** Shows whom the files name, and which files become playbooks; everything likely is ticked. */
export async function askWhom(
  title: string,
  found: readonly FoundParty[],
  globs: readonly ProposedGlob[],
): Promise<ChosenPeople | undefined> {
  const people = found.filter((f) => f.kind === 'person');
  const groups: readonly (readonly [string, readonly Item[]])[] = [
    [vscode.l10n.t('people who own tasks'), people.filter((f) => f.owns > 0).map(itemOf)],
    [vscode.l10n.t('people who are mentioned'), people.filter((f) => f.owns === 0).map(itemOf)],
    [vscode.l10n.t('teams'), found.filter((f) => f.kind === 'team').map(itemOf)],
    [
      vscode.l10n.t('roles: who holds them can be written later'),
      found.filter((f) => f.kind === 'role').map(itemOf),
    ],
    [vscode.l10n.t('Markdown that becomes playbooks'), globs.map(globItem)],
  ];
  const items = groups.flatMap(([label, own]): Item[] =>
    own.length === 0 ? [] : [separator(label), ...own],
  );
  const picked = await vscode.window.showQuickPick(items, {
    title,
    placeHolder:
      found.length === 0
        ? vscode.l10n.t('Untick files that should stay as they are, then press Enter')
        : vscode.l10n.t('Untick what is no person, team or role, then press Enter'),
    canPickMany: true,
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  return (
    picked && {
      found: picked.flatMap((i) => i.party ?? []),
      globs: picked.flatMap((i) => i.glob ?? []),
    }
  );
}

function itemOf(party: FoundParty): Item {
  const { handle, isDoubtful, places, files, written } = party;
  // A handle that is written stands among the ways in which somebody is.
  const isProposed = !written.some((w) => w.isHandle);
  const parts = [...(isProposed ? [`@${handle}`] : []), whereText(places, files)];
  return {
    label: plainLabel(foundName(party)),
    description: plainLabel(parts.join(' · ')),
    picked: !isDoubtful,
    party,
  };
}

/** `Peter Lang — also “Peter”, “@peter”`. */
export function foundName({ name, handle, written }: FoundParty): string {
  const shown = name ?? `@${handle}`;
  const names = written.filter((w) => !w.isHandle).map((w) => w.text);
  const handles = written.filter((w) => w.isHandle).map((w) => `@${w.text}`);
  const others = [...new Set([...names, ...handles])].filter((way) => way !== shown);
  if (others.length === 0) return shown;
  const quoted = others.map((other) => vscode.l10n.t('“{text}”', { text: other }));
  return vscode.l10n.t('{name} — also {others}', { name: shown, others: quoted.join(', ') });
}

export function whereText(places: number, files: number): string {
  if (places <= 1) return vscode.l10n.t('in 1 place');
  return files === 1
    ? vscode.l10n.t('in {places} places, 1 file', { places })
    : vscode.l10n.t('in {places} places, {files} files', { places, files });
}

function globItem({ glob, files, isLikely }: ProposedGlob): Item {
  return {
    label: plainLabel(glob),
    description: fileName(glob) === glob && files === 1 ? '' : filesText(files),
    picked: isLikely,
    glob,
  };
}

export function filesText(count: number): string {
  return count === 1 ? vscode.l10n.t('1 file') : vscode.l10n.t('{count} files', { count });
}

export function peopleText(count: number): string {
  return count === 1 ? vscode.l10n.t('1 person') : vscode.l10n.t('{count} people', { count });
}
