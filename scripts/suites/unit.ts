import path from 'node:path';
import { ROOT } from '../lib/paths.ts';
import { nodeTest } from './nodeTest.ts';
import type { Suite } from './suite.ts';
import { select, testFiles } from './testBundle.ts';

/** Folders whose tests need a VS Code around them. */
const ELSEWHERE = ['editor', 'web', 'ui'].map((name) => path.join(ROOT, 'test', name) + path.sep);

/** test/** except what runs in VS Code, and the tests beside the scripts. */
export const unitSuite: Suite = {
  name: 'unit',
  run(words, tee) {
    const all = [...testFiles('test'), ...testFiles('scripts')];
    const files = all.filter((file) => !ELSEWHERE.some((folder) => file.startsWith(folder)));
    return nodeTest(select(files, words), tee);
  },
};
