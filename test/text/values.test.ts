import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatMessage, message } from '../../src/text/message.ts';
import { comparePositions, position } from '../../src/text/position.ts';
import {
  compareRanges,
  lineRange,
  range,
  rangeContains,
  rangesOverlap,
  shiftRange,
} from '../../src/text/range.ts';
import { trimEndOf } from '../../src/text/trimEnd.ts';

describe('positions', () => {
  it('stand in the order of lines, then characters', () => {
    assert.ok(comparePositions(position(1, 9), position(2, 0)) < 0);
    assert.ok(comparePositions(position(1, 2), position(1, 1)) > 0);
    assert.equal(comparePositions(position(1, 2), position(1, 2)), 0);
  });
});

describe('ranges', () => {
  const r = range(position(1, 2), position(3, 4));

  it('contain both their ends, as a caret behind a word is still on it', () => {
    assert.ok(rangeContains(r, position(1, 2)));
    assert.ok(rangeContains(r, position(3, 4)));
    assert.ok(rangeContains(r, position(2, 99)));
    assert.ok(!rangeContains(r, position(1, 1)));
    assert.ok(!rangeContains(r, position(3, 5)));
  });

  it('overlap when they share a place, be it an end', () => {
    assert.ok(rangesOverlap(r, lineRange(3, 4, 9)));
    assert.ok(rangesOverlap(lineRange(1, 0, 2), r));
    assert.ok(!rangesOverlap(r, lineRange(3, 5, 9)));
    assert.ok(!rangesOverlap(lineRange(1, 0, 1), r));
  });

  it('stand in the order of their starts, then ends', () => {
    assert.ok(compareRanges(lineRange(0, 1, 2), lineRange(0, 1, 3)) < 0);
    assert.ok(compareRanges(lineRange(0, 2, 2), lineRange(0, 1, 3)) > 0);
    assert.equal(compareRanges(r, range(position(1, 2), position(3, 4))), 0);
  });

  it('shift by lines', () => {
    assert.deepEqual(shiftRange(r, 5), range(position(6, 2), position(8, 4)));
  });
});

describe('messages', () => {
  it('are filled with their arguments', () => {
    assert.equal(formatMessage(message('{count} of "{name}"', { count: 3, name: 'Booth' })), '3 of "Booth"');
    assert.equal(formatMessage(message('{a} {a}', { a: 'x' })), 'x x');
  });
  it('leave alone what they have no argument for', () => {
    assert.equal(formatMessage(message('{count} {name} {toString}', { count: 0 })), '0 {name} {toString}');
    assert.equal(formatMessage(message('plain {} { x }')), 'plain {} { x }');
  });
  it('do not fill what an argument brings along', () => {
    assert.equal(formatMessage(message('{a} {b}', { a: '{b}', b: '$&' })), '{b} $&');
  });
});

describe('trimEndOf', () => {
  it('takes away the given characters at the end alone', () => {
    assert.equal(trimEndOf('a.b.,.', '.,'), 'a.b');
    assert.equal(trimEndOf('a', '.'), 'a');
    assert.equal(trimEndOf('...', '.'), '');
    assert.equal(trimEndOf('', '.'), '');
  });
});
