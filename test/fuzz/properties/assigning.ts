import assert from 'node:assert/strict';
import { assignOwner, assignSection, clearOwner } from '../../../src/language/assign.ts';
import type { Section } from '../../../src/syntax/playbook.ts';
import { applyEdits } from '../../../src/text/textEdit.ts';
import { normalizeHandle } from '../../../src/workspace/handles.ts';
import { claimOfSection } from '../../../src/workspace/ownership.ts';
import { handles, isInText, othersRead, tokensOf } from '../expect.ts';
import type { Property } from '../property.ts';

/** A person, a team, a role that one person holds. */
const PEOPLE = ['sam', 'marketing', 'josé', 'fmc', 'maria', 'lee'] as const;

export const assigning: Property = {
  name: 'whoever is assigned owns the task, and nothing else changes',
  of: 'playbooks',
  share: 0.5,
  check({ text, random, world, count }) {
    const view = world.view(text);
    for (let i = 0; i < Math.min(3, view.tasks.length); i++) {
      const at = random.int(view.tasks.length);
      const task = view.tasks[at];
      assert.ok(task);
      const handle = random.pick(PEOPLE);
      // The text may say in its front matter who that is.
      const owner = view.roster.resolve(handle)?.handle ?? handle;
      const edits = assignOwner(view, task, handle);
      const what = `assign ${task.kind}`;
      count(edits ? 'edits' : `no place to ${what}`);
      if (!edits) continue;
      for (const { range, newText } of edits) {
        isInText(view.playbook.lines, range, what);
        assert.ok(!/[\n\r]/.test(newText), `${what}: writes a line end`);
        assert.ok(
          newText.length <= handle.length + 5 || /^[RACI/]*$/.test(newText),
          `${what}: writes too much`,
        );
      }
      const after = world.view(applyEdits(text, edits));
      othersRead(after.tasks, view.tasks, at, what);
      const now = after.tasks[at];
      const [first, ...others] = now?.owners ?? [];
      assert.ok(now && first, `${what}: nobody owns`);
      assert.equal(normalizeHandle(first.handle), normalizeHandle(owner), `${what}: somebody else owns`);
      assert.equal(now.source, 'task', `${what}: by inheritance`);
      const columns = now.node.kind === 'row' ? now.node.owners.length + now.node.raci.length : 0;
      if (columns < 2) assert.deepEqual(others, [], `${what}: co-owners are left`);
      assert.equal(now.done, task.done, `${what}: done, or open`);
      assert.equal(now.due, task.due, `${what}: the day changes`);
      assert.deepEqual(tokensOf(now), tokensOf(task), `${what}: tokens change`);
      assert.equal(after.playbook.frontMatter?.endLine, view.playbook.frontMatter?.endLine);
    }
  },
};

export const clearing: Property = {
  name: 'what is cleared is nobody’s own, and nothing else changes',
  of: 'playbooks',
  share: 0.5,
  check({ text, random, world, count }) {
    const view = world.view(text);
    const owned = [...view.tasks.entries()].filter(([, t]) => t.owners.length > 0);
    for (let i = 0; i < Math.min(2, owned.length); i++) {
      const [at, task] = random.pick(owned);
      const what = `clear ${task.kind} owned by ${task.source}`;
      const edits = clearOwner(view, task);
      count(edits ? 'edits' : `no place to ${what}`);
      if (!edits) continue;
      const after = world.view(applyEdits(text, edits));
      othersRead(after.tasks, view.tasks, at, what);
      const now = after.tasks[at];
      assert.ok(now);
      const inherits = task.source === 'task' && now.source !== 'task';
      if (!inherits) assert.deepEqual(handles(now.owners), [], `${what}: still owned`);
      assert.equal(now.done, task.done, `${what}: done, or open`);
      assert.equal(now.due, task.due, `${what}: the day changes`);
      assert.deepEqual(tokensOf(now), tokensOf(task), `${what}: tokens change`);
    }
  },
};

export const sections: Property = {
  name: 'whoever is assigned a section owns it, and no task of its own changes',
  of: 'playbooks',
  share: 0.2,
  check({ text, world, count }) {
    const view = world.view(text);
    const owner = view.roster.resolve('sam')?.handle ?? 'sam';
    const before = sectionsIn(view.playbook.root);
    for (const [at, section] of before.slice(0, 4).entries()) {
      const edits = assignSection(view, section, 'sam');
      count(edits ? 'edits' : 'no place to assign a section');
      if (!edits) continue;
      const after = world.view(applyEdits(text, edits));
      const now = sectionsIn(after.playbook.root);
      assert.equal(now.length, before.length, 'assign a section: the number of headings changes');
      const there = now[at];
      assert.equal(there?.heading?.level, section.heading?.level, 'assign a section: another level');
      const claim = there && claimOfSection(there, after.roster);
      assert.deepEqual(
        handles(claim?.owners ?? []),
        [normalizeHandle(owner)],
        'assign a section: another owner',
      );
      othersRead(after.tasks, view.tasks, -1, 'assign a section');
    }
  },
};

function sectionsIn({ children }: Section): Section[] {
  return children.flatMap((child) => [child, ...sectionsIn(child)]);
}
