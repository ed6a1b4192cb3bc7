import { isDay } from '../syntax/dates.ts';
import { findFrontMatter } from '../syntax/frontMatter.ts';
import type { YamlNode } from '../syntax/yamlTree.ts';
import { LineIndex } from '../text/lineIndex.ts';
import { lastUpTo } from '../text/sorted.ts';
import type { FormedBlank } from './ownTemplate.ts';
import { Probes, replaceBlanks } from './probes.ts';

/** What goes into a blank of front matter; undefined leaves it. */
export type YamlAnswer = (blank: FormedBlank) => string | undefined;

/** What came of it. */
export interface FilledYaml {
  readonly text: string;
  /** Blanks whose answer could not be written so that the YAML reads as meant. */
  readonly unfilled: readonly FormedBlank[];
}

/**
 * Front matter with its blanks filled in. A value is written as it is where that reads as meant, else with quotes.
 * @param head with both fences
 */
export function fillYamlBlanks(head: string, blanks: readonly FormedBlank[], answer: YamlAnswer): FilledYaml {
  const filler = new Filler(head, blanks, answer);
  const lines = [...new Set(blanks.map((b) => filler.lineOf(b)))];
  const unfilled = lines.filter((line) => !filler.fill(line));
  return {
    text: filler.text,
    unfilled: blanks.filter((b) => answer(b) !== undefined && unfilled.includes(filler.lineOf(b))),
  };
}

/** How the value of a line is written. */
type Writing = (line: YamlLine, values: readonly (string | undefined)[]) => string;

interface YamlLine {
  readonly text: string;
  /** Its blanks, by their places in it. */
  readonly blanks: readonly FormedBlank[];
}

// Indent, dashes and a key.
const BEFORE_VALUE = /^ *(?:- +)*(?:[\w-]+: +)?/;

const quotedInside = (text: string) => JSON.stringify(text).slice(1, -1);

/** The plainest first. */
const WRITINGS: readonly Writing[] = [
  ({ text, blanks }, values) => replaceBlanks(text, blanks, (i) => values[i]),
  ({ text, blanks }, values) => replaceBlanks(text, blanks, (i) => mapped(values[i], quotedInside)),
  ({ text, blanks }, values) =>
    replaceBlanks(text, blanks, (i) => mapped(values[i], (v) => v.replaceAll("'", "''"))),
  ({ text, blanks }, values) => {
    const start = BEFORE_VALUE.exec(text)?.[0].length ?? 0;
    const comment = text.indexOf(' #', blanks.at(-1)?.end);
    const end = text.slice(0, comment < 0 ? text.length : comment).trimEnd().length;
    const moved = blanks.map((b) => ({ ...b, start: b.start - start, end: b.end - start }));
    const value = replaceBlanks(text.slice(start, end), moved, (i) => values[i]);
    return text.slice(0, start) + JSON.stringify(value) + text.slice(end);
  },
  ({ text, blanks }, values) =>
    replaceBlanks(text, blanks, (i) => mapped(values[i], (v) => JSON.stringify(v))),
];

function mapped(value: string | undefined, map: (value: string) => string): string | undefined {
  return value === undefined ? undefined : map(value);
}

class Filler {
  readonly #blanks: readonly FormedBlank[];
  /** Where each line begins. */
  readonly #starts: number[] = [0];
  readonly #answer: YamlAnswer;
  readonly #probes: Probes;
  /** As far as it is filled in: the others are blanks, or their words to be read by. */
  #result: string[];
  #read: string[];
  readonly #problems: number;

  constructor(head: string, blanks: readonly FormedBlank[], answer: YamlAnswer) {
    this.#blanks = blanks;
    for (let at = head.indexOf('\n'); at >= 0; at = head.indexOf('\n', at + 1)) this.#starts.push(at + 1);
    this.#answer = answer;
    this.#probes = new Probes(head);
    this.#result = head.split('\n');
    this.#read = replaceBlanks(head, blanks, (i) => this.#probes.word(i)).split('\n');
    this.#problems = problemsIn(head);
  }

  get text(): string {
    return this.#result.join('\n');
  }

  lineOf({ start }: FormedBlank): number {
    return lastUpTo(this.#starts, start);
  }

  /** @returns false when no writing reads as meant; then the line stays as it is */
  fill(at: number): boolean {
    const first = this.#blanks.findIndex((b) => this.lineOf(b) === at);
    const blanks = this.#blanks.filter((b) => this.lineOf(b) === at);
    const answers = blanks.map((b) => this.#answer(b));
    if (answers.every((a) => a === undefined)) return true;
    const from = this.#starts[at] ?? 0;
    const line: YamlLine = {
      text: this.#result[at] ?? '',
      blanks: blanks.map((b) => ({ ...b, start: b.start - from, end: b.end - from })),
    };
    const expected = this.#probes.replace(shapeOf(this.#read.join('\n')), (index) =>
      quotedInside(answers[index - first] ?? this.#probes.word(index)),
    );
    for (const write of WRITINGS) {
      const result = this.#result.with(at, write(line, answers));
      if (problemsIn(result.join('\n')) > this.#problems) continue;
      const read = this.#read.with(
        at,
        write(
          line,
          answers.map((a, i) => a ?? this.#probes.word(first + i)),
        ),
      );
      if (shapeOf(read.join('\n')) !== expected) continue;
      this.#result = result;
      this.#read = read;
      return true;
    }
    return false;
  }
}

function problemsIn(head: string): number {
  const found = findFrontMatter(new LineIndex(head));
  return found?.root ? found.problems.length : Infinity;
}

/** What front matter says, in words that can be compared. */
function shapeOf(head: string): string {
  const { root } = findFrontMatter(new LineIndex(head)) ?? {};
  return root ? JSON.stringify(valueOf(root)) : '';
}

// Plain, these are more than text.
const NO_TEXT = /^(?:true|false|null|yes|no|on|off|y|n|~|[-+.]?\d[\d.,_]*(?:e[-+]?\d+)?)$/i;

function valueOf(node: YamlNode): unknown {
  switch (node.kind) {
    case 'scalar':
      return node.plain && NO_TEXT.test(node.text) && !isDay(node.text) ? ['plain', node.text] : node.text;
    case 'list':
      return node.items.map(valueOf);
    case 'map':
      return node.entries.map((e) => [e.key, valueOf(e.value)]);
  }
}
