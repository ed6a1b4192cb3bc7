import assert from 'node:assert/strict';
import test from 'node:test';
import { personFromText } from '../../src/workspace/handleFromName.ts';

test('handles come from names, and nobody gets one that is taken', () => {
  const handle = (text: string, ...taken: string[]) => personFromText(text, (h) => taken.includes(h));
  assert.deepEqual(handle('Jane Smith'), { handle: 'jane', name: 'Jane Smith' });
  assert.deepEqual(handle('  Inês  de Sá ', 'ines'), { handle: 'ines.sa', name: 'Inês de Sá' });
  assert.deepEqual(handle('Jane Smith', 'jane', 'jane.smith'), { handle: 'jane.smith2', name: 'Jane Smith' });
  assert.deepEqual(handle('jane'), { handle: 'jane', name: 'Jane' });
  assert.deepEqual(handle('@jane.smith'), { handle: 'jane.smith', name: 'Jane Smith' });
  assert.deepEqual(handle('Søren Łuk'), { handle: 'soren', name: 'Søren Łuk' });
  assert.deepEqual(handle('李雷'), { handle: 'person', name: '李雷' });
  assert.deepEqual(handle('Owner'), { handle: 'owner2', name: 'Owner' });
  assert.equal(handle('@'), undefined);
});
