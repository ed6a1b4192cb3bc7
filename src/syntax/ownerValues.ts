import { InlineText } from './inlineText.ts';
import { lex, type Lexeme } from './lexemes.ts';
import type { Lexicon } from './lexicon.ts';
import { LineLexemes } from './lineLexemes.ts';
import { isBroadcast, saysNobody } from './mentions.ts';
import { canBeName } from './names.ts';
import { findGroups } from './ownerGroups.ts';
import { replacedSpan } from './ownerSpans.ts';
import { everyoneWords, joiningWords } from './ownerWords.ts';
import type { Mention, OwnerValue } from './playbook.ts';
import { visibleText } from './visibleText.ts';
import { append } from '../text/lists.ts';
import type { Range } from '../text/range.ts';
import { trimEndOf } from '../text/trimEnd.ts';

/** One owner in an owner line or cell, as written. */
export type OwnerPart =
  /** `range` is that of the whole group it belongs to, links around it included: what assigning replaces. */
  | { readonly kind: 'mention'; readonly mention: Mention; readonly range: Range }
  | { readonly kind: 'name'; readonly name: string; readonly range: Range }
  | { readonly kind: 'nobody'; readonly range: Range; readonly isEveryone: boolean }
  /** Words that can be no name: a description, a sentence. */
  | { readonly kind: 'prose'; readonly text: string; readonly range: Range };

/** Whom the reader of a value knows. */
export interface Acquaintance {
  /** True for the whole name, alias or handle of somebody. */
  knows(name: string): boolean;
  readonly lexicon: Lexicon | undefined;
}

/** Lexemes of one part, the first and one past the last. */
interface Piece {
  readonly from: number;
  readonly to: number;
  /** Whether only a sign without spaces parts it from the piece before. */
  readonly isTight: boolean;
}

const SIGNS = ',;/&+、，；／＆،؛';
/** These part names with or without space around them. */
const ALWAYS = ',;、，；،؛';
/** These may stand within a name (`Ortega y Gasset`), so that they part only what is known. */
const TIGHT_WORDS = new Set(['y', 'e', 'en', 'o', 'of']);

/** `docs/owners`, as the text of a link: a place to look people up, not one of them. */
function isPath(text: string): boolean {
  return !/\s/.test(text) && text.includes('/') && /(?:^|\/)\p{Ll}/u.test(text);
}

/**
 * Takes the value of an owner line or owner cell apart: mentions, plain names, words for nobody, and prose. HTML and
 * entities are read as what they show.
 */
export function splitOwners(value: OwnerValue, who: Acquaintance): OwnerPart[] {
  return new ValueReader(value, who).parts();
}

/** No name holds more signs that part: "24/7 Support" has one. Longer ones are not looked up again at each sign. */
const MOST_IN_NAME = 6;

class ValueReader {
  readonly #value: OwnerValue;
  readonly #who: Acquaintance;
  readonly #inline: InlineText;
  readonly #line: LineLexemes;

  constructor(value: OwnerValue, who: Acquaintance) {
    this.#value = value;
    this.#who = who;
    const { line, character } = value.range.start;
    this.#inline = new InlineText([{ text: value.text, line, character }]);
    this.#line = new LineLexemes(value.text, lex(value.text, who.lexicon));
  }

