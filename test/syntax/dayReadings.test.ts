import assert from 'node:assert/strict';
import test from 'node:test';
import fc from '../fastCheck.ts';
import { readDay } from '../../src/syntax/dayReadings.ts';
import { isDay, parseDue } from '../../src/syntax/dates.ts';

// A Wednesday.
const TODAY = '2027-01-13';
const T = '2027-03-02';

function days(text: string, today = TODAY): (string | undefined)[] {
  return readDay(text, today, T).map((r) => r.day);
}

test('words that people say for a day', () => {
  const cases: Readonly<Record<string, string>> = {
    'today': '2027-01-13',
    'Tomorrow': '2027-01-14',
    'day after tomorrow': '2027-01-15',
    'yesterday': '2027-01-12',
    'friday': '2027-01-15',
    'by Friday': '2027-01-15',
    'wed': '2027-01-20',
    'this wednesday': '2027-01-13',
    'next friday': '2027-01-22',
    'next monday': '2027-01-18',
    'next sunday': '2027-01-24',
    'monday next week': '2027-01-18',
    'next week': '2027-01-18',
    'in 2 weeks': '2027-01-27',
    '3d': '2027-01-16',
    'in a week': '2027-01-20',
    'ten days from now': '2027-01-23',
    'in 3 business days': '2027-01-18',
    '5 working days': '2027-01-20',
    'in a month': '2027-02-13',
    'in 1 quarter': '2027-04-13',
    'next month': '2027-02-01',
    'next quarter': '2027-04-01',
    'next year': '2028-01-01',
    'end of week': '2027-01-15',
    'end of next week': '2027-01-22',
    'eom': '2027-01-31',
    'end of quarter': '2027-03-31',
    'end of year': '2027-12-31',
    'jan 16': '2027-01-16',
    'Jan 12': '2028-01-12',
    'January 16th, 2028': '2028-01-16',
    '16 january': '2027-01-16',
    '16th of Sept.': '2027-09-16',
    'feb 29': '2028-02-29',
    '16.2.': '2027-02-16',
    '16.2.2029': '2029-02-16',
    '20th': '2027-01-20',
    '5th': '2027-02-05',
    '2027-1-6': '2027-01-06',
    '2027-01-16': '2027-01-16',
    '13/2': '2027-02-13',
    '2/13': '2027-02-13',
  };
  for (const [text, day] of Object.entries(cases)) assert.deepEqual(days(text), [day], text);
});

test('months keep their day where they have it', () => {
  assert.deepEqual(days('in a month', '2027-01-31'), ['2027-02-28']);
  assert.deepEqual(days('in 1 month', '2028-01-31'), ['2028-02-29']);
  assert.deepEqual(days('next month', '2027-12-31'), ['2028-01-01']);
  assert.deepEqual(days('31st', '2027-02-01'), ['2027-03-31']);
});

test('a date that two countries read in two ways has both readings', () => {
  assert.deepEqual(days('3/4'), ['2027-03-04', '2027-04-03']);
  assert.deepEqual(days('3/3'), ['2027-03-03']);
});

test('days around day T keep their distance', () => {
  assert.deepEqual(readDay('T-45d', TODAY, T), [{ due: 'T-45d', day: '2027-01-16' }]);
  assert.deepEqual(readDay('t - 6 weeks', TODAY, T), [{ due: 'T-6w', day: '2027-01-19' }]);
  assert.deepEqual(readDay('two weeks after T', TODAY, T), [{ due: 'T+2w', day: '2027-03-16' }]);
  assert.deepEqual(readDay('10 business days before T', TODAY, T), [{ due: 'T-10bd', day: '2027-02-16' }]);
  assert.deepEqual(readDay('T', TODAY, T), [{ due: 'T', day: T }]);
  assert.deepEqual(readDay('T+3', TODAY, undefined), [{ due: 'T+3d', day: undefined }]);
});

test('what names no day has no reading', () => {
  for (const text of [
    '',
    'soon',
    'maria',
    '2027-02-30',
    'jan 32',
    '0/0',
    'T-2 months',
    'in',
    'ma 5',
    'fr',
    '13/13',
  ])
    assert.deepEqual(readDay(text, TODAY, T), [], text);
});

const word = fc.constantFrom(
  ...[
    'in',
    'next',
    'this',
    'end',
    'of',
    'a',
    '2',
    '31',
    'jan',
    'friday',
    'week',
    'weeks',
    'month',
    'T',
    '-',
    '/',
  ],
  ...['before', 'after', 't-', '99', '2027', '9999', '.', 'bd', 'st', 'eom', 'day', '0'],
);

test('property: every reading is a real day, or a distance from T', () => {
  const text = fc
    .tuple(fc.array(word, { maxLength: 5 }), fc.constantFrom('', ' '))
    .map(([w, space]) => w.join(space));
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ maxLength: 20 })), (t) => {
      for (const { due, day } of readDay(t, TODAY, T)) {
        assert.ok(parseDue(due), `${t} became ${due}`);
        assert.ok(day !== undefined && isDay(day), `${t} became ${String(day)}`);
      }
    }),
    { numRuns: 3000 },
  );
});
