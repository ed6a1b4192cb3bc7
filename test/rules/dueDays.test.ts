import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from '../fastCheck.ts';
import { addBusinessDays, addDays } from '../../src/syntax/dates.ts';
import { codeActions } from '../../src/language/codeActions.ts';
import { fixAll, previewIn } from '../../src/language/fixAll.ts';
import { formatMessage } from '../../src/text/message.ts';
import { applyEdits } from '../../src/text/textEdit.ts';
import type { RuleId } from '../../src/workspace/ruleIds.ts';
import { openFixture } from '../fixture.ts';
import { fixedBy, placesOf, problemsOf, sentence, sentencesOf } from './problems.ts';

describe('due-invalid', () => {
  const rule = 'due-invalid';
  const places = (text: string): string[] => placesOf(text, [rule]);
  const sentences = (text: string): string[] => sentencesOf(text, [rule]);

  for (const day of ['2028-02-29', '2000-02-29', '2027-12-31', '2028-01-01']) {
    it(`takes ${day}`, () => {
      assert.deepEqual(places(`- [ ] A due:${day}\n`), []);
    });
  }
  for (const day of [
    '2027-02-29',
    '2100-02-29',
    '2028-02-30',
    '2028-04-31',
    '2028-13-01',
    '2028-00-10',
    '2028-01-00',
  ]) {
    it(`knows that there is no ${day}`, () => {
      assert.deepEqual(sentences(`- [ ] Print it due:${day}\n`), [
        `The calendar has no ${day}, so "Print it" has no due day. Correct the day.`,
      ]);
    });
  }
  for (const value of [
    'soon',
    'T-3',
    'T-3x',
    't-day',
    '28-01-10',
    '2028-1-10',
    '3/4',
    'Q3',
    'tomorrow',
    '2028-01',
  ]) {
    it(`says that ${value} is no due day`, () => {
      assert.deepEqual(places(`- [ ] A due:${value} @sam\n`), [`1: ${value}`]);
    });
  }

  it('asks for a day T where days count from it', () => {
    assert.match(sentences('- [ ] A due:T-45d\n- [ ] B due:T\n')[0] ?? '', /^T-45d counts from day T/);
    assert.deepEqual(places('- [ ] A due:T-45d\n- [ ] B due:T\n'), ['1: T-45d', '2: T']);
    assert.deepEqual(places('---\nt-day: 2028-05-16\n---\n\n- [ ] A due:T-45d\n'), []);
    assert.deepEqual(
      places('//- /roster.yml\nt-day: 2028-05-16\n//- /a.playbook.md\n- [ ] A due:T-45d\n'),
      [],
    );
  });

  it('leaves a day T that is no day to the front matter', () => {
    const text = '---\nt-day: 2028-02-30\n---\n\n- [ ] A due:T-45d\n';
    const rules: RuleId[] = [rule, 'front-matter-schema'];
    assert.deepEqual(
      problemsOf(text, rules).map((p) => p.rule.id),
      ['front-matter-schema'],
    );
  });

  it('sees a distance that leaves the calendar', () => {
    assert.match(
      sentences('---\nt-day: 9999-12-31\n---\n\n- [ ] A due:T+1d\n')[0] ?? '',
      /^T\+1d lies outside of the calendar/,
    );
  });

  it('reports a heading once, and neither what is done nor the second of two', () => {
    const text = `## Print due:2028-02-30

- [ ] A
- [ ] B
- [x] C due:never
- [ ] D due:2028-02-01 due:never

### Below

- [ ] E
`;
    assert.deepEqual(places(text), ['1: 2028-02-30']);
    assert.match(sentences(text)[0] ?? '', /"Print"/);
  });

  it('looks in due columns only for days of ours', () => {
    const text = `| Task | Owner | Due |
| --- | --- | --- |
| A | @sam | 2028-02-30 |
| B | @sam | T-3w |
| C | @sam | when the budget is there |
| D | @sam | soon |
| E | @sam | TBD |
| F due:2028-02-01 | @sam | 2028-02-30 |
`;
    assert.deepEqual(places(text), ['3: 2028-02-30', '4: T-3w']);
  });

  it('judges templates, whose days count from a T to come', () => {
    const text =
      '---\ntemplate: true\n---\n\n- [ ] A due:T-3w\n- [ ] B due:{day}\n- [ ] C due:2028-02-30\n- [ ] D due:never\n';
    assert.deepEqual(places(text), ['7: 2028-02-30', '8: never']);
  });

  it('corrects what can mean one day only', () => {
    const fix = (text: string) => fixedBy(text, [rule]);
    const CASES: readonly (readonly [string, string])[] = [
      ['due:2028-1-5 @sam', 'due:2028-01-05 @sam'],
      ['due:16.5.2028', 'due:2028-05-16'],
      ['due:5/16/2028', 'due:2028-05-16'],
      ['due:Jan 16, 2028 @sam', 'due:2028-01-16 @sam'],
      ['due:"16 January 2028" #x', 'due:"2028-01-16" #x'],
      ['due:T-3 @sam', 'due:T-3d @sam'],
      ['due:T-2weeks', 'due:T-2w'],
      ['due:T+10BD', 'due:T+10BD'],
      ['due:3/4/2028', 'due:3/4/2028'],
      ['due:Jan 16', 'due:Jan 16'],
      ['due:Feb 30, 2028', 'due:Feb 30, 2028'],
      ['due:tomorrow', 'due:tomorrow'],
    ];
    for (const [before, after] of CASES) {
      const head = '---\nt-day: 2028-09-16\n---\n\n- [ ] A ';
      assert.equal(fix(`${head}${before}\n`), `${head}${after}\n`);
    }
  });

  describe('offers the day that words mean today, and leaves the choice to a person:', () => {
    // TODAY is a Monday.
    const CASES: readonly (readonly [words: string, text: string, ...days: string[]])[] = [
      ['due:fri @sam', 'fri', '2028-01-07 (Friday)'],
      ['due:tomorrow', 'tomorrow', '2028-01-04 (Tuesday)'],
      ['due:next friday @sam', 'next friday', '2028-01-14 (Friday)'],
      ['due:in 2 weeks #x', 'in 2 weeks', '2028-01-17 (Monday)'],
      ['due:"end of month"', 'end of month', '2028-01-31 (Monday)'],
      ['due:Jan 16 @sam', 'Jan 16', '2028-01-16 (Sunday)'],
      ['due:"Fri, Jan 16"', 'Fri, Jan 16', '2028-01-16 (Sunday)'],
      ['due:3d', '3d', '2028-01-06 (Thursday)'],
      ['due:3/4', '3/4', '2028-03-04 (Saturday)', '2028-04-03 (Monday)'],
    ];
    for (const [words, text, ...days] of CASES) {
      it(words, () => {
        const source = `- [ ] Print it ${words}\n`;
        const [problem, other] = problemsOf(source, [rule]);
        assert.ok(problem && !other);
        assert.equal(problem.fix, undefined);
        const first = days[0]?.slice(0, 10) ?? '';
        assert.equal(
          sentence(problem),
          `"${text}" isn't a date, so "Print it" has no due day. Write the day that is meant, such as due:${first}.`,
        );
        const view = openFixture(source).view();
        const offered = codeActions(view, [problem], problem.range, undefined);
        assert.deepEqual(
          offered.map((a) => `${formatMessage(a.title)} ${String(a.isPreferred)}`),
          days.map((d) => `Change to ${d} false`),
        );
        for (const [i, { edits }] of offered.entries()) {
          const day = days[i]?.slice(0, 10) ?? '';
          const value = words.includes('"') ? `"${text}"` : text;
          const quoted = words.includes('"') ? `"${day}"` : day;
          assert.equal(applyEdits(source, edits), source.replace(`due:${value}`, `due:${quoted}`));
        }
      });
    }

    it('no repair of everything touches them', () => {
      const text = CASES.map(([words]) => `- [ ] Print it ${words}\n`).join('');
      const ws = openFixture(text);
      const view = ws.view();
      assert.deepEqual(fixAll(view, problemsOf(text, [rule]), previewIn(ws.index, view)), []);
    });
  });

  it('says plainly what is no day at all', () => {
    assert.equal(
      sentences('- [ ] Print it due:soon\n')[0],
      '"soon" isn\'t a date, so "Print it" has no due day. Write year, month and day, such as due:2028-01-03, or count from day T, such as due:T-14d.',
    );
    assert.equal(
      sentences('- [ ] Print it due:Jan 16, 2028 @sam\n')[0],
      '"Jan 16, 2028" isn\'t read as a date, so "Print it" has no due day. Did you mean due:2028-01-16?',
    );
  });

  it('never doubles with its neighbors', () => {
    const values = [
      '[DATE]',
      '2028-xx-xx',
      'tbd',
      'Jan 5',
      'friday',
      '2028-02-30',
      '3/4',
      'Jan 16, 2028',
      ' Jan 16',
      ' 2028-01-16',
      ' friday',
    ];
    const rules: RuleId[] = [rule, 'due-unreadable', 'task-malformed'];
    for (const key of ['due', 'Due', 'DUE', '(due', '(Due']) {
      for (const value of values) {
        const text = `- [ ] @sam: print it ${key}:${value}\n`;
        const found = problemsOf(text, rules);
        assert.equal(found.length, 1, `${text} ${found.map((p) => p.rule.id).join(', ')}`);
      }
    }
  });
});

