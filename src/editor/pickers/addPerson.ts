import * as vscode from 'vscode';
import { personFromText, type TypedPerson } from '../../workspace/handleFromName.ts';
import type { NewEntry } from '../../workspace/newEntry.ts';
import { normalizeHandle } from '../../workspace/handles.ts';
import type { Documents } from '../documents.ts';
import { addToRosterFile, rosterAt } from '../rosterFile.ts';
import { plainLabel } from './quickPick.ts';

/** A team that somebody new joins; it is written, too, where the roster lacks it. */
export interface TeamOfNew {
  readonly handle: string;
  readonly name: string;
  /** Whether whoever is added leads it, if it is new. */
  readonly leads: boolean;
  /** Whether it is an outside agency. */
  readonly agency: boolean;
}

/**
 * Adds somebody to the nearest roster, and asks for the team where the roster has any.
 * @param typed a name or a handle
 * @param team asked when left out
 * @returns the new handle, or undefined when that was not possible or was called off
 */
export async function addPerson(
  documents: Documents,
  uri: vscode.Uri,
  typed: string,
  team?: TeamOfNew | 'none',
): Promise<string | undefined> {
  const roster = rosterAt(documents, uri);
  const person = personFromText(typed, (handle) => roster.find(handle) !== undefined);
  return person && addPersonAs(documents, uri, person, team);
}

/** The same with a name and a handle that are chosen already. */
export async function addPersonAs(
  documents: Documents,
  uri: vscode.Uri,
  { handle, name }: TypedPerson,
  team?: TeamOfNew | 'none',
): Promise<string | undefined> {
  const answer = team === undefined ? await askForTeam(documents, uri, name) : teamAnswer(team);
  if (!answer) return undefined;
  const entry = {
    kind: 'person',
    handle,
    name,
    ...(answer.team !== undefined && { team: answer.team }),
  } as const;
  const isNew = typeof team === 'object' && !rosterAt(documents, uri).teams.has(normalizeHandle(team.handle));
  const entries = isNew ? [newTeam(team, handle), entry] : [entry];
  return (await addToRosterFile(documents, uri, entries)) ? handle : undefined;
}

function teamAnswer(team: TeamOfNew | 'none'): TeamAnswer {
  return team === 'none' ? {} : { team: team.handle };
}

function newTeam({ handle, name, leads, agency }: TeamOfNew, lead: string): NewEntry {
  return { kind: 'team', handle, name, ...(leads && { lead }), ...(agency && { agency: {} }) };
}

interface TeamAnswer {
  readonly team?: string;
}

async function askForTeam(
  documents: Documents,
  uri: vscode.Uri,
  name: string,
): Promise<TeamAnswer | undefined> {
  const teams = [...rosterAt(documents, uri).teams.values()];
  if (teams.length === 0) return {};
  const items = teams.map((t) => ({
    label: plainLabel(t.name ?? t.handle),
    description: `@${t.handle}`,
    iconPath: new vscode.ThemeIcon(t.external ? 'briefcase' : 'organization'),
    answer: { team: t.handle },
  }));
  const none = {
    label: vscode.l10n.t('No team yet'),
    description: '',
    iconPath: new vscode.ThemeIcon('dash'),
    answer: {},
  };
  const picked = await vscode.window.showQuickPick([...items, none], {
    title: vscode.l10n.t('Add {name} to the Roster', { name }),
    placeHolder: vscode.l10n.t('Which team is {name} in?', { name }),
    matchOnDescription: true,
  });
  return picked?.answer;
}
