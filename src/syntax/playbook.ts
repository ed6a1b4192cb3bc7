import type { LineIndex } from '../text/lineIndex.ts';
import type { Position } from '../text/position.ts';
import type { Range } from '../text/range.ts';
import type { FrontMatter } from './frontMatter.ts';
import type { InlineLine } from './inlineLine.ts';
import type { TextKind } from './ownerPlaces.ts';
import type { SyntaxProblem } from './problem.ts';

/**
 * The tree of one playbook. All positions are zero-based lines and UTF-16 characters of the text as given.
 * Nodes are plain data that nobody changes but the parser that made them, which moves what stays when its document is
 * edited. Nothing here knows a roster, so names and placeholders are kept as candidates and `workspace/ownership.ts`
 * decides between them.
 */
export interface Playbook {
  readonly lines: LineIndex;
  readonly frontMatter: FrontMatter | undefined;
  /** What the body holds, in source order. */
  readonly blocks: readonly Block[];
  /** The document itself: the section before and around every heading. */
  readonly root: Section;
  readonly directives: readonly Directive[];
  readonly problems: readonly SyntaxProblem[];
}

export type Block = Heading | Task | Table | OwnerLine;

export interface Section {
  /** Absent for the document. */
  readonly heading: Heading | undefined;
  readonly parent: Section | undefined;
  readonly children: readonly Section[];
  /** Owner lines that speak for this section, in source order; key-value tables among them. */
  readonly ownerLines: readonly (OwnerLine | Table)[];
  /** Tasks and tables directly in this section, not in its sub-sections. */
  readonly items: readonly (Task | Table)[];
  /** First and one past the last line of the section, its sub-sections included. */
  readonly startLine: number;
  readonly endLine: number;
}

export interface Heading {
  readonly kind: 'heading';
  /** 1 to 6. */
  readonly level: number;
  readonly range: Range;
  readonly words: Words;
  /** The heading itself, where it is one: `### Owner: Maria López`. */
  readonly ownerLine: OwnerLine | undefined;
}

/** How far a task is: what its box, its status cell or a line through it says. */
export type TaskState = 'open' | 'started' | 'done' | 'cancelled';

/** What stands between a task and the task it lies under, and may say whose it is. */
export type Above =
  /** The line that leads in the list it stands in: `Maria should:`. */
  | { readonly kind: 'leadIn'; readonly words: Words }
  /** The list item that holds it, with the owner lines among its child bullets. */
  | { readonly kind: 'item'; readonly ownerLines: readonly OwnerLine[] };

/** A GFM task list item (GFM 0.29 section 5.3). */
export interface Task {
  readonly kind: 'task';
  readonly state: TaskState;
  /** Done or cancelled: nothing is left to do. */
  readonly done: boolean;
  /** The item from its marker to the end of its last line, children included. */
  readonly range: Range;
  /** Where the one character between the square brackets stands. */
  readonly box: Position;
  readonly words: Words;
  /** Owner lines of this task: continuation lines and child bullets. */
  readonly ownerLines: readonly OwnerLine[];
  /** The nearest task this one is nested in. */
  readonly parent: Task | undefined;
  /** What stands between this task and its parent, or the document; the nearest first. */
  readonly above: readonly Above[];
}

/** What a task, a heading or a table cell says, taken apart. */
export interface Words {
  /** From the first word to the last, trailing tokens, tags and comments left out. */
  readonly range: Range;
  /** The words as a reader sees them, without tokens, tags and comments; mentions stay. */
  readonly text: string;
  /** Every mention and placeholder outside tokens, in source order. */
  readonly mentions: readonly Mention[];
  readonly tokens: readonly Token[];
  readonly tags: readonly Tag[];
  /** Mention groups in an owner's place, the stronger place first; the first one with a true mention owns. */
  readonly ownerGroups: readonly OwnerGroup[];
  /** Where an owner is written when there is none. */
  readonly insertAt: Position;
  /** All of it is struck out. */
  readonly isStruck: boolean;
  /** What to read again once it is known who is known; undefined where that makes no difference. */
  readonly source: WordsSource | undefined;
}

/** The text that words were read from, line by line. */
export interface WordsSource {
  readonly kind: TextKind;
  readonly lines: readonly InlineLine[];
}

