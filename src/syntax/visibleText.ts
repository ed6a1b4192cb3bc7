import type { Lexeme } from './lexemes.ts';
import type { GroupSpan } from './ownerGroups.ts';
import type { TextKind } from './ownerPlaces.ts';

const UNEVEN_SPACE = /[^\S ]| {2}/;

/** What a reader sees, without tokens, tags and comments, on one line; `cut` is left out too. */
export function visibleText(
  text: string,
  lexemes: readonly Lexeme[],
  kind: TextKind,
  cut?: Pick<GroupSpan, 'clearStart' | 'clearEnd'>,
): string {
  let seen = '';
  // What is shown as it stands is taken over in runs, not lexeme by lexeme.
  let from = lexemes[0]?.start ?? 0;
  const show = (until: number, instead: string, next: number) => {
    seen += text.slice(from, until) + instead;
    from = next;
  };
  for (const l of lexemes) {
    if (cut && l.start >= cut.clearStart && l.end <= cut.clearEnd) {
      // What stood before and behind the group must not grow together.
      show(l.start, l.type === 'space' || l.type === 'mention' || l.type === 'name' ? ' ' : '', l.end);
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
      case 'entity':
        show(l.start, l.stands, l.end);
        break;
      case 'sign':
        // A heading's id is no part of its title.
        if (kind === 'heading' && text[l.start] === '{') show(l.start, '', l.end);
        break;
      case 'code':
        show(l.start, codeText(text.slice(l.start, l.end)), l.end);
        break;
      case 'mark':
        if (l.end - l.start === 2 && text[l.start] === '\\') show(l.start, text[l.start + 1] ?? '', l.end);
        break;
    }
  }
  show(lexemes.at(-1)?.end ?? 0, '', text.length);
  const folded = foldSpace(seen);
  const tidy = ORPHANED.test(folded)
    ? folded
        .replace(/\(\s*\)|\[\s*\]|（\s*）/g, '')
        .replace(/ ([,.;!?。，、；！？،؛؟])(?=\s|$)/g, '$1')
        .trim()
    : folded;
  // What stands in the text in one piece needs no memory of its own. In a long one the search might cost more than it saves.
  const at = text.length > LONG ? -1 : text.indexOf(tidy, lexemes[0]?.start);
  return at < 0 ? tidy : text.slice(at, at + tidy.length);
}

const LONG = 5000;

/** Brackets and punctuation that may have lost what they belonged to. */
const ORPHANED = /[([（]\s*[)\]）]| [,.;!?。，、；！？،؛؟]/;

function codeText(span: string): string {
  const ticks = /^`+/.exec(span)?.[0].length ?? 0;
  return span.slice(ticks, -ticks);
}

/** On one line, without space at the ends. */
export function foldSpace(text: string): string {
  // Where tokens were cut off at the end, the space before them is left.
  const trimmed = text.trim();
  return UNEVEN_SPACE.test(trimmed) ? trimmed.replace(/\s+/g, ' ') : trimmed;
}
