import type { InlineText } from './inlineText.ts';
import { ownerHeaders } from './ownerWords.ts';
import type { OwnerLine } from './playbook.ts';
import { valueEnd } from './valueEnd.ts';

/** No label is longer; a colon behind more text is no label's. */
const LONGEST_LABEL = 40;
const COLON = /[:：]/;

/** Cheap test that a text may hold an owner line. */
export function mayHoldOwnerLine(text: string): boolean {
  return COLON.test(text);
}

/** What a text that ends in a colon names: `owner`, `lead`, or nothing of ours. `Lead` may be a prospect. */
export function labelOf(words: string): OwnerLine['label'] | undefined {
  const label = words.replace(/\s+/gu, ' ').toLowerCase();
  if (label === 'lead' || label === 'leads') return 'lead';
  return ownerHeaders.has(label) ? 'owner' : undefined;
}

/**
 * Reads line `index` of a paragraph as an owner line: `Owner: @maria`, `**DRI:** Jane Smith`.
 * @returns undefined when the line does not begin with an owner label and a colon.
 */
export function ownerLineAt(inline: InlineText, index: number): OwnerLine | undefined {
  const line = inline.lines[index];
  if (!line) return undefined;
  const { text } = line;
  const start = text.length - text.trimStart().length;
  const colon = text.slice(start, start + LONGEST_LABEL).search(COLON) + start;
  if (colon < start) return undefined;
  const marks = /^[*_]{0,3}/.exec(text.slice(start, start + 3))?.[0] ?? '';
  const labelText = text.slice(start + marks.length, colon).trim();
  const closesBefore = marks !== '' && labelText.endsWith(marks);
  const words = (closesBefore ? labelText.slice(0, -marks.length) : labelText).trim();
  const label = labelOf(words);
  if (label === undefined) return undefined;
  let from = colon + 1;
  // `**Owner:** @maria`: the emphasis ends behind the colon.
  let opened = closesBefore ? '' : marks;
  if (opened !== '' && text.slice(from).trimStart().startsWith(opened) && isClosedAt(text, from, opened)) {
    from = text.indexOf(opened, from) + opened.length;
    opened = '';
  }
  while (text[from] === ' ' || text[from] === '\t') from++;
  const to = from + valueEnd(text.slice(from), opened);
  const at = (character: number) => ({ line: line.line, character: line.character + character });
  return {
    kind: 'ownerLine',
    label,
    labelText: words,
    range: { start: at(start), end: at(Math.max(to, from)) },
    value: { text: text.slice(from, to), range: { start: at(from), end: at(to) } },
    bullets: [],
  };
}

/** Marks right behind a colon close what was opened before it, unless they open something of their own. */
function isClosedAt(text: string, from: number, marks: string): boolean {
  const behind = text[text.indexOf(marks, from) + marks.length];
  return text.startsWith(marks, from) || behind === undefined || /\s/.test(behind);
}
