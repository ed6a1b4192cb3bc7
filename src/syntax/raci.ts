import { InlineText } from './inlineText.ts';
import type { RaciCell, Row } from './playbook.ts';
import { cellRange, cellValue, rowRange, type Cell } from './tableCells.ts';
import { columnOf } from './tableColumns.ts';
import { analyzeWords } from './words.ts';

const LETTERS = /^[RACISV](?:[\s,/+&-]*[RACISV])*$/i;
const NO_LETTERS = /^(?:|-|–|—|n\/?a|\?|\.)$/i;
/** Red, amber, green: a chart of states, whose A is amber. */
const TRAFFIC_LIGHT = /^[GY]$/i;

/** A cell without emphasis and code marks, white space folded. */
function plain(text: string): string {
  return text
    .replace(/[*_`~]/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * The columns of a RACI chart: two or more that hold nothing but its letters, with an A and an R among them, under
 * headers that name somebody.
 * @returns undefined for any other table
 */
export function raciColumns(
  header: readonly Cell[],
  rows: readonly (readonly Cell[])[],
): ReadonlySet<number> | undefined {
  const letters = new Set<string>();
  const columns = new Set<number>();
  for (let i = 1; i < header.length; i++) {
    const own = lettersOf(rows, i);
    if (own === undefined || !mayBeSomebody(header[i])) continue;
    columns.add(i);
    for (const letter of own) letters.add(letter);
  }
  if (columns.size < 2 || !letters.has('A') || !letters.has('R')) return undefined;
  const isTrafficLight = rows.some((cells) => cells.some(({ text }) => TRAFFIC_LIGHT.test(plain(text))));
  return isTrafficLight ? undefined : columns;
}

/** The letters in a column; undefined where it holds anything else. */
function lettersOf(rows: readonly (readonly Cell[])[], column: number): ReadonlySet<string> | undefined {
  const found = new Set<string>();
  for (const cells of rows) {
    const text = plain(cells[column]?.text ?? '');
    if (NO_LETTERS.test(text)) continue;
    if (!LETTERS.test(text)) return undefined;
    for (const letter of text.toUpperCase()) if (/[RACISV]/.test(letter)) found.add(letter);
  }
  return found;
}

/** Whether a header names people, a team or a role, known or not, and not what is due or how far it is. */
function mayBeSomebody(header: Cell | undefined): boolean {
  if (!header || !/[\p{L}\p{N}@]/u.test(header.text)) return false;
  const column = columnOf(header.text);
  return column === 'text' || column === 'who' || column === 'owner';
}

/** A row without letters is a heading over the rows below it. */
export function readRaciRow(
  cells: readonly Cell[],
  header: readonly Cell[],
  columns: ReadonlySet<number>,
  text: number,
): Row | undefined {
  const textCell = cells[text]?.text ? cells[text] : cells.find((c, i) => !columns.has(i) && c.text !== '');
  if (!textCell) return undefined;
  const raci: RaciCell[] = [];
  for (const column of columns) {
    const who = header[column];
    const cell = cells[column];
    // A column without a letter is kept as well: assigning writes there.
    if (who && cell)
      raci.push({ letters: lettersIn(cell.text), range: cellRange(cell), who: cellValue(who) });
  }
  if (!raci.some((c) => c.letters !== '')) return undefined;
  const words = analyzeWords(new InlineText([textCell]));
  return {
    kind: 'row',
    range: rowRange(cells),
    state: words.isStruck ? 'cancelled' : 'open',
    done: words.isStruck,
    words,
    owners: [],
    who: [],
    due: undefined,
    status: undefined,
    consulted: [],
    informed: [],
    raci,
  };
}

function lettersIn(text: string): string {
  const bare = plain(text).toUpperCase();
  return NO_LETTERS.test(bare) ? '' : bare.replace(/[^RACISV]/g, '');
}
