import type { Rule } from './rule.ts';
import { reportUnknownIds } from './unknownIds.ts';

export const goalUnknown: Rule = {
  id: 'goal-unknown',
  severity: 'warning',
  summary: "A goal that isn't in your roster",
  judgesForm: false,
  messages: {
    unknown:
      'The goal "{id}" isn\'t in your roster. Add {id} under "goals:" in a roster, or name another goal.',
    near: 'The goal "{id}" isn\'t in your roster. Did you mean "{suggestion}"?',
  },
  fixTitles: {
    change: 'Change to {text}',
  },
  check(file, report) {
    if (file.kind === 'playbook') reportUnknownIds(file, ['goal'], 'goal', false, report);
  },
};
