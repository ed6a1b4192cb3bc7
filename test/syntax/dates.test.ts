import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from '../fastCheck.ts';
import { addBusinessDays, addDays, isDay, parseDue, resolveDue } from '../../src/syntax/dates.ts';

const due = (text: string, tDay?: string): string | undefined => {
  const value = parseDue(text);
  return value && resolveDue(value, tDay);
};

describe('a day', () => {
  for (const day of ['2027-01-01', '2027-12-31', '2028-02-29', '2000-02-29', '0100-01-01', '9999-12-31']) {
    it(`${day} is one`, () => {
      assert.equal(isDay(day), true);
    });
  }
  for (const day of [
    '2027-02-29',
    '2100-02-29',
    '2027-04-31',
    '2027-00-01',
    '2027-01-00',
    '2027-1-1',
    '27-01-01',
    '２０２７-01-01',
  ]) {
    it(`${day} is none`, () => {
      assert.equal(isDay(day), false);
    });
  }
});

describe('days relative to T', () => {
  const CASES: readonly (readonly [due: string, tDay: string, day: string])[] = [
    ['T', '2027-03-02', '2027-03-02'],
    ['T+0d', '2027-03-02', '2027-03-02'],
    ['T-45d', '2027-03-02', '2027-01-16'],
    ['T+2w', '2027-03-02', '2027-03-16'],
    ['T-1w', '2027-01-04', '2026-12-28'],
    ['T-1d', '2027-01-01', '2026-12-31'],
    ['T+1d', '2026-12-31', '2027-01-01'],
    ['T+1d', '2028-02-28', '2028-02-29'],
    ['T+1d', '2027-02-28', '2027-03-01'],
    ['T-1d', '2028-03-01', '2028-02-29'],
    ['T+366d', '2028-01-01', '2029-01-01'],
    // Days on which clocks change in Europe and America have one date each, too.
    ['T+1d', '2027-03-28', '2027-03-29'],
    ['T-1d', '2027-11-08', '2027-11-07'],
    ['2027-01-10', '2027-03-02', '2027-01-10'],
  ];
  for (const [text, tDay, day] of CASES) {
    it(`${text} with T on ${tDay} is ${day}`, () => {
      assert.equal(due(text, tDay), day);
    });
  }
  it('are unknown without T, or when T is no day', () => {
    assert.equal(due('T-1d'), undefined);
    assert.equal(due('T-1d', '2027-02-30'), undefined);
    assert.equal(due('2027-01-10'), '2027-01-10');
  });
});

describe('business days', () => {
  // 2027-03-01 is a Monday.
  const CASES: readonly (readonly [from: string, amount: number, day: string, what: string])[] = [
    ['2027-03-02', 1, '2027-03-03', 'Tuesday to Wednesday'],
    ['2027-03-05', 1, '2027-03-08', 'Friday over the weekend to Monday'],
    ['2027-03-08', -1, '2027-03-05', 'Monday back over the weekend to Friday'],
    ['2027-03-02', -10, '2027-02-16', 'two weeks back'],
    ['2027-03-02', 5, '2027-03-09', 'one week on'],
    ['2027-03-05', 5, '2027-03-12', 'Friday to Friday'],
    ['2027-03-01', -5, '2027-02-22', 'Monday to Monday'],
    ['2027-03-04', 3, '2027-03-09', 'Thursday over a weekend'],
    ['2027-03-06', 1, '2027-03-08', 'from Saturday, Monday is the first'],
    ['2027-03-07', 1, '2027-03-08', 'from Sunday, Monday is the first'],
    ['2027-03-06', -1, '2027-03-05', 'from Saturday, Friday is the first back'],
    ['2027-03-07', -1, '2027-03-05', 'from Sunday, Friday is the first back'],
    ['2027-03-06', 5, '2027-03-12', 'from Saturday a week of them'],
    ['2027-03-07', -5, '2027-03-01', 'from Sunday a week of them back'],
    ['2027-03-06', 6, '2027-03-15', 'from Saturday six'],
    ['2026-12-31', 1, '2027-01-01', 'the year’s end is a day like any other'],
    ['2027-01-01', -1, '2026-12-31', 'and so is the year’s beginning'],
    ['2028-02-28', 1, '2028-02-29', 'a leap day'],
    ['2028-02-28', 3, '2028-03-02', 'over a leap day'],
    ['2027-03-06', 0, '2027-03-06', 'none leaves a weekend as it is'],
  ];
  for (const [from, amount, day, what] of CASES) {
    it(`${from} and ${amount}: ${what}`, () => {
      assert.equal(addBusinessDays(from, amount), day);
    });
  }

  const anyDay = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays('1990-01-01', n));

  it('count the same one by one', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -60, max: 60 }), (day, amount) => {
        let expected = day;
        for (let left = Math.abs(amount); left > 0;) {
          expected = addDays(expected, Math.sign(amount));
          const weekday = new Date(`${expected}T00:00:00Z`).getUTCDay();
          if (weekday !== 0 && weekday !== 6) left--;
        }
        assert.equal(addBusinessDays(day, amount), expected);
      }),
    );
  });

  it('of any day are days, and adding days goes there and back', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -9999, max: 9999 }), (day, amount) => {
        assert.equal(isDay(addBusinessDays(day, amount)), true);
        assert.equal(addDays(addDays(day, amount), -amount), day);
      }),
    );
  });
});

describe('a distance too far', () => {
  it('is no day, rather than an error', () => {
    assert.equal(due('T+9999w', '9999-12-31'), undefined);
    assert.equal(due('T-9999w', '0100-01-01'), undefined);
    assert.equal(due('T-9999bd', '0001-01-01'), undefined);
  });
});
