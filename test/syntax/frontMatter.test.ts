import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from '../fastCheck.ts';
import { findFrontMatter } from '../../src/syntax/frontMatter.ts';
import { LineIndex } from '../../src/text/lineIndex.ts';
import {
  checkProblems,
  checkRange,
  checkTree,
  fixAll,
  mutatedRoster,
  plain,
  told,
  yamlish,
} from './yamlFixture.ts';

/** What a text begins with: the front matter's keys, `body`, or `unclosed`, and what is said about it. */
function read(text: string) {
  const found = findFrontMatter(new LineIndex(text));
  if (!found) return { is: 'body', problems: [] };
  const problems = told(text, found.problems);
  if (found.endLine === 0) return { is: 'unclosed', problems };
  return { is: found.root?.entries.map((e) => e.key) ?? [], problems };
}

describe('front matter', () => {
  const cases: readonly [text: string, is: string[], problems?: string[]][] = [
    ['---\ntitle: x\n---\nbody', ['title']],
    ['---\ntitle: x\n---', ['title']],
    ['---\ntitle: x\n...\nbody', ['title']],
    ['---  \ntitle: x\n--- \nbody', ['title']],
    ['\ufeff---\r\ntitle: x\r\nowner: y\r\n---\r\nbody', ['title', 'owner']],
    ['---\n\n# a comment\n\ntitle: x\n---\n', ['title']],
    ['---\n{ "title": "x" }\n---\n', ['title']],
    // A fence stands at the start of its line.
    ['---\ntext: |\n  a\n  ---\n  b\n---\n', ['text']],
    ['---\nowner: @maria\n---\n', ['owner'], ['atSign: @maria']],
    ['---\ntitle: x\npeo\n---\n', ['title'], ['noColon: peo']],
    ['---\ntitle: [\n---\n', ['title'], ['unclosedBracket: [']],
    ['---\npeople:\n  maria: {\n  sam:\n---\n', ['people'], ['unclosedBracket: {']],
    ['---\nlist:\n- a\n- b: c: d\n---\n', ['list'], ['secondColon: c: d']],
    ['---\n"title": x" y: z\nowner: a\n---\n', ['title', 'owner'], ['secondColon: x" y: z']],
  ];
  for (const [text, is, problems = []] of cases) {
    it(JSON.stringify(text), () => {
      assert.deepEqual(read(text), { is, problems });
    });
  }

  it('ends after its closing fence and holds both fences', () => {
    const text = '---\ntitle: x\n---\nbody';
    const found = findFrontMatter(new LineIndex(text));
    assert.equal(found?.endLine, 3);
    assert.equal(new LineIndex(text).slice(found.range), '---\ntitle: x\n---');
  });
});

describe('body text', () => {
  const cases = [
    '',
    'text',
    '---',
    '---\n---\n',
    '---\n\n---\n',
    '---\n# Spring show\n---\n',
    '---\nProse between two thematic breaks.\n---\n',
    '---\n- a\n- list\n---\n',
    '---\n- [ ] Print copies @maria\n---\n',
    '---\nOwner: @maria\n\n# Booth\n\n- [ ] Print copies\n---\n',
    '---\nNote: this is prose.\nIt goes on here.\nAnd here.\n---\n',
    '---\nA note: it starts like a key.\n\nBut then come sentences, and\n\nmore of them with @y: prose.\n---\n',
    '----\ntitle: x\n----\n',
    ' ---\ntitle: x\n---\n',
    'text\n---\ntitle: x\n---\n',
    '\n---\ntitle: x\n---\n',
  ];
  for (const text of cases) {
    it(JSON.stringify(text), () => {
      assert.equal(findFrontMatter(new LineIndex(text)), undefined);
    });
  }
});

describe('front matter without its closing fence', () => {
  for (const [text, is] of [
    ['---\ntitle: Spring show\nowner: ma', 'unclosed'],
    ['---\ntitle: Spring show\n\n# Booth\n\n- [ ] Print\n', 'unclosed'],
    ['---\ntitle: Spring show\n\n# Booth\n\n- [ ] Print\n\n---\n\nmore text\n', 'unclosed'],
    ['---\npeople:\n  maria: {', 'unclosed'],
    ['---\ntags: [a]\nfoo: b\n\ntext', 'unclosed'],
    ['---\ntitle: x\now', 'unclosed'],
    // Nothing shows yet that front matter is meant.
    ['---\n', 'body'],
    ['---\ntit', 'body'],
    ['---\nNote: this is prose.\n\nMore of it.\n', 'body'],
    ['---\nOwner: @maria\n\n- [ ] Print\n', 'body'],
    ['---\nProse.\ntitle: x', 'body'],
  ] as const) {
    it(`${is}: ${JSON.stringify(text)}`, () => {
      const problems = is === 'unclosed' ? ['unclosedFence: ---'] : [];
      assert.deepEqual(read(text), { is, problems });
    });
  }

  it('is all body, with one problem on the opening fence', () => {
    const found = findFrontMatter(new LineIndex('\ufeff---\ntitle: x\n'));
    assert.deepEqual(found?.problems[0]?.range, {
      start: { line: 0, character: 1 },
      end: { line: 0, character: 4 },
    });
    assert.deepEqual([found.endLine, found.root], [0, undefined]);
  });

  it('goes from body to unclosed to front matter while it is typed', () => {
    const typed = '---\ntitle: Spring show\nowner: maria\npeople:\n  sam: { name: Sam Cole }\n---\n';
    const body = '\n\n# Booth\n\n- [ ] Print copies\n';
    const states: string[] = [];
    for (let end = 0; end <= typed.length; end++) {
      const { is } = read(typed.slice(0, end) + body);
      const state = typeof is === 'string' ? is : 'front matter';
      if (states.at(-1) !== state) states.push(state);
    }
    assert.deepEqual(states, ['body', 'unclosed', 'front matter']);
  });
});

describe('any text behind a fence', () => {
  const texts = fc
    .tuple(
      fc.constantFrom('---\n', '\ufeff---\r\n', '--- \r'),
      fc.oneof(yamlish, mutatedRoster),
      fc.constantFrom('\n---\nbody', '\n...\n', ''),
    )
    .map((parts) => parts.join(''));

  it('never throws, and all ranges lie in the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const lines = new LineIndex(text);
        const found = findFrontMatter(lines);
        if (!found) return;
        checkRange(lines, found.range);
        checkTree(lines, found.root);
        checkProblems(text, found.problems);
        assert.ok(found.endLine <= lines.lineCount);
        if (found.endLine > 0) assert.match(lines.line(found.endLine - 1), /^(?:---|\.\.\.)\s*$/);
        for (const { range } of found.problems) assert.ok(range.end.line < Math.max(1, found.endLine));
      }),
      { numRuns: 1000 },
    );
  });

  it('reads alike with LF and CRLF', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const lf = text.replace(/\r\n?/g, '\n');
        const outline = (t: string) => {
          const found = findFrontMatter(new LineIndex(t));
          return (
            found && {
              ...found,
              root: plain(found.root),
              problems: found.problems.map((p) => [p.message, p.range]),
            }
          );
        };
        assert.deepEqual(outline(lf.replaceAll('\n', '\r\n')), outline(lf));
      }),
      { numRuns: 500 },
    );
  });

  it('fixes come to an end', () => {
    const problemsOf = (text: string) => findFrontMatter(new LineIndex(text))?.problems ?? [];
    fc.assert(fc.property(texts, (text) => void fixAll(text, problemsOf)));
  });
});
