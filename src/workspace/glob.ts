import { endOfSet, FOLDERS, isPlain, matchesParts, readParts, type Part } from './globParts.ts';

/**
 * One glob. `*`, `**`, `?`, `[…]` and `{a,b}` mean something, every other sign stands for itself.
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

/**
 * Reads a glob.
 * @param meansFolders whether one that names a folder outright (`handbook`, `handbook/`) means everything in it
 */
export function readGlob(text: string, meansFolders = true): Glob | GlobFlaw {
  if (text.length > MAX_GLOB_LENGTH) return 'globTooLong';
  const relative = text.replace(/^(?:\.?\/)+/, '');
  if (relative.split('/').includes('..')) return 'globOutside';
  const choices = writeOut(relative);
  if (!choices) return 'globTooManyChoices';
  const last = relative.slice(relative.lastIndexOf('/') + 1);
  const forms = choices.flatMap((choice): (readonly Part[])[] => {
    if (!meansFolders) return [readParts(choice)];
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
        for (const choice of inner) choices.push(choice);
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
