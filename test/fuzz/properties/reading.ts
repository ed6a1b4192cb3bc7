import assert from 'node:assert/strict';
import { assignOwner } from '../../../src/language/assign.ts';
import { judge } from '../../../src/rules/judge.ts';
import type { Problem } from '../../../src/rules/rule.ts';
import { parse, Parser } from '../../../src/syntax/parse.ts';
import type { Playbook } from '../../../src/syntax/playbook.ts';
import { applyEdits } from '../../../src/text/textEdit.ts';
import { checkRanges } from '../../syntax/ranges.ts';
import { mutate } from '../mutate.ts';
import type { Property } from '../property.ts';
import { factsOf, optionsOf, PLAYBOOK, problemsOf, withRoster } from '../world.ts';

export const ranges: Property = {
  name: 'every range lies in the text, and shows what it says',
  of: 'playbooks',
  share: 1,
  check({ text }) {
    const playbook = parse(text);
    assert.equal(playbook.lines.text, text);
    checkRanges(playbook);
  },
};

export const lineEnds: Property = {
  name: 'line ends make no difference',
  of: 'playbooks',
  share: 0.12,
  check({ text, world }) {
    if (text.includes('\r')) return;
    const other = text.replaceAll('\n', '\r\n');
    assert.deepEqual(treeOf(parse(other)), treeOf(parse(text)), 'another tree');
    const found = problemsOf(world.open(text)).map(shown);
    assert.deepEqual(problemsOf(world.open(other)).map(shown), found, 'other problems');
    const [a, b] = [world.view(text), world.view(other)];
    assert.deepEqual(factsOf(b), factsOf(a), 'other facts');
    for (const [i, task] of a.tasks.slice(0, 3).entries()) {
      const there = b.tasks[i];
      assert.ok(there);
      const [edits, others] = [assignOwner(a, task, 'sam'), assignOwner(b, there, 'sam')];
      assert.equal(
        others && applyEdits(other, others),
        edits && applyEdits(text, edits).replaceAll('\n', '\r\n'),
        'assigned otherwise',
      );
    }
  },
};

/** Fixes differ in where their lines end. */
function shown({ rule, message, args, range }: Problem) {
  return { rule: rule.id, message, args, range };
}

function treeOf({ frontMatter, blocks, root, directives, problems }: Playbook) {
  return { frontMatter, blocks, root, directives, problems };
}

export const pieceByPiece: Property = {
  name: 'edited piece by piece reads as the whole text at once',
  of: 'playbooks',
  share: 0.05,
  check({ text, random }) {
    const parser = new Parser();
    parser.parse(text);
    const index = withRoster();
    index.setPlaybook(PLAYBOOK, text, true);
    index.view(PLAYBOOK);
    for (let i = 0; i < 3; i++) {
      text = mutate(random, text, 1);
      assert.deepEqual(treeOf(parser.parse(text)), treeOf(parse(text)), 'another tree');
      index.setPlaybook(PLAYBOOK, text, true);
      const anew = withRoster();
      anew.setPlaybook(PLAYBOOK, text);
      const [a, b] = [index.playbookView(PLAYBOOK), anew.playbookView(PLAYBOOK)];
      assert.ok(a && b);
      assert.deepEqual(factsOf(a), factsOf(b), 'other facts');
      assert.deepEqual(
        judge(a, optionsOf(index, 'all')).map(withFix),
        judge(b, optionsOf(anew, 'all')).map(withFix),
        'other problems',
      );
    }
  },
};

function withFix(problem: Problem) {
  return { ...shown(problem), fix: problem.fix?.edits };
}
