/** Texts as files have them: line ends, byte order marks, odd spaces, broken bytes, tabs, endless lines. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from '../../src/syntax/parse.ts';
import { unitAt } from '../../src/text/range.ts';
import { openFixture, outline } from '../fixture.ts';
import { tasksOf } from './show.ts';

const PLAYBOOK = `---
title: Fair
default-owner: pat
---
# Fair @maria

Owner: @sam

- [ ] Print
  copies @lee due:T <!-- playbook-disable-next-line -->
  - [x] Proof

> 1. [ ] Call

| Task | Owner |
| --- | --- |
| Post | @sam, Jane |

\`\`\`
- [ ] no
\`\`\`

- [] near
`;

/** Everything but offsets: the tree in which only lines and characters tell places. */
function tree(text: string): unknown {
  const { blocks, directives, problems, frontMatter } = parse(text);
  return { blocks, directives, problems, frontMatter };
}

describe('line ends', () => {
  it('CRLF and lone CR give the tree of LF', () => {
    assert.deepEqual(tree(PLAYBOOK.replaceAll('\n', '\r\n')), tree(PLAYBOOK));
    assert.deepEqual(tree(PLAYBOOK.replaceAll('\n', '\r')), tree(PLAYBOOK));
  });

  it('may be mixed', () => {
    let i = 0;
    const mixed = PLAYBOOK.replaceAll('\n', () => ['\n', '\r\n', '\r'][i++ % 3] ?? '\n');
    // LF behind a CR that stands alone would be one line end: there is none here, as no line begins with LF but blank ones.
    const joined = mixed.replaceAll('\r\n\n', '\r\n\r\n').replaceAll(/\r\n(?=\r\n)/g, '\r\n');
    assert.deepEqual(tree(joined.replaceAll(/\r\n|\r|\n/g, '\r\n')), tree(joined));
  });
});

describe('a byte order mark', () => {
  it('hides neither front matter nor the first line', () => {
    const view = openFixture(`\ufeff${PLAYBOOK}`).view();
    assert.equal(outline(view), outline(openFixture(PLAYBOOK).view()));
    assert.equal(view.roster.defaultOwner, 'pat');
    for (const first of [
      '- [ ] Print @maria',
      '1. [ ] Print @maria',
      '> - [ ] Print @maria',
      '   - [ ] Print @maria',
    ]) {
      assert.equal(outline(openFixture(`\ufeff${first}\n`).view()), '[ ] Print => maria via task', first);
    }
    assert.equal(parse('\ufeff# Fair\n').root.children.length, 1);
    assert.equal(parse('\ufeff| Task | Owner |\n| - | - |\n| x | @a |\n').blocks[0]?.kind, 'table');
    assert.equal(parse('\ufeffOwner: @a\n').root.ownerLines.length, 1);
  });

  it('counts in the columns of the first line', () => {
    const { lines, blocks } = parse('\ufeff- [ ] Print @maria\n');
    const [task] = blocks;
    assert.ok(task?.kind === 'task');
    assert.equal(lines.slice(task.range), '- [ ] Print @maria');
    assert.equal(task.range.start.character, 1);
    assert.equal(lines.slice(task.words.mentions[0]?.range ?? task.range), '@maria');

    const table = parse('\ufeff| Owner | @maria |\n| - | - |\n');
    const [block] = table.blocks;
    assert.ok(block?.kind === 'table' && block.keyValue);
    assert.equal(table.lines.slice(block.keyValue.value.range), '@maria');
  });

  it('elsewhere is a character like any other', () => {
    assert.equal(
      outline(openFixture('- [ ] Pri\ufeffnt @maria\ufeff').view()),
      '[ ] Pri nt => maria via task',
    );
  });
});

