import { InlineText } from './inlineText.ts';
import { saysNobody } from './mentions.ts';
import type { Mention, OwnerValue } from './playbook.ts';
import { analyzeWords } from './words.ts';
import { append } from '../text/lists.ts';
import type { Range } from '../text/range.ts';

/** One owner in an owner line or cell, as written. */
export type OwnerPart =
  | { readonly kind: 'mention'; readonly mention: Mention }
  | { readonly kind: 'name'; readonly name: string; readonly range: Range }
  | { readonly kind: 'nobody'; readonly range: Range };

const SEPARATOR = /<br\s*\/?>|[,&/+]|(?<=\s)and(?=\s)/gi;

/**
 * Takes the value of an owner line or owner cell apart: mentions, plain names, or words for nobody.
 * @param isKnown tells whether a text is the name of someone, so that "Sales and Marketing" may be one team.
 */
export function splitOwners(value: OwnerValue, isKnown: (name: string) => boolean): OwnerPart[] {
  const parts: OwnerPart[] = [];
  for (const [start, end] of pieces(value.text, isKnown)) append(parts, readPiece(value, start, end));
  return parts;
}

function readPiece(value: OwnerValue, start: number, end: number): OwnerPart[] {
  const { line, character } = value.range.start;
  const text = value.text.slice(start, end);
  const inline = new InlineText([{ text, line, column: character + start }]);
  const words = analyzeWords(inline);
  const group = words.ownerGroups[0];
  const mentions = group ? group.members : words.mentions.slice(0, 1);
  if (mentions.length > 0) return mentions.map((mention) => ({ kind: 'mention', mention }));
  const range = inline.range(0, text.length);
  if (saysNobody(words.text))
    return words.text === '' && value.text !== '' ? [] : [{ kind: 'nobody', range }];
  return [{ kind: 'name', name: words.text, range }];
}

/** No name holds more separators: "Sales, Marketing and Service" has two. */
const MOST_IN_NAME = 6;

/** Offsets of the parts: as long as a known name reaches, else up to the next separator. */
function pieces(text: string, isKnown: (name: string) => boolean): [number, number][] {
  const separators = findSeparators(text);
  const result: [number, number][] = [];
  let from = 0;
  for (let i = 0; from <= text.length;) {
    // The longest known whole name first.
    let taken = i;
    for (let j = Math.min(separators.length, i + MOST_IN_NAME); j > i; j--) {
      const end = separators[j]?.[0] ?? text.length;
      if (isKnown(text.slice(from, end).replace(/[*_`]/g, '').trim())) {
        taken = j;
        break;
      }
    }
    const end = separators[taken]?.[0] ?? text.length;
    result.push(trimmed(text, from, end));
    const next = separators[taken]?.[1];
    if (next === undefined) break;
    from = next;
    i = taken + 1;
  }
  return result;
}

function trimmed(text: string, start: number, end: number): [number, number] {
  const piece = text.slice(start, end);
  return [end - piece.trimStart().length, start + piece.trimEnd().length];
}

// What holds a separator that parts nothing: brackets, URLs, `@org/team` and `N/A`.
const WHOLE =
  /\([^()]*\)|\[[^[\]]*\]|(?<!\w)\w+:\/\/[^\s<>,]+|@[\p{L}\p{N}][\p{L}\p{N}\p{M}_.-]*\/[\p{L}\p{N}]+|(?<![\p{L}\p{N}])n\/a(?![\p{L}\p{N}])/giu;

function findSeparators(text: string): (readonly [number, number])[] {
  const whole = [...text.matchAll(WHOLE)];
  let next = 0;
  const separators: (readonly [number, number])[] = [];
  for (const match of text.matchAll(SEPARATOR)) {
    for (let w = whole[next]; w && w.index + w[0].length <= match.index; w = whole[next]) next++;
    const w = whole[next];
    if (!w || match.index < w.index) separators.push([match.index, match.index + match[0].length]);
  }
  return separators;
}
