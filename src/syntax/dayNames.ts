/** How months and days of the week are called, in full and in short. */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** Sources of expressions, without groups to read. */
export const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
export const WEEKDAY =
  '(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)';
export const FULL_WEEKDAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';

/** 1 to 12, of a name that `MONTH` takes. */
export function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/** 0 for Sunday to 6 for Saturday; of `fri`, `frid` and `friday`, and of three letters at least, so that a name is sure. */
export function weekdayNamed(name: string): number | undefined {
  const i = name.length < 3 ? -1 : WEEKDAYS.findIndex((w) => w.startsWith(name.toLowerCase()));
  return i < 0 ? undefined : i;
}
