import type { Range } from '../text/range.ts';
import type { Row, Section, Table, Task, TaskState, Token, TokenValue, Words } from '../syntax/playbook.ts';
import type { Owner } from './rosterTypes.ts';

/** Why somebody owns a task: nearest reason first. */
export type OwnerSource = 'task' | 'parent' | 'section' | 'default' | 'none';

/** A person, team, role or name. */
export interface Somebody {
  /** As the roster spells it, else as written; without `@`. */
  readonly handle: string;
  /** `name`: a handle or name that no roster knows. */
  readonly kind: 'person' | 'team' | 'role' | 'name';
  readonly entry: Owner | undefined;
  /** True when it was written with an `@`. */
  readonly mentioned: boolean;
}

/** Somebody in an owner's or a receiver's place. */
export interface Party extends Somebody {
  /** Where it is written; absent for a default owner. */
  readonly range: Range | undefined;
}

/** Something that somebody may answer for. */
export interface Owned {
  /** The first is accountable, the rest are co-owners; empty when nobody owns. */
  readonly owners: readonly Somebody[];
}

/** Who answers for something. */
export interface Ownership extends Owned {
  readonly owners: readonly Party[];
  readonly source: OwnerSource;
}

/** A task with everything that a roster and the text around it say about it. */
export interface OwnedTask extends Ownership {
  /** `item`: a task list item. `row`: a table row that is a task. `area`: a standing responsibility. */
  readonly kind: 'item' | 'row' | 'area';
  readonly node: Task | Row;
  /** Of a row. */
  readonly table: Table | undefined;
  readonly section: Section;
  readonly state: TaskState;
  /** Done or cancelled. */
  readonly done: boolean;
  readonly words: Words;
  /** The words without owner and tokens. */
  readonly text: string;
  /** As written, whether it can be read or not. */
  readonly dueText: TokenValue | undefined;
  /** Calendar day, when it is one. */
  readonly due: string | undefined;
  readonly goals: readonly TokenValue[];
  readonly consulted: readonly Party[];
  readonly informed: readonly Party[];
  /** Who waits for the result. */
  readonly receivers: readonly Party[];
  readonly helpers: readonly Party[];
}

/** An area stands for good: it is neither open nor done. */
export function isOpen(task: Pick<OwnedTask, 'kind' | 'done'>): boolean {
  return task.kind !== 'area' && !task.done;
}

export function isOwned(task: Owned): boolean {
  return task.owners.length > 0;
}

/** Whether its text has a place that says done or not: a box, or the cell of a status column. */
export function hasDoneMark({ kind, node }: OwnedTask): boolean {
  return kind !== 'area' && (node.kind === 'task' || node.status !== undefined);
}

/** What a due cell says, emphasis aside; `____` is a blank to fill in. */
export function dueCellText(text: string): string {
  return /^_+$/.test(text) ? text : text.replace(/[*_]+/g, '').trim();
}

const NO_VALUES: readonly TokenValue[] = [];

/** The values of every token with this key. */
export function tokenValues(tokens: readonly Token[], key: Token['key']): readonly TokenValue[] {
  let values = NO_VALUES;
  let joined: TokenValue[] | undefined;
  for (const token of tokens) {
    if (token.key !== key) continue;
    if (values.length === 0) values = token.values;
    else {
      // The values of one token are its own, and most tasks have one.
      values = joined ??= [...values];
      for (const value of token.values) joined.push(value);
    }
  }
  return values;
}

/** Titles of the headings a section lies under, the outermost first. */
export function sectionPath(section: Section): string[] {
  const path: string[] = [];
  for (let s: Section | undefined = section; s; s = s.parent) {
    if (s.heading) path.unshift(sectionTitle(s));
  }
  return path;
}

/** A heading without owner and tokens. */
export function sectionTitle({ heading }: Pick<Section, 'heading'>): string {
  return heading ? (heading.words.ownerGroups[0]?.rest ?? heading.words.text) : '';
}