export interface Mention {
  /** The handle without `@`, as written; for a placeholder what stands behind the `@`. */
  readonly handle: string;
  /** With the `@`. */
  readonly range: Range;
  /**
   * `placeholder`: `@tbd`, `@____`, `@<name>`: nobody, unless a roster defines that handle.
   * `domain`: ends like an internet domain (`@2i2c.org`): no mention, unless a roster defines that handle.
   * `tag`: a time, a size or another tool's tag (`@2pm`, `@done`): the same.
   * `name`: a name in plain words that the roster knows, with an `@` or without; `handle` is the roster's.
   */
  readonly form: 'handle' | 'name' | 'placeholder' | 'domain' | 'tag';
}

export interface OwnerGroup {
  readonly place: 'leading' | 'trailing';
  /** The first is accountable, the rest are co-owners. */
  readonly members: readonly Mention[];
  /** From the first mention to the last, links around them included: what assigning replaces. */
  readonly range: Range;
  /** With the brackets, dash, colon and space that belong to it: what clearing removes. */
  readonly clearRange: Range;
  /** The words as a reader sees them, without this group. */
  readonly rest: string;
}

export type TokenKey =
  | 'due'
  | 'for'
  | 'sla'
  | 'goal'
  | 'makes'
  | 'uses'
  | 'id'
  | 'after'
  | 'help'
  | 'consult'
  | 'inform'
  | 'every';

export interface Token {
  readonly key: TokenKey;
  readonly range: Range;
  /** One or, where the key takes several, many; quotes and `@` removed. */
  readonly values: readonly TokenValue[];
}

export interface TokenValue {
  readonly text: string;
  readonly range: Range;
}

export interface Tag {
  /** Without `#`. */
  readonly name: string;
  readonly range: Range;
}

/** The value of an owner line or an owner cell: mentions, names or nothing. Taken apart where the roster is known. */
export interface OwnerValue {
  /** As written, without surrounding space. */
  readonly text: string;
  /** Empty, where the value would stand, when there is none. */
  readonly range: Range;
}

export type OwnerLabel = 'owner' | 'lead';

/** `Owner: @maria`, `**DRI:** Jane Smith`. */
export interface OwnerLine {
  readonly kind: 'ownerLine';
  /** `Lead` and `Leads` own only with a mention or a known name behind them. */
  readonly label: OwnerLabel;
  /** The label as written. */
  readonly labelText: string;
  /** The label and its value. */
  readonly range: Range;
  readonly value: OwnerValue;
  /** With nothing behind the label, the plain bullets below it. */
  readonly bullets: readonly OwnerValue[];
}

/** A GFM table that says who owns something (GFM 0.29 section 4.10); other tables are not kept. */
export interface Table {
  readonly kind: 'table';
  readonly range: Range;
  /** How its rows read: tasks, standing responsibilities, or the letters of a RACI chart. */
  readonly rowKind: 'row' | 'area' | 'raci';
  /** No column names owners for certain: it counts only if the `Who` column mostly holds people. */
  readonly asksWho: boolean;
  readonly rows: readonly Row[];
  /** Two columns whose second header may be an owner: `| Owner | @maria |` is then an owner line. */
  readonly keyValue: OwnerLine | undefined;
}

export interface Row {
  readonly kind: 'row';
  readonly range: Range;
  readonly state: TaskState;
  readonly done: boolean;
  readonly words: Words;
  /** Cells of the owner columns; the accountable column first. */
  readonly owners: readonly OwnerValue[];
  /** Cells of columns such as `Who`, which are owners only where they mostly hold people. */
  readonly who: readonly OwnerValue[];
  readonly due: OwnerValue | undefined;
  /** The cell that closes it: `Status`, `Done`. */
  readonly status: OwnerValue | undefined;
  readonly consulted: readonly OwnerValue[];
  readonly informed: readonly OwnerValue[];
  /** RACI only: who holds which letters; columns where this row has none are among them. */
  readonly raci: readonly RaciCell[];
}

export interface RaciCell {
  /** Upper case, from R, A, C, I, S and V; empty for an empty cell. */
  readonly letters: string;
  readonly range: Range;
  /** The header cell of the column. */
  readonly who: OwnerValue;
}

/** A comment that switches rules off or on: `<!-- playbook-disable-next-line owner-missing -->`. */
export interface Directive {
  /** `unknown`: something else behind `playbook-`, perhaps one of the others misspelled; it does nothing. */
  readonly action: 'disable' | 'enable' | 'disable-next-line' | 'disable-file' | 'unknown';
  /** Rule ids as written; none means all. Where the action is unknown, what stands in its place. */
  readonly rules: readonly { readonly id: string; readonly range: Range }[];
  readonly range: Range;
}
