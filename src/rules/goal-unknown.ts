import type { Rule } from './rule.ts';
import { reportUnknownIds } from './unknownIds.ts';

export const goalUnknown: Rule = {
  id: 'goal-unknown',
  severity: 'warning',
  summary: 'A goal that no roster knows',
  judgesForm: false,
  messages: {
    unknown: 'No roster knows the goal "{id}". Add {id} under "goals:" in a roster, or name another goal.',
    near: 'No roster knows the goal "{id}". Did you mean "{suggestion}"?',
  },
  fixTitles: {
    change: 'Change to {text}',
  },
  check(file, report) {
    if (file.kind === 'playbook') reportUnknownIds(file, ['goal'], 'goal', false, report);
  },
};
