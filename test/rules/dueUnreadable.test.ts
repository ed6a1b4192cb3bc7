import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from '../fastCheck.ts';
import { findWrittenDue } from '../../src/rules/writtenDue.ts';
import { addDays, weekdayOf } from '../../src/syntax/dates.ts';
import { certainDue } from '../../src/syntax/dayReadings.ts';
import { saidDay } from '../../src/syntax/saidDays.ts';
import { openFixture } from '../fixture.ts';
import { fixedBy, placesOf, problemsOf, sentencesOf } from './problems.ts';

const rule = 'due-unreadable';
const places = (text: string): string[] => placesOf(text, [rule]);
const fix = (words: string): string => fixedBy(`- [ ] ${words}\n`, [rule]).slice(6, -1);

describe('due-unreadable, where there is no doubt,', () => {
  const CASES: readonly (readonly [before: string, after: string])[] = [
    ['Print copies (Due: Jan 16, 2028)', 'Print copies due:2028-01-16'],
    ['Print copies (due Jan 16th 2028) @sam', 'Print copies due:2028-01-16 @sam'],
    ['Print copies @sam (Due: Jan 16, 2028)', 'Print copies @sam due:2028-01-16'],
    ['Print copies - Due date: 16 January 2028', 'Print copies due:2028-01-16'],
    ['Print copies, deadline 16. May 2028', 'Print copies due:2028-05-16'],
    ['Print copies **Due:** 2028-01-16', 'Print copies due:2028-01-16'],
    ['Print copies **Due: 2028-01-16**', 'Print copies due:2028-01-16'],
    ['Print copies _(deadline: 2028/1/16)_ #print', 'Print copies due:2028-01-16 #print'],
    ['Due: 16.1.2028 - print copies', 'due:2028-01-16 print copies'],
    ['@sam: Deadline: 1/16/2028, print copies', '@sam: due:2028-01-16, print copies'],
    ['Send the list by 2028-01-16 to @sam', 'Send the list due:2028-01-16 to @sam'],
    ['Send the list no later than 21 Jan 2028.', 'Send the list due:2028-01-21.'],
    ['Print copies by Friday, January 28, 2028', 'Print copies due:2028-01-28'],
    ['Print copies (Due: 2028-02-29)', 'Print copies due:2028-02-29'],
  ];
  for (const [before, after] of CASES) {
    it(`turns "${before}" into a token`, () => {
      assert.equal(fix(before), after);
      assert.deepEqual(places(`- [ ] ${after}\n`), []);
    });
  }

  it('guesses no year from a day T that is near', () => {
    const file = (words: string) => `---\nt-day: 2028-03-02\n---\n\n- [ ] A (Due: ${words})\n`;
    for (const words of ['Jan 16', 'Sat, Jan 16', '1/16', '16 January'])
      assert.equal(fixedBy(file(words), [rule]), file(words));
  });

  it('never calls its repair safe', () => {
    assert.equal(problemsOf('- [ ] A (Due: Jan 16, 2028)\n', [rule])[0]?.fix?.isSafe, undefined);
  });
});

