import type { Range } from '../text/range.ts';
import { trimEndOf } from '../text/trimEnd.ts';
import type { InlineText } from './inlineText.ts';
import { isDuration, isInterval, isTokenKey, tokenKinds } from './tokens.ts';
import { parseDue } from './dates.ts';
import type { SyntaxProblem } from './problem.ts';

/** Messages of `task-malformed`; the rule's page explains them. */
export const taskMalformedMessages = {
  emptyBox: 'This is no task yet: put a space between the brackets, as in - [ ].',
  looseBox: 'This box is no task: write it as - [ ] or - [x], followed by a space.',
  noMarker: 'This box is no task yet: begin the line with "- ".',
  tightMarker: 'This box is no task yet: put a space between "{marker}" and the box.',
  spacedToken: '"{key}" is not read, because a space stands behind its colon: write {key}value without one.',
  capitalToken: '"{written}" is not read: write {key} in lower case.',
  misspelt: '"{written}" is not read. Did you mean {key}?',
  tooDeepAgain:
    'Lists are nested more than 49 levels deep again and again: nothing from here to the next heading is read. Move them further out.',
  tooDeep: 'This list is nested more than 49 levels deep; what lies deeper is not read. Move it further out.',
} as const;

export const taskMalformedFixes = {
  box: 'Make It a Task',
  token: 'Write "{text}"',
} as const;

