import { comparePositions } from '../text/position.ts';
import { ownerName } from '../workspace/display.ts';
import { isRosterName } from '../workspace/files.ts';
import { normalizeHandle } from '../workspace/handles.ts';
import { teamKey } from '../workspace/playbookFacts.ts';
import type { Roster } from '../workspace/roster.ts';
import type { Place, Team } from '../workspace/rosterTypes.ts';
import { isOnePersonCompany, Staff } from '../workspace/staff.ts';
import { entriesOf, entryPlace } from './rosterEntry.ts';
import type { Rule } from './rule.ts';

export const meetingMissing: Rule = {
  id: 'meeting-missing',
  severity: 'information',
  summary: 'Two teams hand work to each other and never meet',
  judgesForm: false,
  asksWorkspace: true,
  messages: {
    missing:
      '{team} and {other} hand work to each other, but no meeting holds both. Add one under "meetings:", such as "sync: { teams: [{handle}, {otherHandle}], every: week }".',
    other: 'The other team is {other}.',
  },
  fixTitles: {},
  check(file, report, { facts, today }) {
    const { roster } = file;
    let staff: Staff | undefined;
    const places = new Map([...roster.teams.values()].map((team, i) => [teamKey(team), { team, i }]));
    for (const team of entriesOf(file, roster.teams)) {
      const others = [...facts().handsWithoutMeetingTo(team)].flatMap((key) => places.get(key) ?? []);
      for (const { team: other } of others.sort((a, b) => a.i - b.i)) {
        if (!isToldAt(team, other)) continue;
        if (!facts().handsWithoutMeeting(team, other) || !facts().handsWithoutMeeting(other, team)) continue;
        if (isOnePersonCompany(roster, today)) return;
        staff ??= new Staff(roster, today);
        if (staff.areOnePerson([team], [other])) continue;
        const [name, otherName] = [ownerName(team, roster), ownerName(other, roster)];
        report({
          message: 'missing',
          args: { team: name, other: otherName, handle: team.handle, otherHandle: other.handle },
          range: team.place.range,
          entry: {
            kind: 'meeting',
            handle: freeHandle(`${team.handle}-${other.handle}`, roster),
            name: `${name} and ${otherName}`,
            teams: [team.handle, other.handle],
          },
          related: [entryPlace(other.place, file, 'other', { other: otherName })],
        });
      }
    }
  },
};

/** A meeting of that name may be there, and hold other teams. */
function freeHandle(handle: string, { meetings }: Roster): string {
  let free = handle;
  for (let n = 2; meetings.has(normalizeHandle(free)); n++) free = `${handle}-${n}`;
  return free;
}

/**
 * A pair is told about once: at the team that is written first. Where they stand in two files, it is told in the nearer
 * one, which sees both.
 */
function isToldAt(team: Team, other: Team): boolean {
  if (team === other) return false;
  const [a, b] = [team.place, other.place];
  if (a.uri === b.uri) return comparePositions(a.range.start, b.range.start) < 0;
  return nearness(a) === nearness(b) ? a.uri < b.uri : nearness(a) > nearness(b);
}

/** Front matter sees the rosters of its folder, which do not see it. */
function nearness({ uri }: Place): number {
  return 2 * uri.lastIndexOf('/') + (isRosterName(uri) ? 0 : 1);
}
