import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Progress } from '../../src/cli/progress.ts';

/** A terminal's line and its clock. */
function makeLine() {
  const line = { time: 0, written: [] as string[] };
  const progress = new Progress({ now: () => line.time, write: (text) => line.written.push(text) });
  return { line, progress };
}

void test('nothing is said of short work, and nothing erased', () => {
  const { line, progress } = makeLine();
  for (line.time = 0; line.time < 2000; line.time += 100) progress.step(() => 'Reading');
  progress.clear();
  assert.deepEqual(line.written, []);
});

void test('after two seconds the line says how far it is, now and then, until it is erased', () => {
  const { line, progress } = makeLine();
  for (line.time = 1990; line.time < 2200; line.time += 10) progress.step(() => `Reading ${line.time}`);
  progress.clear();
  progress.clear();
  assert.deepEqual(line.written, ['\rReading 2000\u001b[K', '\rReading 2100\u001b[K', '\r\u001b[K']);
});

void test('where there is no terminal the text is not even made', () => {
  const progress = new Progress();
  progress.step(() => assert.fail());
  progress.clear();
});
