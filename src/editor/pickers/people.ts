import * as vscode from 'vscode';
import { append } from '../../text/lists.ts';
import { personFromText } from '../../workspace/handleFromName.ts';
import { shortName } from '../../workspace/display.ts';
import { isSameHandle, normalizeHandle } from '../../workspace/handles.ts';
import type { Roster } from '../../workspace/roster.ts';
import type { Owner, Person } from '../../workspace/rosterTypes.ts';
import type { Documents } from '../documents.ts';
import { openCounts, openText } from '../openCounts.ts';
import { rosterAt } from '../rosterFile.ts';
import { today } from '../today.ts';
import { dayLabel } from '../views/dayLabel.ts';
import { addPerson, type TeamOfNew } from './addPerson.ts';
import {
  askInList,
  choiceItem,
  plainLabel,
  separator,
  showStep,
  type Choice,
  type Step,
} from './quickPick.ts';

/** A question whose answer is a person, or whoever else may own. */
export interface PeopleQuestion {
  readonly title: string;
  readonly placeholder: string;
  /** The file whose rosters count. */
  readonly uri: vscode.Uri;
  /** Who was the answer last time: offered first, and marked so. */
  readonly remembered?: Owner;
  /** Whom to offer first. */
  readonly likely?: readonly Owner[];
  /** Whom to offer behind the answers beside the people. */
  readonly possible?: readonly Owner[];
  /** Handle of the person at the keyboard. */
  readonly me?: string | undefined;
  /** Offers roles and teams, too. */
  readonly teams?: boolean;
  /** Other names, each under its own heading, behind the people. */
  readonly others?: { readonly label: string; readonly choices: readonly Choice[] };
  /** Whether somebody who is in no roster may be added; true when left out. */
  readonly canAdd?: boolean;
  /** A handle that is no answer here. */
  readonly without?: string;
  /** Answers beside the people, shown behind those offered first. */
  readonly after?: readonly Choice[];
  /** Which team somebody new joins; asked when left out. */
  readonly teamOfNew?: TeamOfNew | 'none';
  /** Where in a series of questions this one stands; they stay open when the focus goes elsewhere. */
  readonly step?: Step;
}

/** A handle, or the `id` of a choice. */
export type PeopleAnswer = { readonly handle: string } | { readonly choice: string };

interface Item extends vscode.QuickPickItem {
  readonly answer?: PeopleAnswer;
  readonly isNew?: boolean;
}

/**
 * Asks for somebody, by name, handle or team. Whoever is not in the roster is added to it on the spot.
 * @returns undefined when the question was dismissed
 */
export async function askForPerson(
  documents: Documents,
  question: PeopleQuestion,
): Promise<PeopleAnswer | undefined> {
  const roster = rosterAt(documents, question.uri);
  const counts = await openCounts(documents);
  const items = itemsOf(question, roster, counts);
  let typed = '';
  const picked = await askInList<Item>((list) => {
    list.title = question.title;
    list.placeholder = question.placeholder;
    list.matchOnDescription = true;
    showStep(list, question.step);
    list.items = items;
    return list.onDidChangeValue((value) => {
      typed = value;
      if (question.canAdd !== false) list.items = [...items, ...newPerson(value, roster)];
    });
  });
  if (!picked?.isNew) return picked?.answer;
  const handle = await addPerson(documents, question.uri, typed, question.teamOfNew);
  return handle === undefined ? undefined : { handle };
}

