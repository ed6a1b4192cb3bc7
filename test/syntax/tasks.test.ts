import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from '../../src/syntax/parse.ts';
import type { Task } from '../../src/syntax/playbook.ts';
import { unitAt } from '../../src/text/range.ts';
import { boxes, tasksOf } from './show.ts';

/** Text, then the lines of its tasks, counted from zero; an `x` behind those done. */
const CASES: Readonly<Record<string, readonly (readonly [text: string, tasks: string])[]>> = {
  'every list marker': [
    ['- [ ] a', '0'],
    ['* [ ] a', '0'],
    ['+ [ ] a', '0'],
    ['1. [ ] a', '0'],
    ['1) [ ] a', '0'],
    ['12345. [ ] a', '0'],
    ['- [x] a\n* [X] b', '0x 1x'],
    ['-   [ ] a', '0'],
    ['-\t[ ] a', '0'],
    ['- [\t] a', '0'],
    ['- [ ]\ta', '0'],
    ['- [ ]   a', '0'],
    ['   - [ ] a', '0'],
    ['-\n  [ ] a', '1'],
    ['- [ ]\n  a', '0'],
  ],
  'any depth': [
    ['- [ ] a\n  - [x] b\n    1. [ ] c', '0 1x 2'],
    ['- a\n  - [ ] b', '1'],
    ['- - [ ] a', '0'],
    ['1. - * [x] a', '0x'],
    ['- [ ] a\n\n  text\n\n  - [ ] b', '0 4'],
    ['- [ ] a\n\n\n- [ ] b', '0 3'],
  ],
  'in block quotes': [
    ['> - [ ] a', '0'],
    ['> > - [ ] a\n> - [x] b', '0 1x'],
    ['- [ ] a\n  > - [ ] b', '0 1'],
    ['> [!NOTE]\n> - [ ] a', '1'],
    ['>- [ ] a', '0'],
  ],
  'in a heading’s or another block’s neighborhood': [
    ['# H\n- [ ] a\n## I\n- [ ] b', '1 3'],
    ['text\n- [ ] a', '1'],
    ['text\n1. [ ] a', '1'],
    // Only a list that starts with 1 may interrupt a paragraph (CommonMark 0.31.2 section 5.3).
    ['text\n2. [ ] a', ''],
    ['- [ ] # a', '0'],
    ['- # [ ] a', ''],
    ['***\n- [ ] a', '1'],
    ['| a |\n| - |\n- [ ] b', '2'],
  ],
  'not in code': [
    ['```\n- [ ] a\n```', ''],
    ['~~~ md\n- [ ] a\n~~~\n- [ ] b', '3'],
    ['```\n- [ ] a', ''],
    ['````\n```\n- [ ] a\n````\n- [ ] b', '4'],
    ['- [ ] a\n  ```\n  - [ ] b\n  ```\n- [ ] c', '0 4'],
    ['> ```\n> - [ ] a\n- [ ] b', '2'],
    ['    - [ ] a', ''],
    ['\t- [ ] a', ''],
    ['text\n\n    - [ ] a', ''],
    ['-     [ ] a', ''],
    ['`- [ ] a`', ''],
  ],
  'not in HTML': [
    ['<div>\n- [ ] a\n</div>', ''],
    ['<details>\n- [ ] a\n</details>', ''],
    ['<details>\n<summary>x</summary>\n\n- [ ] a\n\n</details>', '3'],
    ['<pre>\n\n- [ ] a\n\n</pre>\n- [ ] b', '5'],
    ['<script>\n\n- [ ] a\n', ''],
    ['<custom-tag>\n- [ ] a', ''],
  ],
  'not in comments': [
    ['<!--\n- [ ] a\n\n- [ ] b\n-->\n- [ ] c', '5'],
    ['<!-- - [ ] a -->', ''],
    ['<!--\n- [ ] a', ''],
    ['- [ ] a <!-- - [ ] b -->', '0'],
  ],
  'not in table cells': [
    ['| a | b |\n| - | - |\n| - [ ] x | [x] y |', ''],
    ['| - [ ] a | b |\n| - | - |\n| x | y |', ''],
    ['- [ ] a | b\n  - | -', '0'],
  ],
  'what is no box': [
    ['- [] a', ''],
    ['- [  ] a', ''],
    ['- [y] a', ''],
    ['- [ ]a', ''],
    ['- [x](url) a', ''],
    ['- \\[ ] a', ''],
    ['- [ ]', ''],
    ['- [x] ', ''],
    ['- a [ ] b', ''],
    ['[ ] a', ''],
    ['-[ ] a', ''],
    ['1.[ ] a', ''],
    ['- [\u00a0] a', ''],
    ['- \u00a0[ ] a', ''],
    ['- \u00a0 [ ] a', ''],
    ['- **[ ] a**', ''],
    ['1234567890. [ ] a', ''],
    ['- text\n\n  [ ] a', ''],
    ['- text\n  [ ] a', ''],
  ],
};

