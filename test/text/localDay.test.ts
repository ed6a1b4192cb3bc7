/** The calendar day is that of the clock on the wall, in every zone of the earth. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import path from 'node:path';

const MODULE = pathToFileURL(path.resolve(import.meta.dirname, '../../src/text/localDay.ts')).href;

/** The day of each moment in a zone; a process reads its zone once, when it starts. */
function daysIn(zone: string, moments: readonly string[]): string[] {
  const script = `import { localDay } from ${JSON.stringify(MODULE)};
    console.log(JSON.stringify(${JSON.stringify(moments)}.map((m) => localDay(new Date(m)))));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, TZ: zone },
    encoding: 'utf8',
  });
  assert.notEqual(stdout, '', stderr);
  return JSON.parse(stdout) as string[];
}

const CASES: readonly (readonly [zone: string, what: string, days: Readonly<Record<string, string>>])[] = [
  [
    'Pacific/Niue',
    'UTC-11',
    {
      '2027-12-31T10:59:59Z': '2027-12-30',
      '2027-12-31T11:00:00Z': '2027-12-31',
      '2028-01-01T10:59:59Z': '2027-12-31',
      '2028-01-01T11:00:00Z': '2028-01-01',
      '2028-02-29T10:59:59Z': '2028-02-28',
      '2028-03-01T10:59:59Z': '2028-02-29',
    },
  ],
  [
    'Pacific/Kiritimati',
    'UTC+14',
    {
      '2027-12-31T09:59:59Z': '2027-12-31',
      '2027-12-31T10:00:00Z': '2028-01-01',
      '2028-02-28T10:00:00Z': '2028-02-29',
      '2028-02-29T10:00:00Z': '2028-03-01',
    },
  ],
  [
    'Europe/Berlin',
    'the days on which clocks change',
    {
      '2027-03-27T22:59:59Z': '2027-03-27',
      '2027-03-27T23:00:00Z': '2027-03-28',
      '2027-03-28T01:30:00Z': '2027-03-28',
      '2027-03-28T21:59:59Z': '2027-03-28',
      '2027-03-28T22:00:00Z': '2027-03-29',
      '2027-10-30T22:00:00Z': '2027-10-31',
      '2027-10-31T22:59:59Z': '2027-10-31',
      '2027-10-31T23:00:00Z': '2027-11-01',
    },
  ],
  [
    'America/New_York',
    'the days on which clocks change',
    {
      '2027-03-14T04:59:59Z': '2027-03-13',
      '2027-03-14T05:00:00Z': '2027-03-14',
      '2027-03-15T03:59:59Z': '2027-03-14',
      '2027-03-15T04:00:00Z': '2027-03-15',
      '2027-11-08T04:59:59Z': '2027-11-07',
      '2027-11-08T05:00:00Z': '2027-11-08',
    },
  ],
  [
    'America/Santiago',
    'a zone in which midnight does not happen on one day of the year',
    { '2027-09-05T03:59:59Z': '2027-09-04', '2027-09-05T04:00:00Z': '2027-09-05' },
  ],
  [
    'Asia/Kathmandu',
    'a quarter of an hour',
    { '2027-06-01T18:14:59Z': '2027-06-01', '2027-06-01T18:15:00Z': '2027-06-02' },
  ],
  ['UTC', 'UTC', { '2027-06-01T00:00:00Z': '2027-06-01', '2027-06-01T23:59:59Z': '2027-06-01' }],
];

describe('the local day', () => {
  for (const [zone, what, days] of CASES) {
    it(`in ${zone}: ${what}`, () => {
      assert.deepEqual(daysIn(zone, Object.keys(days)), Object.values(days));
    });
  }
});
