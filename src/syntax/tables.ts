import type { Range } from '../text/range.ts';
import { InlineText } from './inlineText.ts';
import { ownerLabelPattern } from './ownerLabels.ts';
import type { OwnerLine, OwnerValue, RaciCell, Row, Table, Token } from './playbook.ts';
import type { Cell } from './tableCells.ts';
import { analyzeWords } from './words.ts';

/** What a column says, by its header cell; `text` is any other. */
type Column =
  | 'accountable'
  | 'owner'
  | 'responsible'
  | 'consulted'
  | 'informed'
  | 'due'
  | 'status'
  | 'number' // numbers, ids, dates and times: never the text of a row
  | 'task'
  | 'text';

const HEADERS: readonly (readonly [Column, RegExp])[] = [
  ['accountable', /^accountable$/],
  ['owner', /^(?:owner(?:s|\(s\))?|dri|driver|assignee(?:s|\(s\))?|assigned to)$/],
  ['responsible', /^responsible$/],
  ['consulted', /^consulted$/],
  ['informed', /^informed$/],
  ['due', /^(?:due|due date|deadline)$/],
  ['status', /^(?:status|done)$/],
  ['number', /^(?:#|no\.?|nr\.?|num(?:ber)?|id|ref|dates?|day|start date|end date|when|time)$/],
  [
    'task',
    /^(?:tasks?|actions?|action (?:\()?items?\)?|steps?|to[ -]?dos?|activit(?:y|ies)|deliverables?|milestones?)$/,
  ],
];

const DONE = /^(?:done|completed?|closed|shipped|yes|x|✓|✅)$/iu;
const RACI_CELL = /^[RACI](?:[\s,/+&]*[RACI])*$/;
const NO_LETTERS = /^[-–—]?$/;
const KEY_VALUE_LABEL = new RegExp(`^(?:(${ownerLabelPattern})|leads?)$`, 'i');

/** A table as its rows of cells; the delimiter row left out. */
export interface TableSource {
  readonly range: Range;
  readonly header: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
}

/** @returns undefined for a table that says nothing about ownership. */
export function readTable(source: TableSource): Table | undefined {
  const { header, range } = source;
  const columns = header.map((cell) => columnOf(cell.text));
  const keyValue = readKeyValue(header);
  if (columns.some((c) => c === 'accountable' || c === 'owner' || c === 'responsible')) {
    const rowKind = columns.some((c) => c === 'due' || c === 'status' || c === 'task') ? 'row' : 'area';
    const rows = source.rows.flatMap((cells) => readRow(cells, columns) ?? []);
    return { kind: 'table', range, rowKind, rows, keyValue };
  }
  if (isRaci(source)) {
    const rows = source.rows.flatMap((cells) => readRaciRow(cells, header) ?? []);
    return { kind: 'table', range, rowKind: 'raci', rows, keyValue };
  }
  return keyValue && { kind: 'table', range, rowKind: 'area', rows: [], keyValue };
}

function columnOf(header: string): Column {
  const name = plain(header).toLowerCase();
  return HEADERS.find(([, pattern]) => pattern.test(name))?.[0] ?? 'text';
}

/** A cell without emphasis and code marks, white space folded. */
function plain(text: string): string {
  return text
    .replace(/[*_`~]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function readKeyValue(header: readonly Cell[]): OwnerLine | undefined {
  const [first, second] = header;
  if (header.length !== 2 || !first || !second || second.text === '') return undefined;
  const labelText = plain(first.text).replace(/:$/, '');
  const match = KEY_VALUE_LABEL.exec(labelText);
  if (!match) return undefined;
  const value = cellValue(second);
  return {
    kind: 'ownerLine',
    label: match[1] === undefined ? 'lead' : 'owner',
    labelText,
    range: { start: cellRange(first).start, end: value.range.end },
    value,
  };
}

function readRow(cells: readonly Cell[], columns: readonly Column[]): Row | undefined {
  const of = (column: Column) => cells.filter((_, i) => columns[i] === column);
  const textCell = textCellOf(cells, columns);
  const owners = [...of('accountable'), ...of('owner'), ...of('responsible')].map(cellValue);
  // A row without words asks nothing of anybody.
  if (!textCell || textCell.text === '') return undefined;
  const due = of('due')[0];
  // With two such columns the one that says it is done is the one to clear.
  const status = of('status').find((c) => isDone(c)) ?? of('status')[0];
  const words = analyzeWords(new InlineText([textCell]));
  return {
    kind: 'row',
    range: rowRange(cells),
    done: status !== undefined && isDone(status),
    words: {
      ...words,
      // In code, too, GFM lets the backslash vanish.
      text: words.text.replaceAll('\\|', '|'),
      tokens: [...words.tokens, ...tokensElsewhere(cells, columns, textCell)],
    },
    owners,
    due: due && cellValue(due),
    status: status && cellValue(status),
    consulted: of('consulted').map(cellValue),
    informed: of('informed').map(cellValue),
    raci: [],
  };
}

function isDone(cell: Cell): boolean {
  return DONE.test(plain(cell.text));
}

/** The first column that is not an owner, due, status, number, id, date or time. */
function textCellOf(cells: readonly Cell[], columns: readonly Column[]): Cell | undefined {
  const i = columns.findIndex((c) => c === 'text' || c === 'task');
  return cells[i];
}

/** Tokens may stand in any column that has no meaning of its own. */
function tokensElsewhere(cells: readonly Cell[], columns: readonly Column[], textCell: Cell): Token[] {
  return cells
    .filter((c, i) => c !== textCell && (columns[i] === 'text' || columns[i] === 'task') && c.text.includes(':'))
    .flatMap((c) => analyzeWords(new InlineText([c])).tokens);
}

function isRaci({ header, rows }: TableSource): boolean {
  if (header.length < 2) return false;
  let letters = 0;
  for (const cells of rows) {
    for (const [i, cell] of cells.entries()) {
      if (i === 0 || i >= header.length) continue;
      const text = plain(cell.text);
      if (NO_LETTERS.test(text)) continue;
      if (!RACI_CELL.test(text)) return false;
      letters++;
    }
  }
  return letters > 0;
}

function readRaciRow(cells: readonly Cell[], header: readonly Cell[]): Row | undefined {
  const [textCell, ...rest] = cells;
  if (!textCell || textCell.text === '') return undefined;
  const raci: RaciCell[] = [];
  for (const [i, cell] of rest.entries()) {
    const who = header[i + 1];
    const letters = plain(cell.text).replace(/[^RACI]/g, '');
    // A column without a letter is kept as well: assigning writes there.
    if (who && who.text !== '') raci.push({ letters, range: cellRange(cell), who: cellValue(who) });
  }
  return {
    kind: 'row',
    range: rowRange(cells),
    done: false,
    words: analyzeWords(new InlineText([textCell])),
    owners: [],
    due: undefined,
    status: undefined,
    consulted: [],
    informed: [],
    raci,
  };
}

function cellValue(cell: Cell): OwnerValue {
  return { text: cell.text, range: cellRange(cell) };
}

function cellRange(cell: Cell): Range {
  return {
    start: { line: cell.line, character: cell.column },
    end: { line: cell.line, character: cell.column + cell.text.length },
  };
}

function rowRange(cells: readonly Cell[]): Range {
  const first = cells[0];
  const last = cells.at(-1);
  if (!first || !last) throw new RangeError('A row has at least one cell');
  return { start: cellRange(first).start, end: cellRange(last).end };
}
