import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../lib/paths.ts';
import { HANDBOOK, makeDocument } from './documents.ts';
import { Random } from './random.ts';

export interface Corpus {
  /** Names of its files; all lie side by side. */
  readonly files: readonly string[];
  readonly bytes: number;
  /** For the page: what it is. */
  readonly description: string;
}

const REAL = path.join(ROOT, '../shared/corpus');
const FILES = 95;
/** The median of the sizes of the real ones, and how far they spread: a few hold most of the text. */
const USUAL_LINES = 100;
const SPREAD = 1.4;
const LONGEST = 2500;

/** Puts the Markdown files to check into an empty folder: real ones where they are at hand, else made ones. */
export function fillCorpus(folder: string): Corpus {
  mkdirSync(folder, { recursive: true });
  const isReal = existsSync(REAL);
  if (isReal) {
    for (const name of readdirSync(REAL).filter((n) => n.endsWith('.md'))) {
      copyFileSync(path.join(REAL, name), path.join(folder, name));
    }
  } else {
    for (const [name, text] of makeCorpus()) writeFileSync(path.join(folder, name), text);
  }
  const files = readdirSync(folder).sort();
  const bytes = files.reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0);
  const amount = `${files.length} Markdown files with ${(bytes / 1e6).toFixed(2)} MB`;
  return {
    files,
    bytes,
    description: isReal
      ? `${amount} from public repositories of marketing, sales and product teams: handbooks, launch plans, issue templates, meeting notes`
      : `${amount}, **made by a generator**, as the real documents for this are not part of the project: in number, sizes and mix of tasks, bullets, prose and tables they are like those`,
  };
}

/** Stands in for the real files. */
export function makeCorpus(): Map<string, string> {
  const random = new Random(95);
  return new Map(
    Array.from({ length: FILES }, (_, i) => {
      // Box and Muller: sizes of documents are normal on a logarithmic scale.
      const normal = Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
      const lines = Math.round(USUAL_LINES * Math.exp(SPREAD * normal));
      const text = makeDocument(Math.min(LONGEST, Math.max(20, lines)), HANDBOOK, i);
      return [`document-${String(i).padStart(2, '0')}.md`, text];
    }),
  );
}
