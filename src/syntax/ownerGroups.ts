import {
  addressingStarts,
  addressingVerbs,
  asideLabels,
  asideWords,
  isOwnerLabel,
  prepositions,
  stepWords,
  taskNouns,
} from './lineWords.ts';
import { duePhraseStart } from './duePhrases.ts';
import type { Lexeme } from './lexemes.ts';
import { LineLexemes, type MemberLexeme } from './lineLexemes.ts';
import { mayOwn, type Surroundings, type TextKind } from './ownerPlaces.ts';
import { joiningWords } from './ownerWords.ts';
import { clearedSpan, offsets, replacedSpan } from './ownerSpans.ts';

/** A mention group in an owner's place; offsets in the text that was lexed. */
export interface GroupSpan {
  readonly place: 'leading' | 'trailing';
  readonly members: readonly MemberLexeme[];
  readonly start: number;
  readonly end: number;
  readonly clearStart: number;
  readonly clearEnd: number;
}

/** Lexemes from the first member of a group to its last, both ends included. */
interface Run {
  readonly first: number;
  readonly last: number;
}

const JOINERS = ',;&/+、，；＆／،؛';
const DASHES = '-–—';
const COLONS = ':：';

/**
 * The leading mention group and the trailing one, in this order. The leading one alone is returned when it holds a
 * mention that no roster can turn into something else, as then nothing else is asked for.
 */
export function findGroups(text: string, lexemes: readonly Lexeme[], kind: TextKind): GroupSpan[] {
  const finder = new GroupFinder(new LineLexemes(text, lexemes), kind);
  const leading = finder.leading();
  if (leading?.members.some((m) => m.type === 'name' || m.form === 'handle' || m.form === 'name'))
    return [leading];
  const trailing = finder.trailing();
  return [leading, trailing].filter(
    (g, i, all) => g !== undefined && !(i === 1 && g.start === all[0]?.start),
  ) as GroupSpan[];
}

class GroupFinder {
  readonly #line: LineLexemes;
  readonly #kind: TextKind;

  constructor(line: LineLexemes, kind: TextKind) {
    this.#line = line;
    this.#kind = kind;
  }

  leading(): GroupSpan | undefined {
    const line = this.#line;
    let first = 0;
    let open: number | undefined;
    for (; line.isAside(first) || line.isAnyMark(first) || this.#isOrdinal(first); first++) {
      if (line.opens(first) && line.pairOf(first) !== undefined) open = first;
      // A bracket that is closed again holds something else.
      else if (line.closes(first) && line.pairOf(first) === open) open = undefined;
    }
    if (!line.member(first)) return this.#named(first);
    const run = { first, last: this.#lastOf(first) };
    return this.#claim('leading', run, this.#aroundStart(run, open)) ?? this.#namedTasks(run);
  }

  /** `1.` or `2)` in front of the words. */
  #isOrdinal(i: number): boolean {
    return /^\d{1,3}$/.test(this.#line.word(i) ?? '') && this.#line.isMark(i + 1, '.)');
  }

  /** In headings: `For Maria`, `For the host`, all the heading says. */
  #named(first: number): GroupSpan | undefined {
    const line = this.#line;
    if (this.#kind !== 'heading' || line.word(first) !== 'for') return undefined;
    let start = line.skipUnseen(first + 1, 1);
    if (line.word(start) === 'the') start = line.skipUnseen(start + 1, 1);
    if (!line.member(start)) return undefined;
    const run = { first: start, last: this.#lastOf(start) };
    if (line.nextWord(run.last + 1) !== undefined) return undefined;
    return this.#claim('trailing', run, {
      at: 'forName',
      inside: 'none',
      before: 'words',
      behind: 'nothing',
    });
  }

