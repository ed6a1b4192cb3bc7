import type { Problem } from '../rules/rule.ts';
import { message, type Message } from '../text/message.ts';
import { rangesOverlap, type Range } from '../text/range.ts';
import { personFromText } from '../workspace/handleFromName.ts';
import { normalizeHandle } from '../workspace/handles.ts';
import type { NewEntry } from '../workspace/newEntry.ts';
import type { Roster } from '../workspace/roster.ts';
import type { FileView } from '../workspace/fileView.ts';

/** A repair that lies in a roster, as most problems are not written there. */
export interface RosterAction {
  readonly title: Message;
  /** What the roster lacks; `addToRoster` writes it. */
  readonly entry: NewEntry;
  /** The problem it repairs. */
  readonly problem: Problem;
}

export const rosterActionTitles = {
  person: 'Add @{handle} to the Roster',
  named: 'Add {name} to the Roster as @{handle}',
  team: 'Add the Team @{handle} to the Roster',
  role: 'Add the Role @{handle} to the Roster',
  goal: 'Add the Goal "{handle}" to the Roster',
  asset: 'Add the Asset "{handle}" to the Roster',
  meeting: 'Add the Meeting "{name}" to the Roster',
  meetingOfTwo: 'Add a Meeting of {team} and {other} to the Roster',
} as const;

/** What a roster may be given so that the problems that touch a range are gone. */
export function rosterActions(view: FileView, problems: readonly Problem[], at: Range): RosterAction[] {
  return problems
    .filter((p) => rangesOverlap(p.range, at))
    .flatMap((problem) => {
      const { entry } = problem;
      return entry ? [{ title: titleOf(entry, view.roster), entry, problem }] : [];
    });
}

function titleOf(entry: NewEntry, roster: Roster): Message {
  const { kind, handle } = entry;
  if (kind === 'person' && personFromText(`@${handle}`, () => false)?.name !== entry.name) {
    // The text says a name, and the handle is our proposal.
    return message(rosterActionTitles.named, { name: entry.name, handle });
  }
  if (kind !== 'meeting') return message(rosterActionTitles[kind], { handle });
  const names = entry.teams.map((t) => roster.teams.get(normalizeHandle(t))?.name ?? t);
  const [team, other, more] = names;
  return team !== undefined && other !== undefined && more === undefined
    ? message(rosterActionTitles.meetingOfTwo, { team, other })
    : message(rosterActionTitles.meeting, { name: entry.name });
}