describe('odd characters', () => {
  const CASES: readonly (readonly [text: string, outline: string])[] = [
    ['- [ ] Print\u00a0copies\u00a0@maria', '[ ] Print copies => maria via task'],
    ['- [ ] Print @maria\u00a0', '[ ] Print => maria via task'],
    ['- [ ] \u00a0Print @maria', '[ ] Print => maria via task'],
    ['- [ ] Print\u2003@maria', '[ ] Print => maria via task'],
    ['- [ ] Caf\ufffd @maria', '[ ] Caf\ufffd => maria via task'],
    ['- [ ] \ufffd\ufffd', '[ ] \ufffd\ufffd => nobody'],
    ['- [ ] Nul \u0000 @maria', '[ ] Nul \ufffd => maria via task'],
    ['- [ ] 😀 @maria', '[ ] 😀 => maria via task'],
    ['- [ ] half \ud83d @maria', '[ ] half \ud83d => maria via task'],
    ['- [ ] line\u2028separator @maria', '[ ] line separator => maria via task'],
    ['-\t[ ]\tPrint\t@maria\t', '[ ] Print => maria via task'],
    ['- [ ] a\n\t- [ ] b @sam', '[ ] a => nobody\n  [ ] b => sam via task'],
    ['1.\t[ ] a\n\n\t- [ ] b @sam', '[ ] a => nobody\n  [ ] b => sam via task'],
    ['>\t- [ ] a @sam', '[ ] a => sam via task'],
  ];
  for (const [text, expected] of CASES) {
    it(JSON.stringify(text), () => {
      assert.equal(outline(openFixture(text).view()), expected);
    });
  }

  it('leave ranges true', () => {
    const { lines, blocks } = parse('# A \u0000 b @x\n>\t-\t[ ]\tPrint\u00a0😀 \u0000\tcall\t@maria\n');
    const [heading, task] = blocks;
    assert.ok(heading?.kind === 'heading' && task?.kind === 'task');
    assert.equal(lines.slice(heading.words.range), 'A \u0000 b @x');
    assert.equal(lines.slice(task.words.range), 'Print\u00a0😀 \u0000\tcall\t@maria');
    assert.equal(lines.slice(unitAt(task.box)), ' ');
  });
});

describe('a line of 73,806 characters', () => {
  const LENGTH = 73_806;
  const fill = (unit: string): string => unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH);
  const read = (long: string): void => {
    const text = `- [ ] a${long}\n\n# a${long}\n\nOwner: a${long}\n\n- [ ] b\n\n| Task | Owner |\n| - | - |\n| a${long} | @x |\n| y | b${long} |\n`;
    const view = openFixture(text).view();
    assert.equal(tasksOf(view.playbook).length, 2);
    assert.ok(view.tasks.length >= 3);
    for (const problem of view.playbook.problems)
      assert.ok(problem.range.end.line < view.playbook.lines.lineCount);
  };
  for (const unit of [
    'x',
    'word ',
    '@maria ',
    '@maria, ',
    'due:T ',
    '*',
    '**@a** ',
    '_',
    '`',
    '[',
    ']',
    '[a](b) ',
    '(',
    '<',
    '<!-- ',
    '<a ',
    '@',
    '@<',
    '#a ',
    ':',
    '"',
    'a,',
    '|',
    '| a ',
    '\\',
    'http://x.y/(',
    'due: ',
    '~',
    '- ',
    '> ',
    ' ',
    '\t',
    'and ',
    '@a/@b',
    'n/a ',
    '....',
    'é\u0301',
  ]) {
    it(`of ${JSON.stringify(unit)} is read as a task, heading, owner line and table cell`, () => {
      read(fill(unit));
    });
  }
  for (const [before, unit, after] of [
    [' due:', '.', 'x'],
    [' due: ', ')', 'x'],
    [' duee:', '.', 'x'],
    [' #a', '-', 'b'],
    [' http://x', ')', ''],
    [' http://x', ').', 'b'],
    [' ', ' ', 'b'],
    [' `` ', '`', ' ``'],
    [' @maria', '*', ' @sam'],
    [' @maria', '.', ''],
    [' @a', '_', ' b'],
    ['', '<!-- x -->', ''],
    ['', ' <br> ', 'b'],
    ['', '\\', ''],
    ['', '(', ') @maria'],
    ['', '\u00a0', ' [ ] b'],
  ] as const) {
    it(`of ${JSON.stringify(unit)} between ${JSON.stringify(before)} and ${JSON.stringify(after)} is read`, () => {
      read(before + fill(unit) + after);
    });
  }
});