describe('due-unreadable, where only people know,', () => {
  const CASES: readonly (readonly [words: string, underlined: string])[] = [
    ['Print copies (Due: Jan 16)', 'Due: Jan 16'],
    // January 28 is a Friday in 2028, and in no year beside it: that proves nothing.
    ['Print copies (Due: Fri, Jan 28)', 'Due: Fri, Jan 28'],
    ['Print copies by Friday, January 28', 'by Friday, January 28'],
    ['Print copies (Due: 3/4/2028)', 'Due: 3/4/2028'],
    ['Print copies (Due: 1/16/28)', 'Due: 1/16/28'],
    ['Print copies (Due: Sat, Jan 28, 2028)', 'Due: Sat, Jan 28, 2028'],
    ['Print copies, due Feb 30, 2028', 'due Feb 30, 2028'],
    ['Print copies due next Friday', 'due next Friday'],
    ['Print copies by EOD Tuesday', 'by EOD Tuesday'],
    ['Print copies by end of month @sam', 'by end of month'],
    ['Print copies by mid-March', 'by mid-March'],
    ['Deadline: tomorrow - print copies', 'Deadline: tomorrow'],
    ['Deadline: Q3 2028', 'Deadline: Q3 2028'],
    ['Print copies, due in 2 weeks', 'due in 2 weeks'],
    ['2028-xx-xx print copies', '2028-xx-xx'],
    ['2028-01-xx **print** copies', '2028-01-xx'],
    ['20XX-01-16 print copies', '20XX-01-16'],
    ['Print copies [DATE]', '[DATE]'],
    ['Print copies ([due date]) @sam', '[due date]'],
    ['Print copies <date>', '<date>'],
    ['Print copies - {{launch date}}', '{{launch date}}'],
    ['Print copies - Deadline: TBD', 'Deadline: TBD'],
    ['Print copies (due: ____)', ''],
    ['Print copies (Due: ____)', 'Due: ____'],
    ['Print copies due:2028-xx-xx', '2028-xx-xx'],
    ['Print copies due:[DATE] @sam', '[DATE]'],
    ['Print copies due:tbd', 'tbd'],
  ];
  for (const [words, underlined] of CASES) {
    it(`underlines "${underlined}" of "${words}" and has no repair`, () => {
      assert.deepEqual(places(`- [ ] ${words}\n`), underlined === '' ? [] : [`1: ${underlined}`]);
      assert.equal(fix(words), words);
    });
  }
});

describe('due-unreadable leaves alone', () => {
  const CASES: readonly string[] = [
    'Print copies due:2028-01-16',
    'Print copies due:2028-01-16 (Due: Jan 16, 2028)',
    'Raise prices by 10/20',
    'Grow leads by 20 percent',
    'Sort the list by date',
    'Meet by the stand',
    "Decide by today's numbers",
    'Pay what is due to the printer',
    'Chase overdue bills of Jan 16, 2028',
    'Check the due diligence',
    'Read the report of Jan 16, 2028',
    'Publish the 2028-01-16 report',
    'Confirm [date] with the venue',
    'Time-limited use: [End date]',
    'Contract ends: [DATE]',
    'Keep everything [up to date]',
    'See [Date](https://example.com/date)',
    'See [the due date Jan 16, 2028](https://example.com/due)',
    'Run `krel --due Jan 16, 2028`',
    'See https://example.com/by/2028-xx-xx',
    'Name the file YYYY-MM-DD-title',
    'Call 2028-xx-xx-99',
    'Write down what we want <!-- due Jan 16, 2028 -->',
    'Call at 3 by the door (Jan 16)',
    'Send the newsletter every:week by Friday',
  ];
  for (const words of CASES) {
    it(`"${words}"`, () => {
      assert.deepEqual(places(`- [ ] ${words}\n`), []);
    });
  }

  it('what is done, areas and prose', () => {
    const text = `Deadline: [DATE]

## Done (Due: Jan 16, 2028)

- [x] A (Due: Jan 16, 2028)

| Area | Owner |
| --- | --- |
| Reports due Jan 16, 2028 | @sam |
`;
    assert.deepEqual(places(text), []);
  });
});

