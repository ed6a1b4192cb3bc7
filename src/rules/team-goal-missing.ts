import { ownerName } from '../workspace/display.ts';
import { teamsWithGoals } from '../workspace/playbookFacts.ts';
import { isOnePersonCompany } from '../workspace/staff.ts';
import { entriesOf, entryPlace } from './rosterEntry.ts';
import type { Rule } from './rule.ts';

export const teamGoalMissing: Rule = {
  id: 'team-goal-missing',
  severity: 'information',
  summary: 'A team with tasks but without a goal',
  judgesForm: false,
  asksWorkspace: true,
  messages: {
    missing:
      '{team} has open tasks, but no goal says what they are for. Add {handle} to the "teams:" of a goal, or write down a goal of its own.',
    goals: 'The goals that are there begin here.',
  },
  fixTitles: {},
  check(file, report, { facts, today }) {
    const { roster } = file;
    let isSilent: boolean | undefined;
    for (const team of entriesOf(file, roster.teams)) {
      if (team.external || teamsWithGoals(roster).has(team)) continue;
      isSilent ??= isOnePersonCompany(roster, today);
      if (isSilent) return;
      const seesGoals = roster.goals.size > 0 || facts().worksNearGoals(team);
      if (!seesGoals || !facts().hasWork(team) || facts().hasGoal(team)) continue;
      const [goal] = roster.goals.values();
      report({
        message: 'missing',
        args: { team: ownerName(team, roster), handle: team.handle },
        range: team.place.range,
        ...(goal && { related: [entryPlace(goal.place, file, 'goals')] }),
      });
    }
  },
};
