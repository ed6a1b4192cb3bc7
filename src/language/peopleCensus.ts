import type { Section } from '../syntax/playbook.ts';
import { normalizeHandle, normalizeName } from '../workspace/handles.ts';
import type { PlaybookView } from '../workspace/fileView.ts';
import { claimOfHeading, claimOfLine, seenBy } from '../workspace/parties.ts';
import { sectionTitle, type Party } from '../workspace/tasks.ts';
import { TeamWords } from './teamWords.ts';

/** One way in which somebody is written whom no roster knows. */
export interface WrittenName {
  /** As it is written most often; without `@`. */
  readonly text: string;
  readonly isHandle: boolean;
  /** How many tasks and areas it owns. */
  readonly owns: number;
  /** How many times it stands elsewhere in a task or heading: in `for:`, in `help:`, in the text. */
  readonly named: number;
  /** Places in which it is written: an owner line counts once, however many tasks are below it. */
  readonly places: number;
  /** Files in which it is written, by the order in which they came. */
  readonly files: ReadonlySet<number>;
  /** Teams of which the headings and folders around it speak, and in how many places. */
  readonly teams: ReadonlyMap<string, number>;
}

interface Tally extends WrittenName {
  owns: number;
  named: number;
  places: number;
  readonly spellings: Map<string, number>;
  readonly files: Set<number>;
  readonly teams: Map<string, number>;
}

/**
 * Counts whom playbooks name and their rosters do not know. It keeps names and numbers only, so that thousands of files
 * can be counted one after the other.
 */
export class PeopleCensus {
  readonly #tallies = new Map<string, Tally>();
  readonly #teams: TeamWords;
  #files = 0;

  constructor(teams = new TeamWords()) {
    this.#teams = teams;
  }

  /**
   * @param path of the file below the folder that is looked at, which may name a team
   * @returns whether somebody unknown owns something in it
   */
  add(view: PlaybookView, path = ''): boolean {
    const { tasks, roster, playbook } = view;
    const file = new CountedFile(this.#files++, this.#teams, path);
    let hasOwners = false;
    const owner = (party: Party, section: Section | undefined) => {
      if (party.entry) return;
      hasOwners = true;
      file.place(this.#tally(party.handle, party.mentioned), party.range, section);
    };
    for (const task of tasks) {
      const { section } = task;
      const owners = task.owners.filter((o) => !o.entry);
      for (const o of owners) {
        this.#tally(o.handle, o.mentioned).owns++;
        owner(o, section);
      }
      for (const party of [...task.receivers, ...task.helpers, ...task.consulted, ...task.informed]) {
        if (party.entry) continue;
        const tally = this.#tally(party.handle, party.mentioned);
        tally.named++;
        file.place(tally, party.range, section);
      }
      for (const { handle, form, range } of task.words.mentions) {
        const isOwner = owners.some(
          (o) => o.mentioned && normalizeHandle(o.handle) === normalizeHandle(handle),
        );
        if (form !== 'handle' || roster.find(handle) || isOwner) continue;
        const tally = this.#tally(handle, true);
        tally.named++;
        file.place(tally, range, section);
      }
    }
    // Headings and owner lines with no task below them.
    for (const block of playbook.blocks) {
      if (block.kind === 'ownerLine') {
        for (const o of claimOfLine(block, roster, block.label === 'lead')?.owners ?? []) owner(o, undefined);
      } else if (block.kind === 'heading') {
        const owners = claimOfHeading(block, roster)?.owners ?? [];
        for (const o of owners) owner(o, undefined);
        for (const { handle, form, range } of seenBy(block.words, roster).mentions) {
          if (form === 'handle' && !roster.find(handle))
            file.place(this.#tally(handle, true), range, undefined);
        }
      }
    }
    return hasOwners;
  }

  /** Everybody found so far, as they came. */
  found(): WrittenName[] {
    return [...this.#tallies.values()].map((tally) => {
      let text = tally.text;
      for (const [spelling, n] of tally.spellings) if (n > (tally.spellings.get(text) ?? 0)) text = spelling;
      return { ...tally, text };
    });
  }

  #tally(written: string, isHandle: boolean): Tally {
    const key = isHandle ? `@${normalizeHandle(written)}` : normalizeName(written);
    let tally = this.#tallies.get(key);
    if (!tally) {
      tally = {
        text: written,
        isHandle,
        owns: 0,
        named: 0,
        places: 0,
        spellings: new Map(),
        files: new Set(),
        teams: new Map(),
      };
      this.#tallies.set(key, tally);
    }
    tally.spellings.set(written, (tally.spellings.get(written) ?? 0) + 1);
    return tally;
  }
}

/** The places of one file, each counted once. */
class CountedFile {
  readonly #file: number;
  readonly #teams: TeamWords;
  readonly #path: string;
  readonly #places = new Set<string>();

  constructor(file: number, teams: TeamWords, path: string) {
    this.#file = file;
    this.#teams = teams;
    this.#path = path.replace(/\.[^./]*$/, '');
  }

  place(tally: Tally, range: Party['range'], section: Section | undefined): void {
    if (range) {
      const key = `${range.start.line}:${range.start.character}`;
      if (this.#places.has(key)) return;
      this.#places.add(key);
    }
    tally.places++;
    tally.files.add(this.#file);
    const team = this.#teamAround(section);
    if (team !== undefined) tally.teams.set(team, (tally.teams.get(team) ?? 0) + 1);
  }

  /** The nearest heading that names a team, else the nearest folder. */
  #teamAround(section: Section | undefined): string | undefined {
    for (let s = section; s; s = s.parent) {
      const team = s.heading && this.#teams.in(sectionTitle(s));
      if (team !== undefined) return team;
    }
    for (const name of this.#path.split('/').reverse()) {
      const team = this.#teams.in(name);
      if (team !== undefined) return team;
    }
    return undefined;
  }
}
