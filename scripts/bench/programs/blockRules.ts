// A program that only reads the files it is given and runs markdown-it's block rules over them.
import { readFileSync } from 'node:fs';
import { blockPass } from './blockPass.ts';

const files = process.argv.slice(2);
// Counted and printed, so that nothing of the work can be left out.
let blocks = 0;
for (const file of files) blocks += blockPass(readFileSync(file, 'utf8')).length;
console.log(`${files.length} files, ${blocks} block tokens`);
