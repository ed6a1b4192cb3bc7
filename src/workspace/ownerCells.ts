import type { OwnerValue, Row, Table } from '../syntax/playbook.ts';
import type { Roster } from './roster.ts';

/** The cells that say who owns a row, the accountable one first. */
export function ownerCells(row: Row, table: Table | undefined, roster: Roster): readonly OwnerValue[] {
  if (row.who.length === 0 || !table || !roster.readsWho(table)) return row.owners;
  return [...row.owners, ...row.who];
}