function itemsOf(question: PeopleQuestion, roster: Roster, counts: ReadonlyMap<string, number>): Item[] {
  const { remembered, likely = [], possible = [], after = [], others: more, me, without } = question;
  const day = today();
  const mine = me === undefined ? undefined : roster.find(me);
  const first = new Set<Owner>([...(mine && mine.kind === 'person' ? [mine] : []), ...likely]);
  const others = roster
    .owners()
    .filter((o) => !first.has(o) && o !== remembered && !possible.includes(o))
    .sort((a, b) => shortName(a).localeCompare(shortName(b)));
  const hasLeft = (o: Owner) => o.kind === 'person' && o.left !== undefined && o.left <= day;
  const isWanted = (o: Owner) =>
    (question.teams === true || o.kind === 'person') &&
    (without === undefined || !isSameHandle(o.handle, without));
  const group = (label: string, owners: readonly Owner[]): Item[] => {
    const wanted = owners.filter(isWanted);
    if (wanted.length === 0) return [];
    return [separator(label), ...wanted.map((o) => ownerItem(o, roster, counts, day, o === mine))];
  };
  return [
    ...group(vscode.l10n.t('last time'), remembered ? [remembered] : []),
    ...group(vscode.l10n.t('suggested'), [...first]),
    ...(after.length > 0 ? [separator(''), ...after.map(choiceItem)] : []),
    ...group(vscode.l10n.t('suggested'), possible),
    ...group(
      vscode.l10n.t('people'),
      others.filter((o) => o.kind === 'person' && !hasLeft(o)),
    ),
    ...group(
      vscode.l10n.t('roles'),
      others.filter((o) => o.kind === 'role'),
    ),
    ...group(
      vscode.l10n.t('teams'),
      others.filter((o) => o.kind === 'team'),
    ),
    ...group(vscode.l10n.t('no longer here'), others.filter(hasLeft)),
    ...(more && more.choices.length > 0 ? [separator(more.label), ...more.choices.map(choiceItem)] : []),
  ];
}

function ownerItem(
  owner: Owner,
  roster: Roster,
  counts: ReadonlyMap<string, number>,
  day: string,
  isMe: boolean,
): Item {
  const count = counts.get(normalizeHandle(owner.handle)) ?? 0;
  const name = plainLabel(shortName(owner));
  const handle = `@${owner.handle}`;
  // A role without a name is called by its handle already.
  const parts = [...(name === handle ? [] : [handle]), ...aboutOwner(owner, roster), openText(count)];
  if (owner.kind === 'person') append(parts, whereabouts(owner, day));
  return {
    label: isMe ? vscode.l10n.t('{name} (you)', { name }) : name,
    description: plainLabel(parts.join(' · ')),
    iconPath: new vscode.ThemeIcon(iconOf(owner)),
    answer: { handle: owner.handle },
  };
}

function aboutOwner(owner: Owner, roster: Roster): string[] {
  switch (owner.kind) {
    case 'person':
      return roster.personTeams(owner).map((t) => t.name ?? t.handle);
    case 'team':
      return owner.external ? [vscode.l10n.t('outside agency')] : [];
    case 'role': {
      const names = owner.holders.map((h) => {
        const holder = roster.find(h);
        return holder?.name ?? h;
      });
      return names.length > 0 ? [names.join(', ')] : [vscode.l10n.t('nobody holds it yet')];
    }
  }
}

/** Who cannot do it now, and until when. */
function whereabouts({ away, left }: Person, day: string): string[] {
  if (left !== undefined) {
    const when = dayLabel(left, day);
    return [
      left <= day ? vscode.l10n.t('left {day}', { day: when }) : vscode.l10n.t('leaves {day}', { day: when }),
    ];
  }
  const next = [...away].sort((a, b) => (a.from < b.from ? -1 : 1)).find((a) => a.to >= day);
  if (!next) return [];
  const [from, to] = [dayLabel(next.from, day), dayLabel(next.to, day)];
  return [
    next.from <= day
      ? vscode.l10n.t('away until {day}', { day: to })
      : vscode.l10n.t('away {from} to {to}', { from, to }),
  ];
}

function iconOf(owner: Owner): string {
  if (owner.kind === 'team') return owner.external ? 'briefcase' : 'organization';
  return owner.kind === 'role' ? 'person' : 'account';
}

/** What was typed, as somebody new; nothing for a text that names somebody. */
function newPerson(typed: string, roster: Roster): Item[] {
  const text = typed.trim();
  if (roster.find(text) ?? roster.findByName(text)) return [];
  const person = personFromText(text, (handle) => roster.find(handle) !== undefined);
  if (!person) return [];
  return [
    {
      label: vscode.l10n.t('Add {name} to the Roster', { name: plainLabel(person.name) }),
      description: vscode.l10n.t('as @{handle}', { handle: person.handle }),
      iconPath: new vscode.ThemeIcon('person-add'),
      alwaysShow: true,
      isNew: true,
    },
  ];
}
