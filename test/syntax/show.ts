/** The tree of a playbook as text, so that a test can say in one line what it expects. */

import assert from 'node:assert/strict';
import { parse } from '../../src/syntax/parse.ts';
import type { Mention, Playbook, Table, Task, Words } from '../../src/syntax/playbook.ts';
import { applyEdits, textEdit } from '../../src/text/textEdit.ts';

export function tasksOf(playbook: Playbook): Task[] {
  return playbook.blocks.filter((b) => b.kind === 'task');
}

export function tablesOf(text: string): Table[] {
  return parse(text).blocks.filter((b) => b.kind === 'table');
}

export function onlyTable(text: string): Table {
  const tables = tablesOf(text);
  assert.equal(tables.length, 1, 'One table is expected');
  return tables[0] as Table;
}

/** `3x 5`: the line (zero-based) of every task, with an x where it is done. */
export function boxes(text: string): string {
  return tasksOf(parse(text))
    .map((t) => `${t.box.line}${t.done ? 'x' : ''}`)
    .join(' ');
}

/** The words of the one task that `text` makes behind a box. */
export function taskWords(text: string): Words {
  const tasks = tasksOf(parse(`- [ ] ${text}`));
  assert.equal(tasks.length, 1, 'One task is expected');
  return (tasks[0] as Task).words;
}

/** `maria`, `tbd (placeholder)`, `2i2c.org (domain)`. */
export function showMention({ handle, form }: Mention): string {
  return form === 'handle' ? handle : `${handle} (${form})`;
}

/** `leading maria, sam`; several groups parted by `; `; empty for none. */
export function showGroups(words: Words): string {
  return words.ownerGroups.map((g) => `${g.place} ${g.members.map(showMention).join(', ')}`).join('; ');
}

/** What becomes of the text when the task's first owner group is replaced by `@NEW`, and when it is cleared. */
export function replaceAndClear(text: string): { readonly replaced: string; readonly cleared: string } {
  const source = `- [ ] ${text}`;
  const group = taskWords(text).ownerGroups[0];
  assert.ok(group, 'An owner group is expected');
  return {
    replaced: applyEdits(source, [textEdit(group.range, '@NEW')]).slice(6),
    cleared: applyEdits(source, [textEdit(group.clearRange, '')]).slice(6),
  };
}
