import type { InlineText } from './inlineText.ts';
import { lex, type Lexeme } from './lexemes.ts';
import { findGroups, type GroupSpan } from './ownerGroups.ts';
import type { Mention, OwnerGroup, Tag, Token, Words } from './playbook.ts';

/** Where a group of mentions owns: a task's from either end, a heading's only from its end. */
export type OwnerPlaces = 'both' | 'trailing';

// Without one of these a text is words and nothing else; most tasks in real documents are.
const MARKUP = /[@:#<`*_~[\\]/;

const UNEVEN_SPACE = /[^\S ]| {2}/;

export function analyzeWords(inline: InlineText, places: OwnerPlaces = 'both'): Words {
  const { text } = inline;
  if (!MARKUP.test(text)) return plainWords(inline);

  const lexemes = lex(text);
  const mentions: Mention[] = [];
  const tokens: Token[] = [];
  const tags: Tag[] = [];
  for (const l of lexemes) {
    if (l.type === 'mention') {
      mentions.push({ handle: l.handle, range: inline.range(l.start, l.end), form: l.form });
    } else if (l.type === 'token') {
      const values = l.values.map((v) => ({ text: v.text, range: inline.range(v.start, v.end) }));
      tokens.push({ key: l.key, range: inline.range(l.start, l.end), values });
    } else if (l.type === 'tag') {
      tags.push({ name: l.name, range: inline.range(l.start, l.end) });
    }
  }

  const groups = mentions.length > 0 ? findGroups(text, lexemes, places) : [];
  const [start, end] = wordBounds(text, lexemes);
  return {
    range: inline.range(start, end),
    text: visibleText(text, lexemes),
    mentions,
    tokens,
    tags,
    ownerGroups: groups.map((g) => toGroup(inline, lexemes, g)),
    insertAt: inline.positionAt(end),
  };
}

function plainWords(inline: InlineText): Words {
  const { text } = inline;
  const end = text.trimEnd().length;
  const start = Math.min(end, text.length - text.trimStart().length);
  return {
    range: inline.range(start, end),
    text: UNEVEN_SPACE.test(text) ? foldSpace(text) : text.trim(),
    mentions: [],
    tokens: [],
    tags: [],
    ownerGroups: [],
    insertAt: inline.positionAt(end),
  };
}

function toGroup(inline: InlineText, lexemes: readonly Lexeme[], g: GroupSpan): OwnerGroup {
  return {
    place: g.place,
    members: g.members.map((m) => ({
      handle: m.handle,
      range: inline.range(m.start, m.end),
      form: m.form,
    })),
    range: inline.range(g.start, g.end),
    clearRange: inline.range(g.clearStart, g.clearEnd),
    rest: visibleText(inline.text, lexemes, g),
  };
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

/** What a reader sees, without tokens, tags and comments, on one line; `cut` is left out too. */
function visibleText(text: string, lexemes: readonly Lexeme[], cut?: GroupSpan): string {
  let seen = '';
  for (const l of lexemes) {
    if (cut && l.start >= cut.clearStart && l.end <= cut.clearEnd) {
      // What stood before and behind the group must not grow together.
      if (l.type === 'space' || l.type === 'mention') seen += ' ';
      continue;
    }
    switch (l.type) {
      case 'token':
      case 'tag':
      case 'comment':
      case 'emphasis':
      case 'link':
        break;
      case 'html':
        seen += ' ';
        break;
      case 'code':
        seen += codeText(text.slice(l.start, l.end));
        break;
      default:
        seen += unescape(text.slice(l.start, l.end));
    }
  }
  return foldSpace(seen)
    .replace(/\(\s*\)|\[\s*\]/g, '')
    .replace(/ ([,.;!?])(?=\s|$)/g, '$1')
    .trim();
}

function codeText(span: string): string {
  const ticks = /^`+/.exec(span)?.[0].length ?? 0;
  return span.slice(ticks, -ticks);
}

function unescape(text: string): string {
  return text.length === 2 && text.startsWith('\\') ? text.slice(1) : text;
}

function foldSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
