// `node scripts/test.ts [check|unit|editor|web|ui …] [WORD …]`: all suites, or the ones named.
// Other words keep only the test files whose path contains one of them. `editor` brings `web` along.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { run } from './lib/command.ts';
import { type Counts, NONE, add, closingLine, describeCounts } from './lib/counts.ts';
import { FAILURES, ROOT, SUITES } from './lib/paths.ts';
import { checkSuite } from './suites/checks.ts';
import { editorSuite, webSuite } from './suites/editor.ts';
import { type Suite, runSuite } from './suites/suite.ts';
import { testFiles, select } from './suites/testBundle.ts';
import { uiSuite } from './suites/ui.ts';
import { unitSuite } from './suites/unit.ts';

const ALL: readonly Suite[] = [checkSuite, unitSuite, editorSuite, webSuite, uiSuite];
const GROUPS: Readonly<Record<string, readonly Suite[]>> = {
  check: [checkSuite],
  unit: [unitSuite],
  editor: [editorSuite, webSuite],
  web: [webSuite],
  ui: [uiSuite],
};

const words = process.argv.slice(2);
const named = words.flatMap((word) => GROUPS[word] ?? []);
const filter = words.filter((word) => GROUPS[word] === undefined);
// With a filter, a suite that has no such file is not asked for.
const folderOf: Readonly<Record<string, string>> = { editor: 'test/editor', web: 'test/web', ui: 'test/ui' };
const chosen = [...new Set(named.length > 0 ? named : ALL)].filter((suite) => {
  const folder = folderOf[suite.name];
  return filter.length === 0 || folder === undefined || select(testFiles(folder), filter).length > 0;
});

rmSync(FAILURES, { recursive: true, force: true });
rmSync(SUITES, { recursive: true, force: true });

let total: Counts = NONE;
const results: string[] = [];
const built = await run(process.execPath, [path.join(ROOT, 'scripts/build.ts')], {
  cwd: ROOT,
  onOutput: (text) => process.stdout.write(text),
});
if (built.code !== 0) {
  total = add(total, { passed: 0, failed: 1, skipped: 0 });
  results.push('build: failed');
}
for (const suite of chosen) {
  const counts = await runSuite(suite, filter);
  results.push(`${suite.name}: ${describeCounts(counts)}`);
  total = add(total, counts);
}

console.log(`\n${results.map((result) => `  ${result}`).join('\n')}`);
if (total.failed > 0)
  console.log(`  What failed is shown above; logs are in ${path.relative(ROOT, SUITES)}.`);
console.log(`\n${closingLine(total)}`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
