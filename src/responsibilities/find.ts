import { fold } from '../text/fold.ts';
import { partyName, shortName } from '../workspace/display.ts';
import type { PlaybookSummary } from '../workspace/playbookSummary.ts';
import type { Roster } from '../workspace/roster.ts';
import type { Asset, Goal, Owner, Term } from '../workspace/rosterTypes.ts';
import type { SectionSummary } from '../workspace/sectionSummary.ts';
import type { Placed } from './myTasks.ts';

/** What one may ask for an owner of. */
export type Findable =
  | { readonly kind: 'owner'; readonly entry: Owner }
  | { readonly kind: 'section'; readonly playbook: PlaybookSummary; readonly section: SectionSummary }
  | { readonly kind: 'asset'; readonly entry: Asset; readonly roster: Roster }
  | { readonly kind: 'goal'; readonly entry: Goal; readonly roster: Roster }
  | { readonly kind: 'term'; readonly entry: Term }
  | ({ readonly kind: 'task' } & Placed);

export type FindableKind = Findable['kind'];

/** In the order in which a list shows them. */
export const FINDABLE_KINDS: readonly FindableKind[] = ['owner', 'section', 'asset', 'goal', 'term', 'task'];

interface Searchable<T> {
  readonly thing: T;
  /** Folded: its own words. */
  readonly own: string;
  /** Folded: the words of what it stands in, and of who owns it. */
  readonly around: string;
}

/** Finds things by words of theirs and of what they stand in, in any order; case and accents do not count. */
export class Finder<T extends Findable = Findable> {
  readonly #all: readonly Searchable<T>[];

  constructor(things: readonly T[]) {
    this.#all = things.map(searchable);
  }

  /**
   * What holds all the words, by kind. First comes what is called so itself: "brochure" is that section before it is the
   * tasks in it. Without words, everybody and every task.
   */
  find(typed: string): ReadonlyMap<FindableKind, readonly T[]> {
    const words = fold(typed)
      .split(/\s+/u)
      .filter((w) => w !== '');
    const found = new Map<FindableKind, T[]>(FINDABLE_KINDS.map((kind) => [kind, []]));
    const further = new Map<FindableKind, T[]>();
    for (const { thing, own, around } of this.#all) {
      const { kind } = thing;
      if (words.every((w) => own.includes(w))) {
        if (words.length > 0 || kind === 'owner' || kind === 'task') found.get(kind)?.push(thing);
        continue;
      }
      if (!words.every((w) => own.includes(w) || around.includes(w))) continue;
      // A heading is found by its playbook only together with a word of its own: else every heading of it would be.
      if (kind === 'section' && !words.some((w) => own.includes(w))) continue;
      const list = further.get(kind);
      if (list) list.push(thing);
      else further.set(kind, [thing]);
    }
    for (const [kind, list] of further) for (const thing of list) found.get(kind)?.push(thing);
    return found;
  }
}

function searchable<T extends Findable>(thing: T): Searchable<T> {
  const [own, around] = wordsOf(thing);
  return { thing, own: fold(own.join(' ')), around: fold(around.join(' ')) };
}

/** Texts of its own, then those around it. */
function wordsOf(thing: Findable): readonly [readonly string[], readonly string[]] {
  switch (thing.kind) {
    case 'owner':
      return [[shortName(thing.entry), thing.entry.handle, ...thing.entry.aliases], []];
    case 'section': {
      const { section, playbook } = thing;
      return [
        [section.title, ...ownersOf(section, playbook)],
        [playbook.title, ...section.above],
      ];
    }
    case 'asset': {
      const { handle, name = '', file = '', url = '', owner } = thing.entry;
      return [[handle, name, file, url], ownerOf(owner, thing.roster)];
    }
    case 'goal': {
      const { handle, name = '', measure = '', target = '', owner } = thing.entry;
      return [[handle, name, measure, target], ownerOf(owner, thing.roster)];
    }
    case 'term':
      return [[thing.entry.handle, thing.entry.text], []];
    case 'task': {
      const { task, playbook } = thing;
      return [
        [task.text, ...ownersOf(task, playbook)],
        [playbook.title, ...task.path],
      ];
    }
  }
}

function ownersOf({ owners }: Pick<SectionSummary, 'owners'>, { roster }: PlaybookSummary): string[] {
  return owners.flatMap((o) => [o.handle, partyName(o, roster)]);
}

function ownerOf(owner: string | undefined, roster: Roster): string[] {
  if (owner === undefined) return [];
  const entry = roster.find(owner);
  return entry ? [owner, shortName(entry)] : [owner];
}
