// A baseline that the first edition of the format wrote hides the same problems, though texts of tasks read otherwise.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { ROOT } from '../../scripts/lib/paths.ts';
import { Baseline, entriesOf, sizeOf } from '../../src/rules/baseline.ts';
import { formatBaseline, parseBaseline } from '../../src/rules/baselineFile.ts';
import { judge } from '../../src/rules/judge.ts';
import { oneByOne } from '../../src/rules/known.ts';
import type { PlaybookView } from '../../src/workspace/fileView.ts';
import { WorkspaceIndex } from '../../src/workspace/workspaceIndex.ts';
import { TODAY } from './judged.ts';

const PATH = 'fair.playbook.md';
const read = (name: string) => readFileSync(path.join(ROOT, 'test/rules/firstEdition', name), 'utf8');
const playbook = read(PATH);

function viewOf(text: string): PlaybookView {
  const index = new WorkspaceIndex(['file:///acme']);
  index.setRoster('file:///acme/roster.yml', read('roster.yml'));
  index.setPlaybook(`file:///acme/${PATH}`, text);
  const view = index.playbookView(`file:///acme/${PATH}`);
  assert.ok(view);
  return view;
}

function baselineOf(text: string): Baseline {
  const baseline = parseBaseline(text);
  assert.ok(baseline instanceof Baseline);
  return baseline;
}

/** Written by the program of the first edition over these two files, on the same day. */
const first = baselineOf(read('baseline.json'));

/** What is left of a text's problems, and what of the baseline nobody took. */
function held(text: string, baseline = first) {
  const view = viewOf(text);
  const known = baseline.known(view, PATH);
  assert.ok(known);
  const problems = judge(view, { today: TODAY, known });
  return {
    told: problems.map((p) => `${view.playbook.lines.line(p.range.start.line).trim()}: ${p.rule.id}`),
    gone: known.left.map((e) => `${e.text}: ${e.rule} ${e.count}`),
  };
}

describe('a baseline of the first edition', () => {
  it('hides every problem that it recorded', () => {
    assert.deepEqual(held(playbook).told, []);
  });

  it('knows which of its entries are gone', () => {
    assert.deepEqual(held(playbook).gone, GONE);
  });

  it('hides them with Windows line ends and in another order within their sections', () => {
    const turned = playbook.replace(/(?:^- \[ \] .*\n)+/gm, (tasks) =>
      tasks.trimEnd().split('\n').reverse().join('\n').concat('\n'),
    );
    assert.notEqual(turned, playbook);
    assert.deepEqual(held(turned.replaceAll('\n', '\r\n')).told, []);
  });

  const NEW: readonly (readonly [name: string, before: string, after: string, told: string])[] = [
    ['a task more', '- [ ] Twice\n', '- [ ] Thrice\n- [ ] Twice\n', '- [ ] Thrice: owner-missing'],
    ['the same once more', '- [ ] Twice\n', '- [ ] Twice\n- [ ] Twice\n', '- [ ] Twice: owner-missing'],
    ['another number', 'Order 3*2', 'Order 3*3', '- [ ] Order 3*3 boxes: owner-missing'],
    ['another person', 'Ask @sam who', 'Ask @zora who', '- [ ] Ask @zora who comes: owner-missing'],
    ['other signs alone', '???', '!!!', '- [ ] !!!: owner-missing'],
    [
      'another rule',
      'call the hotel',
      'call the hotel due:2027-01-01',
      '- [ ] @tbd: call the hotel due:2027-01-01: due-overdue',
    ],
  ];
  for (const [name, before, after, told] of NEW) {
    it(`does not hide ${name}`, () => {
      assert.ok(playbook.includes(before));
      const { told: found } = held(playbook.replace(before, after));
      assert.ok(found.includes(told), found.join('\n'));
    });
  }

  it('does not hide what moved under another heading', () => {
    const moved = playbook.replace('## Tables', '## Charts');
    assert.ok(held(moved).told.some((line) => line.endsWith(': owner-missing')));
  });

  it('once written anew holds what is there and nothing else, in the words of today', () => {
    const view = viewOf(playbook);
    const problems = judge(view, { today: TODAY, known: oneByOne });
    const again = baselineOf(formatBaseline(new Baseline(entriesOf(view, PATH, problems))));
    assert.deepEqual(held(playbook, again), { told: [], gone: [] });
    assert.ok(sizeOf(again.entries) > 0);
    const texts = again.entries.map((e) => e.text);
    assert.ok(texts.includes('Order 3*2 boxes'));
    assert.ok(texts.includes('Draft the mail'));
    assert.ok(texts.includes('@lena'));
    const another = playbook.replace('hotel @lena', 'hotel @bert');
    assert.deepEqual(held(another, again).told, ['- [ ] Ring the hotel @bert: mention-unknown']);
  });
});

/** Tasks that have an owner now, and somebody who is only told. */
const GONE = [
  'Post: owner-missing 1',
  'Build: owner-missing 1',
  'Park @sam cc @maria: owner-missing 1',
  'Ring the press, cc: mention-unknown 1',
];
