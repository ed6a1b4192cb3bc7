import { parseDue } from '../syntax/dates.ts';
import { findFrontMatter } from '../syntax/frontMatter.ts';
import { parse } from '../syntax/parse.ts';
import type { YamlNode } from '../syntax/yamlTree.ts';
import { LineIndex } from '../text/lineIndex.ts';
import { normalizeHandle } from '../workspace/handles.ts';
import { resolveOwnership } from '../workspace/ownership.ts';
import type { Roster } from '../workspace/roster.ts';
import { findBlanks, type Blank } from './blanks.ts';
import { Probes, replaceBlanks } from './probes.ts';

/** How an answer is written: a day or text as it is, somebody by handle, as `@handle` or by name. */
export type BlankForm = 'text' | 'day' | 'handle' | 'mention' | 'name';

export interface FormedBlank extends Blank {
  readonly form: BlankForm;
}

/** A playbook of a team that is there to be copied: what it asks for. */
export interface OwnTemplate {
  readonly text: string;
  /** Offset behind the front matter; 0 without one. */
  readonly bodyStart: number;
  readonly blanks: readonly FormedBlank[];
  /** One for each blank of other words, in the order of the text. */
  readonly questions: readonly BlankQuestion[];
  /** Whether it counts days from a day T that none of its blanks asks for. */
  readonly asksForDayT: boolean;
}

export interface BlankQuestion {
  readonly key: string;
  readonly words: string;
  readonly answer: 'text' | 'person' | 'day';
  /** Whether the answer is day T. */
  readonly isDayT: boolean;
}

/** @param roster what the new playbook will see */
export function readOwnTemplate(text: string, roster: Roster): OwnTemplate {
  const bodyStart = bodyStartOf(text);
  const places = new Places(text, findBlanks(text, bodyStart), roster);
  const blanks = places.formed();
  const formsByKey = new Map<string, BlankForm[]>();
  for (const { key, form } of blanks) {
    const forms = formsByKey.get(key);
    if (forms) forms.push(form);
    else formsByKey.set(key, [form]);
  }
  const questions = new Map<string, BlankQuestion>();
  for (const { key, words } of blanks) {
    if (questions.has(key)) continue;
    const forms = formsByKey.get(key) ?? [];
    const isPerson = forms.some((f) => f === 'handle' || f === 'mention');
    const isDay = !isPerson && forms.includes('day');
    const answer = isPerson ? 'person' : isDay ? 'day' : 'text';
    questions.set(key, { key, words, answer, isDayT: isDay && key === places.dayT?.key });
  }
  return {
    text,
    bodyStart,
    blanks: blanks.map((b) => (questions.get(b.key)?.answer === 'person' ? asPerson(b) : b)),
    questions: [...questions.values()],
    asksForDayT: places.countsFromDayT && ![...questions.values()].some((q) => q.isDayT),
  };
}

/** Where the same words ask for a person elsewhere, text is the name of that person. */
function asPerson(blank: FormedBlank): FormedBlank {
  return blank.form === 'text' ? { ...blank, form: 'name' } : blank;
}

export function bodyStartOf(text: string): number {
  const lines = new LineIndex(text);
  const end = findFrontMatter(lines)?.endLine ?? 0;
  return end === 0 ? 0 : (lines.starts[end] ?? text.length);
}

const OWNER_KEYS: ReadonlySet<string> = new Set(['owner', 'default-owner', 'lead', 'contact']);

/** Reads a template with a word in the place of each blank, and finds where the words are people or days. */
class Places {
  readonly countsFromDayT: boolean;
  /** The blank that is day T. */
  dayT: Blank | undefined;
  readonly #text: string;
  readonly #blanks: readonly Blank[];
  readonly #probes: Probes;
  readonly #forms = new Map<number, BlankForm>();

  constructor(text: string, blanks: readonly Blank[], roster: Roster) {
    this.#text = text;
    this.#blanks = blanks;
    this.#probes = new Probes(text);
    const playbook = parse(replaceBlanks(text, blanks, (i) => this.#probes.word(i)));
    const { root } = playbook.frontMatter ?? {};
    if (root) this.#readYaml(root, '');
    const tasks = resolveOwnership(playbook, roster);
    for (const task of tasks) {
      for (const { handle } of task.owners) this.#mark(handle, 'mention');
      if (task.dueText) this.#mark(task.dueText.text, 'day');
    }
    this.countsFromDayT =
      root?.entries.some((e) => e.key === 't-day') === true ||
      tasks.some((t) => parseDue(t.dueText?.text ?? '')?.kind === 'relative');
  }

  formed(): FormedBlank[] {
    return this.#blanks.map((blank, index) => {
      const before = this.#text.slice(Math.max(0, blank.start - 10), blank.start);
      if (before.endsWith('@')) return { ...blank, form: 'handle' };
      if (/(?:for|help|consult|inform):$/.test(before)) return { ...blank, form: 'mention' };
      return { ...blank, form: this.#forms.get(index) ?? 'text' };
    });
  }

  #readYaml(node: YamlNode, key: string): void {
    if (node.kind === 'map') for (const entry of node.entries) this.#readYaml(entry.value, entry.key);
    else if (node.kind === 'list') for (const item of node.items) this.#readYaml(item, key);
    else if (OWNER_KEYS.has(key)) this.#mark(node.text, 'handle');
    else if (key === 't-day') {
      const index = this.#mark(node.text, 'day');
      this.dayT ??= index === undefined ? undefined : this.#blanks[index];
    }
  }

  /** @returns the index of the blank that a text is the word of */
  #mark(text: string, form: BlankForm): number | undefined {
    let found: number | undefined;
    const rest = this.#probes.replace(normalizeHandle(text), (index) => {
      found = index;
      return '';
    });
    if (rest !== '' || found === undefined) return undefined;
    this.#forms.set(found, form);
    return found;
  }
}
