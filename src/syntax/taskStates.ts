import { cancelledWords, doneWords } from './ownerWords.ts';
import type { TaskState } from './playbook.ts';

/** What the one sign in a box means; GFM knows the first three, the note-taking tools write the others. */
const SIGNS: Readonly<Record<string, TaskState | undefined>> = {
  ' ': 'open',
  '\t': 'open',
  'x': 'done',
  'X': 'done',
  '/': 'started',
  '>': 'open',
  '<': 'open',
  '?': 'open',
  '!': 'open',
  '*': 'open',
  '-': 'cancelled',
  '~': 'cancelled',
  '✓': 'done',
  '✔': 'done',
  '☑': 'done',
  '✅': 'done',
};

/** A box at the start of an item's text, with its sign, as GitHub reads it: white space and something more must follow. */
export const BOX = /^\[([ \txX/><?!*~✓✔☑✅-])\ufe0f?\](?=\n|[ \t]+[^ \t])/u;

export function stateOfSign(sign: string): TaskState {
  return SIGNS[sign] ?? 'open';
}

/** What a status cell says, emoji and remarks aside. */
export function stateOfCell(text: string): TaskState {
  const bare = text
    .replace(/\([^()]*\)/g, ' ')
    .replace(/[*_`~\ufe0f]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
  // Somebody asks.
  if (bare.includes('?')) return 'open';
  if (doneWords.has(bare)) return 'done';
  if (cancelledWords.has(bare)) return 'cancelled';
  const words = bare
    .replace(/[^\p{L}\p{N}\p{M}'’ ]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace('’', "'");
  if (words === '') return /[✓✔✅☑]/u.test(bare) ? 'done' : 'open';
  if (doneWords.has(words)) return 'done';
  return cancelledWords.has(words) ? 'cancelled' : 'open';
}

/** Nothing is left to do. */
export function isClosed(state: TaskState): boolean {
  return state === 'done' || state === 'cancelled';
}
