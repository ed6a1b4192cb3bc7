import { foldCase } from '../text/fold.ts';
import type { KnownName, Lexicon } from '../syntax/lexicon.ts';
import type { Words, WordsSource } from '../syntax/playbook.ts';
import { wordsFor } from '../syntax/words.ts';
import { commonFirstNames } from './commonFirstNames.ts';
import { normalizeName } from './handles.ts';
import type { Owner } from './rosterTypes.ts';

/** One step of a name: a folded character, and what ends there. */
interface NameNode {
  readonly next: Map<string, NameNode>;
  ends: { readonly owner: Owner; readonly mustBeCapital: boolean } | undefined;
}

const WORD_SIGN = /[\p{L}\p{N}\p{M}_]/u;
const MARK = /\p{M}/u;
const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const CAPITAL = /\p{Lu}|\p{Lo}/u;

/** In UTF-16 units. At each word of a line a name is followed to its end, so that a name as long as a book would be a trap. */
const LONGEST_NAME = 500;

/** What a lexicon asks of its roster. */
interface Known {
  owners(): readonly Owner[];
  find(handle: string): Owner | undefined;
}

/**
 * The names and handles of a roster as the reading of a line asks for them. Names stand in a tree of characters, so
 * that looking one up costs its length, however many there are and however they overlap.
 */
export class RosterLexicon implements Lexicon {
  readonly #roster: Known;
  readonly #read = new WeakMap<Words, { readonly line: number; readonly words: Words }>();
  readonly #root: NameNode = { next: new Map(), ends: undefined };

  constructor(roster: Known) {
    this.#roster = roster;
    const owners = roster.owners();
    for (const owner of owners) for (const name of namesOf(owner)) this.#add(name, owner, false);
    for (const [first, owner] of firstNames(roster)) this.#add(first, owner, true);
    for (const owner of owners) {
      // A role is often known by its letters alone: `CSM`.
      if (owner.kind === 'role' && owner.name === undefined) this.#add(owner.handle, owner, true);
    }
  }

  defines(handle: string): boolean {
    return this.#roster.find(handle) !== undefined;
  }

  /** True when a text may say a name: cheap, for texts that say none. */
  mayKnow(text: string): boolean {
    for (let i = 0; i < text.length; i++) {
      const before = text[i - 1] ?? ' ';
      const isStart = before === '_' || !WORD_SIGN.test(before);
      if (isStart && this.#root.next.has(foldCase(text[i] ?? '')) && this.nameAt(text, i)) return true;
    }
    return false;
  }

  nameAt(text: string, offset: number, isMentioned = false): KnownName | undefined {
    let node = this.#root;
    let found: KnownName | undefined;
    const isCapital = isMentioned || CAPITAL.test(characterAt(text, offset));
    for (let at = offset; at < text.length;) {
      const [sign, end] = signAt(text, at);
      for (const char of sign) {
        const next = node.next.get(char);
        if (!next) return found;
        node = next;
      }
      at = end;
      const { ends } = node;
      if (ends && (isCapital || !ends.mustBeCapital) && isWordEnd(text, at))
        found = { end: at, handle: ends.owner.handle, kind: ends.owner.kind };
    }
    return found;
  }

  /** A line read again with what is known here; kept while the line stays where it is. */
  read(words: Words, source: WordsSource): Words {
    const { line } = words.range.start;
    const known = this.#read.get(words);
    if (known?.line === line) return known.words;
    const mayDiffer = source.lines.some(({ text }) => text.includes('@') || this.mayKnow(text));
    const read = mayDiffer ? wordsFor(words, this) : words;
    this.#read.set(words, { line, words: read });
    return read;
  }

  #add(name: string, owner: Owner, mustBeCapital: boolean): void {
    if (name.length > LONGEST_NAME) return;
    let node = this.#root;
    for (const char of normalizeName(name)) {
      let next = node.next.get(char);
      if (!next) node.next.set(char, (next = { next: new Map(), ends: undefined }));
      node = next;
    }
    // The first who has a name keeps it: people go before teams, teams before roles.
    if (node !== this.#root) node.ends ??= { owner, mustBeCapital };
  }
}

function namesOf(owner: Owner): readonly string[] {
  return owner.name === undefined ? owner.aliases : [owner.name, ...owner.aliases];
}

/** First names that only one person has and that are no common word. */
function firstNames(roster: Known): ReadonlyMap<string, Owner> {
  const found = new Map<string, Owner | undefined>();
  for (const owner of roster.owners()) {
    if (owner.kind !== 'person' || owner.name === undefined) continue;
    const words = owner.name.trim().split(/\s+/u);
    const first = normalizeName(words[0] ?? '');
    if (words.length < 2 || !/^[\p{L}\p{M}'’-]{2,}$/u.test(first) || commonFirstNames.has(first)) continue;
    found.set(first, found.has(first) ? undefined : owner);
  }
  const unique = new Map<string, Owner>();
  for (const [first, owner] of found) {
    // `@ben` may be somebody else's handle.
    const handle = owner && roster.find(first);
    if (owner && (handle === undefined || handle === owner)) unique.set(first, owner);
  }
  return unique;
}

/** The folded sign at an offset, marks behind it composed into it, white space as one space; and the offset behind it. */
function signAt(text: string, at: number): readonly [sign: string, end: number] {
  const char = characterAt(text, at);
  let end = at + char.length;
  if (/\s/u.test(char)) {
    while (end < text.length && /\s/u.test(text[end] ?? '')) end++;
    return [' ', end];
  }
  let cluster = char;
  while (end < text.length && MARK.test(text[end] ?? '')) cluster += text[end++] ?? '';
  return [foldCase(cluster), end];
}

function characterAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}

/** `Anna` is not said in `Anna-Lena`, `Annabel` or `anna@acme.example`. */
function isWordEnd(text: string, at: number): boolean {
  const next = characterAt(text, at);
  if (next === '' || SPACELESS.test(text[at - 1] ?? '')) return true;
  // A `_` closes an emphasis.
  if (next !== '_' && WORD_SIGN.test(next)) return SPACELESS.test(next);
  if (next === '@') return false;
  return (
    !(
      (next === '-' || next === '.' || next === '’' || next === "'") &&
      /[\p{L}\p{N}]/u.test(characterAt(text, at + 1))
    ) ||
    // `Kate's tasks` are Kate's.
    /^['’]s(?![\p{L}\p{N}])/u.test(text.slice(at, at + 3))
  );
}
