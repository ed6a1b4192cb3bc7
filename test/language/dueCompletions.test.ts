import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Completion } from '../../src/language/completion.ts';
import { completions } from '../../src/language/completions.ts';
import { judge } from '../../src/rules/judge.ts';
import { applyEdits } from '../../src/text/textEdit.ts';
import { openFixture, readFixture } from '../fixture.ts';

// A Wednesday.
const TODAY = '2027-01-13';
const WITH_T = '---\nt-day: 2028-05-16\n---\n\n';

function offered(marked: string, today = TODAY): Completion[] {
  const [caret] = readFixture(marked).carets;
  assert.ok(caret);
  return [...completions(openFixture(marked).view(), caret.position, { today })].sort(
    (a, b) => a.rank - b.rank,
  );
}

/** `LABEL > INSERTED (DAY)`. */
function shown({ label, insertText, detail }: Completion): string {
  const day = typeof detail === 'object' && 'day' in detail ? ` (${detail.day})` : '';
  return `${label} > ${insertText}${day}`;
}

/** What VS Code keeps: a text whose letters follow each other so in the filter. */
function passes(typed: string, filter: string): boolean {
  let at = 0;
  for (const char of filter.toLowerCase()) if (char === typed.toLowerCase()[at]) at++;
  return at === typed.length;
}

const of = (marked: string, today?: string) => offered(marked, today).map(shown);

describe('behind due: completion', () => {
  const WORDS = [
    'today > 2027-01-13 (2027-01-13)',
    'tomorrow > 2027-01-14 (2027-01-14)',
    'friday > 2027-01-15 (2027-01-15)',
    'in 2 weeks > 2027-01-27 (2027-01-27)',
    'end of month > 2027-01-31 (2027-01-31)',
  ];

  it('shows the day that each distance from day T means', () => {
    assert.deepEqual(of(`${WITH_T}- [ ] Print due:<|>`), [
      'T > T (2028-05-16)',
      'T-1d > T-1d (2028-05-15)',
      'T-1w > T-1w (2028-05-09)',
      'T-2w > T-2w (2028-05-02)',
      'T-10bd > T-10bd (2028-05-02)',
      'T+1w > T+1w (2028-05-23)',
      ...WORDS,
    ]);
  });

  it('shows business days, too, which weekends part from days', () => {
    const monday = '---\nt-day: 2028-05-15\n---\n\n- [ ] Print due:T - 1 business day<|>';
    assert.equal(of(monday)[0], 'T - 1 business day > T-1bd (2028-05-12)');
  });

  it('is the day that the task then has', () => {
    for (const typed of ['', 'T-3w', 'T-4bd', 'fri', 'end of next', 'jan 16', 't - 6 weeks']) {
      const marked = `${WITH_T}- [ ] Print due:${typed}<|>`;
      const text = marked.replace('<|>', '');
      for (const { range, insertText, detail, label } of offered(marked)) {
        const after = openFixture(applyEdits(text, [{ range, newText: insertText }])).view();
        assert.ok(typeof detail === 'object' && 'day' in detail, `${label} behind ${typed}`);
        assert.equal(after.tasks[0]?.due, detail.day, label);
        assert.deepEqual(
          judge(after, { today: TODAY, facts: () => assert.fail() }).filter((p) => /^due/.test(p.rule.id)),
          [],
        );
      }
    }
  });

  it('offers days in words where there is no day T, which no distance could count from', () => {
    assert.deepEqual(of('- [ ] Print due:<|>'), WORDS);
    assert.deepEqual(of('- [ ] Print due:T-2w<|>'), WORDS);
  });

  it('offers distances alone in a template, whose days are still to come', () => {
    assert.deepEqual(of('---\ntemplate: true\n---\n\n- [ ] Print due:<|>'), [
      ...['T > T', 'T-1d > T-1d', 'T-1w > T-1w', 'T-2w > T-2w', 'T-10bd > T-10bd', 'T+1w > T+1w'],
    ]);
  });

  const TYPED: readonly (readonly [typed: string, day: string])[] = [
    ['fri', '2027-01-15'],
    ['tom', '2027-01-14'],
    ['tomorrow', '2027-01-14'],
    ['mon', '2027-01-18'],
    ['wed', '2027-01-20'],
    ['next fri', '2027-01-22'],
    ['in 2', '2027-01-27'],
    ['in 3 weeks', '2027-02-03'],
    ['10 days', '2027-01-23'],
    ['3d', '2027-01-16'],
    ['end of', '2027-01-31'],
    ['eom', '2027-01-31'],
    ['jan 16', '2027-01-16'],
    ['Fri, Jan 16', '2027-01-16'],
    ['16.1.', '2027-01-16'],
    ['16 January 2028', '2028-01-16'],
    ['2027-1-6', '2027-01-06'],
  ];
  for (const [typed, day] of TYPED) {
    it(`makes "${typed}" the day it means`, () => {
      const marked = `- [ ] Print due:${typed}<|>`;
      const kept = offered(marked).filter((c) => passes(typed, c.filterText));
      const [first] = kept;
      assert.ok(first, 'nothing is left');
      const text = marked.replace('<|>', '');
      const after = applyEdits(text, [{ range: first.range, newText: first.insertText }]);
      assert.equal(after, `- [ ] Print due:${day}`);
      // Each day once, whatever words it has.
      assert.equal(new Set(kept.map((c) => c.label)).size, kept.length);
    });
  }

  it('has both days of 3/4, and one entry for what is on offer anyway', () => {
    assert.deepEqual(of('- [ ] Print due:3/4<|>').slice(0, 2), [
      '3/4 > 2027-03-04 (2027-03-04)',
      '3/4 > 2027-04-03 (2027-04-03)',
    ]);
    assert.deepEqual(of('- [ ] Print due:fri<|>').sort(), [...WORDS].sort());
  });

  it('goes on in quotes, behind a space, and leaves the rest of the line alone', () => {
    const [first] = offered('- [ ] Print due:"next fri<|>" @sam');
    assert.ok(first);
    assert.equal(first.range.start.character, '- [ ] Print due:"'.length);
    assert.equal(first.insertText, '2027-01-22');
    assert.deepEqual(of('- [ ] Print due: fri<|>').slice(0, 1), ['fri > 2027-01-15 (2027-01-15)']);
  });

  it('is not for what stands behind a day, or is no day', () => {
    for (const marked of [
      '- [ ] Print due:2027-01-15 <|>',
      '- [ ] Print due:T fri<|>',
      '- [ ] Print due:fri for all who come <|>',
      '- [ ] Print overdue:<|>',
      '- [ ] Print due:fri for:<|>',
    ])
      assert.ok(
        offered(marked).every((c) => c.kind !== 'day'),
        marked,
      );
    assert.ok(of('- [ ] Print due:2027-01-15 g<|>').includes('goal: > goal:'));
    // Enter behind a day that is written out is a new line.
    const written = offered('- [ ] Print due:2027-01-20<|>');
    assert.deepEqual(
      written.filter((c) => passes('2027-01-20', c.filterText)),
      [],
    );
  });

  it('says of a day of the week that it is one only once', () => {
    const names = offered('- [ ] Print due:<|>').map(({ label, detail }) => [
      label,
      typeof detail === 'object' && 'day' in detail && detail.namesWeekday,
    ]);
    assert.deepEqual(
      names.filter(([, named]) => named),
      [['friday', true]],
    );
  });
});