  /** In headings and lead-ins: `Maria tasks`, `Kate should:`, `Sales is responsible for:`. */
  #namedTasks(run: Run): GroupSpan | undefined {
    if (this.#kind === 'task' || this.#kind === 'item') return undefined;
    const line = this.#line;
    const words: string[] = [];
    const next = line.nextWord(run.last + 1);
    // Japanese: `営業は…:` says what sales has to do.
    if (this.#kind === 'leadIn' && next !== undefined && line.word(next)?.startsWith('は'))
      return this.#claim('leading', run, {
        at: 'nameShould',
        inside: 'none',
        before: 'nothing',
        behind: 'words',
      });
    for (let i = next; i !== undefined; i = line.nextWord(i + 1)) {
      const word = line.word(i);
      if (word === undefined || words.length > 3) return undefined;
      words.push(word);
    }
    // `Kate's tasks`: the apostrophe may stand alone behind a name.
    if (words[0] === 's') words.shift();
    const said = words.join(' ');
    const around = { inside: 'none', before: 'nothing', behind: 'words' } as const;
    if (taskNouns.has(said) || taskNouns.has(said.replace(/^to do/, 'to-do')))
      return this.#claim('leading', run, { ...around, at: 'nameTasks' });
    const isLeadIn =
      this.#kind === 'leadIn' &&
      ['should', 'must', 'is responsible for', 'are responsible for'].includes(said);
    return isLeadIn ? this.#claim('leading', run, { ...around, at: 'nameShould' }) : undefined;
  }

  trailing(): GroupSpan | undefined {
    const { all } = this.#line;
    const found = this.#trailingFrom(all.length - 1);
    if (found || this.#kind !== 'task') return found;
    // Where the paragraph's end names nobody, the first line's may.
    const breakAt = all.findIndex((_, i) => this.#line.breaksAt(i));
    return breakAt < 0 ? undefined : this.#trailingFrom(breakAt - 1, breakAt);
  }

  /** @param breakAt the line break the text ends before, where it is not the whole */
  #trailingFrom(end: number, breakAt?: number): GroupSpan | undefined {
    const line = this.#line;
    for (let i = end; i >= 0;) {
      if (line.closes(i)) {
        const opener = line.pairOf(i);
        if (opener === undefined) {
          i--;
          continue;
        }
        const inside = this.#insideOf(opener, i);
        if (inside === 'aside') {
          i = opener - 1;
          continue;
        }
        if (inside === undefined) return undefined;
        return this.#claim('trailing', inside.run, this.#aroundEnd(inside.run, opener, inside.isLabelled));
      }
      if (line.isAside(i) || line.isAnyMark(i)) {
        i--;
        continue;
      }
      if (!line.member(i)) {
        const phrase = duePhraseStart(this.#line, i, 0);
        if (phrase === undefined) return undefined;
        i = phrase - 1;
        continue;
      }
      const run = { first: this.#firstOf(i), last: i };
      const aside = this.#asideStart(run.first);
      if (aside !== undefined) {
        i = aside - 1;
        continue;
      }
      const around = this.#aroundEnd(run, undefined, false);
      const isBare = around.before === 'words' || around.before === 'known';
      if (isBare && breakAt !== undefined && !this.#beginsAnew(breakAt)) return undefined;
      return this.#claim('trailing', run, around);
    }
    return undefined;
  }

  /** Hard-wrapped prose goes on in small letters; what begins otherwise behind a line break is a line of its own. */
  #beginsAnew(breakAt: number): boolean {
    const line = this.#line;
    const gap = line.slice(breakAt);
    if (line.at(breakAt)?.type === 'html' || gap.includes('  \n') || line.isMark(breakAt - 1, '\\'))
      return true;
    const next = line.at(breakAt + 1);
    return next !== undefined && !/^\p{Ll}/u.test(line.text.slice(next.start, next.start + 2));
  }

  /** What a pair of brackets at the end holds: owners, something that is set aside, or other words. */
  #insideOf(open: number, close: number): { run: Run; isLabelled: boolean } | 'aside' | undefined {
    const line = this.#line;
    let first: number | undefined;
    let last: number | undefined;
    const before: string[] = [];
    let others = 0;
    for (let i = open + 1; i < close; i++) {
      if (line.isAside(i) || line.isAnyMark(i)) continue;
      if (line.member(i)) {
        first ??= i;
        last = i;
      } else if (first === undefined) {
        before.push(line.word(i) ?? '\0');
      } else if (!joiningWords.has(line.word(i) ?? '')) others++;
    }
    if (first === undefined || last === undefined) {
      if (before.length === 0) return 'aside';
      return duePhraseStart(this.#line, this.#lastWord(close - 1), open) === line.nextWord(open + 1)
        ? 'aside'
        : undefined;
    }
    const isLabelled = before.length > 0 && isOwnerLabel(before.join(' '));
    const hasOthers = others > 0 || (before.length > 0 && !isLabelled);
    // A name among other words says nothing; a mention does, but not that it owns.
    if (hasOthers)
      return this.#holdsMention(first, last) || asideLabels.has(before.join(' ')) ? 'aside' : undefined;
    return { run: { first, last: this.#lastOf(first) }, isLabelled };
  }

  #holdsMention(first: number, last: number): boolean {
    for (let i = first; i <= last; i++) if (this.#line.at(i)?.type === 'mention') return true;
    return false;
  }

  #lastWord(from: number): number {
    let i = from;
    while (i >= 0 && (this.#line.isAside(i) || this.#line.isAnyMark(i))) i--;
    return i;
  }

  /** Where an aside begins that a group ends: `cc @sam`, `reviewer: @sam`; undefined where it is none. */
  #asideStart(first: number): number | undefined {
    const line = this.#line;
    const before = line.skipUnseen(first - 1, -1);
    if (line.isMark(before, COLONS)) {
      const label = line.skipUnseen(before - 1, -1);
      return asideLabels.has(line.word(label) ?? '') ? label : undefined;
    }
    return asideWords.has(line.word(before) ?? '') ? before : undefined;
  }

  /** The last member of the group that begins at an index, with only joiners between. */
  #lastOf(first: number): number {
    let last = first;
    for (let next = this.#nextMember(last, 1); next !== undefined; next = this.#nextMember(last, 1))
      last = next;
    return last;
  }

  #firstOf(last: number): number {
    let first = last;
    for (let next = this.#nextMember(first, -1); next !== undefined; next = this.#nextMember(first, -1))
      first = next;
    return first;
  }

  #nextMember(from: number, step: 1 | -1): number | undefined {
    const line = this.#line;
    let isSpaced = false;
    let isJoined = false;
    for (let i = from + step; ; i += step) {
      if (!line.at(i)) return undefined;
      const member = line.member(i);
      if (member && !line.isAside(i)) {
        // "Write to sales @maria": a name in plain words needs more than a space to belong to a group.
        const areMentions = member.type === 'mention' && line.at(from)?.type === 'mention';
        return isJoined || (isSpaced && areMentions) ? i : undefined;
      }
      if (line.isTransparent(i) || line.isStruckMention(i)) continue;
      if (line.isSpace(i)) isSpaced = true;
      else if (line.isMark(i, JOINERS) || joiningWords.has(line.word(i) ?? '')) isJoined = true;
      else return undefined;
    }
  }

  #aroundStart({ last }: Run, open: number | undefined): Surroundings {
    const close = open === undefined ? undefined : this.#line.pairOf(open);
    // The brackets hold the group and nothing else where no word follows before they close.
    const isWhole = close !== undefined && (this.#line.nextWord(last + 1) ?? close) >= close;
    return {
      at: 'start',
      inside: isWhole && open !== undefined ? this.#bracketKind(open) : 'none',
      before: 'nothing',
      behind: this.#behind(last),
    };
  }

  #behind(last: number): Surroundings['behind'] {
    const line = this.#line;
    const next = line.skipUnseen(last + 1, 1);
    const isEnd = line.nextWord(last + 1) === undefined;
    if (line.isMark(next, COLONS)) {
      // A line that leads in a list ends in its colon: what says more is another sentence.
      if (this.#kind !== 'leadIn') return 'colon';
      return isEnd ? 'nothing' : 'words';
    }
    if (line.opens(next)) return 'bracket';
    return isEnd ? 'nothing' : 'words';
  }

  #aroundEnd({ first }: Run, open: number | undefined, isLabelled: boolean): Surroundings {
    const line = this.#line;
    const inside = open === undefined ? 'none' : this.#bracketKind(open);
    const around = { at: 'end', inside, behind: 'nothing' } as const;
    if (isLabelled) return { ...around, before: 'label' };
    if (open !== undefined) return { ...around, before: 'words' };
    const gap = line.skipUnseen(first - 1, -1);
    if (gap < 0) return { ...around, before: 'nothing' };
    if (line.isMark(gap, COLONS)) return { ...around, before: this.#labelEnds(gap) ? 'label' : 'colon' };
    if (line.isMark(gap, '→⇒') || (line.isMark(gap, '>') && line.isMark(gap - 1, '-=')))
      return { ...around, before: this.#namesBefore(gap) ? 'known' : 'arrow' };
    if (line.isMark(gap, DASHES)) {
      let dash = gap;
      while (line.isMark(dash, DASHES)) dash--;
      if (!line.isSpace(dash) && dash >= 0) return { ...around, before: 'words' };
      return {
        ...around,
        before: addressingStarts.has(line.word(line.nextWord(0) ?? -1) ?? '') ? 'known' : 'dash',
      };
    }
    return { ...around, before: this.#isAddressed(gap) ? 'preposition' : 'words' };
  }

  /** `DRI:` right before a group. */
  #labelEnds(colon: number): boolean {
    const line = this.#line;
    const last = line.skipUnseen(colon - 1, -1);
    const word = line.word(last);
    if (word === undefined) return false;
    if (isOwnerLabel(word)) return true;
    const previous = line.word(line.skipUnseen(last - 1, -1));
    return previous !== undefined && isOwnerLabel(`${previous} ${word}`);
  }

  #namesBefore(end: number): boolean {
    for (let i = 0; i < end; i++) if (this.#line.member(i) && !this.#line.isAside(i)) return true;
    return false;
  }

  /** Whether the word before a bare group says that it is no owner. */
  #isAddressed(i: number): boolean {
    const line = this.#line;
    const word = line.word(i);
    if (word === undefined) return false;
    if (prepositions.has(word)) return true;
    if (!addressingVerbs.has(word)) return false;
    let before = line.skipUnseen(i - 1, -1);
    while (line.isAnyMark(before) && !line.isMark(before, ',;，；、'))
      before = line.skipUnseen(before - 1, -1);
    return (
      before < 0 ||
      line.isMark(before, ',;，；、') ||
      stepWords.has(line.word(before) ?? '') ||
      line.nextWord(0) === i
    );
  }

  #bracketKind(open: number): Surroundings['inside'] {
    const char = this.#line.char(open);
    if ('(（'.includes(char)) return 'round';
    return '[［【'.includes(char) ? 'square' : 'other';
  }

  /** The group, if its place lets its members own. */
  #claim(place: GroupSpan['place'], run: Run, around: Surroundings): GroupSpan | undefined {
    const line = this.#line;
    const may = mayOwn(this.#kind, around);
    let { first, last } = run;
    let members: MemberLexeme[] = [];
    for (let i = first; i <= run.last; i++) {
      const member = line.member(i);
      if (!member || line.isAside(i)) continue;
      if (member.type === 'mention' ? may.mentions : may.names.includes(member.kind)) {
        if (members.length === 0) first = i;
        last = i;
        members.push(member);
      } else if (place === 'leading') break;
      // "Count calls, sales and @maria": what may not own here parts those who may from the words before.
      else members = [];
    }
    if (members.length === 0) return undefined;
    const replaced = replacedSpan(line, first, last);
    const cleared = clearedSpan(line, place, replaced);
    return {
      place,
      members,
      ...offsets(line, replaced, 'start', 'end'),
      ...offsets(line, cleared, 'clearStart', 'clearEnd'),
    };
  }
}
