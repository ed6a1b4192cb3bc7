import { intervals, isInterval } from '../syntax/tokens.ts';
import { misspelled } from '../workspace/spelling.ts';
import type { Rule } from './rule.ts';
import { reportUnreadable, type TokenReading } from './unreadableTokens.ts';

export const tokenInvalid: Rule = {
  id: 'token-invalid',
  severity: 'error',
  summary: "A repeat interval that can't be read",
  judgesForm: true,
  messages: {
    every:
      '"{text}" does not say how often "{task}" repeats. Write one of day, weekday, week, 2weeks, month, quarter, year, or a day such as monday.',
    everyNear: '"{text}" does not say how often "{task}" repeats. Did you mean every:{suggestion}?',
  },
  fixTitles: {
    change: 'Change to {text}',
  },
  check(file, report) {
    if (file.kind !== 'playbook') return;
    reportUnreadable(file, READING, report);
  },
};

const READING: TokenReading = {
  key: 'every',
  isValid: isInterval,
  suggest,
  messages: { plain: 'every', near: 'everyNear' },
};

/** `biweekly` and `bimonthly` mean two things each, and so are not here. */
const OTHER_WORDS: ReadonlyMap<string, string> = new Map([
  ['daily', 'day'],
  ['1day', 'day'],
  ['workday', 'weekday'],
  ['businessday', 'weekday'],
  ['weekly', 'week'],
  ['1week', 'week'],
  ['fortnight', '2weeks'],
  ['fortnightly', '2weeks'],
  ['2week', '2weeks'],
  ['2w', '2weeks'],
  ['2wks', '2weeks'],
  ['monthly', 'month'],
  ['1month', 'month'],
  ['quarterly', 'quarter'],
  ['3months', 'quarter'],
  ['yearly', 'year'],
  ['annually', 'year'],
  ['1year', 'year'],
  ['12months', 'year'],
]);

const DAYS = intervals.filter((i) => i.endsWith('day') && i !== 'day' && i !== 'weekday');

function suggest(text: string): string | undefined {
  if (isInterval(text)) return text;
  const other = OTHER_WORDS.get(text);
  if (other !== undefined) return other;
  // `mon`, `thurs` and `mondays`.
  if (text.length >= 3) {
    const day = DAYS.find((d) => d.startsWith(text) || `${d}s` === text);
    if (day !== undefined) return day;
  }
  // One digit makes another rhythm: 3weeks is no slip for 2weeks.
  return /\d/.test(text) ? undefined : misspelled(text, intervals);
}
