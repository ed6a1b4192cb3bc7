import assert from 'node:assert/strict';
import { addToRoster } from '../../../src/language/addToRoster.ts';
import { completions } from '../../../src/language/completions.ts';
import { previewIn, repair, type Judged } from '../../../src/language/fixAll.ts';
import { judge } from '../../../src/rules/judge.ts';
import { applyEdits } from '../../../src/text/textEdit.ts';
import { linesOf } from '../../../src/workspace/fileView.ts';
import { isInText } from '../expect.ts';
import type { Property } from '../property.ts';
import { factsOf, optionsOf, PLAYBOOK, ROSTER_FILE, withRoster } from '../world.ts';
import { isWhole } from './judging.ts';

const BENEATH =
  '- [ ] Print @maria due:T goal:leads makes:brochure for:@sam\n## B @fmc\n- [ ] x @constructor after:toString goal:__proto__\n- [ ] y\n  Owner: Maria López\n';

function opened(roster: string) {
  const index = withRoster(roster);
  index.setPlaybook(PLAYBOOK, BENEATH);
  const view = index.view(ROSTER_FILE);
  assert.ok(view);
  return { index, view };
}

export const rosters: Property = {
  name: 'a roster is read, judged and completed, whatever is in it',
  of: 'rosters',
  share: 1,
  check({ text, random, count }) {
    const { index, view } = opened(text);
    const playbook = index.playbookView(PLAYBOOK);
    assert.ok(playbook);
    for (const file of [view, playbook]) {
      const problems = judge(file, optionsOf(index, 'all'));
      count('problems', problems.length);
      for (const problem of problems) isWhole(problem, linesOf(file));
    }
    factsOf(playbook);
    const lines = linesOf(view);
    for (let i = 0; i < 5; i++) {
      const line = random.int(lines.lineCount);
      const at = { line, character: random.int(lines.line(line).length + 1) };
      for (const { range } of completions(view, at)) isInText(lines, range, 'completion');
    }
  },
};

export const additions: Property = {
  name: 'whoever is added to a roster is in it, with everybody else',
  of: 'rosters',
  share: 1,
  check({ text, random, count }) {
    const name = 'New: "By"';
    const entry = { kind: 'person', handle: 'newby', name } as const;
    const added = addToRoster(text, random.chance(0.5) ? { ...entry, team: 'marketing' } : entry);
    count(added ? 'edits' : 'no place in a roster');
    if (!added) return;
    const [before, after] = [withRoster(text), withRoster(applyEdits(text, added.edits))].map((index) =>
      index.rosterAt(ROSTER_FILE),
    );
    assert.ok(before && after);
    const found = after.find('newby');
    assert.equal(found?.kind === 'person' ? found.name : undefined, name, 'not there, or by another name');
    // `@@` is a key that nothing can name.
    const known = before.handles().filter((handle) => before.find(handle) !== undefined);
    for (const handle of known) assert.ok(after.find(handle), 'somebody is lost');
  },
};

export const rosterRepairs: Property = {
  name: 'repairs of a roster end, are not needed twice, and change nothing beneath it',
  of: 'rosters',
  share: 1,
  check({ text, count }) {
    const once = repairedRoster(text);
    assert.ok(once.isComplete, 'repairs are left');
    if (once.text === text) return;
    count('edits', once.rounds.flat().length);
    assert.equal(repairedRoster(once.text).text, once.text, 'repaired twice');
    const days = (t: string) => (t.match(/\d{4}-\d\d-\d\d/g) ?? []).sort().join(' ');
    assert.equal(days(once.text), days(text), 'days change');
    const read = (t: string) => {
      const { index } = opened(t);
      const playbook = index.playbookView(PLAYBOOK);
      return playbook && factsOf(playbook).map(({ owners, due, goals }) => ({ owners, due, goals }));
    };
    assert.deepEqual(read(once.text), read(text), 'a playbook beneath it reads otherwise');
  },
};

function repairedRoster(text: string) {
  const { index, view } = opened(text);
  const options = optionsOf(index, 'all');
  const preview = previewIn(index, view);
  const again = (next: string): Judged => {
    const there = preview(next).view;
    return [there, judge(there, options)];
  };
  return repair([view, judge(view, options)], again, preview);
}

export const rosterLineEnds: Property = {
  name: 'line ends of a roster make no difference',
  of: 'rosters',
  share: 0.5,
  check({ text }) {
    if (text.includes('\r')) return;
    const problems = (t: string) => {
      const { index, view } = opened(t);
      return judge(view, optionsOf(index, 'all')).map(({ rule, message, args, range }) => ({
        rule: rule.id,
        message,
        args,
        range,
      }));
    };
    assert.deepEqual(problems(text.replaceAll('\n', '\r\n')), problems(text));
  },
};
