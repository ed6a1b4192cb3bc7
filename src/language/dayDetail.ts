import { saidIn } from '../syntax/dayReadings.ts';

/** A calendar day to be shown behind words that mean it. */
export interface DayDetail {
  readonly day: string;
  /** Whether the words say the day of the week already: nobody reads "Friday Friday". */
  readonly namesWeekday: boolean;
}

export function dayDetail(words: string, day: string): DayDetail {
  return { day, namesWeekday: saidIn(words)?.kind === 'weekday' };
}
