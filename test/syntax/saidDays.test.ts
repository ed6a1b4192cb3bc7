/** There is one grammar of days: what a list to choose from understands, the rules and the fixes understand alike. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from '../fastCheck.ts';
import { findWrittenDue } from '../../src/rules/writtenDue.ts';
import { addDays, weekdayOf } from '../../src/syntax/dates.ts';
import { readDay } from '../../src/syntax/dayReadings.ts';
import { expectedDayAt, saidDayAt } from '../../src/syntax/saidDays.ts';
import { openFixture } from '../fixture.ts';
import { fixedBy } from '../rules/problems.ts';

// A Wednesday.
const TODAY = '2027-01-13';

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const anyDay = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays('1990-01-01', n));
const oneOf = <T>(...values: T[]) => fc.constantFrom(...values);

/** Days with their year, spelled in ways that fit and in ways that do not; the day of the week may be wrong. */
const spelled = fc
  .record({
    day: anyDay,
    weekday: oneOf('', '', 'long', 'short', 'wrong'),
    behindWeekday: oneOf(', ', ' ', '. ', ',', ', the '),
    order: oneOf('monthFirst', 'dateFirst', 'iso', 'points', 'slashes', 'edge'),
    month: oneOf('long', 'short', 'dotted', 'upper'),
    ordinal: oneOf('', '', 'th', '.'),
    of: oneOf(' ', ' of ', '-', ''),
    beforeYear: oneOf(' ', ', ', ',', '-', ''),
    sign: oneOf('-', '/', '.', ' '),
    isPadded: fc.boolean(),
  })
  .map((s) => {
    const [year = '', month = '', date = ''] = s.day.split('-');
    const [m, d] = s.isPadded ? [month, date] : [String(Number(month)), String(Number(date))];
    const name = MONTHS[Number(month) - 1] ?? '';
    const short = name.slice(0, 3);
    const written = { long: name, short, dotted: `${short}.`, upper: short.toUpperCase() }[s.month];
    const wrong = weekdayOf(s.day) + (s.weekday === 'wrong' ? 1 : 0);
    const weekday = WEEKDAYS[wrong % 7] ?? '';
    const lead =
      s.weekday === '' ? '' : `${s.weekday === 'short' ? weekday.slice(0, 3) : weekday}${s.behindWeekday}`;
    const bare = {
      monthFirst: `${written} ${d}${s.ordinal}${s.beforeYear}${year}`,
      dateFirst: `${d}${s.ordinal}${s.of}${written}${s.beforeYear}${year}`,
      iso: [year, m, d].join(s.sign),
      points: `${d}.${s.sign === ' ' ? ' ' : ''}${m}.${year}`,
      slashes: [m, d, year].join(s.sign),
      edge: `${s.sign === '/' ? 'start' : 'end'} of ${written} ${year}`,
    }[s.order];
    return `${lead}${bare}`;
  });

describe('a day with its year', () => {
  it('that the list to choose from understands is offered by every rule as the same day', () => {
    let understood = 0;
    fc.assert(
      fc.property(spelled, (text) => {
        const [reading, other] = readDay(text, TODAY);
        if (!reading || other) return;
        understood++;
        const { due } = reading;
        const found = findWrittenDue(`Print (Due: ${text}) it`, true);
        assert.equal(found?.due, due, `(Due: ${text})`);
        assert.equal(found.end, `Print (Due: ${text}`.length, text);
        const cell = (day: string) => `| Task | Owner | Due |\n| - | - | - |\n| A | @sam | ${day} |\n`;
        assert.equal(fixedBy(cell(text), ['due-unreadable']), cell(text === due ? text : due), text);
        const token = (day: string) => `- [ ] Print due:"${day}" @sam\n`;
        assert.equal(fixedBy(token(text), ['due-invalid']), token(due), text);
      }),
      { numRuns: 600 },
    );
    assert.ok(understood > 200, String(understood));
  });

  it('that no rule is certain of has no one reading in the list', () => {
    fc.assert(
      fc.property(spelled, (text) => {
        const found = findWrittenDue(`Print (Due: ${text})`, true);
        const readings = readDay(text, TODAY).map((r) => r.due);
        const isWhole = found?.end === `Print (Due: ${text}`.length;
        if (isWhole && found.due !== undefined) assert.deepEqual(readings, [found.due], text);
        else assert.notEqual(readings.length, 1, text);
      }),
      { numRuns: 600 },
    );
  });

  it('reads alike where only a day can stand and in running text', () => {
    fc.assert(
      fc.property(spelled, (text) => {
        const running = saidDayAt(text, 0);
        const expected = expectedDayAt(text, 0);
        if (running?.end === text.length) assert.deepEqual(expected, running, text);
      }),
    );
  });
});

describe('a day behind an owner', () => {
  const ownerOf = (words: string) =>
    openFixture(`- [ ] Print copies ${words}\n`)
      .view()
      .tasks[0]?.owners.map((o) => o.handle);

  it('is set aside wherever the grammar reads one', () => {
    fc.assert(
      fc.property(spelled, oneOf('by ', 'due ', 'due: ', '('), (text, lead) => {
        if (saidDayAt(text, 0)?.end !== text.length) return;
        const close = lead === '(' ? ')' : '';
        assert.deepEqual(ownerOf(`@sam ${lead}${text}${close}`), ['sam'], text);
      }),
      { numRuns: 600 },
    );
  });

  for (const words of [
    ...[
      'by Friday',
      'by fri',
      'due in 2 weeks',
      'due in two weeks',
      'by 16.1.',
      'by mid-March',
      'by Q3 2027',
    ],
    ...[
      'by end of Q1',
      'due in 10 business days',
      '(in 2 weeks)',
      'by monday next week',
      'by eow',
      'by noon',
    ],
  ]) {
    it(`"@sam ${words}"`, () => {
      assert.deepEqual(ownerOf(`@sam ${words}`), ['sam']);
    });
  }

  for (const words of ['by two people', 'by the stand', 'in 2 weeks of work', '(in 2 rooms)', 'by 5 percent'])
    it(`no day in "@sam ${words}"`, () => {
      assert.deepEqual(ownerOf(`@sam ${words}`), []);
    });
});

describe('a day without its year', () => {
  const CASES: Readonly<Record<string, readonly string[]>> = {
    // A Saturday: whoever writes Friday has slipped, and the list shows the day as it is.
    'Fri, Jan 16': ['2027-01-16'],
    'Sat, Jan 16': ['2027-01-16'],
    'Saturday the 16th of January': ['2027-01-16'],
    // March 4 is a Thursday, April 3 a Saturday.
    '3/4': ['2027-03-04', '2027-04-03'],
    'Sat 3/4': ['2027-04-03'],
    'end of March': ['2027-03-31'],
    'start of Q1': ['2028-01-01'],
    'beginning of next week': ['2027-01-18'],
    'end of day': ['2027-01-13'],
    'mid-March': [],
    'Q3 2027': [],
    'March 2027': [],
    '1/16/28': [],
  };
  for (const [text, days] of Object.entries(CASES)) {
    it(`"${text}" is for a person to choose`, () => {
      assert.deepEqual(
        readDay(text, TODAY).map((r) => r.day),
        days,
      );
      assert.equal(findWrittenDue(`Print (Due: ${text})`, true)?.due, undefined);
    });
  }

  it('stands against a written year where the day of the week is another', () => {
    assert.deepEqual(readDay('Fri, Jan 16, 2027', TODAY), []);
    assert.deepEqual(readDay('Sat, Jan 16, 2027', TODAY), [{ due: '2027-01-16', day: '2027-01-16' }]);
  });
});