// `[x](url)`, `[x][ref]` and `[x]: url` are links.
const BOX = /^\[([ xX]?|[ xX]{2,3}|\u00a0)\](?![([:])/;
/** In an item also a box that an export escaped, `\[ \]`, and one that is drawn. */
const ITEM_BOX = /^(?:\\?\[([ xX]?|[ xX]{2,3}|\u00a0)\\?\](?![([:])|☐\ufe0f?)/;
/** `☐ Yes ☐ No` asks, and gives nobody anything to do. */
const DRAWN_BOX = /[☐-☒]/;
const TIGHT = /^([-*+]|\d{1,9}[.)])(\[[ xX]?\](?![([:]))/;

/** A list item's first paragraph that begins with something like a box, though GFM reads no task there. */
export function nearTaskItem(inline: InlineText): SyntaxProblem | undefined {
  const { text } = inline;
  const box = ITEM_BOX.exec(text);
  if (!box) return undefined;
  const rest = text.slice(box[0].length);
  // A bare box is a task that is still being written.
  if (rest.trim() === '' || (DRAWN_BOX.test(box[0]) && DRAWN_BOX.test(rest))) return undefined;
  const mark = /x/i.test(box[1] ?? '') ? 'x' : ' ';
  const behind = /^[\s\u00a0]*/.exec(rest)?.[0].length ?? 0;
  const range = inline.range(0, box[0].length);
  return {
    rule: 'task-malformed',
    message: box[1] === '' ? 'emptyBox' : 'looseBox',
    args: {},
    range,
    fix: {
      title: 'box',
      args: {},
      edits: [{ range: inline.range(0, box[0].length + behind), newText: `[${mark}] ` }],
      isSafe: true,
      makesTask: true,
    },
  };
}

/**
 * A line of a paragraph that begins with a box but has no list marker, or none that counts.
 * @param inProse whether other words of the paragraph stand above it: then a box may be part of a sentence, and is
 * rewritten only where somebody asks for it
 */
export function nearTaskLine(inline: InlineText, index: number, inProse: boolean): SyntaxProblem | undefined {
  const line = inline.lines[index];
  if (!line) return undefined;
  const place = (from: number, to: number): Range => ({
    start: { line: line.line, character: line.character + from },
    end: { line: line.line, character: line.character + to },
  });
  const indent = line.text.length - line.text.trimStart().length;
  const text = line.text.slice(indent);
  const tight = TIGHT.exec(text);
  if (tight) {
    const marker = tight[1] ?? '';
    const box = tight[2] ?? '';
    const end = indent + marker.length + box.length;
    const gap = /^\s*/.exec(line.text.slice(end))?.[0].length ?? 0;
    if (line.text.slice(end).trim() === '') return undefined;
    return {
      rule: 'task-malformed',
      message: 'tightMarker',
      args: { marker },
      range: place(indent, end),
      fix: {
        title: 'box',
        args: {},
        edits: [{ range: place(indent, end + gap), newText: `${marker} ${normalBox(box)} ` }],
        isSafe: !inProse,
        makesTask: true,
      },
    };
  }
  const box = BOX.exec(text);
  // Behind the box a space is asked for: `[x]s` in running text is no box.
  if (!box || !/^[ \t\u00a0]+\S/.test(text.slice(box[0].length))) return undefined;
  return {
    rule: 'task-malformed',
    message: 'noMarker',
    args: {},
    range: place(indent, indent + box[0].length),
    fix: {
      title: 'box',
      args: {},
      edits: [{ range: place(indent, indent + box[0].length), newText: `- ${normalBox(box[0])}` }],
      isSafe: !inProse,
      makesTask: true,
    },
  };
}

function normalBox(box: string): string {
  return /x/i.test(box) ? '[x]' : '[ ]';
}

const SPACED = /(?<![\p{L}\p{N}_@/.:-])([a-z]+):[ \t]+(\S+)/gu;
const CAPITAL = /(?<![\p{L}\p{N}_@/.:-])([A-Z][A-Za-z]+):(?=[^\s/])(\S+)/gu;
const UNKNOWN = /(?<![\p{L}\p{N}_@/.:-])([a-z]{3,9}):(?=[^\s/])(\S+)/gu;

const AFTER_ID = /^\s*(?:$|[@#]|<!--|[a-z]+:\S)/;

/** Words of a task that look like our tokens but are not read as such. `masked` tells what lies in code or a URL. */
export function nearTokens(inline: InlineText, masked: (offset: number) => boolean): SyntaxProblem[] {
  const { text } = inline;
  if (!text.includes(':')) return [];
  const found: SyntaxProblem[] = [];
  const add = (
    match: RegExpExecArray,
    length: number,
    message: string,
    written: string,
    key: string,
    fixed: string,
  ) => {
    if (masked(match.index)) return;
    // A day, a goal or somebody read where none was read is a change of meaning, which is for a person to choose.
    const isSafe = HARMLESS.has(key);
    const range = inline.range(match.index, match.index + length);
    found.push({
      rule: 'task-malformed',
      message,
      args: { written, key },
      range,
      fix: { title: 'token', args: { text: fixed }, edits: [{ range, newText: fixed }], isSafe },
    });
  };
  for (const match of text.matchAll(SPACED)) {
    const [whole, key = '', value = ''] = match;
    if (!isTokenKey(key)) continue;
    const bare = trimEndOf(value, '.,;)');
    if (key === 'due' || key === 'sla' ? !couldBeTime(key, bare) : !fits(key, bare)) continue;
    // "Goal: sell more" is prose; an id stands alone.
    const isId = ['goal', 'asset', 'id'].includes(tokenKinds[key].value);
    if (isId && !AFTER_ID.test(text.slice(match.index + whole.length))) continue;
    if (fits(key, bare)) {
      add(
        match,
        whole.length - (value.length - bare.length),
        'spacedToken',
        `${key}:`,
        `${key}:`,
        `${key}:${bare}`,
      );
    } else if (!masked(match.index)) {
      found.push({
        rule: 'task-malformed',
        message: 'spacedToken',
        args: { written: `${key}:`, key: `${key}:` },
        range: inline.range(match.index, match.index + whole.length - (value.length - bare.length)),
      });
    }
  }
  for (const match of text.matchAll(CAPITAL)) {
    const key = match[1]?.toLowerCase() ?? '';
    const value = trimEndOf(match[2] ?? '', '.,;)');
    if (!isTokenKey(key) || !fits(key, value)) continue;
    add(match, key.length + 1, 'capitalToken', `${match[1] ?? ''}:`, `${key}:`, `${key}:`);
  }
  for (const match of text.matchAll(UNKNOWN)) {
    const written = match[1] ?? '';
    if (isTokenKey(written) || FAMILIAR.has(written)) continue;
    const key = nearKey(written, trimEndOf(match[2] ?? '', '.,;)'));
    if (key) add(match, written.length + 1, 'misspelt', `${written}:`, `${key}:`, `${key}:`);
  }
  return found;
}

/** Tokens that say nothing of owners, days and goals. */
const HARMLESS: ReadonlySet<string> = new Set(['makes:', 'uses:', 'after:']);

/** English words and labels one letter from a key of ours. */
const FAMILIAR = new Set([
  'four',
  'fork',
  'form',
  'ford',
  'far',
  'fore',
  'user',
  'use',
  'used',
  'users',
  'make',
  'ever',
  'very',
  'owner',
  'owners',
]);

function nearKey(written: string, value: string): string | undefined {
  if (value.startsWith('@') && value.length > 1 && isOneEditFrom(written, 'owner')) return 'owner';
  for (const key of Object.keys(tokenKinds)) {
    if (
      isTokenKey(key) &&
      isOneEditFrom(written, key) &&
      (key.length > 3 || fits(key, value)) &&
      fits(key, value)
    ) {
      return key;
    }
  }
  return undefined;
}

function couldBeTime(key: 'due' | 'sla', value: string): boolean {
  return key === 'due' || /\d/.test(value) || isDuration(value);
}

/** Whether a value is one that the key takes; handles need their `@` here, so that prose does not fit. */
function fits(key: keyof typeof tokenKinds, value: string): boolean {
  switch (tokenKinds[key].value) {
    case 'due':
      return parseDue(value) !== undefined;
    case 'duration':
      return isDuration(value);
    case 'interval':
      return isInterval(value);
    case 'owner':
      return /^@[\p{L}\p{N}]/u.test(value);
    case 'goal':
    case 'asset':
      return key.length > 3 && /^[a-z0-9][\w-]*$/i.test(value);
    case 'id':
      return key !== 'id' && /^[a-z0-9][\w-]*$/i.test(value);
  }
}

/** One letter added, left out, changed, or two neighbours swapped. */
function isOneEditFrom(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  const restA = a.slice(i);
  const restB = b.slice(i);
  if (a.length > b.length) return restA.slice(1) === restB;
  if (a.length < b.length) return restA === restB.slice(1);
  const swapped = restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
  return restA.slice(1) === restB.slice(1) || swapped;
}
