/** The labels beside this file, as values (README.md says what they are). */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

export interface Label {
  readonly path: string;
  /** One-based. */
  readonly line: number;
  /** The accountable one first; empty when it is nobody's. */
  readonly owners: readonly string[];
  /** By what the reader knew it. */
  readonly kind: string;
  /** Of the line's text: see `hashOf`. */
  readonly hash: string;
}

/** Kinds of places that look like a task or row and are none. */
export const NO_TASK: ReadonlySet<string> = new Set(['code fence', 'comment', 'no box', 'no owner column']);

export const labels: readonly Label[] = rows('labels.tsv').map(
  ([file = '', line = '', owners = '', kind = '', hash = '']) => ({
    path: file,
    line: Number(line),
    owners: owners === '-' ? [] : owners.split(','),
    kind,
    hash,
  }),
);

/** Names of rosters by document. */
export const documents: ReadonlyMap<string, string> = new Map(
  rows('documents.tsv').map(([file = '', roster = '']) => [file, roster]),
);

export const rosterFile = (name: string): string => path.join(import.meta.dirname, 'rosters', `${name}.yml`);

export function hashOf(line: string): string {
  return createHash('sha256').update(line).digest('hex').slice(0, 8);
}

/** Without the header. */
function rows(file: string): string[][] {
  const text = readFileSync(path.join(import.meta.dirname, file), 'utf8');
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.slice(1).map((line) => line.split('\t'));
}
