import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from '../fastCheck.ts';
import { SpanTree, type Span } from '../../src/rules/spanTree.ts';

const spans = fc.array(
  fc
    .tuple(fc.nat(20), fc.oneof(fc.nat(20), fc.constant(Infinity)))
    .map(([from, length]): Span => ({ from, to: from + length, isUsed: false })),
  { maxLength: 20 },
);
const questions = fc.array(fc.tuple(fc.nat(45), fc.boolean()), { maxLength: 20 });

describe('a tree of spans', () => {
  it('answers as if it looked at each of them', () => {
    fc.assert(
      fc.property(spans, questions, (all, asked) => {
        const plain = all.map((s) => ({ ...s }));
        const tree = new SpanTree(all);
        for (const [line, uses] of asked) {
          const over = plain.filter((s) => s.from <= line && line <= s.to);
          if (uses) {
            tree.use(line);
            for (const span of over) span.isUsed = true;
          }
          assert.equal(tree.covers(line, false), over.length > 0);
          assert.equal(
            tree.covers(line, true),
            over.some((s) => s.isUsed),
          );
        }
        assert.deepEqual(all, plain);
      }),
    );
  });
});
