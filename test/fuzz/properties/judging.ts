import assert from 'node:assert/strict';
import { judge } from '../../../src/rules/judge.ts';
import type { Problem } from '../../../src/rules/rule.ts';
import { formatMessage } from '../../../src/text/message.ts';
import { comparePositions } from '../../../src/text/position.ts';
import { applyEdits } from '../../../src/text/textEdit.ts';
import type { LineIndex } from '../../../src/text/lineIndex.ts';
import { summarize } from '../../../src/workspace/playbookSummary.ts';
import { isInText } from '../expect.ts';
import type { Property } from '../property.ts';
import { factsOf, optionsOf, problemsOf } from '../world.ts';

export const judging: Property = {
  name: 'every problem is in order, in words and in the text',
  of: 'playbooks',
  share: 1,
  check({ text, world, count }) {
    const opened = world.open(text);
    const problems = problemsOf(opened);
    count('problems', problems.length);
    count('tasks', opened.view.tasks.length);
    for (const problem of problems) isWhole(problem, opened.view.playbook.lines);
    for (const [i, { range }] of problems.entries()) {
      const before = problems[i - 1];
      if (before) assert.ok(comparePositions(before.range.start, range.start) <= 0, 'out of order');
    }
    JSON.stringify(factsOf(opened.view));
    summarize(opened.view);
    judge(opened.view, optionsOf(opened.index, 'default'));
  },
};

const ODD = /undefined|\[object|NaN/;

/** Its sentence has all its words, and every place of it is one. */
export function isWhole(problem: Problem, lines: LineIndex): void {
  const { rule, message, args, range, fix, related = [] } = problem;
  isInText(lines, range, `problem of ${rule.id}`);
  const template = rule.messages[message];
  assert.ok(template !== undefined, `${rule.id} has no sentence ${message}`);
  for (const [, name = ''] of template.matchAll(/\{(\w+)\}/g)) {
    assert.ok(Object.hasOwn(args, name), `${rule.id} ${message} lacks ${name}`);
  }
  const sentence = formatMessage({ template, args });
  assert.ok(!ODD.test(sentence) || ODD.test(lines.text), `odd sentence of ${rule.id}: ${sentence}`);
  if (fix) {
    assert.ok(rule.fixTitles[fix.title] !== undefined, `${rule.id} has no title for ${fix.title}`);
    for (const edit of fix.edits) isInText(lines, edit.range, `fix of ${rule.id}`);
    applyEdits(lines.text, fix.edits);
  }
  for (const place of related) {
    if (place.uri === undefined) isInText(lines, place.range, `place that explains ${rule.id}`);
  }
}
