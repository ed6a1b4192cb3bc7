import { ownerName, partyName, shorten } from '../workspace/display.ts';
import { Handoffs } from '../workspace/handoff.ts';
import type { Team } from '../workspace/rosterTypes.ts';
import type { Staff } from '../workspace/staff.ts';
import { isOpen, type OwnedTask, type Party } from '../workspace/tasks.ts';
import type { PlaybookView } from '../workspace/fileView.ts';
import { entryPlace } from './rosterEntry.ts';
import type { Finding, FindingFix, Rule } from './rule.ts';
import { tasksWith } from './taskPlaces.ts';

export const handoffReceiverMissing: Rule = {
  id: 'handoff-receiver-missing',
  severity: 'information',
  summary: 'Work for a team that has no lead to take it',
  judgesForm: false,
  messages: {
    missing:
      '{owner} hands "{task}" to {team}, but {team} has no lead to take it. Name a person behind "for:", or give {team} a lead in the roster.',
    missingMany:
      '{owner} hands "{task}" to {team}, but {team} has no lead to take it ({count} tasks here). Name a person behind "for:", or give {team} a lead in the roster.',
    team: '{team} has no lead here.',
  },
  fixTitles: {
    change: 'Change to {text}',
  },
  check(file, report, { today }) {
    if (file.kind !== 'playbook') return;
    const handoffs = new Handoffs(file.roster, today);
    const found = new Map<Team, Handoff[]>();
    for (const task of tasksWith(file, 'for')) {
      const [owner] = task.owners;
      if (!owner || !isOpen(task) || !task.receivers.some(isLeaderless)) continue;
      for (const receiver of handoffs.receivers(task)) {
        const team = receiver.entry;
        if (team?.kind !== 'team' || hasTaker(team)) continue;
        const handoff = { task, owner, receiver };
        const more = found.get(team);
        if (more) more.push(handoff);
        else found.set(team, [handoff]);
      }
    }
    for (const [team, [first, ...others]] of found) {
      if (first) report(finding(file, team, first, others.length, handoffs.staff));
    }
  },
};

interface Handoff {
  readonly task: OwnedTask;
  readonly owner: Party;
  readonly receiver: Party;
}

/** A lead whom no roster knows is reported where it is written. For an agency its contact takes things. */
function hasTaker(team: Team): boolean {
  return team.lead !== undefined || (team.external && team.contact !== undefined);
}

function isLeaderless({ entry }: Party): boolean {
  return entry?.kind === 'team' && !hasTaker(entry);
}

/** A team is reported once, at the first task for it. */
function finding(
  file: PlaybookView,
  team: Team,
  { task, owner, receiver }: Handoff,
  others: number,
  staff: Staff,
): Finding {
  const { roster, playbook } = file;
  const name = ownerName(team, roster);
  const range = receiver.range ?? task.words.range;
  const fix = receiver.range && soleMember(staff, team, playbook.lines.slice(range), receiver.range);
  return {
    message: others > 0 ? 'missingMany' : 'missing',
    args: { owner: partyName(owner, roster), task: shorten(task.text), team: name, count: others + 1 },
    range,
    subject: `for:${team.handle}`,
    related: [entryPlace(team.place, file, 'team', { team: name })],
    ...(fix && { fix }),
  };
}

/** Where the team is one person, that person takes it. */
function soleMember(
  staff: Staff,
  team: Team,
  written: string,
  range: NonNullable<Party['range']>,
): FindingFix | undefined {
  const [only, ...others] = staff.members(team);
  if (!only || others.length > 0) return undefined;
  const newText = `${written.startsWith('@') ? '@' : ''}${only.handle}`;
  return { title: 'change', args: { text: `@${only.handle}` }, edits: [{ range, newText }] };
}
