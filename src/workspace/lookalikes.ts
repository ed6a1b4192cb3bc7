/**
 * Handles that are not what they look like: letters of two alphabets that look alike, or characters that nobody sees.
 * After Unicode Technical Standard 39, "Unicode Security Mechanisms", restriction level "moderately restrictive": one
 * alphabet, or Latin with one other, but never Latin with one that looks like it.
 */

/** What is wrong with a handle, and how it was most likely meant. */
export interface Lookalike {
  readonly kind: 'invisible' | 'mixed';
  /** The first letter that is of another alphabet; empty for `invisible`. */
  readonly letter: string;
  /** Without invisible characters and with Latin letters for those that look like them. */
  readonly meant: string;
}

/** Bidirectional controls, zero-width characters and fillers; for use inside a character class. */
export const invisibleCharacters = String.raw`\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0`;

const INVISIBLE = new RegExp(`[${invisibleCharacters}]`, 'gu');

/** Alphabets with letters that look alike. Others, such as Han or Hangul, stand beside Latin in honest names. */
const ALPHABETS = ['Latin', 'Cyrillic', 'Greek', 'Coptic', 'Armenian', 'Cherokee', 'Lisu'].map(
  (name) => new RegExp(`^\\p{Script=${name}}`, 'u'),
);

/** Letters of other alphabets and the Latin ones they pass for. */
const LATIN = new Map(
  [
    'аaеeоoрpсcуyхxіiјjѕsԁdһhӏlԛqԝwѵvкkмmтtпnгrвb',
    'АAВBЕEКKМMНHОOРPСCТTХXІIЈJЅSУY',
    'αaοoνvρpτtιiκkυuεeηnχxγyωw',
    'ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX',
  ].flatMap((row) => {
    const letters = Array.from(row);
    return letters.flatMap((letter, i) => (i % 2 === 0 ? [[letter, letters[i + 1] ?? ''] as const] : []));
  }),
);

/** What is wrong with a handle as a whole; undefined when it is what it looks like. */
export function lookalike(handle: string): Lookalike | undefined {
  // Nearly all handles are ASCII; this runs for every handle of a roster.
  if (ASCII.test(handle)) return undefined;
  const found = alphabetsOf(handle);
  const letter = found[1];
  if (letter !== undefined) return { kind: 'mixed', letter, meant: meantBy(handle) };
  // In Arabic or Hindi words a joiner is part of the spelling.
  const isOurs = found.length > 0 || /^[\p{N}_.\-/]/u.test(handle);
  return isOurs && handle.search(INVISIBLE) >= 0
    ? { kind: 'invisible', letter: '', meant: meantBy(handle) }
    : undefined;
}

/**
 * The same for what stands behind an `@` in a text, where endings may follow a handle: `@maria-ой` is no mix, as each
 * part between dots, dashes and slashes is of one alphabet.
 */
export function lookalikeInText(written: string): Lookalike | undefined {
  const parts = written.split(/[-./_]/).map(lookalike);
  const worst = parts.find((p) => p?.kind === 'mixed') ?? parts.find((p) => p !== undefined);
  return worst && { ...worst, meant: meantBy(written) };
}

const ASCII = /^[ -~]*$/;

/** One letter of each alphabet in a text, Latin first, then in the order of the text. */
function alphabetsOf(text: string): string[] {
  const found = new Map<RegExp, string>();
  for (const letter of text) {
    const alphabet = ALPHABETS.find((a) => a.test(letter));
    if (alphabet && !found.has(alphabet)) found.set(alphabet, letter);
  }
  const latin = ALPHABETS[0] && found.get(ALPHABETS[0]);
  const others = [...found].filter(([a]) => a !== ALPHABETS[0]).map(([, letter]) => letter);
  return latin === undefined ? others : [latin, ...others];
}

function meantBy(text: string): string {
  return Array.from(text.replace(INVISIBLE, ''), (letter) => LATIN.get(letter) ?? letter).join('');
}
