import { message, type Message } from '../text/message.ts';
import type { Position } from '../text/position.ts';
import type { Range } from '../text/range.ts';
import { shortName } from '../workspace/display.ts';
import type { Owner, Person } from '../workspace/rosterTypes.ts';
import type { Party } from '../workspace/tasks.ts';
import type { RuleId } from '../workspace/ruleIds.ts';
import type { PlaybookView } from '../workspace/fileView.ts';
import type { WorkspaceFacts } from '../workspace/workspaceFacts.ts';
import { referenceAt } from './lookup.ts';

/** What is shown where the mouse rests: a title, then lines of plain text. Nothing in it is markup. */
export interface Hover {
  readonly title: string;
  readonly lines: readonly Message[];
  readonly range: Range;
  /** The rule whose page says more. */
  readonly rule?: RuleId;
}

export const hoverLines = {
  person: '{title}, {teams}',
  inTeam: 'In {teams}',
  title: '{title}',
  email: '{email}',
  aliases: 'Also called {names}',
  openOne: '1 open task in this workspace',
  open: '{count} open tasks in this workspace',
  left: 'Left on {day}',
  away: 'Away from {from} to {to}',
  covered: 'Away from {from} to {to}; {name} stands in',
  team: 'Team of {count}',
  agency: 'Outside agency',
  lead: 'Led by {name}',
  noLead: 'No lead: nobody answers for what this team owns',
  contact: 'Our contact is {name}',
  role: 'Role of {names}',
  noHolder: 'Role that nobody holds yet',
  unknown: "This name isn't in your roster",
  target: 'Target: {target}',
  measure: 'Measured by {measure}',
  owner: 'Owned by {name}',
  file: 'File: {file}',
} as const;

/** @param facts what all playbooks say together; undefined as long as that is not known */
export function hover(
  view: PlaybookView,
  facts: WorkspaceFacts | undefined,
  at: Position,
): Hover | undefined {
  const reference = referenceAt(view, at);
  if (!reference) return undefined;
  const { range } = reference;
  if (reference.kind === 'party') return { ...describeParty(view, facts, reference.party), range };
  const { roster } = view;
  const text = reference.value.text.toLowerCase();
  if (reference.token.key === 'goal') {
    const goal = roster.goals.get(text);
    if (!goal) return undefined;
    const lines = [
      ...line(hoverLines.target, 'target', goal.target),
      ...line(hoverLines.measure, 'measure', goal.measure),
      ...line(hoverLines.owner, 'name', goal.owner && nameOf(view, goal.owner)),
    ];
    return { title: goal.name ?? goal.handle, lines, range };
  }
  if (reference.token.key === 'makes' || reference.token.key === 'uses') {
    const asset = roster.assets.get(text);
    if (!asset) return undefined;
    const lines = [
      ...line(hoverLines.owner, 'name', asset.owner && nameOf(view, asset.owner)),
      ...line(hoverLines.file, 'file', asset.file ?? asset.url),
    ];
    return { title: asset.name ?? asset.handle, lines, range };
  }
  return undefined;
}

function describeParty(
  view: PlaybookView,
  facts: WorkspaceFacts | undefined,
  { entry, handle }: Party,
): Omit<Hover, 'range'> {
  if (!entry) return { title: handle, lines: view.roster.seesPeople ? [message(hoverLines.unknown)] : [] };
  switch (entry.kind) {
    case 'person':
      return { title: entry.name ?? entry.handle, lines: aboutPerson(view, facts, entry) };
    case 'team': {
      const lead = view.roster.teamLead(entry);
      const members = [...view.roster.people.values()].filter((p) =>
        view.roster.personTeams(p).includes(entry),
      );
      const lines = [
        message(entry.external ? hoverLines.agency : hoverLines.team, { count: members.length }),
        lead ? message(hoverLines.lead, { name: lead.name ?? lead.handle }) : message(hoverLines.noLead),
        ...alsoCalled(entry),
        ...line(hoverLines.contact, 'name', entry.contact && nameOf(view, entry.contact)),
        ...openTasks(facts, entry),
      ];
      // An agency answers through its contact.
      return {
        title: entry.name ?? entry.handle,
        lines: entry.external && !lead ? lines.toSpliced(1, 1) : lines,
      };
    }
    case 'role': {
      const names = entry.holders.map((h) => nameOf(view, h)).join(', ');
      const about = names === '' ? message(hoverLines.noHolder) : message(hoverLines.role, { names });
      return { title: shortName(entry), lines: [about, ...alsoCalled(entry), ...openTasks(facts, entry)] };
    }
  }
}

function aboutPerson(view: PlaybookView, facts: WorkspaceFacts | undefined, person: Person): Message[] {
  const teams = view.roster
    .personTeams(person)
    .map((t) => t.name ?? t.handle)
    .join(', ');
  const job = person.title
    ? [message(teams ? hoverLines.person : hoverLines.title, { title: person.title, teams })]
    : line(hoverLines.inTeam, 'teams', teams);
  return [
    ...job,
    ...alsoCalled(person),
    ...line(hoverLines.email, 'email', person.email),
    ...openTasks(facts, person),
    ...line(hoverLines.left, 'day', person.left),
    ...person.away.map(({ from, to, cover }) => {
      if (cover === undefined) return message(hoverLines.away, { from, to });
      return message(hoverLines.covered, { from, to, name: nameOf(view, cover) });
    }),
  ];
}

function alsoCalled({ aliases }: Owner): Message[] {
  return line(hoverLines.aliases, 'names', aliases.join(', '));
}

function openTasks(facts: WorkspaceFacts | undefined, owner: Owner): Message[] {
  if (!facts) return [];
  const count = facts.openTasks(owner);
  return [count === 1 ? message(hoverLines.openOne) : message(hoverLines.open, { count })];
}

function nameOf({ roster }: PlaybookView, handle: string): string {
  const owner = roster.resolve(handle) ?? roster.findByName(handle);
  return owner ? (owner.name ?? owner.handle) : handle;
}

function line(template: string, key: string, value: string | undefined): Message[] {
  return value ? [message(template, { [key]: value })] : [];
}
