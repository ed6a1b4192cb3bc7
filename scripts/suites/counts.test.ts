import assert from 'node:assert';
import { test } from 'node:test';
import { closingLine, readReport } from '../lib/counts.ts';
import { readNodeTestSummary } from './nodeTest.ts';

const summary = (pass: number, fail: number): string =>
  [`tests ${pass + fail}`, 'suites 1', `pass ${pass}`, `fail ${fail}`, 'cancelled 1', 'skipped 2', 'todo 0']
    .map((line) => `ℹ ${line}\n`)
    .join('');

void test('the closing line names skipped tests only where there are any', () => {
  assert.strictEqual(closingLine({ passed: 3, failed: 0, skipped: 0 }), '3 passed, 0 failed');
  assert.strictEqual(closingLine({ passed: 3, failed: 1, skipped: 2 }), '3 passed, 1 failed, 2 skipped');
});

void test("Node's totals are read from the end of the run, whatever failing tests print", () => {
  const output = `${summary(9, 9)}ℹ duration_ms 1\n${summary(5, 1)}✖ failing tests:\n ran 7 tests \nℹ pass 99\n`;
  assert.deepStrictEqual(readNodeTestSummary(output), { passed: 5, failed: 2, skipped: 2 });
});

void test('a run that broke off has no totals', () => {
  assert.strictEqual(readNodeTestSummary('✔ one\nℹ tests 4\n'), undefined);
  assert.strictEqual(readReport('  ok one\n'), undefined);
});

void test('a run inside VS Code is read from its last line', () => {
  const output = 'Ran in VS Code: 1 ok, 0 not ok, 0 skipped\nx\nRan in VS Code: 4 ok, 1 not ok, 2 skipped\n';
  assert.deepStrictEqual(readReport(output), { passed: 4, failed: 1, skipped: 2 });
});
