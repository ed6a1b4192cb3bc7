import { joinNames } from '../workspace/display.ts';
import type { Roster } from '../workspace/roster.ts';
import type { Goal } from '../workspace/rosterTypes.ts';
import { isOnePersonCompany } from '../workspace/staff.ts';
import { entriesOf, hasNoOwner } from './rosterEntry.ts';
import type { Finding, Rule } from './rule.ts';

export const goalUnmeasurable: Rule = {
  id: 'goal-unmeasurable',
  severity: 'information',
  summary: 'A goal without owner, measure or a number to reach',
  judgesForm: false,
  messages: {
    lacks:
      'Nobody will be able to say whether the goal "{goal}" was reached: it lacks {keys}. Add {examples}.',
    number:
      'Nobody will be able to say whether the goal "{goal}" was reached: its target "{target}" has no number in it. Write how many, such as {examples}.',
    lacksAndNumber:
      'Nobody will be able to say whether the goal "{goal}" was reached: it lacks {keys}, and its target "{target}" has no number in it. Add {examples}.',
  },
  fixTitles: {},
  check(file, report, { today }) {
    const { roster } = file;
    let isSilent: boolean | undefined;
    for (const goal of entriesOf(file, roster.goals)) {
      isSilent ??= isOnePersonCompany(roster, today);
      if (isSilent) return;
      const found = judge(goal, roster);
      if (found) report(found);
    }
  },
};

const EXAMPLES = { measure: 'measure: leads that sales accepts', target: 'target: 100 per quarter' };

function judge(goal: Goal, roster: Roster): Finding | undefined {
  const keys: string[] = [];
  const examples: string[] = [];
  const lacks = (key: string, example: string) => {
    keys.push(key);
    examples.push(example);
  };
  const person = roster.people.values().next().value;
  // Where nobody is listed, there is nobody to name.
  if (person && hasNoOwner(goal, roster)) lacks('owner', `owner: ${person.handle}`);
  if (isEmpty(goal.measure)) lacks('measure', EXAMPLES.measure);
  if (isEmpty(goal.target)) lacks('target', EXAMPLES.target);
  const target = goal.target ?? '';
  const isVague = !isEmpty(target) && !/\p{N}/u.test(target);
  if (isVague) examples.push(EXAMPLES.target);
  if (examples.length === 0) return undefined;
  return {
    message: !isVague ? 'lacks' : keys.length > 0 ? 'lacksAndNumber' : 'number',
    args: {
      goal: goal.name ?? goal.handle,
      keys: joinNames(keys),
      target,
      examples: joinNames(examples.map((e) => `"${e}"`)),
    },
    range: goal.place.range,
  };
}

function isEmpty(text: string | undefined): boolean {
  return text === undefined || text === '';
}
