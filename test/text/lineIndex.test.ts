import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from '../fastCheck.ts';
import { LineIndex } from '../../src/text/lineIndex.ts';
import { comparePositions } from '../../src/text/position.ts';

const lines = (text: string): string[] => {
  const index = new LineIndex(text);
  return Array.from({ length: index.lineCount }, (_, i) => index.line(i));
};

const anyText = fc.string({
  unit: fc.constantFrom('a', 'é', '😀', '\n', '\r', '\r\n', '\u2028', '\ufeff'),
  maxLength: 30,
});

describe('LineIndex', () => {
  const CASES: readonly (readonly [text: string, lines: readonly string[]])[] = [
    ['', ['']],
    ['a', ['a']],
    ['a\n', ['a', '']],
    ['a\nb', ['a', 'b']],
    ['a\r\nb', ['a', 'b']],
    ['a\rb', ['a', 'b']],
    ['a\n\nb', ['a', '', 'b']],
    ['a\r\n\r\nb', ['a', '', 'b']],
    ['a\r\rb', ['a', '', 'b']],
    ['a\n\rb', ['a', '', 'b']],
    ['a\r', ['a', '']],
    ['\r\n', ['', '']],
    ['a\u2028b\u000bc\u0085d', ['a\u2028b\u000bc\u0085d']],
  ];
  for (const [text, expected] of CASES) {
    it(`parts ${JSON.stringify(text)}`, () => {
      assert.deepEqual(lines(text), expected);
    });
  }

  it('parts as a regular expression does', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        assert.deepEqual(lines(text), text.split(/\r\n|\r|\n/));
      }),
    );
  });

  it('finds the way from offset to position and back, line ends aside', () => {
    fc.assert(
      fc.property(anyText, fc.nat(40), (text, n) => {
        const index = new LineIndex(text);
        const offset = Math.min(n, text.length);
        const at = index.positionAt(offset);
        assert.ok((index.starts[at.line] ?? Infinity) <= offset);
        assert.ok(offset < (index.starts[at.line + 1] ?? Infinity));
        const isInLineEnd = offset > index.endOf(at.line);
        assert.equal(index.offsetAt(at), isInLineEnd ? index.endOf(at.line) : offset);
      }),
    );
  });

  it('keeps the order of offsets', () => {
    fc.assert(
      fc.property(anyText, fc.nat(40), fc.nat(40), (text, a, b) => {
        const index = new LineIndex(text);
        const [low, high] = a < b ? [a, b] : [b, a];
        assert.ok(comparePositions(index.positionAt(low), index.positionAt(high)) <= 0);
      }),
    );
  });

  it('clamps what lies outside', () => {
    const index = new LineIndex('ab\r\ncd');
    assert.equal(index.offsetAt({ line: 0, character: 99 }), 2);
    assert.equal(index.offsetAt({ line: 9, character: 0 }), 6);
    assert.equal(index.offsetAt({ line: -1, character: 3 }), 0);
    assert.equal(index.offsetAt({ line: 1, character: -1 }), 4);
    assert.deepEqual(index.positionAt(-5), { line: 0, character: 0 });
    assert.deepEqual(index.positionAt(99), { line: 1, character: 2 });
    assert.equal(index.line(9), '');
  });

  it('slices ranges, over lines too', () => {
    const index = new LineIndex('ab\r\ncd\nef');
    assert.equal(
      index.slice({ start: { line: 0, character: 1 }, end: { line: 2, character: 1 } }),
      'b\r\ncd\ne',
    );
    assert.deepEqual(index.rangeAt(1, 5), {
      start: { line: 0, character: 1 },
      end: { line: 1, character: 1 },
    });
  });
});
