import { ownerName, shorten } from '../workspace/display.ts';
import type { Person } from '../workspace/rosterTypes.ts';
import { isOpen, type OwnedTask, type Party } from '../workspace/tasks.ts';
import type { PlaybookView } from '../workspace/fileView.ts';
import type { MessageArgs } from '../text/message.ts';
import type { Range } from '../text/range.ts';
import { entryPlace } from './rosterEntry.ts';
import type { Finding, FindingFix, Rule } from './rule.ts';
import { wordsRange } from './taskPlaces.ts';

export const ownerUnavailable: Rule = {
  id: 'owner-unavailable',
  severity: 'warning',
  summary: 'The owner has left, or is away on the due day',
  judgesForm: false,
  messages: {
    left: '{name} left on {day} and still owns "{task}". Give it to somebody else.',
    leftMany:
      '{name} left on {day} and still owns {count} open tasks from here, such as "{task}". Give them to somebody else.',
    leaves:
      '{name} leaves on {day}, and "{task}" is due on {due}. Give it to somebody else, or move the day.',
    leavesMany:
      '{name} leaves on {day}, and {count} tasks from here are due later, such as "{task}" on {due}. Give them to somebody else, or move the days.',
    away: '{name} is away from {from} to {to}, and "{task}" is due on {due}. Move the day, or give it to somebody else.',
    awayMany:
      '{name} is away from {from} to {to}, and {count} tasks from here are due then, such as "{task}" on {due}. Move the days, or give them to somebody else.',
    awayNow:
      '{name} is away until {to} and owns "{task}". Give it to somebody else, or write a due day after that.',
    awayNowMany:
      '{name} is away until {to} and owns {count} open tasks from here, such as "{task}". Give them to somebody else, or write due days after that.',
    leadLeft:
      '{name} leads {team} and left on {day}, so nobody answers for "{task}". Give the team a new lead in the roster, or name a person.',
    leadLeftMany:
      '{name} leads {team} and left on {day}, so nobody answers for {count} open tasks from here, such as "{task}". Give the team a new lead in the roster, or name a person.',
    entry: 'The roster says so here.',
  },
  fixTitles: {
    replace: 'Give to {name}',
  },
  check(file, report, settings) {
    if (file.kind !== 'playbook' || !file.roster.seesPeople || !mayBeGone(file)) return;
    const found = new Map<string, Found>();
    for (const task of file.tasks) {
      if (task.owners.length === 0 || !isOpen(task)) continue;
      for (const [i, party] of task.owners.entries()) {
        const absence = absenceOf(party, i === 0, task, file, settings.today);
        if (!absence) continue;
        // What many tasks inherit, or have from the head of a column, is judged once, where it is written.
        const range = party.range ?? wordsRange(task);
        const key = `${absence.message} ${party.handle} ${party.range ? placeKey(range) : ''} ${absence.key}`;
        const before = found.get(key);
        if (before) before.count++;
        else found.set(key, { task, party, absence, range, count: 1 });
      }
    }
    const fixed = new Set<string>();
    for (const one of found.values()) {
      // One place may have several absences, and no two repairs change the same text.
      const fix = fixed.has(placeKey(one.range)) ? undefined : fixOf(one, file, settings.today);
      if (fix) fixed.add(placeKey(one.range));
      report(findingOf(one, file, fix));
    }
  },
};

interface Absence {
  readonly message: 'left' | 'leaves' | 'away' | 'awayNow' | 'leadLeft';
  readonly args: MessageArgs;
  /** Tells apart two absences of one person. */
  readonly key: string;
  readonly person: Person;
}

interface Found {
  /** The first it is about. */
  readonly task: OwnedTask;
  readonly party: Party;
  readonly absence: Absence;
  readonly range: Range;
  count: number;
}

/** Most rosters have nobody who is away or gone. */
function mayBeGone({ roster }: PlaybookView): boolean {
  for (const p of roster.people.values()) if (p.left !== undefined || p.away.length > 0) return true;
  return false;
}

/** Why an owner cannot do a task. A helper who is away leaves the one who answers for it. */
function absenceOf(
  { entry }: Party,
  isFirst: boolean,
  task: OwnedTask,
  { roster }: PlaybookView,
  today: string,
): Absence | undefined {
  if (entry?.kind === 'team') {
    const lead = roster.teamLead(entry);
    if (!isFirst || !lead || !hasLeft(lead, today)) return undefined;
    const args = { name: lead.name ?? lead.handle, team: entry.name ?? entry.handle, day: lead.left };
    return { message: 'leadLeft', args, key: '', person: lead };
  }
  if (entry?.kind !== 'person') return undefined;
  const name = ownerName(entry, roster);
  if (hasLeft(entry, today))
    return { message: 'left', args: { name, day: entry.left }, key: '', person: entry };
  // What is overdue is to be done today.
  const due = task.due !== undefined && task.due >= today ? task.due : undefined;
  if (due !== undefined && hasLeft(entry, due))
    return { message: 'leaves', args: { name, day: entry.left, due }, key: '', person: entry };
  // A day that cannot be worked out is none to compare with.
  if (!isFirst || (task.due === undefined && task.dueText !== undefined)) return undefined;
  const day = due ?? today;
  const away = entry.away.find((a) => a.from <= day && day <= a.to);
  if (!away) return undefined;
  const { from, to } = away;
  return due === undefined
    ? { message: 'awayNow', args: { name, to }, key: from, person: entry }
    : { message: 'away', args: { name, from, to, due }, key: from, person: entry };
}

/** `left` is the first day without them. */
function hasLeft(person: Person, day: string): person is Person & { readonly left: string } {
  return person.left !== undefined && person.left <= day;
}

function findingOf({ task, absence, range, count }: Found, file: PlaybookView, fix?: FindingFix): Finding {
  return {
    message: count > 1 ? `${absence.message}Many` : absence.message,
    args: { ...absence.args, task: shorten(task.text), count },
    range,
    related: [entryPlace(absence.person.place, file, 'entry')],
    ...(fix && { fix }),
  };
}

/** The lead of the person's team can take over, or say who does. */
function fixOf({ task, party, absence }: Found, file: PlaybookView, today: string): FindingFix | undefined {
  // In a RACI chart the name heads a column.
  if (!party.range || absence.message === 'leadLeft' || task.table?.rowKind === 'raci') return undefined;
  const { roster } = file;
  const leads = roster.personTeams(absence.person).map((t) => roster.teamLead(t));
  const lead = leads.find((p) => p && p !== absence.person && isThere(p, task.due ?? today, today));
  if (!lead || task.owners.some((o) => o.handle === lead.handle)) return undefined;
  return {
    title: 'replace',
    args: { name: ownerName(lead, roster) },
    edits: [{ range: party.range, newText: `@${lead.handle}` }],
  };
}

function isThere(person: Person, day: string, today: string): boolean {
  const at = day < today ? today : day;
  return !hasLeft(person, at) && !person.away.some((a) => a.from <= at && at <= a.to);
}

function placeKey({ start }: Range): string {
  return `${start.line}:${start.character}`;
}
