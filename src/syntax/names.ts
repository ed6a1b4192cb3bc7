/** Words that stand in small letters within a name. */
const PARTICLES = new Set('of and for the de da do dos del la van von der den di du y e'.split(' '));

/** What is said with these is a sentence. */
const FUNCTION_WORDS = new Set(
  (
    'a an the this that these those who whom which what whoever anyone someone everyone each every all any some ' +
    'of for to in on at by with from as if when is are be will should must can may do does not and or ' +
    'it its they them their we us our you your he she his her depends see per'
  ).split(' '),
);

const CAPITAL = /[\p{Lu}\p{Lt}]/u;
const SMALL = /\p{Ll}/u;
const LETTER = /\p{L}/u;
const CASELESS = /\p{Lo}/u;
const MOST_WORDS = 5;
const MOST_CASELESS = 10;

/**
 * Whether words can be a name that no roster knows (docs/format.md, "Value"): at most five words, each with a capital,
 * small ones within aside; ten characters where a script has no capitals; and in small letters only where the whole
 * value has at most two words.
 */
export function canBeName(text: string, isShort: boolean): boolean {
  const bare = text.trim();
  if (bare === '' || !/[\p{L}\p{N}]/u.test(bare)) return false;
  if (CASELESS.test(bare) && !CAPITAL.test(bare) && !SMALL.test(bare))
    return Array.from(bare).length <= MOST_CASELESS && !/[.。！？]/u.test(bare);
  const words = bare.split(/\s+/u);
  if (words.length > MOST_WORDS) return false;
  const isName = words.every((word, i) => {
    if (!LETTER.test(word) || CAPITAL.test(word) || CASELESS.test(word)) return true;
    return i > 0 && i < words.length - 1 && PARTICLES.has(word.toLowerCase());
  });
  if (isName) return !FUNCTION_WORDS.has((words[0] ?? '').toLowerCase()) || words.length === 1;
  return isShort && words.length <= 2 && !words.some((w) => FUNCTION_WORDS.has(w.toLowerCase()));
}
