import { fold } from '../text/fold.ts';

/** What departments are called in most companies. */
const DEPARTMENTS = [
  'Marketing',
  'Sales',
  'Product',
  'Design',
  'Finance',
  'Legal',
  'Engineering',
  'Operations',
  'Support',
  'Customer Success',
];

/** Finds the team that a heading or the name of a folder speaks of. */
export class TeamWords {
  readonly #names: readonly (readonly [name: string, words: string])[];
  readonly #known = new Map<string, string | undefined>();

  /** @param names of teams that are known; the departments of most companies are looked for behind them */
  constructor(names: readonly string[] = []) {
    const all = new Map<string, string>();
    for (const name of [...names, ...DEPARTMENTS]) {
      const words = wordsOf(name);
      if (words.trim() !== '' && !all.has(words)) all.set(words, name);
    }
    this.#names = [...all].map(([words, name]) => [name, words]);
  }

  /** The first team that the text names as a word of its own; undefined where it names none. */
  in(text: string): string | undefined {
    // Headings come back for each task below them.
    if (!this.#known.has(text)) {
      const words = wordsOf(text);
      this.#known.set(text, this.#names.find(([, name]) => words.includes(name))?.[0]);
    }
    return this.#known.get(text);
  }
}

/** With a space around each word. */
function wordsOf(text: string): string {
  return ` ${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}
