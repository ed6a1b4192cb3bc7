import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fixedBy, placesOf, problemsOf } from './problems.ts';

describe('sla-invalid', () => {
  const rule = 'sla-invalid';

  it('takes numbers with a unit', () => {
    for (const value of ['30min', '24h', '8bh', '2d', '2bd', '1w', '9999h'])
      assert.deepEqual(placesOf(`- [ ] A sla:${value}\n`, [rule]), []);
  });

  it('corrects what can mean one time only', () => {
    const CASES: readonly (readonly [string, string])[] = [
      ['24hours', '24h'],
      ['24H', '24h'],
      ['2days', '2d'],
      ['2BD', '2bd'],
      ['02d', '2d'],
      ['3-weeks', '3w'],
      ['45mins', '45min'],
      ['30m', '30m'],
      ['0d', '0d'],
      ['fast', 'fast'],
      ['1month', '1month'],
      ['1.5h', '1.5h'],
      ['2', '2'],
      ['[time]', '[time]'],
    ];
    for (const [before, after] of CASES) {
      assert.deepEqual(placesOf(`- [ ] A sla:${before} @sam\n`, [rule]), [`1: ${before}`]);
      assert.equal(fixedBy(`- [ ] A sla:${before} @sam\n`, [rule]), `- [ ] A sla:${after} @sam\n`);
    }
  });

  it('reads a value in quotes', () => {
    assert.equal(fixedBy('- [ ] A sla:"2 business days"\n', [rule]), '- [ ] A sla:"2bd"\n');
  });

  it('looks at open tasks and headings, and leaves the blanks of a template', () => {
    const text = '## A sla:x\n\n- [ ] B sla:y\n- [x] C sla:z\n- [ ] D sla:[time]\n';
    assert.deepEqual(placesOf(text, [rule]), ['1: x', '3: y', '5: [time]']);
    assert.deepEqual(placesOf(`---\ntemplate: true\n---\n\n${text}`, [rule]), ['5: x', '7: y']);
  });
});

describe('token-invalid', () => {
  const rule = 'token-invalid';

  it('takes the rhythms there are', () => {
    for (const value of ['day', 'weekday', 'week', '2weeks', 'month', 'quarter', 'year', 'monday', 'sunday'])
      assert.deepEqual(placesOf(`- [ ] A every:${value}\n`, [rule]), []);
  });

  it('corrects what can mean one rhythm only', () => {
    const CASES: readonly (readonly [string, string])[] = [
      ['Monday', 'monday'],
      ['weekly', 'week'],
      ['weeks', 'week'],
      ['daily', 'day'],
      ['2week', '2weeks'],
      ['fortnight', '2weeks'],
      ['thurs', 'thursday'],
      ['mondays', 'monday'],
      ['wendesday', 'wednesday'],
      ['quater', 'quarter'],
      ['annually', 'year'],
      ['biweekly', 'biweekly'],
      ['3weeks', '3weeks'],
      ['6months', '6months'],
      ['now', 'now'],
      ['[rhythm]', '[rhythm]'],
    ];
    for (const [before, after] of CASES) {
      assert.deepEqual(placesOf(`- [ ] A every:${before} @sam\n`, [rule]), [`1: ${before}`]);
      assert.equal(fixedBy(`- [ ] A every:${before} @sam\n`, [rule]), `- [ ] A every:${after} @sam\n`);
    }
    assert.equal(problemsOf('- [ ] A every:Monday\n', [rule])[0]?.fix?.isSafe, undefined);
  });
});
