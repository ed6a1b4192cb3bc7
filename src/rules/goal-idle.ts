import { isOnePersonCompany } from '../workspace/staff.ts';
import { entriesOf } from './rosterEntry.ts';
import type { Rule } from './rule.ts';
import { writtenToken } from './writtenToken.ts';

export const goalIdle: Rule = {
  id: 'goal-idle',
  severity: 'information',
  summary: 'A goal no task serves',
  judgesForm: false,
  asksWorkspace: true,
  messages: {
    idle: 'No task serves the goal "{goal}". Write {token} at the tasks that lead to it, or at a heading above them.',
  },
  fixTitles: {},
  check(file, report, { facts, today }) {
    let isSilent: boolean | undefined;
    for (const goal of entriesOf(file, file.roster.goals)) {
      isSilent ??= isOnePersonCompany(file.roster, today);
      if (isSilent) return;
      if (facts().isServed(goal)) continue;
      report({
        message: 'idle',
        args: { goal: goal.name ?? goal.handle, token: writtenToken('goal', goal.handle) },
        range: goal.place.range,
      });
    }
  },
};
