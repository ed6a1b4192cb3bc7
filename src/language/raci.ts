import type { RaciCell } from '../syntax/playbook.ts';
import { textEdit, type TextEdit } from '../text/textEdit.ts';
import { isSameHandle } from '../workspace/handles.ts';
import { partiesOfValue } from '../workspace/parties.ts';
import type { Roster } from '../workspace/roster.ts';

/** The person's column gets the A; whoever had it keeps only their other letters. */
export function assignRaci(
  cells: readonly RaciCell[],
  handle: string,
  roster: Roster,
): TextEdit[] | undefined {
  const isOf = (cell: RaciCell) =>
    partiesOfValue(cell.who, roster).some((p) => isSameHandle(p.handle, handle));
  const own = cells.find(isOf);
  if (!own) return undefined;
  const others = without(
    cells.filter((c) => c !== own),
    /A/g,
  );
  if (own.letters.includes('A')) return others;
  return [
    ...others,
    textEdit(own.range, own.letters === '' ? 'A' : `A/${Array.from(own.letters).join('/')}`),
  ];
}

/** Neither accountable nor responsible: nobody owns the row. */
export function clearRaci(cells: readonly RaciCell[]): TextEdit[] {
  return without(cells, /[AR]/g);
}

function without(cells: readonly RaciCell[], letters: RegExp): TextEdit[] {
  return cells
    .map((c) => ({ ...c, left: c.letters.replace(letters, '') }))
    .filter((c) => c.left !== c.letters)
    .map((c) => textEdit(c.range, Array.from(c.left).join('/')));
}
