/**
 * One glob. `*`, `**`, `?`, `[…]` and `{a,b}` mean something, every other sign stands for itself. Nothing here is an
 * expression: matching takes at most as many steps as the glob has signs times those of the path.
 */

/** Longer than any that people write. */
export const MAX_GLOB_LENGTH = 200;
/** What the braces of one glob may stand for: `{a,b}/{c,d}` is four. */
export const MAX_GLOB_CHOICES = 100;

export type GlobFlaw = 'globTooLong' | 'globTooManyChoices' | 'globOutside';

export interface Glob {
  /** @param names the parts of a path between its `/` */
  readonly matches: (names: readonly string[]) => boolean;
  /** Signs once its braces are written out. */
  readonly size: number;
}

/** Any number of folders. */
const FOLDERS = Symbol('**');
/** Any number of characters. */
const STAR = Symbol('*');
const ANY = Symbol('?');

interface CharacterSet {
  readonly isNegated: boolean;
  /** First and last character of each range. */
  readonly ranges: readonly (readonly [string, string])[];
}

type Token = string | typeof STAR | typeof ANY | CharacterSet;
type Part = typeof FOLDERS | readonly Token[];

/** Reads a glob. One that names a folder outright (`handbook`, `handbook/`) means everything in it. */
export function readGlob(text: string): Glob | GlobFlaw {
  if (text.length > MAX_GLOB_LENGTH) return 'globTooLong';
  const relative = text.replace(/^(?:\.?\/)+/, '');
  if (relative.split('/').includes('..')) return 'globOutside';
  const choices = writeOut(relative);
  if (!choices) return 'globTooManyChoices';
  const last = relative.slice(relative.lastIndexOf('/') + 1);
  const forms = choices.flatMap((choice): (readonly Part[])[] => {
    if (choice.endsWith('/')) return [readParts(`${choice}**`)];
    const parts = readParts(choice);
    // `docs/*` means the files in docs and no more, so only a plain name can be a folder.
    const isName = `/${choice}`.endsWith(`/${last}`) && isPlain(parts.at(-1));
    return isName ? [parts, [...parts, FOLDERS]] : [parts];
  });
  return {
    matches: (names) => forms.some((parts) => matchesParts(parts, names)),
    size: choices.reduce((sum, choice) => sum + choice.length, 0),
  };
}

/** The glob without its braces, once for each of their choices; undefined where there are too many. */
function writeOut(glob: string): string[] | undefined {
  const braces = findBraces(glob);
  const between = (from: number, to: number): string[] | undefined => {
    let written = [''];
    let plainFrom = from;
    const append = (ends: readonly string[]): boolean => {
      if (written.length * ends.length > MAX_GLOB_CHOICES) return false;
      written = written.flatMap((start) => ends.map((end) => start + end));
      return true;
    };
    for (let at = from; at < to; at++) {
      const brace = braces.get(at);
      if (!brace) continue;
      append([glob.slice(plainFrom, at)]);
      const choices: string[] = [];
      for (const [i, comma] of brace.slice(1).entries()) {
        const inner = between((brace[i] ?? 0) + 1, comma);
        if (!inner) return undefined;
        choices.push(...inner);
      }
      if (!append(choices)) return undefined;
      at = brace.at(-1) ?? at;
      plainFrom = at + 1;
    }
    append([glob.slice(plainFrom, to)]);
    return written;
  };
  return between(0, glob.length);
}

/** Pairs of braces with a comma between them, by where they open: opening brace, commas, closing brace. */
function findBraces(glob: string): Map<number, readonly number[]> {
  const found = new Map<number, readonly number[]>();
  const open: number[][] = [];
  for (let at = 0; at < glob.length; at++) {
    const sign = glob[at];
    if (sign === '[') at = endOfSet(glob, at) ?? at;
    else if (sign === '{') open.push([at]);
    else if (sign === ',') open.at(-1)?.push(at);
    else if (sign === '}') {
      const pair = open.pop();
      if (pair && pair.length > 1) found.set(pair[0] ?? at, [...pair, at]);
    }
  }
  return found;
}

