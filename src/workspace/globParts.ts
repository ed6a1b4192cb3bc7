/**
 * The parts of a pattern between its `/`, and how they match the names of a path. Nothing here is an expression:
 * matching takes at most as many steps as the pattern has signs times those of the path.
 */

/** Any number of folders. */
export const FOLDERS = Symbol('**');
/** Any number of characters. */
const STAR = Symbol('*');
const ANY = Symbol('?');

interface CharacterSet {
  readonly isNegated: boolean;
  /** First and last character of each range. */
  readonly ranges: readonly (readonly [string, string])[];
}

type Token = string | typeof STAR | typeof ANY | CharacterSet;
export type Part = typeof FOLDERS | readonly Token[];

/** Where the set ends that opens here. Without an end, or across a `/`, the bracket is only a bracket. */
export function endOfSet(text: string, open: number): number | undefined {
  const first = open + (/[!^]/.test(text[open + 1] ?? '') ? 2 : 1);
  // Right behind the opening a closing bracket is a member.
  const end = text.indexOf(']', first + 1);
  return end < 0 || text.slice(open, end).includes('/') ? undefined : end;
}

/** @param escapes whether a backslash takes its meaning from the sign behind it */
export function readParts(glob: string, escapes = false): Part[] {
  const parts: Part[] = [];
  for (const text of glob.split('/')) {
    if (text === '**') {
      // Two in a row say no more than one.
      if (parts.at(-1) !== FOLDERS) parts.push(FOLDERS);
    } else parts.push(readName(text, escapes));
  }
  return parts;
}

function readName(text: string, escapes: boolean): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    const sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const end = sign === '[' ? endOfSet(text, at) : undefined;
    if (end !== undefined) {
      tokens.push(readSet(text.slice(at + 1, end)));
      at = end + 1;
      continue;
    }
    const next = text.codePointAt(at + 1);
    if (escapes && sign === '\\' && next !== undefined) {
      const literal = String.fromCodePoint(next);
      tokens.push(literal);
      at += 1 + literal.length;
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

export function isPlain(part: Part | undefined): boolean {
  return Array.isArray(part) && part.every((token) => typeof token === 'string');
}

/**
 * Keeps every place to which the parts so far can lead, so that no way is gone twice.
 * @param isHidden names that only match where they are written out from their first sign on
 */
export function matchesParts(
  parts: readonly Part[],
  names: readonly string[],
  isHidden: (name: string | undefined) => boolean = beginsWithDot,
): boolean {
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
      if (part !== FOLDERS) next[i] = before && matchesName(part, name, isHidden);
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
function matchesName(tokens: readonly Token[], name: string, isHidden: (name: string) => boolean): boolean {
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
function beginsWithDot(name: string | undefined): boolean {
  return name?.startsWith('.') === true;
}