describe('due-unreadable in a due column', () => {
  const cell = (value: string) => `| Task | Owner | Due |\n| --- | --- | --- |\n| A | @sam | ${value} |\n`;
  const CASES: readonly (readonly [before: string, after: string])[] = [
    ['Jan 16, 2028', '2028-01-16'],
    ['`2028-01-16`', '2028-01-16'],
    ['Sunday, 16 January 2028', '2028-01-16'],
    ['T - 6 weeks', 'T-6w'],
    ['T-34 BD', 'T-34bd'],
    ['2 weeks before T', 'T-2w'],
  ];
  for (const [before, after] of CASES) {
    it(`turns "${before}" into ${after}`, () => {
      assert.equal(fixedBy(cell(before), [rule]), cell(after));
    });
  }
  for (const value of [
    'Jan 16',
    'Fri, Jan 28',
    '2028-01-16 (tentative)',
    'Jan 16, 2028, noon',
    'Friday',
    'end of March',
    'Q3 2028',
    '[Date]',
    '2028-xx-xx',
    '____',
    'yyyy-mm-dd',
  ])
    it(`underlines "${value}"`, () => {
      assert.deepEqual(places(cell(value)), [`3: ${value}`]);
      assert.equal(fixedBy(cell(value), [rule]), cell(value));
    });
  for (const value of [
    '2028-01-16',
    '**2028-01-16**',
    '_2028-01-16_',
    '__T-3d__',
    '',
    '-',
    '—',
    '?',
    'TBD',
    'N/A',
    'Ongoing',
    'ASAP',
    'when the budget is there',
    '2028-02-30',
    'T-3d',
  ])
    it(`leaves "${value}" alone`, () => {
      assert.deepEqual(places(cell(value)), []);
    });
});

describe('a day in bold', () => {
  it('in a due column is that day', () => {
    const of = (due: string) =>
      openFixture(`| Task | Owner | Due |\n| - | - | - |\n| A | @sam | ${due} |\n`).view().tasks[0]?.due;
    for (const due of ['2028-01-16', '**2028-01-16**', '_2028-01-16_', '***2028-01-16***'])
      assert.equal(of(due), '2028-01-16');
    // What is struck out is not there any more.
    for (const due of ['~~2028-01-16~~', '**2028-01-16** (tentative)', '____'])
      assert.equal(of(due), undefined);
  });

  it('that the calendar lacks is reported like any other', () => {
    const table = '| Task | Owner | Due |\n| - | - | - |\n| A | @sam | **2028-02-30** |\n';
    assert.deepEqual(placesOf(table, ['due-invalid', rule]), ['3: **2028-02-30**']);
  });
});

