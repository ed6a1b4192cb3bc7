import assert from 'node:assert/strict';
import { previewIn, repair, type Judged } from '../../../src/language/fixAll.ts';
import { judge } from '../../../src/rules/judge.ts';
import { normalizeHandle } from '../../../src/workspace/handles.ts';
import type { OwnedTask } from '../../../src/workspace/tasks.ts';
import type { World } from '../world.ts';
import { handles } from '../expect.ts';
import type { Property } from '../property.ts';

export const repairing: Property = {
  name: 'repairs without asking end, are not needed twice, and change no owner, day or goal',
  of: 'playbooks',
  share: 0.25,
  check({ text, world, count }) {
    for (const rules of ['all', 'default'] as const) {
      const once = repaired(world, text, rules);
      assert.ok(once.isComplete, 'repairs are left');
      if (once.text === text) continue;
      count('edits', once.rounds.flat().length);
      assert.equal(repaired(world, once.text, rules).text, once.text, 'repaired twice');
      assert.equal(daysIn(once.text), daysIn(text), 'days change');
      assert.equal(handlesIn(once.text), handlesIn(text), 'handles change');
      const [before, after] = [world.view(text).tasks.map(meaning), world.view(once.text).tasks.map(meaning)];
      // Near-tasks may have become tasks: those that were there are there, in their order.
      let at = 0;
      for (const task of before) {
        while (at < after.length && after[at] !== task) at++;
        assert.ok(at < after.length, 'a task reads otherwise');
        at++;
      }
      const boxes = text.match(/\[[ \txX\u00a0]{0,3}\]/g)?.length ?? 0;
      assert.ok(after.length <= boxes + before.length, 'more tasks than boxes');
    }
  },
};

export function repaired(world: World, text: string, rules: 'all' | 'default') {
  const { index, view, options } = world.open(text, rules);
  const preview = previewIn(index, view);
  const again = (next: string): Judged => {
    const there = preview(next).view;
    return [there, judge(there, options)];
  };
  return repair([view, judge(view, options)], again, preview);
}

function meaning(task: OwnedTask): string {
  return JSON.stringify([
    task.kind,
    task.done,
    task.source,
    handles(task.owners),
    handles(task.receivers),
    handles(task.helpers),
    handles(task.consulted),
    handles(task.informed),
    task.due,
    task.goals.map((g) => normalizeHandle(g.text)),
  ]);
}

function daysIn(text: string): string {
  return (text.match(/\d{4}-\d\d-\d\d|(?<![A-Za-z])T(?:[+-]\d+(?:bd|d|w))?(?![A-Za-z])/g) ?? [])
    .sort()
    .join(' ');
}

function handlesIn(text: string): string {
  return (text.match(/(?<![\p{L}\p{N}\p{M}_.@/])@[\p{L}\p{N}][\p{L}\p{N}\p{M}_.-]*/gu) ?? [])
    .map(normalizeHandle)
    .sort()
    .join(' ');
}