/** Where the set ends that opens here. Without an end, or across a `/`, the bracket is only a bracket. */
function endOfSet(text: string, open: number): number | undefined {
  const first = open + (/[!^]/.test(text[open + 1] ?? '') ? 2 : 1);
  // Right behind the opening a closing bracket is a member.
  const end = text.indexOf(']', first + 1);
  return end < 0 || text.slice(open, end).includes('/') ? undefined : end;
}

function readParts(glob: string): Part[] {
  const parts: Part[] = [];
  for (const text of glob.split('/')) {
    if (text === '**') {
      // Two in a row say no more than one.
      if (parts.at(-1) !== FOLDERS) parts.push(FOLDERS);
    } else parts.push(readName(text));
  }
  return parts;
}

function readName(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    const sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const end = sign === '[' ? endOfSet(text, at) : undefined;
    if (end !== undefined) {
      tokens.push(readSet(text.slice(at + 1, end)));
      at = end + 1;
      continue;
    }
    if (sign === '*') {
      if (tokens.at(-1) !== STAR) tokens.push(STAR);
    } else tokens.push(sign === '?' ? ANY : sign);
    at += sign.length;
  }
  return tokens;
}

function readSet(text: string): CharacterSet {
  const isNegated = /^[!^]/.test(text);
  const members = Array.from(isNegated ? text.slice(1) : text);
  const ranges: [string, string][] = [];
  for (let i = 0; i < members.length; i++) {
    const first = members[i] ?? '';
    const last = members[i + 2];
    if (members[i + 1] === '-' && last !== undefined) {
      ranges.push([first, last]);
      i += 2;
    } else ranges.push([first, first]);
  }
  return { isNegated, ranges };
}

function isPlain(part: Part | undefined): boolean {
  return Array.isArray(part) && part.every((token) => typeof token === 'string');
}

/** Keeps every place to which the parts so far can lead, so that no way is gone twice. */
function matchesParts(parts: readonly Part[], names: readonly string[]): boolean {
  let reached = names.map((_, i) => i === 0);
  reached.push(names.length === 0);
  for (const [p, part] of parts.entries()) {
    // Behind the last `/` it is everything in the folder, not the folder itself.
    const isRest = part === FOLDERS && p === parts.length - 1;
    const next = reached.map(() => false);
    let any = false;
    for (const [i, isReached] of reached.entries()) {
      const name = names[i - 1];
      const before = name !== undefined && reached[i - 1] === true;
      if (part !== FOLDERS) next[i] = before && matchesName(part, name);
      else if (isRest) next[i] = (before || next[i - 1] === true) && !isHidden(name);
      else next[i] = isReached || (next[i - 1] === true && !isHidden(name));
      any ||= next[i];
    }
    if (!any) return false;
    reached = next;
  }
  return reached.at(-1) === true;
}

/** Goes back to the last `*` alone: one before it could take nothing that this one cannot. */
function matchesName(tokens: readonly Token[], name: string): boolean {
  if (isHidden(name) && tokens[0] !== '.') return false;
  const characters = Array.from(name);
  let at = 0;
  let token = 0;
  let star: { readonly token: number; at: number } | undefined;
  while (at < characters.length) {
    const wanted = tokens[token];
    if (wanted === STAR) star = { token: token++, at };
    else if (wanted !== undefined && matchesCharacter(wanted, characters[at] ?? '')) {
      at++;
      token++;
    } else if (star) {
      at = ++star.at;
      token = star.token + 1;
    } else return false;
  }
  return tokens.slice(token).every((rest) => rest === STAR);
}

function matchesCharacter(token: Exclude<Token, typeof STAR>, character: string): boolean {
  if (token === ANY) return true;
  if (typeof token === 'string') return token === character;
  const code = character.codePointAt(0) ?? 0;
  const isMember = token.ranges.some(
    ([first, last]) => (first.codePointAt(0) ?? 0) <= code && code <= (last.codePointAt(0) ?? 0),
  );
  return isMember !== token.isNegated;
}

/** A name that begins with a dot is named outright or not at all. */
function isHidden(name: string | undefined): boolean {
  return name?.startsWith('.') === true;
}
