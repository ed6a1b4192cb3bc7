import { readDay } from '../syntax/dayReadings.ts';
import type { Position } from '../text/position.ts';
import { dueDay } from '../workspace/dueDay.ts';
import type { PlaybookView } from '../workspace/fileView.ts';
import type { Completion } from './completion.ts';
import { dayDetail, type DayDetail } from './dayDetail.ts';

/** Distances that plans use. */
const FROM_T = ['T', 'T-1d', 'T-1w', 'T-2w', 'T-10bd', 'T+1w'];
/** Days to choose from before anything is typed. */
const WORDS = ['today', 'tomorrow', 'friday', 'in 2 weeks', 'end of month'];
/** And those that are offered once they begin as what is typed does. */
const MORE_WORDS = [
  ...['monday', 'tuesday', 'wednesday', 'thursday', 'saturday', 'sunday'],
  ...['next monday', 'next tuesday', 'next wednesday', 'next thursday', 'next friday'],
  ...['next week', 'next month', 'next quarter'],
  ...['in 1 week', 'in 3 weeks', 'in 1 month', 'in 3 months'],
  ...['end of week', 'end of next week', 'end of next month', 'end of quarter', 'end of year'],
];
/** Behind so much no day is being typed any more. */
const LONGEST = 40;

const DUE = /(?<![\p{L}\p{N}_@/.-])due:"?/gu;

/** What is typed of a day at the end of a text, spaces and all: `next fri` of `due:next fri`. */
export function dueBefore(before: string): string | undefined {
  let typed: string | undefined;
  for (const { index, 0: key } of before.matchAll(DUE)) typed = before.slice(index + key.length);
  return typed !== undefined && typed.length <= LONGEST && !/["@#:]/.test(typed) ? typed : undefined;
}

/**
 * The days that may stand behind `due:`, each with the day it means. Distances from day T only where there is one, or
 * where the playbook is a template, which has no other days; words become the day itself.
 * @param typed what stands behind `due:` so far
 * @param today calendar day from which words count
 */
export function dueCompletions(
  { roster }: PlaybookView,
  at: Position,
  typed: string,
  today: string,
): Completion[] {
  const begun = typed.toLowerCase();
  const hasBegun = begun.trim() !== '';
  const distances = roster.tDay !== undefined || roster.template ? FROM_T : [];
  const words = roster.template
    ? []
    : [...WORDS, ...(hasBegun ? MORE_WORDS.filter((w) => w.startsWith(begun)) : [])];
  const offered: readonly Offer[] = [
    ...distances.map((due) => {
      const day = dueDay(due, roster);
      return { label: due, due, detail: day === undefined ? '' : dayDetail(due, day) };
    }),
    ...words.flatMap((w) => offersOf(w, today, undefined)),
  ];
  // Of several words only those are meant that go on as they do: any others would take their place.
  const goesOn = ({ label }: Offer) => label.toLowerCase().startsWith(begun);
  const fitting = /\s/.test(typed) ? offered.filter(goesOn) : offered;
  const isOffered = (o: Offer) => fitting.some((f) => f.due === o.due && goesOn(f));
  const meant = hasBegun ? offersOf(typed.trim(), today, roster.tDay).filter((o) => !isOffered(o)) : [];
  // What is written as it should be needs no list that Enter would choose from.
  const added = meant.filter(
    (o) => o.due.toLowerCase() !== begun.trim() && (!roster.template || o.due.startsWith('T')),
  );
  const likeliestFirst = [...fitting.filter(goesOn), ...fitting.filter((o) => !goesOn(o))];
  const start = { line: at.line, character: at.character - typed.length };
  return [...added, ...likeliestFirst].map(({ label, due, detail }, rank) => ({
    kind: 'day',
    label,
    detail,
    insertText: due,
    filterText: label === due ? due : `${label} ${due}`,
    rank,
    range: { start, end: at },
    opensNext: false,
  }));
}

interface Offer {
  readonly label: string;
  readonly due: string;
  readonly detail: DayDetail | string;
}

function offersOf(words: string, today: string, tDay: string | undefined): Offer[] {
  return readDay(words, today, tDay).flatMap(({ due, day }) =>
    day === undefined ? [] : [{ label: words, due, detail: dayDetail(words, day) }],
  );
}
