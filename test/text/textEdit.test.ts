import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from '../fastCheck.ts';
import { LineIndex } from '../../src/text/lineIndex.ts';
import { lineRange } from '../../src/text/range.ts';
import { applyEdits, textEdit } from '../../src/text/textEdit.ts';

describe('applyEdits', () => {
  it('replaces, inserts and deletes by the places of the text before', () => {
    const edits = [
      textEdit(lineRange(1, 0, 1), 'C'),
      textEdit(lineRange(0, 2, 2), '!'),
      textEdit(lineRange(0, 0, 1), ''),
    ];
    assert.equal(applyEdits('ab\r\ncd', edits), 'b!\r\nCd');
  });

  it('inserts at one place in the order given', () => {
    assert.equal(
      applyEdits('ab', [textEdit(lineRange(0, 1, 1), '1'), textEdit(lineRange(0, 1, 1), '2')]),
      'a12b',
    );
  });

  it('may touch but not overlap', () => {
    assert.equal(
      applyEdits('abc', [textEdit(lineRange(0, 0, 1), 'x'), textEdit(lineRange(0, 1, 2), 'y')]),
      'xyc',
    );
    assert.throws(
      () => applyEdits('abc', [textEdit(lineRange(0, 0, 2), 'x'), textEdit(lineRange(0, 1, 3), 'y')]),
      RangeError,
    );
  });

  it('joins lines when a range holds their end', () => {
    const r = { start: { line: 0, character: 1 }, end: { line: 1, character: 0 } };
    assert.equal(applyEdits('a\r\nb', [textEdit(r, '-')]), 'a-b');
  });

  it('leaves everything else as it was', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '😀', '\n', '\r\n'), maxLength: 20 }),
        fc.nat(30),
        fc.nat(30),
        fc.string(),
        (text, a, b, insert) => {
          const index = new LineIndex(text);
          const [from, to] = [a, b].map((n) => index.offsetAt(index.positionAt(n))).sort((x, y) => x - y);
          const edited = applyEdits(text, [textEdit(index.rangeAt(from ?? 0, to ?? 0), insert)]);
          assert.equal(edited, text.slice(0, from) + insert + text.slice(to));
        },
      ),
    );
  });
});
