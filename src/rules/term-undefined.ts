import type { Words } from '../syntax/playbook.ts';
import type { LineIndex } from '../text/lineIndex.ts';
import type { Range } from '../text/range.ts';
import type { Term } from '../workspace/rosterTypes.ts';
import type { PlaybookView } from '../workspace/fileView.ts';
import type { Rule } from './rule.ts';

export const termUndefined: Rule = {
  id: 'term-undefined',
  severity: 'off',
  summary: 'A term such as MQL that the list of terms does not explain',
  judgesForm: false,
  messages: {
    undefined:
      '{term} is not explained in the list of terms, and marketing and sales may each mean something else by it. Add {term} under "terms:" in a roster.',
  },
  fixTitles: {},
  check(file, report) {
    if (file.kind !== 'playbook' || file.roster.terms.size === 0) return;
    const { text } = file.playbook.lines;
    const missing = wantedTerms(file.roster.terms);
    for (const term of missing) if (!text.includes(term)) missing.delete(term);
    if (missing.size === 0) return;
    // Each term once, where it first stands.
    for (const words of texts(file)) {
      for (const { term, range } of termsIn(words, file.playbook.lines)) {
        if (missing.delete(term)) report({ message: 'undefined', args: { term }, range, subject: term });
      }
      if (missing.size === 0) return;
    }
  },
};

/**
 * What every company means something else by: when a lead is whose, and whom one would like to sell to. Abbreviations
 * that mean the same everywhere, such as CRM or ROI, need no agreement.
 */
const TERMS = [
  'ABM',
  'BANT',
  'HQL',
  'ICP',
  'IQL',
  'MQA',
  'MQL',
  'PQA',
  'PQL',
  'SAL',
  'SAO',
  'SGL',
  'SQL',
  'SQO',
  'TAL',
  'TQL',
];

const TERM = new RegExp(`(?<![\\p{L}\\p{N}_@#/.-])(${TERMS.join('|')})s?(?![\\p{L}\\p{N}_])`, 'gu');

/** A term is explained under its own name, in the plural, or behind its full name: `Sales accepted lead (SAL)`. */
function wantedTerms(terms: ReadonlyMap<string, Term>): Set<string> {
  const missing = new Set(TERMS);
  for (const { handle } of terms.values()) {
    for (const word of handle.toUpperCase().split(/[^\p{L}\p{N}]+/u)) missing.delete(word.replace(/S$/, ''));
  }
  return missing;
}

/** Headings and tasks in the order of the text; what is done is not read any more. */
function* texts({ playbook, tasks }: PlaybookView): Iterable<Words> {
  const found: Words[] = [];
  for (const block of playbook.blocks) if (block.kind === 'heading') found.push(block.words);
  for (const task of tasks) if (!task.done) found.push(task.words);
  yield* found.sort(
    (a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
  );
}

function* termsIn(words: Words, lines: LineIndex): Iterable<{ term: string; range: Range }> {
  // What a reader sees first: it leaves out addresses, comments and tokens, and most of it holds no term.
  const seen = new Set(Array.from(words.text.matchAll(TERM), (m) => m[1] ?? ''));
  if (seen.size === 0) return;
  const start = lines.offsetAt(words.range.start);
  for (const match of lines.slice(words.range).matchAll(TERM)) {
    const [, term = ''] = match;
    if (!seen.delete(term)) continue;
    const at = start + match.index;
    yield { term, range: lines.rangeAt(at, at + term.length) };
  }
}
