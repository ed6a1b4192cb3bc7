import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { splitRow } from '../../src/syntax/tableCells.ts';

/** Each cell with the column that it begins at, or where text would go. */
const cells = (row: string) => splitRow(row, 0, 0).map(({ text, character }) => `${character}:${text}`);

describe('the cells of a row', () => {
  it('stand between pipes, with or without one at either end', () => {
    for (const [row, expected] of [
      ['| a | b |', ['2:a', '6:b']],
      ['a | b', ['0:a', '4:b']],
      ['| a | b', ['2:a', '6:b']],
      ['a|b|', ['0:a', '2:b']],
    ] as const)
      assert.deepEqual(cells(row), expected, row);
  });

  it('may be empty between others, and are none where only pipes or nothing stand', () => {
    assert.deepEqual(cells('| a |  | b |'), ['2:a', '6:', '9:b']);
    assert.deepEqual(cells('|||'), ['1:', '2:']);
    assert.deepEqual(cells('|'), []);
    assert.deepEqual(cells(''), []);
  });

  it('hold escaped pipes, backslash and all', () => {
    assert.deepEqual(cells('| a \\| b | c |'), ['2:a \\| b', '11:c']);
  });

  it('count their columns from where the row begins, as in a quote', () => {
    assert.deepEqual(splitRow('| a |', 3, 2), [{ text: 'a', line: 3, character: 4 }]);
  });
});
