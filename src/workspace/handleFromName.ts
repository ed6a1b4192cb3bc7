import { fold } from '../text/fold.ts';
import { isBroadcast, isHandle, normalizeHandle } from './handles.ts';
import { isPlaceholder } from '../syntax/mentions.ts';

/** A new person, as somebody typed the name: `Jane Smith`, `jane`, `@jane.smith`. */
export interface TypedPerson {
  readonly handle: string;
  readonly name: string;
}

/**
 * Handle and name for what was typed. A handle is kept as it is; of a name it is the first word in plain letters, the
 * last name behind it where the first is taken, then a number.
 * @param isTaken tells whether somebody has the handle already
 * @returns undefined for a text without letters
 */
export function personFromText(text: string, isTaken: (handle: string) => boolean): TypedPerson | undefined {
  const typed = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const bare = typed.replace(/^@/, '');
  if (!/\p{L}/u.test(bare)) return undefined;
  const isFree = (handle: string) => isUsable(handle) && !isTaken(handle);
  const name = /[\s\p{Lu}]/u.test(bare) ? bare : titled(bare);
  if (typed.startsWith('@') && isFree(bare)) return { handle: bare, name };
  const words = plain(bare)
    .split(' ')
    .filter((w) => w !== '');
  const [first = 'person', ...others] = words;
  const last = others.at(-1);
  const tries = last === undefined ? [first] : [first, `${first}.${last}`];
  for (const handle of tries) if (isFree(handle)) return { handle, name };
  for (let n = 2; ; n++) {
    const handle = `${tries.at(-1) ?? first}${n}`;
    if (isFree(handle)) return { handle, name };
  }
}

function isUsable(handle: string): boolean {
  return isHandle(handle) && !isBroadcast(handle) && !isPlaceholder(normalizeHandle(handle));
}

/** `jane.smith` reads as Jane Smith. */
function titled(handle: string): string {
  return handle
    .split(/[._-]+/)
    .filter((w) => w !== '')
    .map((w) => w.charAt(0).toUpperCase() + w.slice(1))
    .join(' ');
}

// Letters that do not come apart into a plain one and an accent.
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

function plain(text: string): string {
  return fold(text)
    .replace(/[ßæœøłđðþı]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/['’.]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
