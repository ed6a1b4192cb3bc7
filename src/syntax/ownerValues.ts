import { InlineText } from './inlineText.ts';
import { saysNobody } from './mentions.ts';
import type { Mention, OwnerValue } from './playbook.ts';
import { analyzeWords } from './words.ts';
import type { Range } from '../text/range.ts';

/** One owner in an owner line or cell, as written. */
export type OwnerPart =
  | { readonly kind: 'mention'; readonly mention: Mention }
  | { readonly kind: 'name'; readonly name: string; readonly range: Range }
  | { readonly kind: 'nobody'; readonly range: Range };

const SEPARATOR = /\s*<br\s*\/?>\s*|\s*[,&/+]\s*|\s+and\s+/gi;

/**
 * Takes the value of an owner line or owner cell apart: mentions, plain names, or words for nobody.
 * @param isKnown tells whether a text is the name of someone, so that "Sales and Marketing" may be one team.
 */
export function splitOwners(value: OwnerValue, isKnown: (name: string) => boolean): OwnerPart[] {
  const parts: OwnerPart[] = [];
  for (const [start, end] of pieces(value.text, isKnown)) parts.push(...readPiece(value, start, end));
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
  if (saysNobody(words.text)) return words.text === '' && value.text !== '' ? [] : [{ kind: 'nobody', range }];
  return [{ kind: 'name', name: words.text, range }];
}

/** Offsets of the parts: as long as a known name reaches, else up to the next separator outside of brackets. */
function pieces(text: string, isKnown: (name: string) => boolean): [number, number][] {
  const separators = [...text.matchAll(SEPARATOR)]
    .filter((m) => !isInBrackets(text, m.index) && !isInMention(text, m.index))
    .map((m) => [m.index, m.index + m[0].length] as const);
  const result: [number, number][] = [];
  let from = 0;
  let i = 0;
  while (from <= text.length) {
    // The longest known whole name first.
    let taken = i;
    for (let j = separators.length; j > i; j--) {
      const end = separators[j]?.[0] ?? text.length;
      if (isKnown(text.slice(from, end).replace(/[*_`]/g, '').trim())) {
        taken = j;
        break;
      }
    }
    const end = separators[taken]?.[0] ?? text.length;
    result.push([from, end]);
    const next = separators[taken]?.[1];
    if (next === undefined) break;
    from = next;
    i = taken + 1;
  }
  return result;
}

/** `N/A` and `@org/team` hold a slash that parts nothing. */
function isInMention(text: string, at: number): boolean {
  if (text[at] !== '/') return false;
  return /^n\/a$/i.test(text.trim()) || /@[\p{L}\p{N}_.-]+$/u.test(text.slice(0, at)) && /^\/[\p{L}\p{N}]/u.test(text.slice(at));
}

function isInBrackets(text: string, at: number): boolean {
  let depth = 0;
  for (let i = 0; i < at; i++) {
    const char = text[i];
    if (char === '(' || char === '[') depth++;
    else if (char === ')' || char === ']') depth = Math.max(0, depth - 1);
  }
  return depth > 0;
}