describe('due-unreadable tells once', () => {
  it('of the blanks of a section', () => {
    const text = `## Before

- [ ] A [DATE]
- [ ] B [DATE]
- [ ] C due:tbd
- [ ] D (Due: Jan 16)

### Below

| Task | Owner | Due |
| --- | --- | --- |
| E | @sam | [Date] |
| F | @sam | [Date] |

## After

- [ ] G [DATE]
`;
    assert.deepEqual(places(text), ['3: [DATE]', '6: Due: Jan 16', '12: [Date]', '17: [DATE]']);
    const [first, , , last] = sentencesOf(text, [rule]);
    assert.match(first ?? '', /^3 due days from here on are still to be filled in, such as "\[DATE\]"\./);
    assert.equal(
      last,
      '"[DATE]" is still to be filled in. Write the day on which "G [DATE]" is due, such as due:2028-01-03.',
    );
  });

  describe('of a document with many blanks', () => {
    const tasks = (amount: number) => '- [ ] Call [DATE]\n'.repeat(amount);
    const many = `## A\n\n${tasks(4)}\n## B\n\n${tasks(4)}\n## C\n\n${tasks(2)}`;

    it('as one', () => {
      assert.deepEqual(places(many), ['3: [DATE]']);
      assert.match(sentencesOf(many, [rule])[0] ?? '', /^10 due days from here on are still to be filled in/);
    });

    it('section by section where they are fewer', () => {
      const fewer = `## A\n\n${tasks(4)}\n## B\n\n${tasks(5)}`;
      assert.deepEqual(places(fewer), ['3: [DATE]', '10: [DATE]']);
    });

    it('a section that a comment silences apart', () => {
      const silent = `## A\n\n<!-- playbook-disable due-unreadable -->\n\n${tasks(4)}\n<!-- playbook-enable -->\n\n## B\n\n${tasks(4)}\n## C\n\n${tasks(6)}`;
      assert.deepEqual(places(silent), ['14: [DATE]']);
      assert.match(sentencesOf(silent, [rule])[0] ?? '', /^10 due days/);
    });
  });

  it('of a heading with open tasks', () => {
    const text = `### Before launch - Deadline: [DATE]

- [ ] A
- [ ] B

## Print due:2028-xx-xx

- [ ] C
- [ ] D

## Post (Due: Jan 16, 2028) @sam

- [ ] E
`;
    assert.deepEqual(places(text), ['1: Deadline: [DATE]', '6: 2028-xx-xx', '11: Due: Jan 16, 2028']);
    assert.match(fixedBy(text, [rule]), /^## Post due:2028-01-16 @sam$/m);
  });

  it('of words on two lines, in a quote and behind letters of two units', () => {
    assert.deepEqual(places('> - [ ] 𝒜 print\n>   copies (Due: Jan 16)\n'), ['2: Due: Jan 16']);
    assert.deepEqual(places('- [ ] A 🎉\r\n      (Due: Jan 16)\r\n'), ['2: Due: Jan 16']);
  });
});

describe('days in words', () => {
  const MONTHS = [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ];
  const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
  const anyDay = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays('1990-01-01', n));
  /** The ways to write a day out of which it can be read. */
  function spellings(day: string): string[] {
    const [year = '', month = '', date = ''] = day.split('-');
    const [m, d] = [Number(month), Number(date)];
    const name = MONTHS[m - 1] ?? '';
    const weekday = WEEKDAYS[weekdayOf(day)] ?? '';
    return [
      day,
      `${year}/${m}/${d}`,
      `${d}.${m}.${year}`,
      `${name} ${d}, ${year}`,
      `${d} ${name} ${year}`,
      `${weekday}, ${name} ${d}, ${year}`,
      `${weekday.slice(0, 3)} ${d}-${name.slice(0, 3)}-${year}`,
      `${name.slice(0, 3).toUpperCase()}. ${d}th ${year}`,
    ];
  }

  it('read as the day that was written, however it was spelled', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        for (const text of spellings(day)) {
          const found = findWrittenDue(`A (Due: ${text}) B`, true);
          assert.equal(found?.due, day, text);
          assert.equal(found.end, `A (Due: ${text}`.length);
        }
      }),
    );
  });

  it('without a year are never any day, whatever the day of the week', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom('', ...WEEKDAYS.map((w) => `${w}, `)), (day, weekday) => {
        const text = `Due: ${weekday}${MONTHS[Number(day.slice(5, 7)) - 1] ?? ''} ${Number(day.slice(8))}`;
        const found = findWrittenDue(text, true);
        assert.equal(found?.end, text.length);
        assert.equal(found.due, undefined);
      }),
    );
  });

  it('are looked for in any text without an error, and lie in it', () => {
    const piece = fc.constantFrom(
      'due',
      'Due:',
      'by ',
      'deadline ',
      '(',
      ')',
      '[',
      ']',
      '**',
      '_',
      ' ',
      '\n',
      'Jan ',
      '16',
      '2028',
      '-',
      '/',
      'xx',
      '@a',
      '`',
      '<date>',
      'T',
      '.',
      ',',
      '…',
      '🎉',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const text = pieces.join('');
        const found = findWrittenDue(text, true);
        if (!found) return;
        assert.ok(found.start >= 0 && found.start < found.end && found.end <= text.length);
        assert.ok(found.replace.start <= found.start && found.replace.end >= found.end);
      }),
    );
  });

  it('count from day T', () => {
    const CASES: readonly (readonly [string, string | undefined])[] = [
      ['T-45', 'T-45d'],
      ['t + 2 weeks', 'T+2w'],
      ['T–10 business days', 'T-10bd'],
      ['3 days after T', 'T+3d'],
      ['T-2 months', undefined],
      ['T', 'T'],
      ['before T', undefined],
    ];
    for (const [text, due] of CASES) {
      const said = saidDay(text);
      assert.equal(said && certainDue(said), due);
    }
  });
});