describe('tasks', () => {
  for (const [what, cases] of Object.entries(CASES)) {
    describe(what, () => {
      for (const [text, tasks] of cases) {
        it(text.replaceAll('\n', '⏎').replaceAll('\t', '→').replaceAll('\u00a0', '⍽'), () => {
          assert.equal(boxes(text), tasks);
        });
      }
    });
  }
});

describe('a task', () => {
  const task = (text: string, index = 0): { task: Task; slice: (r: Task['range']) => string } => {
    const playbook = parse(text);
    const found = tasksOf(playbook)[index];
    assert.ok(found);
    return { task: found, slice: (r) => playbook.lines.slice(r) };
  };

  it('reaches from its marker to its last child', () => {
    const { task: t, slice } = task('intro\n\n> 1. [ ] a\n>    - [ ] b\n>\n>    more\n\nend');
    assert.equal(slice(t.range), '1. [ ] a\n>    - [ ] b\n>\n>    more');
  });

  it('knows the one character of its box', () => {
    const { task: t, slice } = task('- - [X] a');
    assert.equal(slice(unitAt(t.box)), 'X');
    assert.equal(t.done, true);
  });

  it('has words from the first to the last, trailing tokens, tags and comments left out', () => {
    const { task: t, slice } = task('- [ ]  #a Print **500** copies @maria due:T #b <!-- c -->  ');
    assert.equal(slice(t.words.range), 'Print **500** copies @maria');
  });

  it('speaks over continuation lines, lazy ones too, but not over a second paragraph', () => {
    const { task: t, slice } = task('- [ ] Print\n  500\ncopies\n\n  in color');
    assert.equal(slice(t.words.range), 'Print\n  500\ncopies');
    assert.equal(t.words.text, 'Print 500 copies');
  });

  it('has its words on the next line when the box stands alone', () => {
    const { task: t, slice } = task('- [ ]\n  Print copies');
    assert.equal(slice(t.words.range), 'Print copies');
  });

  it('knows the nearest task it is nested in', () => {
    const playbook = parse('- [ ] a\n  - b\n    - [ ] c\n      1. [ ] d\n- [ ] e\n');
    const parents = tasksOf(playbook).map((t) => `${t.words.text}<${t.parent?.words.text ?? ''}`);
    assert.deepEqual(parents, ['a<', 'c<a', 'd<c', 'e<']);
  });

  it('in a quote within a task is its child', () => {
    const playbook = parse('- [ ] a\n  > - [ ] b\n');
    assert.equal(tasksOf(playbook)[1]?.parent, tasksOf(playbook)[0]);
  });
});

describe('the words of a task as a reader sees them', () => {
  const CASES: readonly (readonly [text: string, seen: string])[] = [
    ['Print **500** _copies_ ~~now~~', 'Print 500 copies now'],
    ['Print `code` and ``a ` b``', 'Print code and a ` b'],
    ['See [the docs](https://x.example/y "t") and [ref][1]', 'See the docs and ref'],
    ['See https://x.example/y', 'See https://x.example/y'],
    ['Print copies due:T id:x for:@sam #tag <!-- c -->', 'Print copies'],
    ['Print due:T copies', 'Print copies'],
    ['Print copies (due:T)', 'Print copies'],
    ['Print copies due:T, then post', 'Print copies, then post'],
    ['Print \\*copies\\* \\[x]', 'Print *copies* [x]'],
    ['Print snake_case_word and 2 * 3', 'Print snake_case_word and 2 * 3'],
    ['Print<br>copies<br/>now', 'Print copies now'],
    ['Print ~500 copies', 'Print ~500 copies'],
    ['~500 copies', '~500 copies'],
    ['Name: ____ and __init__', 'Name: ____ and init'],
    ['Print  two\t spaces', 'Print two spaces'],
    ['Print 5 < 6 > 4', 'Print 5 < 6 > 4'],
    ['Ask @lee about copies', 'Ask @lee about copies'],
    ['Print\u00a0copies', 'Print copies'],
    ['Print 😀 copies', 'Print 😀 copies'],
    ['Issue #12 and C# and a#b', 'Issue #12 and C# and a#b'],
  ];
  for (const [text, seen] of CASES) {
    it(text, () => {
      assert.equal(task(text), seen);
    });
  }
  function task(text: string): string {
    return tasksOf(parse(`- [ ] ${text}`))[0]?.words.text ?? '';
  }
});
