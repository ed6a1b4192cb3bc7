import path from 'node:path';
import { run } from '../lib/command.ts';
import type { Counts } from '../lib/counts.ts';
import { ROOT } from '../lib/paths.ts';
import type { Suite } from './suite.ts';

const bin = (file: string): string => path.join(ROOT, 'node_modules', file);

/** What is checked without running anything: each is one test. */
const CHECKS: readonly { readonly name: string; readonly args: readonly string[] }[] = [
  { name: 'types (tsc)', args: [bin('typescript/bin/tsc'), '--noEmit', '-p', '.'] },
  { name: 'lint (eslint)', args: [bin('eslint/bin/eslint.js'), '--max-warnings', '0', '.'] },
  {
    name: 'format (prettier)',
    args: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
  },
];

/** Types, lint and format. */
export const checkSuite: Suite = {
  name: 'check',
  async run(_words, tee): Promise<Counts> {
    let failed = 0;
    for (const { name, args } of CHECKS) {
      const { code, output } = await run(process.execPath, args, { cwd: ROOT });
      tee.line(`  ${code === 0 ? 'ok' : 'NOT OK'} ${name}`);
      if (code !== 0) {
        failed++;
        tee.line(output.trimEnd());
      }
    }
    return { passed: CHECKS.length - failed, failed, skipped: 0 };
  },
};
