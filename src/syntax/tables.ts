import type { Range } from '../text/range.ts';
import { InlineText } from './inlineText.ts';
import { labelOf } from './ownerLabels.ts';
import type { OwnerLine, Row, Table, Token } from './playbook.ts';
import { raciColumns, readRaciRow } from './raci.ts';
import { cellRange, cellValue, rowRange, type Cell } from './tableCells.ts';
import { areTasks, columnsOf, headerName, textColumn, type Column } from './tableColumns.ts';
import { isClosed, stateOfCell } from './taskStates.ts';
import { analyzeWords } from './words.ts';

/** A table as its rows of cells; the delimiter row left out. */
export interface TableSource {
  readonly range: Range;
  readonly header: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
}

/** @returns undefined for a table that says nothing about ownership. */
export function readTable(source: TableSource): Table | undefined {
  const { header, range } = source;
  const columns = columnsOf(header, source.rows);
  const keyValue = readKeyValue(header);
  const isSure = columns.some((c) => c === 'accountable' || c === 'owner' || c === 'responsible');
  if (isSure || columns.includes('who')) {
    const text = textColumn(header, columns, source.rows);
    const rows = source.rows.flatMap((cells) => readRow(cells, columns, text) ?? []);
    const rowKind = areTasks(header, columns) ? 'row' : 'area';
    const table: Table = { kind: 'table', range, rowKind, rows, keyValue, asksWho: !isSure };
    if (isSure || rows.length > 0) return table;
  }
  const raci = raciColumns(header, source.rows);
  if (raci) {
    const text = Math.max(0, textColumn(header, columns, source.rows));
    const rows = source.rows.flatMap((cells) => readRaciRow(cells, header, raci, text) ?? []);
    return { kind: 'table', range, rowKind: 'raci', rows, keyValue, asksWho: false };
  }
  return keyValue && { kind: 'table', range, rowKind: 'area', rows: [], keyValue, asksWho: false };
}

function readKeyValue(header: readonly Cell[]): OwnerLine | undefined {
  const [first, second] = header;
  if (header.length !== 2 || !first || !second || second.text === '') return undefined;
  const labelText = first.text
    .replace(/[*_`~]/g, '')
    .trim()
    .replace(/[:：]$/, '')
    .trimEnd();
  const label = labelOf(headerName(first.text));
  if (label === undefined) return undefined;
  const value = cellValue(second);
  const range = { start: cellRange(first).start, end: value.range.end };
  return { kind: 'ownerLine', label, labelText, range, value, bullets: [] };
}

function readRow(cells: readonly Cell[], columns: readonly Column[], text: number): Row | undefined {
  const of = (column: Column) => cells.filter((_, i) => columns[i] === column);
  const textCell = textCellOf(cells, columns, text);
  if (!textCell || isSubHeading(cells) || headerName(textCell.text) === 'total') return undefined;
  const due = of('due')[0];
  // With two such columns the one that says it is closed is the one to clear.
  const status = of('status').find((c) => isClosed(stateOfCell(c.text))) ?? of('status')[0];
  const words = analyzeWords(new InlineText([textCell]));
  const state = words.isStruck ? 'cancelled' : status ? stateOfCell(status.text) : 'open';
  return {
    kind: 'row',
    range: rowRange(cells),
    state,
    done: isClosed(state),
    words: {
      ...words,
      // In code, too, GFM lets the backslash vanish.
      text: words.text.replaceAll('\\|', '|'),
      tokens: [...words.tokens, ...tokensElsewhere(cells, columns, textCell)],
    },
    owners: [...of('accountable'), ...of('owner'), ...of('responsible')].map(cellValue),
    who: of('who').map(cellValue),
    due: due && cellValue(due),
    status: status && cellValue(status),
    consulted: of('consulted').map(cellValue),
    informed: of('informed').map(cellValue),
    raci: [],
  };
}

/** The text column's cell, or, where merged cells left it empty, the next that says something of its own. */
function textCellOf(cells: readonly Cell[], columns: readonly Column[], text: number): Cell | undefined {
  const own = cells[text];
  if (own && own.text !== '') return own;
  const says = (i: number) => (columns[i] === 'text' || columns[i] === 'number') && cells[i]?.text !== '';
  const order = cells.map((_, i) => i);
  const next = [...order.filter((i) => i > text), ...order.filter((i) => i < text)].filter(says);
  const at = next.find((i) => columns[i] === 'text') ?? next[0];
  return at === undefined ? undefined : cells[at];
}

/** A row with one filled cell, wholly bold, is a heading over the rows below it. */
function isSubHeading(cells: readonly Cell[]): boolean {
  const filled = cells.filter((c) => c.text !== '');
  const [only] = filled;
  return filled.length === 1 && only !== undefined && /^(\*\*|__)[^*_].*\1$/.test(only.text);
}

/** Tokens may stand in any column that has no meaning of its own. */
function tokensElsewhere(cells: readonly Cell[], columns: readonly Column[], textCell: Cell): Token[] {
  return cells
    .filter((c, i) => c !== textCell && columns[i] === 'text' && c.text.includes(':'))
    .flatMap((c) => analyzeWords(new InlineText([c])).tokens);
}