describe('due-overdue', () => {
  const rule = 'due-overdue';
  const places = (text: string, today: string): string[] => placesOf(text, [rule], today);
  const say = (due: string, today: string): string | undefined =>
    sentencesOf(`- [ ] Print it @sam due:${due}\n`, [rule], today)[0];

  it('begins on the day behind the due day', () => {
    const text = '- [ ] A due:2028-02-29\n';
    assert.deepEqual(places(text, '2028-02-28'), []);
    assert.deepEqual(places(text, '2028-02-29'), []);
    assert.deepEqual(places(text, '2028-03-01'), ['1: due:2028-02-29']);
    assert.deepEqual(places('- [ ] A due:2027-12-31\n', '2028-01-01'), ['1: due:2027-12-31']);
    assert.deepEqual(places('- [ ] A due:2028-01-01\n', '2027-12-31'), []);
  });

  it('says since when in plain words', () => {
    const CASES: readonly (readonly [due: string, today: string, words: string])[] = [
      ['2028-02-29', '2028-03-01', 'was due yesterday'],
      ['2027-12-31', '2028-01-01', 'was due yesterday'],
      ['2027-03-27', '2027-03-29', 'was due on 2027-03-27, 2 days ago'],
      ['2028-02-28', '2028-03-01', 'was due on 2028-02-28, 2 days ago'],
      ['2027-12-20', '2028-01-02', '13 days ago'],
      ['2027-12-20', '2028-01-03', '2 weeks ago'],
      ['2027-12-31', '2028-03-01', '8 weeks ago'],
      ['2027-12-31', '2028-03-02', '2 months ago'],
      ['2027-01-01', '2028-01-01', '11 months ago'],
      ['2026-01-01', '2028-01-02', '2 years ago'],
    ];
    for (const [due, today, words] of CASES) assert.ok(say(due, today)?.includes(words), say(due, today));
    assert.equal(
      say('2028-01-02', '2028-01-03'),
      '"Print it" was due yesterday, and @sam owns it. Do it and tick it off, or move the day.',
    );
    assert.match(
      sentencesOf('- [ ] A due:2028-01-02\n', [rule])[0] ?? '',
      /nobody owns it\. Say who does it/,
    );
  });

  it('counts from day T over weekends, leap days and the end of the year', () => {
    const file = (tDay: string, due: string) => `---\nt-day: ${tDay}\n---\n\n- [ ] A due:${due}\n`;
    // 2028-01-03 is a Monday: one business day before it is Friday.
    assert.deepEqual(places(file('2028-01-03', 'T-1bd'), '2027-12-31'), []);
    assert.deepEqual(places(file('2028-01-03', 'T-1bd'), '2028-01-01'), ['5: due:T-1bd']);
    assert.deepEqual(places(file('2028-02-28', 'T+1d'), '2028-02-29'), []);
    assert.deepEqual(places(file('2028-02-28', 'T+1d'), '2028-03-01'), ['5: due:T+1d']);
    assert.deepEqual(places(file('2028-01-02', 'T-1w'), '2027-12-27'), ['5: due:T-1w']);
  });

  it('on any day says the same of the day before and nothing of that day', () => {
    const anyDay = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays('1990-01-01', n));
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 30 }), (day, amount) => {
        const late = addBusinessDays(day, -amount);
        const text = `---\nt-day: ${day}\n---\n\n- [ ] A due:T-${amount}bd\n`;
        assert.equal(places(text, late).length, 0);
        assert.equal(places(text, addDays(late, 1)).length, 1);
      }),
      { numRuns: 50 },
    );
  });

  it('underlines the day, or the words of who inherits it', () => {
    const text = `## Print due:2027-12-01

- [ ] A @sam
- [x] B
- [ ] C due:2028-05-01
- [ ] D every:week

| Task | Owner | Due |
| --- | --- | --- |
| E | @sam | 2027-12-24 |
| F | @sam | |
| G | @sam | TBD |
| H due:2027-12-25 | @sam | 2028-05-01 |

| Area | Owner |
| --- | --- |
| I | @sam |
`;
    assert.deepEqual(places(text, '2028-01-03'), [
      '3: A @sam',
      '10: 2027-12-24',
      '11: F',
      '13: due:2027-12-25',
    ]);
    const [inherited] = problemsOf(text, [rule]);
    const { lines } = openFixture(text).view().playbook;
    const [related] = inherited?.related ?? [];
    assert.ok(related);
    assert.equal(lines.slice(related.range), '2027-12-01');
  });

  it('is silent in templates', () => {
    assert.deepEqual(places('---\ntemplate: true\n---\n\n- [ ] A due:2027-12-01\n', '2028-01-03'), []);
  });
});

