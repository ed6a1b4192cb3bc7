import assert from 'node:assert/strict';
import { handOver } from '../../../src/language/handOver.ts';
import { setTokens, type WantedToken } from '../../../src/language/taskTokens.ts';
import { setDone } from '../../../src/language/toggle.ts';
import { applyEdits } from '../../../src/text/textEdit.ts';
import { handles, isInText, othersRead } from '../expect.ts';
import type { Property } from '../property.ts';

export const toggling: Property = {
  name: 'what is marked as done or open is so, and nothing else changes',
  of: 'playbooks',
  share: 0.4,
  check({ text, random, world, count }) {
    const view = world.view(text);
    if (view.tasks.length === 0) return;
    const at = random.int(view.tasks.length);
    const task = view.tasks[at];
    assert.ok(task);
    const what = `toggle ${task.kind}`;
    const edits = setDone(view, task, !task.done);
    count(edits ? 'edits' : `no place to ${what}`);
    if (!edits) return;
    const after = world.view(applyEdits(text, edits));
    othersRead(after.tasks, view.tasks, at, what);
    const now = after.tasks[at];
    assert.ok(now);
    assert.equal(now.done, !task.done, `${what}: not toggled`);
    assert.equal(now.text, task.text, `${what}: the words change`);
    assert.deepEqual(handles(now.owners), handles(task.owners), `${what}: the owner changes`);
    if (task.node.kind !== 'task') return;
    const back = setDone(after, now, task.done);
    assert.ok(back, `${what}: no way back`);
    // How it was cancelled, or how far it was, is not known any more: the way back leads to `[x]` or `[ ]`.
    const { lines } = view.playbook;
    const box = lines.offsetAt(task.node.box);
    const isOther = !/^[ \txX]/.test(text.slice(box));
    const plain = (t: string) =>
      (isOther ? t.slice(0, box) + t.slice(box + 1) : t).toLowerCase().replaceAll('\t', ' ');
    assert.equal(plain(applyEdits(after.playbook.lines.text, back)), plain(text), `${what}: not the same`);
  },
};

const WANTED: readonly (readonly WantedToken[])[] = [
  [{ key: 'due', values: ['2027-05-05'] }],
  [{ key: 'help', values: ['@lee'] }],
  [
    { key: 'for', values: ['@sales'] },
    { key: 'sla', values: ['2bd'] },
  ],
  [{ key: 'due', values: [] }],
];

export const tokens: Property = {
  name: 'a token that is set is read, and nothing else changes',
  of: 'playbooks',
  share: 0.3,
  check({ text, random, world, count }) {
    const view = world.view(text);
    if (view.tasks.length === 0) return;
    const at = random.int(view.tasks.length);
    const task = view.tasks[at];
    assert.ok(task);
    const wanted = random.pick(WANTED);
    const [first] = wanted;
    const what = `set ${wanted.map((w) => w.key + (w.values.length > 0 ? ':' : ' away')).join(', ')} of ${task.kind}`;
    const edits = setTokens(view, task, wanted);
    count(edits ? 'edits' : `no place to ${what}`);
    if (!edits) return;
    const after = world.view(applyEdits(text, edits));
    othersRead(after.tasks, view.tasks, at, what);
    const now = after.tasks[at];
    assert.ok(now && first);
    if (first.key === 'due' && first.values.length > 0) assert.equal(now.due, '2027-05-05', what);
    if (first.key === 'help') assert.ok(handles(now.helpers).includes('lee'), what);
    if (first.key === 'for') assert.deepEqual(handles(now.receivers), ['sales'], what);
    assert.deepEqual(handles(now.owners), handles(task.owners), `${what}: the owner changes`);
    assert.equal(now.source, task.source, `${what}: the owner comes from elsewhere`);
    assert.equal(now.done, task.done, `${what}: done, or open`);
    const others = (t: typeof task) =>
      t.words.tokens.filter((token) => !wanted.some((w) => w.key === token.key)).map((token) => token.key);
    assert.deepEqual(others(now), others(task), `${what}: other tokens change`);
  },
};

export const handingOver: Property = {
  name: 'what is handed over is the other’s, and nobody else loses or gets a task',
  of: 'playbooks',
  share: 0.3,
  check({ text, world, count }) {
    const view = world.view(text);
    const found = handOver(view, { from: 'maria', to: 'sam' });
    if (found.length === 0) return;
    for (const { edits } of found) {
      count('edits');
      for (const { range } of edits) isInText(view.playbook.lines, range, 'hand over');
    }
    const after = world.view(
      applyEdits(
        text,
        found.flatMap((h) => h.edits),
      ),
    );
    assert.equal(after.tasks.length, view.tasks.length, 'hand over: the number of tasks changes');
    const handed = new Set(found.filter((h) => h.kind === 'task').map((h) => h.line));
    for (const [i, task] of view.tasks.entries()) {
      const now = after.tasks[i];
      assert.ok(now);
      assert.equal(now.done, task.done, 'hand over: done, or open');
      assert.equal(now.due, task.due, 'hand over: the day changes');
      const [was, is] = [handles(task.owners), handles(now.owners)];
      if (handed.has(task.node.range.start.line)) {
        assert.ok(!is.includes('maria'), 'hand over: still hers');
      }
      if (!was.includes('maria') && task.owners.every((o) => o.kind !== 'role')) {
        assert.deepEqual(is, was, 'hand over: another owner changes');
      }
    }
  },
};
