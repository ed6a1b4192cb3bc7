import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from '../../src/syntax/parse.ts';
import type { Section } from '../../src/syntax/playbook.ts';

/** `title 3-7 [items] owner lines`, sub-sections indented. */
function show(section: Section, depth = 0): string {
  const title = section.heading?.words.text ?? '(document)';
  const items = section.items.map((i) => (i.kind === 'task' ? i.words.text : i.rowKind));
  const facts = [`${title} ${section.startLine}-${section.endLine}`];
  if (items.length > 0) facts.push(`[${items.join(', ')}]`);
  if (section.ownerLines.length > 0) {
    const lines = section.ownerLines.map((l) => (l.kind === 'table' ? l.keyValue : l)?.value.text);
    facts.push(`<${lines.join(', ')}>`);
  }
  return [`${'  '.repeat(depth)}${facts.join(' ')}`, ...section.children.map((c) => show(c, depth + 1))].join(
    '\n',
  );
}

function check(lines: readonly string[], expected: readonly string[]): void {
  assert.equal(show(parse(lines.join('\n')).root), expected.join('\n'));
}

describe('sections', () => {
  it('nest by their headings’ levels', () => {
    check(
      ['intro', '# A', '## B', '- [ ] b', '### C', '- [ ] c', '## D', '# E', '- [ ] e'],
      ['(document) 0-9', '  A 1-7', '    B 2-6 [b]', '      C 4-6 [c]', '    D 6-7', '  E 7-9 [e]'],
    );
  });

  it('may skip levels and begin deep', () => {
    check(
      ['#### A', '- [ ] a', '## B', '###### C', '### D', ''],
      ['(document) 0-6', '  A 0-2 [a]', '  B 2-6', '    C 3-4', '    D 4-6'],
    );
  });

  it('may have the same title twice', () => {
    check(['# A', '- [ ] a', '# A', '- [ ] b'], ['(document) 0-4', '  A 0-2 [a]', '  A 2-4 [b]']);
  });

  it('begin at setext headings too', () => {
    check(
      ['A', 'b', '===', '- [ ] a', '', 'C', '---', '- [ ] c'],
      ['(document) 0-8', '  A b 0-8 [a]', '    C 5-8 [c]'],
    );
  });

  it('do not begin in lists, quotes, code or HTML', () => {
    check(
      [
        '# A',
        '- # no',
        '> # no',
        '',
        '```',
        '# no',
        '```',
        '<div>',
        '# no',
        '</div>',
        '',
        '    # no',
        '- [ ] a',
      ],
      ['(document) 0-13', '  A 0-13 [a]'],
    );
  });

  it('are what CommonMark calls a heading', () => {
    check(
      ['#no', '####### no', '   # A', '##', '# ', '\\# no', '## B ##', '## C#'],
      ['(document) 0-8', '  A 2-4', '     3-4', '   4-8', '    B 6-7', '    C# 7-8'],
    );
  });

  it('have owner lines only between the heading and the first task', () => {
    check(
      [
        '# A',
        'Owner: @a',
        'DRI: @b',
        '',
        '- [ ] a',
        '',
        'Owner: @no',
        '',
        '# B',
        '| Owner | @b |',
        '| - | - |',
        '',
      ],
      ['(document) 0-12', '  A 0-8 [a] <@a, @b>', '  B 8-12 [area] <@b>'],
    );
  });

  it('have those of the document before the first heading', () => {
    check(['Owner: @a', '# A', '- [ ] a'], ['(document) 0-3 <@a>', '  A 1-3 [a]']);
  });

  it('have a heading’s words without its marks', () => {
    const playbook = parse('##   Booth **now** @sam due:T  ## \n');
    const heading = playbook.blocks[0];
    assert.ok(heading?.kind === 'heading');
    assert.equal(heading.level, 2);
    assert.equal(heading.words.text, 'Booth now @sam');
    assert.equal(playbook.lines.slice(heading.words.range), 'Booth **now** @sam');
  });
});
