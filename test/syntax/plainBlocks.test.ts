import assert from 'node:assert/strict';
import test from 'node:test';
import fc from '../fastCheck.ts';
import type { BlockToken } from '../../src/syntax/blockToken.ts';
import { markdownTokens } from '../../src/syntax/markdown.ts';
import { plainTokens } from '../../src/syntax/plainBlocks.ts';

const USED = new Set([
  ...['heading_open', 'inline', 'paragraph_open', 'list_item_open', 'list_item_close'],
  ...['bullet_list_open', 'bullet_list_close', 'ordered_list_open', 'ordered_list_close'],
]);

/** What `body.ts` looks at, as text: type, tag, level, lines, content. The blank lines at an item's end do not count. */
function essence(text: string, tokens: readonly BlockToken[]): string {
  const lines = text.split('\n');
  const used = tokens.filter((t) => USED.has(t.type));
  return used
    .map((t) => {
      if (t.type.endsWith('_close')) return t.type;
      const [from, to] = t.map ?? [0, 0];
      let last = to - 1;
      while (last > from && (lines[last] ?? '').trim() === '') last--;
      const marks = t.type === 'heading_open' ? t.markup : '';
      const content = t.content.split('\n').map((l) => l.trim());
      return [t.type, t.tag, t.level, from, last, marks, ...content].join('|');
    })
    .join('\n');
}

function agrees(text: string): boolean {
  const plain = plainTokens(text);
  if (!plain) return false;
  assert.equal(essence(text, plain), essence(text, markdownTokens(text)), JSON.stringify(text));
  return true;
}

test('a plain playbook is read without a full parse', () => {
  const text =
    '# Fair ##\n\nSome prose,\nand more.\n\n## Booth @sam\n- [ ] Hire\n  - [x] Child\n    - @maria calls\n  - [ ] Child\n- [ ] Print\n\n  - [ ] Late child\n\n#\n';
  assert.ok(agrees(text));
});

test('whatever is not plain is left to the real parser', () => {
  const cases = [
    '- [ ] a\nlazy',
    '1. [ ] a',
    '> a',
    '```\n# a',
    '| a |',
    'a\n---',
    'a\n===',
    '    code',
    '- [ ] a\n   - b',
  ];
  for (const text of [...cases, '<b>', '[a]: b', '* * *', '- - [ ] a', '- # a', '\t- a', 'a\r\nb']) {
    assert.equal(plainTokens(text), undefined, JSON.stringify(text));
  }
});

test('property: equal to markdown-it wherever it answers', () => {
  const indent = fc.constantFrom('', '', '', '  ', '    ', ' ', '      ');
  const start = fc.constantFrom(
    '',
    '- ',
    '* ',
    '+ ',
    '- [ ] ',
    '* [x] ',
    '# ',
    '## ',
    '#',
    '-',
    '-  ',
    '- []',
    '1. ',
  );
  const words = fc.constantFrom(
    ...[
      'Print',
      'a b',
      '@sam',
      '**bold**',
      '*',
      '***',
      '---',
      '- - -',
      '===',
      '| a | b |',
      '--|--',
      '#',
      '# #',
      'x ##',
    ],
    ...[
      '```',
      '<div>',
      '<!--',
      '[x]: y',
      '[ ] x',
      '',
      ' ',
      'é',
      '\u00a0',
      '\u00a0x',
      '2. x',
      '> q',
      'end  ',
      '\\',
    ],
  );
  const line = fc.tuple(indent, start, words).map((p) => p.join(''));
  const blank = fc.constantFrom('', '', '  ');
  const document = fc.array(fc.oneof({ weight: 3, arbitrary: line }, blank), { maxLength: 9 });
  let answered = 0;
  fc.assert(
    fc.property(document, fc.constantFrom('', '\n'), (lines, end) => {
      if (agrees(lines.join('\n') + end)) answered++;
    }),
    { numRuns: 20_000 },
  );
  const tame = fc.tuple(
    fc.constantFrom('', '  ', '    '),
    fc.constantFrom('- [ ] ', '- ', '* [x] ', '## ', ''),
    fc.constantFrom('Print', '@sam', '**b** c', 'a - b', 'a | b', 'x #', ''),
  );
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          tame.map((p) => p.join('')),
          blank,
        ),
        { maxLength: 12 },
      ),
      (lines) => {
        if (agrees(lines.join('\n'))) answered++;
      },
    ),
    { numRuns: 20_000 },
  );
  assert.ok(answered > 5_000, `only ${answered} documents were plain: the property says little`);
});
