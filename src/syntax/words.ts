import { compactList } from '../text/compactList.ts';
import { InlineText } from './inlineText.ts';
import { lex, type Lexeme } from './lexemes.ts';
import type { Lexicon } from './lexicon.ts';
import { findGroups, type GroupSpan } from './ownerGroups.ts';
import type { TextKind } from './ownerPlaces.ts';
import type { Mention, OwnerGroup, Tag, Token, Words, WordsSource } from './playbook.ts';
import { foldSpace, visibleText } from './visibleText.ts';

// Without one of these a text is words and nothing else; most tasks in real documents are.
const MARKUP = /[@:#<`*_~[\\&{^]/;

// Names a roster knows own only beside one of these, or in a heading or a line that leads in a list.
const MAY_NAME = /[@:：([（［→>–—]| -/;

// Most tasks have no mentions, tokens or tags: one empty list serves them all, as a workspace has 200,000 tasks.
const NONE: readonly never[] = [];

/** @param kind what the text is; the text of a table row is read as a task's, though its cells own */
export function analyzeWords(inline: InlineText, kind: TextKind = 'task'): Words {
  const { text } = inline;
  const source = kind !== 'task' || MAY_NAME.test(text) ? { kind, lines: inline.lines } : undefined;
  if (!MARKUP.test(text)) return plainWords(inline, source);
  return readWords(inline, inline.lexemes, kind, source);
}

/** The same words as somebody reads them who knows the people of a lexicon. */
export function wordsFor(words: Words, lexicon: Lexicon): Words {
  const { source } = words;
  if (!source) return words;
  const inline = new InlineText(source.lines);
  const lexemes = lex(inline.text, lexicon);
  const isKnown = lexemes.some((l) => l.type === 'name' || l.type === 'mention' || l.type === 'token');
  return isKnown ? readWords(inline, lexemes, source.kind, source) : words;
}

function readWords(
  inline: InlineText,
  lexemes: readonly Lexeme[],
  kind: TextKind,
  source: WordsSource | undefined,
): Words {
  const { text } = inline;
  const mentions: Mention[] = [];
  const tokens: Token[] = [];
  const tags: Tag[] = [];
  let isNamed = false;
  for (const l of lexemes) {
    if (l.type === 'mention') {
      mentions.push({ handle: l.handle, range: inline.range(l.start, l.end), form: l.form });
    } else if (l.type === 'name') {
      isNamed = true;
    } else if (l.type === 'token') {
      const values = l.values.map((v) => ({ text: v.text, range: inline.range(v.start, v.end) }));
      tokens.push({ key: l.key, range: inline.range(l.start, l.end), values });
    } else if (l.type === 'tag') {
      tags.push({ name: l.name, range: inline.range(l.start, l.end) });
    }
  }

  const groups = mentions.length > 0 || isNamed ? findGroups(text, lexemes, kind) : NONE;
  const [start, end] = wordBounds(text, lexemes);
  const range = inline.range(start, end);
  return {
    range,
    text: visibleText(text, lexemes, kind),
    mentions: compactList(mentions),
    tokens: compactList(tokens),
    tags: compactList(tags),
    ownerGroups: groups.length > 0 ? groups.map((g) => toGroup(inline, lexemes, g, kind)) : NONE,
    insertAt: range.end,
    isStruck: text.includes('~~') && isStruck(text, lexemes),
    source,
  };
}

/** Whether nothing but what is struck out is said. */
function isStruck(text: string, lexemes: readonly Lexeme[]): boolean {
  let struck = false;
  for (const { type, start } of lexemes) {
    // Who owns it is no part of it, nor who did.
    if (type === 'struck') struck ||= text[start] !== '@';
    else if (type === 'word' || type === 'code') return false;
  }
  return struck;
}

function plainWords(inline: InlineText, source: WordsSource | undefined): Words {
  const { text } = inline;
  const end = text.trimEnd().length;
  const start = Math.min(end, text.length - text.trimStart().length);
  const range = inline.range(start, end);
  return {
    range,
    text: foldSpace(text),
    mentions: NONE,
    tokens: NONE,
    tags: NONE,
    ownerGroups: NONE,
    insertAt: range.end,
    isStruck: false,
    source,
  };
}

function toGroup(inline: InlineText, lexemes: readonly Lexeme[], g: GroupSpan, kind: TextKind): OwnerGroup {
  const members = g.members.map((m) => toMention(inline, m));
  const [only] = members;
  // A single mention without a link around it is the whole group.
  const isWhole = members.length === 1 && g.members[0]?.start === g.start && g.members[0].end === g.end;
  return {
    place: g.place,
    members,
    range: isWhole && only ? only.range : inline.range(g.start, g.end),
    clearRange: inline.range(g.clearStart, g.clearEnd),
    rest: visibleText(inline.text, lexemes, kind, g),
  };
}

function toMention(inline: InlineText, member: GroupSpan['members'][number]): Mention {
  const range = inline.range(member.start, member.end);
  return { handle: member.handle, range, form: member.type === 'name' ? 'name' : member.form };
}

/** From the first lexeme to the last that is no space, token, tag or comment. */
function wordBounds(text: string, lexemes: readonly Lexeme[]): readonly [number, number] {
  const first = lexemes.find((l) => !isAside(l));
  const last = lexemes.findLast((l) => !isAside(l));
  if (first && last) return [first.start, last.end];
  const end = text.trimEnd().length;
  const start = Math.min(end, text.length - text.trimStart().length);
  return [start, start];
}

function isAside(l: Lexeme): boolean {
  return l.type === 'space' || l.type === 'token' || l.type === 'tag' || l.type === 'comment';
}