describe('due-missing', () => {
  const rule = 'due-missing';
  const places = (text: string): string[] => placesOf(text, [rule]);

  it('wants a day, a promise or a rhythm for what somebody owns', () => {
    const text = `- [ ] A @sam
- [ ] B
- [ ] C @sam due:2028-05-01
- [ ] D @sam sla:2bd
- [ ] E @sam every:week
- [ ] F @sam due:soon
- [x] G @sam
- [ ] H @sam due:2028-05-01
  - [ ] I @sam
    - [ ] J @sam

## Print due:2028-05-01

- [ ] K @sam
`;
    assert.deepEqual(places(text), ['1: A @sam']);
  });

  it('reads due columns, and leaves areas and RACI charts alone', () => {
    const text = `| Task | Owner | Due |
| --- | --- | --- |
| A | @sam | |
| B | @sam | TBD |
| C | @sam | when it rains |
| D | | |

| Area | Owner |
| --- | --- |
| E | @sam |

| Step | Sam | Lee |
| --- | --- | --- |
| F | A | R |
`;
    assert.deepEqual(places(text), ['3: A', '4: B']);
    assert.match(sentencesOf(text, [rule])[0] ?? '', /into its row, such as 2028-01-03/);
  });
});

describe('due-order', () => {
  const rule = 'due-order';
  const places = (text: string): string[] => placesOf(text, [rule]);

  it('compares a task with what it comes after', () => {
    const text = `- [ ] A due:2028-03-10 id:a
- [ ] B due:2028-03-12 id:b
- [x] C due:2028-03-30 id:c
- [ ] D id:d
- [ ] E due:2028-03-30 every:week id:e
- [ ] F due:2028-03-11 after:a,b
- [ ] G due:2028-03-12 after:a,b
- [ ] H due:2028-03-01 after:c,d,e,x
- [ ] I due:2028-03-01 id:i after:i
- [x] J due:2028-03-01 after:a
- [ ] K after:a
`;
    assert.deepEqual(places(text), ['6: due:2028-03-11']);
    assert.equal(
      sentencesOf(text, [rule])[0],
      '"F" is due on 2028-03-11, but it comes after "B", which is due on 2028-03-12. Move one of the two days.',
    );
  });

  it('names the latest, points at all, and works out day T', () => {
    const text = `---
t-day: 2028-03-20
---

- [ ] A due:T-10d id:a
- [ ] B due:T-1w id:b
- [ ] C due:T-2w after:a,b
`;
    const [problem] = problemsOf(text, [rule]);
    assert.equal(problem?.args['other'], 'B');
    assert.equal(problem.related?.length, 2);
    assert.ok(fixedBy(text, [rule]).includes('C due:T-1w after:a,b'));
    assert.ok(fixedBy(text.replace('T-1w', '2028-03-13'), [rule]).includes('C due:2028-03-13 after'));
  });

  it('reads rows and inherited days', () => {
    const text = `## Print due:2028-03-01

- [ ] A after:b

## Text

| Task | Owner | Due |
| --- | --- | --- |
| B id:b | @sam | 2028-04-01 |
`;
    assert.deepEqual(places(text), ['3: b']);
    assert.equal(problemsOf(text, [rule])[0]?.fix, undefined);
  });
});
