import { Candidates, MOST_SUGGESTIONS, nearest } from '../workspace/spelling.ts';
import type { Person } from '../workspace/rosterTypes.ts';
import { wordsOf, type FoundParty } from './peopleFound.ts';

/** Two of whom nobody but a person can say whether they are one. */
export interface SamePerson {
  readonly party: FoundParty;
  /** Somebody else who was found, or whom the roster knows. */
  readonly is: FoundParty | Person;
  /** No third one is as near. */
  readonly isLikely: boolean;
}

interface Whole {
  readonly of: FoundParty | Person;
  readonly words: readonly string[];
}

/** Who may be who: `P. Lang`, `@plang`, `Lang` and `Peter Lange` may all be Peter Lang. Likely ones first. */
export function nearNames(found: readonly FoundParty[], known: Iterable<Person> = []): SamePerson[] {
  const people = found.filter((f) => f.kind === 'person');
  const wholes = [...people, ...known].flatMap((of): Whole[] => {
    const words = of.name === undefined ? [] : wordsOf({ text: of.name, isHandle: false });
    return words.filter((w) => w.length > 1).length > 1 ? [{ of, words }] : [];
  });
  const forms = new Map<string, Set<Whole>>();
  for (const whole of wholes) {
    for (const form of shortForms(whole.words)) forms.set(form, (forms.get(form) ?? new Set()).add(whole));
  }
  const spellings = new Candidates(new Set(wholes.map((w) => w.words.join(' '))));
  const bySpelling = new Map(wholes.map((w) => [w.words.join(' '), w]));
  let looked = 0;
  const pairs = people.flatMap((party): SamePerson[] => {
    const near = new Set<Whole>();
    for (const written of party.written) {
      const words = wordsOf(written);
      for (const whole of forms.get(words.join(' ')) ?? []) near.add(whole);
      for (const whole of words.length > 2 ? (forms.get(`${words[0]} ${words.at(-1)}`) ?? []) : [])
        near.add(whole);
      // Each takes a look at all names, so that there is an end to it.
      if (words.length < 2 || looked++ >= MOST_SUGGESTIONS) continue;
      for (const spelling of nearest(words.join(' '), spellings)) {
        const whole = bySpelling.get(spelling);
        if (whole && isSlip(words, whole.words)) near.add(whole);
      }
    }
    const others = [...near].filter((w) => w.of !== party && isFuller(w, party));
    return others.map(({ of: is }) => ({ party, is, isLikely: others.length === 1 }));
  });
  return [...pairs.filter((p) => p.isLikely), ...pairs.filter((p) => !p.isLikely)];
}

/** `peter`, `lang`, `p lang`, `plang`, `peter l`, `peterl`, `langp`, `pl`; and, of three names, without the middle one. */
function shortForms(words: readonly string[]): Set<string> {
  const [first = ''] = words;
  const last = words.at(-1) ?? '';
  const [f, l] = [first.slice(0, 1), last.slice(0, 1)];
  return new Set([
    first,
    last,
    ...[`${f} ${last}`, f + last, `${first} ${l}`, first + l, last + f, `${last} ${f}`, f + l],
    ...[`${last} ${first}`, last + first, first + last, ...(words.length > 2 ? [`${first} ${last}`] : [])],
  ]);
}

/** A slip of the pen in one of the names; another first name with the same initial is somebody else. */
function isSlip(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  const differ = a.filter((word, i) => word !== b[i]);
  return differ.length === 1 && a.every((word, i) => word === b[i] || nearest(word, [b[i] ?? '']).length > 0);
}

/** Of two that are near each other, the one written more often is who the other is; so no two are each other. */
function isFuller({ of }: Whole, party: FoundParty): boolean {
  if ('place' in of) return true;
  const other = of;
  const fullness = (p: FoundParty) =>
    p.name === undefined ? 0 : wordsOf({ text: p.name, isHandle: false }).length;
  return (
    fullness(other) > fullness(party) ||
    (fullness(other) === fullness(party) &&
      (other.places > party.places || (other.places === party.places && other.handle < party.handle)))
  );
}
