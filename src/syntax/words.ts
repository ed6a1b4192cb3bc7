import { compactList } from '../text/compactList.ts';
import type { InlineText } from './inlineText.ts';
import type { Lexeme } from './lexemes.ts';
import { findGroups, type GroupSpan, type OwnerPlaces } from './ownerGroups.ts';
import type { Mention, OwnerGroup, Tag, Token, Words } from './playbook.ts';

// Without one of these a text is words and nothing else; most tasks in real documents are.
const MARKUP = /[@:#<`*_~[\\]/;

const UNEVEN_SPACE = /[^\S ]| {2}/;

// Most tasks have no mentions, tokens or tags: one empty list serves them all, as a workspace has 200,000 tasks.
const NONE: readonly never[] = [];

export function analyzeWords(inline: InlineText, places: OwnerPlaces = 'both'): Words {
  const { text } = inline;
  if (!MARKUP.test(text)) return plainWords(inline);

  const { lexemes } = inline;
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

  const groups = mentions.length > 0 ? findGroups(text, lexemes, places) : NONE;
  const [start, end] = wordBounds(text, lexemes);
  const range = inline.range(start, end);
  return {
    range,
    text: visibleText(text, lexemes),
    mentions: compactList(mentions),
    tokens: compactList(tokens),
    tags: compactList(tags),
    ownerGroups: groups.length > 0 ? groups.map((g) => toGroup(inline, lexemes, g, mentions)) : NONE,
    insertAt: range.end,
  };
}

function plainWords(inline: InlineText): Words {
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
  };
}

function toGroup(
  inline: InlineText,
  lexemes: readonly Lexeme[],
  g: GroupSpan,
  mentions: readonly Mention[],
): OwnerGroup {
  const before = lexemes.filter((l) => l.type === 'mention' && l.end <= g.start).length;
  const members = mentions.slice(before, before + g.members.length);
  const [only] = members;
  // A single mention without a link around it is the whole group.
  const isWhole = members.length === 1 && g.members[0]?.start === g.start && g.members[0].end === g.end;
  return {
    place: g.place,
    members,
    range: isWhole && only ? only.range : inline.range(g.start, g.end),
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
  // What is shown as it stands is taken over in runs, not lexeme by lexeme.
  let from = 0;
  const show = (until: number, instead: string, next: number) => {
    seen += text.slice(from, until) + instead;
    from = next;
  };
  for (const l of lexemes) {
    if (cut && l.start >= cut.clearStart && l.end <= cut.clearEnd) {
      // What stood before and behind the group must not grow together.
      show(l.start, l.type === 'space' || l.type === 'mention' ? ' ' : '', l.end);
      continue;
    }
    switch (l.type) {
      case 'token':
      case 'tag':
      case 'comment':
      case 'emphasis':
      case 'link':
        show(l.start, '', l.end);
        break;
      case 'html':
        show(l.start, ' ', l.end);
        break;
      case 'code':
        show(l.start, codeText(text.slice(l.start, l.end)), l.end);
        break;
      case 'word':
        if (l.end - l.start === 2 && text[l.start] === '\\') show(l.start, text[l.start + 1] ?? '', l.end);
        break;
    }
  }
  show(text.length, '', text.length);
  const folded = foldSpace(seen);
  const tidy = ORPHANED.test(folded)
    ? folded
        .replace(/\(\s*\)|\[\s*\]/g, '')
        .replace(/ ([,.;!?])(?=\s|$)/g, '$1')
        .trim()
    : folded;
  // What stands in the text in one piece needs no memory of its own. In a long one the search might cost more than it saves.
  const at = text.length > LONG ? -1 : text.indexOf(tidy);
  return at < 0 ? tidy : text.slice(at, at + tidy.length);
}

const LONG = 5000;

/** Brackets and punctuation that may have lost what they belonged to. */
const ORPHANED = /[([]\s*[)\]]| [,.;!?]/;

function codeText(span: string): string {
  const ticks = /^`+/.exec(span)?.[0].length ?? 0;
  return span.slice(ticks, -ticks);
}

function foldSpace(text: string): string {
  // Where tokens were cut off at the end, the space before them is left.
  const trimmed = text.trim();
  return UNEVEN_SPACE.test(trimmed) ? trimmed.replace(/\s+/g, ' ') : trimmed;
}
