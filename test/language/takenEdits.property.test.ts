import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from '../fastCheck.ts';
import { TakenEdits } from '../../src/language/takenEdits.ts';
import { compareRanges } from '../../src/text/range.ts';
import { textEdit, type TextEdit } from '../../src/text/textEdit.ts';

const edit = fc
  .tuple(fc.nat(3000), fc.nat(3))
  .map(([from, length]): TextEdit =>
    textEdit({ start: { line: 0, character: from }, end: { line: 0, character: from + length } }, ''),
  );

/** Two that merely touch do not overlap, unless both insert in one place. */
function overlap(a: TextEdit, b: TextEdit): boolean {
  const [from, to, otherFrom, otherTo] = [a, b].flatMap(({ range }) => [
    range.start.character,
    range.end.character,
  ]) as [number, number, number, number];
  return (from === otherFrom && to === otherTo) || (from < otherTo && otherFrom < to);
}

describe('edits that were taken', () => {
  it('are told from others as if each were looked at, and stay in order', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 0, maxLength: 1500, size: 'max' }), (edits) => {
        const taken = new TakenEdits();
        const plain: TextEdit[] = [];
        for (const e of edits) {
          const isOver = plain.some((t) => overlap(t, e));
          assert.equal(taken.overlaps(e), isOver);
          if (isOver) continue;
          taken.add([e]);
          plain.push(e);
        }
        assert.deepEqual(
          taken.inOrder(),
          plain.toSorted((a, b) => compareRanges(a.range, b.range)),
        );
      }),
      { numRuns: 30 },
    );
  });
});
