// `npm run check`: types, lint and format.
import { closingLine } from './lib/counts.ts';
import { checkSuite } from './suites/checks.ts';
import { runSuite } from './suites/suite.ts';

const counts = await runSuite(checkSuite, []);
console.log(`\n${closingLine(counts)}`);
process.exit(counts.failed === 0 ? 0 : 1);
