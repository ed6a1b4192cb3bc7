import * as vscode from 'vscode';
import { isSameTeam, newTeam, type ChosenTeam } from '../../language/adoption.ts';
import type { FoundParty } from '../../language/peopleFound.ts';
import { foundName, peopleText } from './foundPeople.ts';
import { askInList, plainLabel } from './quickPick.ts';

/** Handle with which somebody was found to the team. */
export type TeamsOfNew = ReadonlyMap<string, ChosenTeam>;

interface Item extends vscode.QuickPickItem {
  /** Undefined: no more teams. */
  readonly team?: ChosenTeam | undefined;
}

/**
 * Asks for teams one by one, and who is in each; those whom the headings and folders around them put in it are ticked.
 * @param known teams that the roster has, or that are added with the people
 * @returns undefined when the question was dismissed
 */
export async function askForTeams(
  people: readonly FoundParty[],
  known: readonly ChosenTeam[],
  isTaken: (handle: string) => boolean,
): Promise<TeamsOfNew | undefined> {
  const teams = new Map<string, ChosenTeam>();
  const options = [...known];
  const add = (name: string) => {
    const isUsed = (handle: string) =>
      isTaken(handle) || people.some((p) => p.handle === handle) || options.some((o) => o.handle === handle);
    if (options.some((o) => isSameTeam(o.name, name) || isSameTeam(o.handle, name))) return;
    const team = newTeam(name, isUsed);
    if (team) options.push(team);
  };
  for (const { team } of people) if (team !== undefined) add(team);
  add(vscode.l10n.t('Marketing'));
  add(vscode.l10n.t('Sales'));
  for (;;) {
    const left = people.filter((p) => !teams.has(p.handle));
    if (left.length === 0) return teams;
    const picked = await askForTeam(left, options, teams, isTaken);
    if (!picked) return undefined;
    const { team } = picked;
    if (!team) return teams;
    if (!options.includes(team)) options.push(team);
    const members = left.length === 1 ? left : await askWhoIsIn(team, left);
    for (const { handle } of members ?? []) teams.set(handle, team);
  }
}

async function askForTeam(
  left: readonly FoundParty[],
  options: readonly ChosenTeam[],
  teams: TeamsOfNew,
  isTaken: (handle: string) => boolean,
): Promise<Item | undefined> {
  const guessed = (team: ChosenTeam) => left.filter((p) => isGuess(p, team)).length;
  const items = [...options]
    .sort((a, b) => guessed(b) - guessed(a))
    .map((team): Item => {
      const likely = guessed(team);
      return {
        label: plainLabel(team.name),
        description: [
          ...(team.isNew ? [vscode.l10n.t('new team')] : [`@${team.handle}`]),
          ...(likely > 0 ? [vscode.l10n.t('probably {people}', { people: peopleText(likely) })] : []),
        ].join(' · '),
        iconPath: new vscode.ThemeIcon('organization'),
        team,
      };
    });
  const none: Item = {
    label:
      teams.size === 0 ? vscode.l10n.t('Skip; Assign Teams Later') : vscode.l10n.t('No Team for the Rest'),
    iconPath: new vscode.ThemeIcon('arrow-right'),
  };
  // Nothing says who is in which team: Enter must not put people into one.
  const all = options.some((o) => guessed(o) > 0) ? [...items, none] : [none, ...items];
  const [only] = left.length === 1 ? left : [];
  return askInList<Item>((list) => {
    list.title = only
      ? vscode.l10n.t('Team of {name}', { name: foundName(only) })
      : vscode.l10n.t('Teams of {people}', { people: peopleText(left.length) });
    list.placeholder = only
      ? vscode.l10n.t('Choose a team, or type the name of a new one')
      : vscode.l10n.t('Which team first? Choose one, or type the name of a new one');
    list.ignoreFocusOut = true;
    list.items = all;
    return list.onDidChangeValue((value) => {
      const isKnown = options.some((o) => isSameTeam(o.name, value) || isSameTeam(o.handle, value));
      const team = isKnown ? undefined : newTeam(value, isTaken);
      list.items = team ? [...all, newItem(team)] : all;
    });
  });
}

function newItem(team: ChosenTeam): Item {
  return {
    label: vscode.l10n.t('New Team {name}', { name: plainLabel(team.name) }),
    description: vscode.l10n.t('as @{handle}', { handle: team.handle }),
    iconPath: new vscode.ThemeIcon('add'),
    alwaysShow: true,
    team,
  };
}

async function askWhoIsIn(
  team: ChosenTeam,
  left: readonly FoundParty[],
): Promise<readonly FoundParty[] | undefined> {
  const items = left.map((party) => ({
    label: plainLabel(foundName(party)),
    description: party.team ?? '',
    picked: isGuess(party, team),
    party,
  }));
  // Ticked ones on top: one sees at once who is in.
  items.sort((a, b) => Number(b.picked) - Number(a.picked));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Who Is in {team}?', { team: team.name }),
    placeHolder: vscode.l10n.t('Tick the people of this team, then press Enter'),
    canPickMany: true,
    ignoreFocusOut: true,
  });
  return picked?.map((i) => i.party);
}

function isGuess({ team }: FoundParty, { name, handle }: ChosenTeam): boolean {
  return team !== undefined && (isSameTeam(team, name) || isSameTeam(team, handle));
}
