import { daysBetween } from '../syntax/dates.ts';
import { partyName, shorten } from '../workspace/display.ts';
import { isOpen } from '../workspace/tasks.ts';
import type { Rule } from './rule.ts';
import { comesBack, ownDueRange, wordsRange } from './taskPlaces.ts';

export const dueOverdue: Rule = {
  id: 'due-overdue',
  severity: 'warning',
  summary: 'An open task whose due day is past',
  judgesForm: false,
  messages: {
    yesterday: '"{task}" was due yesterday, and {owner} owns it. Do it and tick it off, or move the day.',
    days: '"{task}" was due on {due}, {count} days ago, and {owner} owns it. Do it and tick it off, or move the day.',
    weeks:
      '"{task}" was due on {due}, {count} weeks ago, and {owner} owns it. Do it and tick it off, or move the day.',
    months:
      '"{task}" was due on {due}, {count} months ago, and {owner} owns it. Do it and tick it off, or move the day.',
    years:
      '"{task}" was due on {due}, {count} years ago, and {owner} owns it. Do it and tick it off, or move the day.',
    unownedYesterday:
      '"{task}" was due yesterday, and nobody owns it. Say who does it, tick it off, or move the day.',
    unownedDays:
      '"{task}" was due on {due}, {count} days ago, and nobody owns it. Say who does it, tick it off, or move the day.',
    unownedWeeks:
      '"{task}" was due on {due}, {count} weeks ago, and nobody owns it. Say who does it, tick it off, or move the day.',
    unownedMonths:
      '"{task}" was due on {due}, {count} months ago, and nobody owns it. Say who does it, tick it off, or move the day.',
    unownedYears:
      '"{task}" was due on {due}, {count} years ago, and nobody owns it. Say who does it, tick it off, or move the day.',
    inherited: 'The due day is written here.',
  },
  fixTitles: {},
  check(file, report, settings) {
    if (file.kind !== 'playbook') return;
    for (const task of file.tasks) {
      const { due, dueText } = task;
      if (due === undefined || due >= settings.today || !isOpen(task) || comesBack(task)) continue;
      const [owner] = task.owners;
      const { unit, count } = sinceWhen(daysBetween(due, settings.today));
      const own = ownDueRange(task);
      report({
        message: owner ? unit : unowned[unit],
        args: {
          task: shorten(task.text),
          due,
          count,
          ...(owner && { owner: partyName(owner, file.roster) }),
        },
        range: own ?? wordsRange(task),
        ...(!own && dueText && { related: [{ message: 'inherited', args: {}, range: dueText.range }] }),
      });
    }
  },
};

type Unit = 'yesterday' | 'days' | 'weeks' | 'months' | 'years';

const unowned: Readonly<Record<Unit, string>> = {
  yesterday: 'unownedYesterday',
  days: 'unownedDays',
  weeks: 'unownedWeeks',
  months: 'unownedMonths',
  years: 'unownedYears',
};

/** In units that leave at least two of them, rounded down, as people speak of time past. */
function sinceWhen(days: number): { readonly unit: Unit; readonly count: number } {
  if (days === 1) return { unit: 'yesterday', count: 1 };
  if (days < 14) return { unit: 'days', count: days };
  if (days < 62) return { unit: 'weeks', count: Math.floor(days / 7) };
  if (days < 731) return { unit: 'months', count: Math.floor(days / 30.44) };
  return { unit: 'years', count: Math.floor(days / 365.25) };
}
