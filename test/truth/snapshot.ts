// `npx node test/truth/snapshot.ts`: writes snapshot.tsv beside this file, where the real documents are (README.md).

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { OwnedTask } from '../../src/workspace/tasks.ts';
import { WorkspaceIndex } from '../../src/workspace/workspaceIndex.ts';
import { files, skip, textOf } from '../corpusDocuments.ts';
import { documents, hashOf, rosterFile } from './labels.ts';

export const SNAPSHOT = path.join(import.meta.dirname, 'snapshot.tsv');

const COLUMNS = ['line', 'kind', 'state', 'owners', 'because', 'with roster', 'text'].join('\t');

/** Every task of the real documents as it is read today: who owns it and why, without a roster and with one. */
export function snapshot(): string {
  return `${[COLUMNS, ...files.flatMap(linesOf)].join('\n')}\n`;
}

function linesOf(file: string): readonly string[] {
  const roster = documents.get(file);
  const plain = tasksByLine(file);
  const known = roster === undefined ? plain : tasksByLine(file, readFileSync(rosterFile(roster), 'utf8'));
  // A `Who` column holds owners once a roster knows them: then there are more rows.
  const lines = [...new Set([...plain.keys(), ...known.keys()])].sort((a, b) => a - b);
  return [file, ...lines.map((line) => row(line, plain.get(line), known.get(line)))];
}

function tasksByLine(file: string, roster?: string): ReadonlyMap<number, OwnedTask> {
  const index = new WorkspaceIndex(['file:///truth']);
  if (roster !== undefined) index.setRoster('file:///truth/roster.yml', roster);
  index.setPlaybook('file:///truth/doc.playbook.md', textOf(file));
  const tasks = index.playbookView('file:///truth/doc.playbook.md')?.tasks ?? [];
  return new Map(tasks.map((task) => [task.node.range.start.line, task]));
}

function row(line: number, plain: OwnedTask | undefined, known: OwnedTask | undefined): string {
  const { kind, state, text } = plain ?? known ?? assert.fail();
  const without = plain ? readingOf(plain) : 'no task\t';
  const withRoster = known ? readingOf(known) : 'no task\t';
  const differing = withRoster === without ? '=' : withRoster.replace('\t', ' ');
  return [line + 1, kind, state, without, differing, hashOf(text)].join('\t');
}

function readingOf(task: OwnedTask): string {
  return `${ownersOf(task)}\t${task.source}`;
}

/** Mentions with their `@`, names in plain words without. */
function ownersOf({ owners }: OwnedTask): string {
  return owners.map((o) => (o.mentioned ? `@${o.handle}` : o.handle)).join(', ') || '-';
}

const NO_LINES: ReadonlySet<string> = new Set();

/** What one snapshot says and the other does not, below the document's name: `-` what was said, `+` what is. */
export function differences(before: string, after: string): string[] {
  const [old, now] = [byDocument(before), byDocument(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((file) => {
    const [was, is] = [old.get(file) ?? NO_LINES, now.get(file) ?? NO_LINES];
    const changed = [
      ...[...was].filter((line) => !is.has(line)).map((line) => ({ line, sign: '-' })),
      ...[...is].filter((line) => !was.has(line)).map((line) => ({ line, sign: '+' })),
    ].sort((a, b) => parseInt(a.line, 10) - parseInt(b.line, 10));
    return changed.length === 0
      ? []
      : [file, ...changed.map(({ line, sign }) => `  ${sign} ${line.replaceAll('\t', '  ')}`)];
  });
}

function byDocument(text: string): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  let lines = new Set<string>();
  for (const line of text
    .split('\n')
    .slice(1)
    .filter((l) => l !== '')) {
    if (line.includes('\t')) lines.add(line);
    else found.set(line, (lines = new Set()));
  }
  return found;
}

if (process.argv[1] === import.meta.filename) {
  if (skip === false) writeFileSync(SNAPSHOT, snapshot());
  console.log(skip === false ? SNAPSHOT : skip);
}
