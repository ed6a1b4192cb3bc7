import { ownerName } from '../workspace/display.ts';
import { entriesOf } from './rosterEntry.ts';
import type { Rule } from './rule.ts';

export const ownerOverloaded: Rule = {
  id: 'owner-overloaded',
  severity: 'information',
  summary: 'A person with more open tasks than they can take on',
  judgesForm: false,
  asksWorkspace: true,
  messages: {
    overloaded:
      '{name} has {count} open tasks, and {most} should be the most. Finish some, give some to somebody else, or raise "max-open".',
  },
  fixTitles: {},
  check(file, report, { facts }) {
    for (const person of entriesOf(file, file.roster.people)) {
      if (person.maxOpen === undefined) continue;
      const count = facts().openTasks(person);
      if (count <= person.maxOpen) continue;
      report({
        message: 'overloaded',
        args: { name: ownerName(person, file.roster), count, most: person.maxOpen },
        range: person.place.range,
      });
    }
  },
};