  parts(): OwnerPart[] {
    const pieces = this.#pieces();
    const isShort = this.#isShort();
    const parts: OwnerPart[] = [];
    for (let i = 0; i < pieces.length;) {
      const first = pieces[i];
      if (!first) break;
      let to = first.to;
      let n = i + 1;
      // What a tight sign parts is one name, unless both sides are known.
      for (let next = pieces[n]; next?.isTight; next = pieces[++n]) {
        if (n - i <= MOST_IN_NAME && this.#isKnown({ from: first.from, to }) && this.#isKnown(next)) break;
        to = next.to;
      }
      append(parts, this.#part(first.from, to, isShort));
      i = n;
    }
    // A value of nothing but signs that part is no value: `,`. An empty one says nobody.
    if (parts.length === 0 && this.#value.text.trim() === '')
      return [{ kind: 'nobody', range: this.#value.range, isEveryone: false }];
    return parts;
  }

  /** The value has two words at most: then a name may be in small letters. */
  #isShort(): boolean {
    const bare = this.#value.text.replace(/\([^()]*\)/g, ' ').trim();
    return bare.split(/\s+/u).length <= 2;
  }

  #pieces(): Piece[] {
    const line = this.#line;
    const pieces: Piece[] = [];
    let from = 0;
    let isTight = false;
    for (let i = 0; i < line.all.length; i++) {
      if (line.opens(i)) {
        // What stands in brackets is a remark, or one thing.
        const close = line.pairOf(i);
        if (close !== undefined) i = close;
        continue;
      }
      const parting = this.#parting(i);
      if (!parting) continue;
      pieces.push({ from, to: i, isTight });
      from = i + 1;
      isTight = parting === 'tight';
    }
    pieces.push({ from, to: line.all.length, isTight });
    return pieces;
  }

  #parting(i: number): 'loose' | 'tight' | undefined {
    const line = this.#line;
    const l = line.at(i);
    if (l?.type === 'html') return /^<\/?(?:br|li|p|div|ul|ol)\b/i.test(line.slice(i)) ? 'loose' : undefined;
    if (line.isMark(i, ALWAYS)) return 'loose';
    if (line.isMark(i, SIGNS)) {
      const before = line.at(i - 1);
      const after = line.at(i + 1);
      const isSpaced = (!before || before.type === 'space') && (!after || after.type === 'space');
      return isSpaced || (l && l.end - l.start > 1 && before?.type === 'space') ? 'loose' : 'tight';
    }
    const word = line.word(i);
    if (word === undefined || !joiningWords.has(word)) return undefined;
    if (!line.isSpace(i - 1) || !line.isSpace(i + 1)) return /^[a-z]/.test(word) ? undefined : 'tight';
    return TIGHT_WORDS.has(word) ? 'tight' : 'loose';
  }

  #isKnown({ from, to }: Pick<Piece, 'from' | 'to'>): boolean {
    const lexemes = this.#line.all.slice(from, to);
    if (lexemes.some((l) => l.type === 'mention')) return true;
    const text = visibleText(this.#value.text, lexemes, 'task').trim();
    return text !== '' && this.#who.knows(text);
  }

  #part(from: number, to: number, isShort: boolean): OwnerPart[] {
    const [first, last] = this.#trimmed(from, to);
    if (first > last) return [];
    const lexemes = this.#line.all.slice(first, last + 1);
    const mentions = this.#mentions(lexemes);
    if (mentions.length > 0) return mentions;
    const range = this.#range(first, last);
    const text = this.#shown(lexemes);
    if (this.#who.knows(text)) return [{ kind: 'name', name: text, range }];
    // `[Client]` is a blank, unless the roster knows a client.
    const bracketed = /^[[<{(]([^[\]<>{}()]*)[\]>})]$/.exec(text)?.[1]?.trim();
    if (bracketed && this.#who.knows(bracketed)) return [{ kind: 'name', name: bracketed, range }];
    if (saysNobody(text)) return [{ kind: 'nobody', range, isEveryone: false }];
    if (saysEveryone(text)) return [{ kind: 'nobody', range, isEveryone: true }];
    const known = this.#knownIn(first, last);
    if (known) return [known];
    const [end, bare] = this.#withoutRemark(first, last);
    if (end < last && bare !== '') {
      if (saysNobody(bare)) return [{ kind: 'nobody', range, isEveryone: false }];
      if (this.#who.knows(bare) || canBeName(bare, isShort))
        return [{ kind: 'name', name: bare, range: this.#range(first, end) }];
    }
    if (isPath(text) && lexemes[0]?.type === 'link') return [{ kind: 'prose', text, range }];
    // In brackets small letters are a remark.
    return [
      canBeName(text, isShort && bracketed === undefined)
        ? { kind: 'name', name: text, range }
        : { kind: 'prose', text, range },
    ];
  }

  #shown(lexemes: readonly Lexeme[]): string {
    return visibleText(this.#value.text, lexemes, 'task').trim();
  }

  /** Without space, HTML and what says nothing at both ends; and without a dash in front of a name. */
  #trimmed(from: number, to: number): [number, number] {
    const line = this.#line;
    const isNothing = (i: number) => {
      const type = line.at(i)?.type;
      return (
        type === 'space' ||
        type === 'html' ||
        type === 'comment' ||
        type === 'struck' ||
        (type === 'emphasis' && line.char(i) === '~') ||
        type === 'token' ||
        type === 'tag'
      );
    };
    let first = from;
    let last = to - 1;
    while (first <= last && isNothing(first)) first++;
    while (last >= first && isNothing(last)) last--;
    if (first < last && line.isMark(first, '-–—•') && line.isSpace(first + 1))
      return this.#trimmed(first + 1, last + 1);
    return [first, last];
  }

  /** The group that owns here, else the first mention. */
  #mentions(lexemes: readonly Lexeme[]): OwnerPart[] {
    const first = lexemes.find((l) => l.type === 'mention' && l.form !== 'tag');
    if (first?.type !== 'mention') return [];
    const group = findGroups(this.#value.text, lexemes, 'task')[0];
    const [start, end] = group ? [group.start, group.end] : this.#linked(first);
    const range = this.#inline.range(start, end);
    return (group?.members ?? [first]).map((l) => ({
      kind: 'mention',
      mention: {
        handle: l.handle,
        range: this.#inline.range(l.start, l.end),
        form: l.type === 'name' ? 'name' : l.form,
      },
      range,
    }));
  }

  /** Where a lexeme begins and ends, with a link around it. */
  #linked(lexeme: Lexeme): [number, number] {
    const at = this.#line.all.indexOf(lexeme);
    const [first, last] = replacedSpan(this.#line, at, at);
    return [this.#line.at(first)?.start ?? lexeme.start, this.#line.at(last)?.end ?? lexeme.end];
  }

  /** A known name with a remark around it: `CSM leading, with AE`, `Maria (she knows)`. */
  #knownIn(first: number, last: number): OwnerPart | undefined {
    const line = this.#line;
    let at = first;
    while (line.isTransparent(at) || line.isSpace(at)) at++;
    const name = line.at(at);
    if (name?.type !== 'name') return undefined;
    const next = line.skipUnseen(at + 1, 1);
    const isRemark =
      next > last || line.opens(next) || line.isMark(next, '-–—:') || REMARKS.has(line.word(next) ?? '');
    return isRemark ? { kind: 'name', name: name.handle, range: this.#range(at, at) } : undefined;
  }

  /** The last lexeme before a remark in brackets at the end, and what is said up to there. */
  #withoutRemark(first: number, last: number): [number, string] {
    const line = this.#line;
    const open = line.closes(last) ? line.pairOf(last) : undefined;
    if (open === undefined || open <= first || !'(（'.includes(line.char(open))) return [last, ''];
    const end = line.skipSpace(open - 1, -1);
    return [end, this.#shown(line.all.slice(first, end + 1))];
  }

  #range(first: number, last: number): Range {
    return this.#inline.range(this.#line.at(first)?.start ?? 0, this.#line.at(last)?.end ?? 0);
  }
}

/** `all`, `Everyone!`, `@channel`, with or without a remark behind: as a value that is nobody in particular. */
function saysEveryone(text: string): boolean {
  const open = /[)）]$/.test(text) ? Math.max(text.lastIndexOf('('), text.lastIndexOf('（')) : -1;
  const bare = (open < 0 ? text : text.slice(0, open)).trimEnd();
  const word = trimEndOf(bare, '!.…。！').toLowerCase();
  return word.startsWith('@') ? isBroadcast(word.slice(1)) : everyoneWords.has(word);
}

/** Behind a known name these begin a remark about what it does. */
const REMARKS = new Set(
  'leading leads lead owns owning drives driving with for to on in via as plus supported supports supporting who until from'.split(
    ' ',
  ),
);
