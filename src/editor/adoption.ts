import * as vscode from 'vscode';
import { entriesFor, type ChosenTeam } from '../language/adoption.ts';
import { nearNames, type SamePerson } from '../language/nearNames.ts';
import { mergePeople, type FoundParty } from '../language/peopleFound.ts';
import type { RosterChange } from '../language/rosterChanges.ts';
import { normalizeHandle } from '../workspace/handles.ts';
import type { Roster } from '../workspace/roster.ts';
import type { Documents } from './documents.ts';
import { peopleText } from './pickers/foundPeople.ts';
import { plainLabel } from './pickers/quickPick.ts';
import { askWhoIsWho } from './pickers/samePeople.ts';
import { askForTeams } from './pickers/teamsOfNew.ts';
import { takesPeople, type RosterHome } from './rosterHome.ts';
import { writeRoster } from './writeRoster.ts';

/** How long the result stays in the status bar, in milliseconds. */
const SHOWN = 10_000;

/** What goes into a roster besides the people. */
export interface Adopted {
  readonly found: readonly FoundParty[];
  readonly globs: readonly string[];
}

/**
 * Asks who is who and for teams, and writes people, teams, roles and the files that become playbooks into a roster.
 * @param roster that the people are added to, with all that it inherits
 * @returns the roster's document; undefined when the user calls it off or nothing could be written
 */
export async function addFound(
  documents: Documents,
  home: RosterHome,
  roster: Roster,
  { found, globs }: Adopted,
): Promise<vscode.TextDocument | undefined> {
  const isTaken = (handle: string) => roster.find(handle) !== undefined;
  const pairs = await askWhoIsWho(nearNames(found, listedIn(roster, home)));
  if (!pairs) return undefined;
  const { people, aliases } = settled(found, pairs, isTaken);
  const persons = people.filter((p) => p.kind === 'person');
  const teams =
    persons.length > 0 ? await askForTeams(persons, teamsFor(roster, people), isTaken) : undefined;
  if (persons.length > 0 && !teams) return undefined;
  const changes: RosterChange[] = [
    ...(globs.length > 0 ? [{ kind: 'playbooks', globs } as const] : []),
    ...entriesFor(people, teams),
    ...[...aliases].map(([handle, names]) => ({ kind: 'aliases', handle, aliases: names }) as const),
  ];
  const document = changes.length === 0 ? undefined : await writeRoster(documents, home, changes);
  if (document && persons.length > 0) {
    const file = plainLabel(vscode.workspace.asRelativePath(document.uri));
    const text = vscode.l10n.t('{people} added to {file}', { people: peopleText(persons.length), file });
    const icon = 'pass';
    vscode.window.setStatusBarMessage(`$(${icon}) ${text}`, SHOWN);
  }
  return document;
}

/** Before anything is asked: whether the roster can take anybody. Shows it and says so where it is broken. */
export async function checkHome({ document }: RosterHome): Promise<boolean> {
  if (!document || takesPeople(document.getText())) return true;
  await vscode.window.showTextDocument(document);
  void vscode.window.showWarningMessage(
    vscode.l10n.t('Nobody can be added to {file} yet. Fix its first problem, then try again.', {
      file: vscode.workspace.asRelativePath(document.uri),
    }),
  );
  return false;
}

/** People of that very file, as other names are written to their entries. */
function listedIn(roster: Roster, { document }: RosterHome) {
  const uri = document?.uri.toString();
  return [...roster.people.values()].filter((p) => p.place.uri === uri && p.left === undefined);
}

interface Settled {
  readonly people: readonly FoundParty[];
  /** Handle of somebody whom the roster lists to other names. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
}

function settled(
  found: readonly FoundParty[],
  pairs: readonly SamePerson[],
  isTaken: (handle: string) => boolean,
): Settled {
  const aliases = new Map<string, string[]>();
  const listed = new Set<FoundParty>();
  const merges = new Map<FoundParty, FoundParty>();
  for (const { party, is } of pairs) {
    // Nobody is two people: what was confirmed first counts.
    if (listed.has(party) || merges.has(party)) continue;
    if ('place' in is) {
      listed.add(party);
      const names = [...new Set(party.written.map((w) => w.text))];
      aliases.set(is.handle, [...(aliases.get(is.handle) ?? []), ...names]);
    } else merges.set(party, is);
  }
  const rest = found.filter((f) => !listed.has(f));
  return {
    people: mergePeople(
      rest,
      [...merges].filter(([, is]) => !listed.has(is)),
      isTaken,
    ),
    aliases,
  };
}

function teamsFor(roster: Roster, people: readonly FoundParty[]): ChosenTeam[] {
  const known = [...roster.teams.values()].map(({ handle, name }) => ({
    handle,
    name: name ?? handle,
    isNew: false,
  }));
  const added = people
    .filter((p) => p.kind === 'team')
    .map(({ handle, name }) => ({ handle, name: name ?? handle, isNew: true }));
  const handles = new Set(known.map((t) => normalizeHandle(t.handle)));
  return [...known, ...added.filter((t) => !handles.has(normalizeHandle(t.handle)))];
}
