/** markdown-it stops at a nesting of 100; what lies behind must be read all the same, and what lies deeper be said. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from '../../src/syntax/parse.ts';
import { checkRanges } from './ranges.ts';
import { tasksOf } from './show.ts';

const nested = (depth: number, from = 0): string =>
  Array.from({ length: depth }, (_, i) => `${'  '.repeat(i)}- [ ] ${from + i}\n`).join('');

const read = (text: string): { tasks: string[]; problems: string[] } => {
  const playbook = parse(text);
  checkRanges(playbook);
  return {
    tasks: tasksOf(playbook).map((t) => t.words.text),
    problems: playbook.problems.map((p) => `${p.message} ${p.range.start.line}`),
  };
};

const upTo = (n: number): string[] => Array.from({ length: n }, (_, i) => String(i));

describe('a list', () => {
  it('of 48 levels is read whole', () => {
    assert.deepEqual(read(nested(48)), { tasks: upTo(48), problems: [] });
  });

  it('of more levels has one problem, at the first line that is not read', () => {
    const { tasks, problems } = read(nested(60));
    assert.deepEqual(tasks, upTo(tasks.length));
    assert.ok(tasks.length >= 48);
    assert.deepEqual(problems, [`tooDeep ${tasks.length}`]);
  });

  it('that is too deep hides nothing behind it', () => {
    const { tasks, problems } = read(`${nested(60)}- [ ] next\n\ntext\n\n# H\n\n- [ ] last\n`);
    assert.deepEqual(tasks.slice(-2), ['next', 'last']);
    assert.equal(problems.length, 1);
  });

  it('that is too deep twice has two problems', () => {
    const { tasks, problems } = read(`${nested(60)}\ntext\n\n${nested(60, 100)}\n# H\n- [ ] last\n`);
    assert.ok(tasks.includes('100') && tasks.includes('148'));
    assert.equal(tasks.at(-1), 'last');
    assert.equal(problems.length, 2);
  });

  it('that is too deep again and again ends the reading of its section, and says so', () => {
    const deep = `${'- '.repeat(60)}[ ] y\n* x\n`;
    for (const times of [20, 2_000]) {
      const { tasks, problems } = read(`- [ ] first\n\n${deep.repeat(times)}\n# H\n\n- [ ] last\n`);
      assert.deepEqual(tasks, ['first', 'last']);
      assert.equal(problems.filter((p) => p.startsWith('tooDeepAgain')).length, 1);
      assert.ok(problems.length < 20);
    }
  });

  it('of ten thousand levels on one line is read quickly and the rest with it', () => {
    for (const mark of ['- ', '> ', '1. ', '+ > ']) {
      const { tasks, problems } = read(
        `- [ ] first\n\n${mark.repeat(10_000)}[ ] deep\n\n# H\n\n- [ ] last\n`,
      );
      assert.deepEqual(tasks, ['first', 'last'], mark);
      assert.equal(problems.length, 1, mark);
    }
  });

  it('of hundreds of levels over many lines is read', () => {
    const { tasks } = read(`${nested(700)}\n# H\n- [ ] last\n`);
    assert.equal(tasks[0], '0');
    assert.equal(tasks.at(-1), 'last');
  });
});
