import type { Lexeme } from './lexemes.ts';
import { ownerLabelPattern } from './ownerLabels.ts';

/** Where a group of mentions owns: a task's from either end, a heading's only from its end. */
export type OwnerPlaces = 'both' | 'trailing';

/** A mention group in an owner's place; offsets in the text that was lexed. */
export interface GroupSpan {
  readonly place: 'leading' | 'trailing';
  readonly members: readonly MentionLexeme[];
  readonly start: number;
  readonly end: number;
  readonly clearStart: number;
  readonly clearEnd: number;
}

type MentionLexeme = Extract<Lexeme, { type: 'mention' }>;

// Behind one of these a bare mention at the end is somebody the task concerns, not its owner.
const PREPOSITIONS = new Set('for to with from by of at via ask tell notify ping cc thank thanks'.split(' '));
const OPENERS = '([{';
const CLOSERS = ')]}';
const DASHES = '-–—';
const CLOSING_MARKS = new Set(['.', ',', ';', ':', '!', '?', '"', '”', '’', '…', '\\', '|']);
const LABEL_END = new RegExp(`(?:^|[^\\p{L}\\p{N}])(?:${ownerLabelPattern})\\s*$`, 'iu');

/**
 * The leading mention group and the trailing one, in this order. The leading one alone is returned when it holds a
 * mention that no roster can turn into something else, as then nothing else is asked for.
 */
export function findGroups(text: string, lexemes: readonly Lexeme[], places: OwnerPlaces): GroupSpan[] {
  const finder = new GroupFinder(text, lexemes);
  const leading = places === 'both' ? finder.leading() : undefined;
  if (leading?.members.some((m) => m.form === 'handle')) return [leading];
  const trailing = finder.trailing();
  return [leading, trailing].filter(
    (g, i, all) => g !== undefined && !(i === 1 && g.start === all[0]?.start),
  ) as GroupSpan[];
}

class GroupFinder {
  readonly #text: string;
  readonly #lexemes: readonly Lexeme[];

  constructor(text: string, lexemes: readonly Lexeme[]) {
    this.#text = text;
    this.#lexemes = lexemes;
  }

