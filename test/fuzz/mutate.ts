import type { Random } from './random.ts';
import { BOXES, HANDLES, INDENTS, TOKENS, WORDS } from './vocabulary.ts';

const PIECES: readonly string[] = [
  ...HANDLES,
  ...TOKENS,
  ...WORDS,
  ...BOXES,
  ...INDENTS,
  '\n',
  '\n\n',
  '\n- [ ] ',
  '\n> ',
  '\n    ',
];

/** The text with some small changes, such as a slip of the hand makes. */
export function mutate(random: Random, text: string, times: number): string {
  for (let i = 0; i < times; i++) text = random.pick(CHANGES)(random, text);
  return text;
}

type Change = (random: Random, text: string) => string;

const insert =
  (piece: (random: Random) => string): Change =>
  (random, text) => {
    const at = random.int(text.length + 1);
    return text.slice(0, at) + piece(random) + text.slice(at);
  };

const remove =
  (length: (random: Random) => number): Change =>
  (random, text) => {
    const at = random.int(text.length + 1);
    return text.slice(0, at) + text.slice(at + length(random));
  };

const onLine =
  (change: (random: Random, line: string) => string): Change =>
  (random, text) => {
    const lines = text.split('\n');
    const at = random.int(lines.length);
    lines[at] = change(random, lines[at] ?? '');
    return lines.join('\n');
  };

const repeat: Change = (random, text) => {
  const ends = [random.int(text.length + 1), random.int(text.length + 1)];
  const [from, to] = [Math.min(...ends), Math.max(...ends)];
  return text.slice(0, to) + text.slice(from, Math.min(to, from + 200)) + text.slice(to);
};

const swapLines: Change = (random, text) => {
  const lines = text.split('\n');
  const [a, b] = [random.int(lines.length), random.int(lines.length)];
  [lines[a], lines[b]] = [lines[b] ?? '', lines[a] ?? ''];
  return lines.join('\n');
};

const CHANGES: readonly Change[] = [
  insert((random) => random.pick(PIECES)),
  remove((random) => 1 + random.int(4)),
  remove((random) => random.int(40)),
  repeat,
  swapLines,
  onLine((random, line) => random.pick(INDENTS) + line),
  onLine((_, line) => line.replace(/^(\s*(?:[-*+]|\d+[.)])\s+)(?!\[)/, '$1[ ] ')),
  insert((random) => ` ${random.pick(HANDLES)} `),
  insert((random) => ` ${random.pick(TOKENS)} `),
];
