/**
 * How often the product says of real documents what a careful reader says: `test/truth/README.md`. The documents are
 * those of `test/corpus.test.ts`; where there are none, the tests that need them are skipped, and say so.
 */

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { OwnedTask } from '../src/workspace/tasks.ts';
import { WorkspaceIndex } from '../src/workspace/workspaceIndex.ts';
import { skip, textOf } from './corpusDocuments.ts';
import { documents, hashOf, labels, NO_TASK, rosterFile, type Label } from './truth/labels.ts';

/** What was reached, in labels that agree: more is welcome and belongs here, fewer fail. */
const REACHED = 466;

/** At most so many owners that the label names may go unseen, and so many may be found where it names nobody. */
const MOST = { unseen: 31, invented: 0 };

/** What the product says of a labeled place: owners, or that it finds no task there. */
type Answer = readonly string[] | 'no task';

interface Judged {
  readonly label: Label;
  readonly answer: Answer;
}

describe('who owns it, read by hand', () => {
  it('has 400 places of 60 documents, about half of them nobody’s', () => {
    assert.ok(labels.length >= 400);
    assert.ok(documents.size >= 60);
    const named = labels.filter(isNamed).length / labels.length;
    assert.ok(named > 0.4 && named < 0.6, `${named} are named`);
  });

  it('has each place once, and a roster for each document', () => {
    const places = labels.map((label) => `${label.path}:${label.line}`);
    assert.deepEqual(
      places.filter((place, i) => places.indexOf(place) !== i),
      [],
    );
    assert.deepEqual([...new Set(labels.map((label) => label.path))].sort(), [...documents.keys()].sort());
    for (const roster of documents.values()) assert.ok(existsSync(rosterFile(roster)), roster);
    assert.deepEqual(
      labels.filter((label) => isNamed(label) && NO_TASK.has(label.kind)),
      [],
      'what is no task is nobody’s',
    );
  });

  it('still speaks of the lines that were read', { skip }, () => {
    const moved = labels.filter((label) => hashOf(lineOf(label)) !== label.hash);
    assert.deepEqual(moved.map(place), []);
  });

  it(`agrees with the reader in at least ${REACHED} of ${labels.length} places`, { skip }, (t) => {
    const judged = judgeAll();
    const wrong = judged.filter((j) => !agrees(j));
    const unseen = wrong.filter(({ label, answer }) => isNamed(label) && !names(answer));
    const invented = wrong.filter(({ label, answer }) => !isNamed(label) && names(answer));
    const right = judged.length - wrong.length;
    const counts = `${unseen.length} owners not seen, ${invented.length} invented`;
    t.diagnostic(`${right} of ${judged.length} agree (${percent(right, judged.length)}); ${counts}`);
    for (const line of report(judged)) t.diagnostic(line);

    assert.ok(right >= REACHED, `${right} agree`);
    assert.ok(unseen.length <= MOST.unseen, `${unseen.length} owners are not seen`);
    assert.ok(invented.length <= MOST.invented, `${invented.length} owners are invented`);
  });
});

function judgeAll(): Judged[] {
  return [...documents].flatMap(([file, roster]) => {
    const tasks = tasksByLine(file, roster);
    return labels
      .filter((label) => label.path === file)
      .map((label) => {
        const task = tasks.get(label.line - 1);
        return { label, answer: task ? task.owners.map((owner) => owner.handle) : 'no task' };
      });
  });
}

function tasksByLine(file: string, roster: string): ReadonlyMap<number, OwnedTask> {
  const index = new WorkspaceIndex(['file:///truth']);
  index.setRoster('file:///truth/roster.yml', readFileSync(rosterFile(roster), 'utf8'));
  index.setPlaybook('file:///truth/doc.playbook.md', textOf(file));
  const view = index.playbookView('file:///truth/doc.playbook.md');
  assert.ok(view, file);
  return new Map(view.tasks.map((task) => [task.node.range.start.line, task]));
}

function agrees({ label, answer }: Judged): boolean {
  if (NO_TASK.has(label.kind)) return answer === 'no task';
  return answer !== 'no task' && answer.join() === label.owners.join();
}

function names(answer: Answer): boolean {
  return answer !== 'no task' && answer.length > 0;
}

function isNamed(label: Label): boolean {
  return label.owners.length > 0;
}

/** Each kind with how often both agree, and below it where they do not. */
function report(judged: readonly Judged[]): string[] {
  const kinds = [...new Set(judged.map(({ label }) => label.kind))].map(
    (kind) => [kind, judged.filter(({ label }) => label.kind === kind)] as const,
  );
  kinds.sort(([a, x], [b, y]) => misses(y) - misses(x) || a.localeCompare(b));
  return kinds.flatMap(([kind, places]) => [
    `${places.length - misses(places)} of ${places.length}: ${kind}`,
    ...places
      .filter((j) => !agrees(j))
      .map(({ label, answer }) => `  ${place(label)}: ${said(label)}, found ${written(answer)}`),
  ]);
}

function misses(judged: readonly Judged[]): number {
  return judged.filter((j) => !agrees(j)).length;
}

function said({ kind, owners }: Label): string {
  return written(NO_TASK.has(kind) ? 'no task' : owners);
}

function written(answer: Answer): string {
  return answer === 'no task' ? answer : answer.join(', ') || 'nobody';
}

function place(label: Label): string {
  return `${label.path}:${label.line}`;
}

function lineOf(label: Label): string {
  return textOf(label.path).split(/\r\n|\r|\n/)[label.line - 1] ?? '';
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}