  leading(): GroupSpan | undefined {
    let first = 0;
    while (this.#isBeforeLeading(first)) first++;
    if (this.#lexemes[first]?.type !== 'mention') return undefined;
    let last = first;
    for (let next = this.#nextMember(last, 1); next !== undefined; next = this.#nextMember(last, 1))
      last = next;
    return this.#span('leading', first, last);
  }

  trailing(): GroupSpan | undefined {
    const last = this.#lastBeforeAsides();
    if (last === undefined || this.#lexemes[last]?.type !== 'mention') return undefined;
    let first = last;
    for (let next = this.#nextMember(first, -1); next !== undefined; next = this.#nextMember(first, -1))
      first = next;
    return this.#owns(first) ? this.#span('trailing', first, last) : undefined;
  }

  #isBeforeLeading(i: number): boolean {
    const l = this.#lexemes[i];
    if (!l) return false;
    return isTransparent(l) || isAside(l) || (l.type === 'mark' && OPENERS.includes(this.#char(l)));
  }

  /** Index of the last lexeme once everything that may stand behind an owner is set aside. */
  #lastBeforeAsides(): number | undefined {
    let open = 0;
    for (let i = this.#lexemes.length - 1; i >= 0; i--) {
      const l = this.#lexemes[i];
      if (!l || isTransparent(l) || isAside(l) || l.type === 'url' || l.type === 'date' || l.type === 'html')
        continue;
      if (l.type !== 'mark') return i;
      const char = this.#char(l);
      if (CLOSERS.includes(char)) open++;
      else if (OPENERS.includes(char) && open > 0) open--;
      else if (!CLOSING_MARKS.has(char)) return i;
    }
    return undefined;
  }

  /** The next mention of the same group in a direction, with only joiners between. */
  #nextMember(from: number, step: 1 | -1): number | undefined {
    let joined = false;
    for (let i = from + step; ; i += step) {
      const l = this.#lexemes[i];
      if (!l) return undefined;
      if (l.type === 'mention') return joined ? i : undefined;
      if (isTransparent(l)) continue;
      const joins =
        l.type === 'space' ||
        (l.type === 'mark' && ',&/+'.includes(this.#char(l))) ||
        (l.type === 'word' && this.#slice(l).toLowerCase() === 'and');
      if (!joins) return undefined;
      joined = true;
    }
  }

  /** Whether a group at the end that begins at `first` owns: in brackets, behind a dash or colon, or bare. */
  #owns(first: number): boolean {
    let i = first - 1;
    for (let l = this.#lexemes[i]; l && (l.type === 'space' || isTransparent(l)); l = this.#lexemes[i]) i--;
    const before = this.#lexemes[i];
    return before?.type !== 'word' || !PREPOSITIONS.has(this.#slice(before).toLowerCase());
  }

  #span(place: GroupSpan['place'], first: number, last: number): GroupSpan {
    const [startIndex, endIndex] = this.#withMarkup(first, last);
    const members = this.#lexemes.slice(first, last + 1).filter((l) => l.type === 'mention');
    const start = this.#lexemes[startIndex]?.start ?? 0;
    const end = this.#lexemes[endIndex]?.end ?? 0;
    const [clearFirst, clearLast] =
      place === 'leading'
        ? this.#clearLeading(startIndex, endIndex)
        : this.#clearTrailing(startIndex, endIndex);
    return {
      place,
      members,
      start,
      end,
      clearStart: this.#lexemes[clearFirst]?.start ?? start,
      clearEnd: this.#lexemes[clearLast]?.end ?? end,
    };
  }

  /**
   * Takes the link around the group in, and each link or emphasis that the group lies in with one end only
   * (`**@maria** and @sam`), so that replacing leaves no half of one.
   */
  #withMarkup(first: number, last: number): [number, number] {
    let opened = 0;
    let closed = 0;
    let opens = false;
    for (let i = first; i <= last; i++) {
      const l = this.#lexemes[i];
      if (!l || !isTransparent(l)) continue;
      // A run of marks opens or closes as one.
      opens =
        l.type === 'link' ? this.#isLinkStart(i) : this.#isEmphasis(i - 1) ? opens : this.#opensBehind(i - 1);
      if (opens) opened++;
      else if (opened > 0) opened--;
      else closed++;
    }
    for (; closed > 0 && this.#isMarkup(first - 1); closed--) first--;
    for (; opened > 0 && this.#isMarkup(last + 1); opened--) last++;
    let [before, after] = [first - 1, last + 1];
    while (this.#isEmphasis(before) && this.#isEmphasis(after)) [before, after] = [before - 1, after + 1];
    const isLink = this.#isLinkStart(before) && this.#lexemes[after]?.type === 'link';
    return isLink ? [before, after] : [first, last];
  }

  #isLinkStart(i: number): boolean {
    const l = this.#lexemes[i];
    return l?.type === 'link' && this.#char(l) === '[';
  }

  /** Whether emphasis that follows begins there: behind a space or an opening mark, not behind a word. */
  #opensBehind(i: number): boolean {
    const l = this.#lexemes[i];
    return !l || l.type === 'space' || (l.type === 'mark' && !CLOSING_MARKS.has(this.#char(l)));
  }

  #clearLeading(first: number, last: number): [number, number] {
    [first, last] = this.#withWrapping(first, last);
    // `**@maria:**`: the emphasis closes behind the colon.
    if (this.#isMark(last + 1, ':,;')) [first, last] = this.#withWrapping(first, last + 1);
    let end = this.#skipSpace(last + 1, 1);
    if (this.#isMark(end, ':,;') || (end > last + 1 && this.#isMark(end, DASHES))) {
      while (this.#isMark(end, ':,;' + DASHES)) end++;
      end = this.#skipSpace(end, 1);
    }
    // A group with nothing before it leaves no space behind.
    return [first, Math.max(last, end - 1)];
  }

  #clearTrailing(first: number, last: number): [number, number] {
    [first, last] = this.#withWrapping(first, last);
    const beforeGroup = this.#skipSpace(first - 1, -1);
    if (this.#isMark(beforeGroup, ':') && this.#labelBefore(beforeGroup) !== undefined) {
      first = this.#labelBefore(beforeGroup) ?? first;
      [first, last] = this.#withWrapping(first, last);
    }
    let start = this.#skipSpace(first - 1, -1);
    let dash = start;
    while (this.#isMark(dash, DASHES)) dash--;
    if (dash < start && this.#lexemes[dash]?.type === 'space') start = this.#skipSpace(dash, -1);
    else if (this.#isMark(start, ':')) start = this.#skipSpace(start - 1, -1);
    return [start + 1, last];
  }

  /** Widens a span by the emphasis, the link and the brackets that hug it on both sides. */
  #withWrapping(first: number, last: number): [number, number] {
    for (;;) {
      const before = this.#lexemes[first - 1];
      const after = this.#lexemes[last + 1];
      if (!before || !after) return [first, last];
      const markup = isTransparent(before) && before.type === after.type;
      const pair = OPENERS.indexOf(this.#char(before));
      const brackets =
        before.type === 'mark' && after.type === 'mark' && pair >= 0 && this.#char(after) === CLOSERS[pair];
      if (!markup && !brackets) return [first, last];
      first--;
      last++;
    }
  }

  /** Index of the first word of an owner label that ends just before a colon. */
  #labelBefore(colon: number): number | undefined {
    const end = this.#lexemes[colon]?.start ?? 0;
    const match = LABEL_END.exec(this.#text.slice(Math.max(0, end - 24), end));
    if (!match) return undefined;
    let first = colon - 1;
    for (let words = match[0].trim().split(/\s+/).length; first >= 0; first--) {
      if (this.#lexemes[first]?.type === 'word' && --words === 0) return first;
    }
    return undefined;
  }

  #skipSpace(from: number, step: 1 | -1): number {
    let i = from;
    while (this.#lexemes[i]?.type === 'space') i += step;
    return i;
  }

  #isMark(i: number, chars: string): boolean {
    const l = this.#lexemes[i];
    return l?.type === 'mark' && chars.includes(this.#char(l));
  }

  #isEmphasis(i: number): boolean {
    return this.#lexemes[i]?.type === 'emphasis';
  }

  #isMarkup(i: number): boolean {
    const l = this.#lexemes[i];
    return l !== undefined && isTransparent(l);
  }

  #char(l: Lexeme): string {
    return this.#text[l.start] ?? '';
  }

  #slice(l: Lexeme): string {
    return this.#text.slice(l.start, l.end);
  }
}

/** Emphasis and link marks: a reader does not see them, so they part nothing. */
function isTransparent(l: Lexeme): boolean {
  return l.type === 'emphasis' || l.type === 'link';
}

function isAside(l: Lexeme): boolean {
  return l.type === 'space' || l.type === 'token' || l.type === 'tag' || l.type === 'comment';
}
