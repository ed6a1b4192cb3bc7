import type { YamlEntry } from '../syntax/yamlTree.ts';
import type { Range } from '../text/range.ts';

/** Where an entry of a roster or front matter is written. */
export interface Place {
  readonly uri: string;
  /** The entry's key: `maria` in `maria: { name: … }`. */
  readonly range: Range;
}

/** What every entry has. `handle` is spelled as its author spelled it. */
interface EntryBase {
  readonly handle: string;
  readonly place: Place;
}

export interface Person extends EntryBase {
  readonly kind: 'person';
  readonly name?: string;
  /** Other names people write. */
  readonly aliases: readonly string[];
  /** Handles of teams, as written; more than one for a person who crosses over. */
  readonly teams: readonly string[];
  readonly title?: string;
  readonly email?: string;
  readonly maxOpen?: number;
  /** Calendar days `YYYY-MM-DD`, both ends included; `cover` is the handle of who stands in. */
  readonly away: readonly { readonly from: string; readonly to: string; readonly cover?: string }[];
  /** Calendar day from which the person is no longer there. */
  readonly left?: string;
}

export interface Team extends EntryBase {
  readonly kind: 'team';
  readonly name?: string;
  readonly aliases: readonly string[];
  readonly lead?: string;
  /** An outside agency. */
  readonly external: boolean;
  /** The insider answerable for an outside agency. */
  readonly contact?: string;
}

export interface Role extends EntryBase {
  readonly kind: 'role';
  /** As people write it: `Product Manager`. */
  readonly name?: string;
  readonly aliases: readonly string[];
  readonly holders: readonly string[];
}

export interface Goal extends EntryBase {
  readonly kind: 'goal';
  readonly name?: string;
  readonly teams: readonly string[];
  readonly owner?: string;
  readonly measure?: string;
  readonly target?: string;
  readonly due?: string;
}

export interface Asset extends EntryBase {
  readonly kind: 'asset';
  readonly name?: string;
  readonly owner?: string;
  readonly file?: string;
  readonly url?: string;
  readonly for: readonly string[];
  readonly reviewBy?: string;
}

export interface Meeting extends EntryBase {
  readonly kind: 'meeting';
  readonly name?: string;
  readonly teams: readonly string[];
  readonly every?: string;
  readonly owner?: string;
}

export interface Term extends EntryBase {
  readonly kind: 'term';
  readonly text: string;
}

export type Severity = 'off' | 'hint' | 'information' | 'warning' | 'error';

/** A value with the place where it is written, quotes left out. */
export interface Located<T> {
  readonly value: T;
  readonly range: Range;
}

/** A handle that some value of a roster or front matter names: `team: marketing`, `lead: maria`. */
export interface RosterReference {
  /** As written, without `@`. */
  readonly handle: string;
  /** The handle alone, without `@` and quotes; of all of the value where that cannot be told apart. */
  readonly range: Range;
  readonly expects: Expected;
  /** It stands in a list where one value is wanted, and a list of strangers is another tool's. */
  readonly list?: { readonly key: Pick<YamlEntry, 'key' | 'keyRange'>; readonly of: number };
}

/** What a reference may name: `lead` is a person or a role that a person holds, `for` is anybody who can own. */
export type Expected = 'person' | 'team' | 'owner';

/** Who can own: the three kinds that share one namespace. */
export type Owner = Person | Team | Role;
