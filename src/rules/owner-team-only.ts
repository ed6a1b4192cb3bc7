import type { Range } from '../text/range.ts';
import { ownerName, shorten } from '../workspace/display.ts';
import { normalizeHandle } from '../workspace/handles.ts';
import type { Role, Team } from '../workspace/rosterTypes.ts';
import type { PlaybookView } from '../workspace/fileView.ts';
import { isOpen, type OwnedTask } from '../workspace/tasks.ts';
import { oncePerSubject, type Occurrence } from './oncePerSubject.ts';
import type { Finding, Rule } from './rule.ts';
import { wordsRange } from './taskPlaces.ts';

export const ownerTeamOnly: Rule = {
  id: 'owner-team-only',
  severity: 'information',
  summary: 'Owned by a team without a lead, or a role without a holder',
  judgesForm: false,
  messages: {
    team: '{team} owns "{task}", but the team has no lead who answers for it. Name a person, or give the team a lead in the roster.',
    teamMany:
      '{team} owns {count} open tasks, such as "{task}", but the team has no lead who answers for them. Name people, or give the team a lead in the roster.',
    role: '{role} owns "{task}", but nobody holds this role. Name a person, or give the role a holder in the roster.',
    roleMany:
      '{role} owns {count} open tasks, such as "{task}", but nobody holds this role. Name people, or give the role a holder in the roster.',
    again: '"{task}" is one of them.',
  },
  fixTitles: {},
  check(file, report, { isSilent }) {
    if (file.kind !== 'playbook') return;
    const found = file.tasks.flatMap((task) => {
      const owner = task.owners[0]?.entry;
      if (!owner || !isOpen(task) || owner.kind === 'person') return [];
      const lacksSomebody = owner.kind === 'team' ? !file.roster.teamLead(owner) : owner.holders.length === 0;
      if (!lacksSomebody) return [];
      return [{ owner, task, range: wordsRange(task), subject: `@${normalizeHandle(owner.handle)}` }];
    });
    const silent = (range: Range) => isSilent(ownerTeamOnly.id, range);
    for (const places of oncePerSubject(found, silent)) report(finding(file, places));
  },
};

interface Gap extends Occurrence {
  readonly owner: Team | Role;
  readonly task: OwnedTask;
}

function finding({ roster }: PlaybookView, places: readonly [Gap, ...Gap[]]): Finding {
  const [{ owner, task, range, subject }, ...others] = places;
  const who = { [owner.kind]: ownerName(owner, roster) };
  const args = { ...who, task: shorten(task.text) };
  if (others.length === 0) return { message: owner.kind, args, range, subject };
  return {
    message: `${owner.kind}Many`,
    args: { ...args, count: places.length },
    range,
    subject,
    related: others.map((o) => ({ message: 'again', args: { task: shorten(o.task.text) }, range: o.range })),
  };
}
