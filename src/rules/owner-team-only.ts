import { ownerName, shorten } from '../workspace/display.ts';
import { isOpen } from '../workspace/tasks.ts';
import type { Rule } from './rule.ts';
import { wordsRange } from './taskPlaces.ts';

export const ownerTeamOnly: Rule = {
  id: 'owner-team-only',
  severity: 'information',
  summary: 'Owned by a team without a lead, or a role without a holder',
  judgesForm: false,
  messages: {
    team: '{team} owns "{task}", but the team has no lead who answers for it. Name a person, or give the team a lead in the roster.',
    role: '{role} owns "{task}", but nobody holds this role. Name a person, or give the role a holder in the roster.',
  },
  fixTitles: {},
  check(file, report) {
    if (file.kind !== 'playbook') return;
    const { roster } = file;
    for (const task of file.tasks) {
      const owner = task.owners[0]?.entry;
      if (!owner || !isOpen(task)) continue;
      const range = wordsRange(task);
      if (owner.kind === 'team' && !roster.teamLead(owner)) {
        report({
          message: 'team',
          args: { team: ownerName(owner, roster), task: shorten(task.text) },
          range,
        });
      } else if (owner.kind === 'role' && owner.holders.length === 0) {
        report({ message: 'role', args: { role: `@${owner.handle}`, task: shorten(task.text) }, range });
      }
    }
  },
};
