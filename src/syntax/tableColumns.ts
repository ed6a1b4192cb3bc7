import { dueHeaders, ownerHeaders, whoHeaders } from './ownerWords.ts';
import type { Cell } from './tableCells.ts';

/** What a column says, by its header cell; `text` is any other. */
export type Column =
  | 'accountable'
  | 'owner'
  | 'responsible'
  | 'consulted'
  | 'informed'
  /** `Who`, `Lead`: owners where most cells hold people. */
  | 'who'
  | 'due'
  | 'status'
  /** Numbers, ids, dates, phases and priorities: never the text of a row. */
  | 'number'
  | 'text';

const FIXED: Readonly<Record<string, Column | undefined>> = {
  accountable: 'accountable',
  responsible: 'responsible',
  consulted: 'consulted',
  informed: 'informed',
  driver: 'owner',
  status: 'status',
  done: 'status',
  state: 'status',
};

const NUMBERS = new Set(
  (
    '#|no|nr|num|number|id|ref|date|dates|day|days|start|start date|end|end date|when|time|timing|timeline|week|' +
    'phase|priority|prio'
  ).split('|'),
);

/** Headers over what is to be done, the likeliest first; those up to `milestone`, and `step`, make rows tasks. */
const TEXTS: readonly (readonly string[])[] = [
  ['task', 'tasks'],
  ['action', 'actions', 'action item', 'action items', 'action (item)', 'action (items)'],
  ['to do', 'to dos', 'to-do', 'to-dos', 'todo', 'todos'],
  ['deliverable', 'deliverables'],
  ['activity', 'activities'],
  ['milestone', 'milestones'],
  ['item', 'items'],
  ['description', 'descriptions'],
  ['step', 'steps'],
];
const TASKS = new Set([...TEXTS.slice(0, 6).flat(), 'step', 'steps']);

/** From the first letter, digit or number sign to the last one, or a bracket. */
const WORDS = /[\p{L}\p{N}#](?:.*[\p{L}\p{N}\p{M}#)])?/su;

/** A header without emphasis, emoji and closing punctuation, white space folded, in small letters. */
export function headerName(text: string): string {
  const shown = text.replace(/<[^<>]*>/g, ' ').replace(/[*_`~]/g, '');
  const name = WORDS.exec(shown)?.[0] ?? '';
  return name.replace(/\s+/g, ' ').toLowerCase();
}

export function columnOf(header: string): Column {
  const name = headerName(header);
  const fixed = Object.hasOwn(FIXED, name) ? FIXED[name] : undefined;
  if (fixed) return fixed;
  if (ownerHeaders.has(name) || /(?:^|[\s/-])(?:owner|dri)$/.test(name)) return 'owner';
  if (whoHeaders.has(name)) return 'who';
  if (dueHeaders.has(name)) return 'due';
  if (NUMBERS.has(name)) return 'number';
  return 'text';
}

/** What the columns of a table say; one whose filled cells are all boxes says how far things are, whatever its header. */
export function columnsOf(header: readonly Cell[], rows: readonly (readonly Cell[])[]): Column[] {
  return header.map((cell, i) => {
    const column = columnOf(cell.text);
    return column === 'text' && holdsBoxes(rows, i) ? 'status' : column;
  });
}

const BOX_CELL = /^(?:\[[ xX]?\]|[☐☑☒✅✓✔])\ufe0f?$/u;
const BLANK_CELL = /^\[[^[\]]{2,}\]$/;

function holdsBoxes(rows: readonly (readonly Cell[])[], column: number): boolean {
  const filled = rows.filter((cells) => cells[column]?.text);
  const isBox = (cells: readonly Cell[]) => BOX_CELL.test(cells[column]?.text ?? '');
  // `[Action] | [X] | [Date]`: so many, still to be filled in.
  const isBlank = (cells: readonly Cell[]) =>
    cells[column]?.text === '[X]' && cells.some(({ text }) => BLANK_CELL.test(text));
  return filled.length > 0 && filled.every(isBox) && !filled.every(isBlank);
}

/** Whether rows are tasks: something about them is due, has a state, or is named as what is to be done. */
export function areTasks(header: readonly Cell[], columns: readonly Column[]): boolean {
  return (
    columns.some((c) => c === 'due' || c === 'status') ||
    header.some((cell, i) => columns[i] === 'text' && TASKS.has(headerName(cell.text)))
  );
}

/** The column that says what is to be done, or -1; one that only numbers or names the rows does if no other says more. */
export function textColumn(
  header: readonly Cell[],
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): number {
  const texts = columns.flatMap((column, i) => (column === 'text' ? i : []));
  const saying = texts.filter((i) => !isIdHeader(header[i]?.text ?? '') && !holdsNumbers(rows, i));
  const among = saying.length > 0 ? saying : texts;
  for (const names of TEXTS) {
    const at = among.find((i) => names.includes(headerName(header[i]?.text ?? '')));
    if (at !== undefined) return at;
  }
  return among[0] ?? -1;
}

/** `Control ID`, `Ticket no.`, `Issue #`. */
function isIdHeader(header: string): boolean {
  return /[\s/-](?:id|no|nr|#)$/.test(headerName(header));
}

const NUMBER_CELL = /^#?\p{Nd}+(?:\.\p{Nd}+)*[.)]?$/u;

/** Ranks, steps and positions are counted under any header. */
function holdsNumbers(rows: readonly (readonly Cell[])[], column: number): boolean {
  const filled = rows.flatMap((cells) => cells[column]?.text || []);
  return filled.length > 0 && filled.every((text) => NUMBER_CELL.test(text));
}
