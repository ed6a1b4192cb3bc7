import assert from 'node:assert/strict';
import { codeActions } from '../../../src/language/codeActions.ts';
import { explanations } from '../../../src/language/explanations.ts';
import { rosterActions } from '../../../src/language/rosterActions.ts';
import { silences } from '../../../src/language/silence.ts';
import { judge } from '../../../src/rules/judge.ts';
import type { Problem } from '../../../src/rules/rule.ts';
import { parse } from '../../../src/syntax/parse.ts';
import { applyEdits } from '../../../src/text/textEdit.ts';
import { handles, isInText } from '../expect.ts';
import type { Property } from '../property.ts';

export const quickFixes: Property = {
  name: 'a quick fix does what it says',
  of: 'playbooks',
  share: 0.12,
  check({ text, random, world, count }) {
    const { view, options } = world.open(text);
    const { lines } = view.playbook;
    const problems = judge(view, options);
    if (problems.length === 0) return;
    const { range } = random.pick(problems);
    for (const { edits, problem, kind } of codeActions(
      view,
      problems,
      range,
      random.chance(0.5) ? 'sam' : undefined,
    )) {
      for (const edit of edits) isInText(lines, edit.range, 'quick fix');
      const fixed = applyEdits(text, edits);
      count('edits');
      if (kind === 'fix' && problem?.fix?.makesTask) {
        const line = edits[0]?.range.start.line;
        const isTask = parse(fixed).blocks.some((b) => b.kind === 'task' && b.range.start.line === line);
        assert.ok(isTask, 'what is made a task is none');
      }
      if (kind !== 'assignment') continue;
      const after = world.view(fixed);
      assert.equal(after.tasks.length, view.tasks.length, 'assigned: the number of tasks changes');
      const unowned = (tasks: typeof after.tasks) => tasks.filter((t) => t.owners.length === 0).length;
      assert.ok(unowned(after.tasks) < unowned(view.tasks), 'assigned: as many are unowned');
      for (const [i, task] of view.tasks.entries()) {
        if (task.source !== 'task') continue;
        const now = after.tasks[i];
        assert.deepEqual(
          handles(now?.owners ?? []),
          handles(task.owners),
          'assigned: another loses its owner',
        );
      }
    }
    rosterActions(view, problems, range);
    explanations(problems, range);
  },
};

/** Rules that tell of many places at one of them. */
const ONCE: readonly string[] = ['mention-unknown', 'owner-team-only', 'owner-missing'];

export const silencing: Property = {
  name: 'a comment that silences a problem does, and is of use',
  of: 'playbooks',
  share: 0.12,
  check({ text, world, count }) {
    const { view, options } = world.open(text, 'default');
    const before = judge(view, options);
    const amount = (problems: readonly Problem[], id: string) =>
      problems.filter((p) => p.rule.id === id).length;
    for (const problem of before.slice(0, 6)) {
      const { rule } = problem;
      for (const { edits } of silences(view, [problem], problem.range)) {
        const next = world.open(applyEdits(text, edits), 'default');
        const after = judge(next.view, next.options);
        count('edits');
        const { start } = problem.range;
        const added = edits
          .filter((e) => e.range.start.line <= start.line)
          .reduce((sum, e) => sum + e.newText.split('\n').length - 1, 0);
        const isThere = after.some(
          (p) =>
            p.rule.id === rule.id &&
            p.range.start.line === start.line + added &&
            p.range.start.character === start.character,
        );
        assert.ok(!isThere, `${rule.id} is not silenced`);
        // What is told once may be told at the next place then.
        if (ONCE.includes(rule.id)) continue;
        assert.ok(amount(after, rule.id) < amount(before, rule.id), `${rule.id} is not silenced`);
        const unused = 'suppression-unused';
        assert.ok(
          amount(after, unused) <= amount(before, unused),
          `the comment that silences ${rule.id} is of no use`,
        );
      }
    }
  },
};
