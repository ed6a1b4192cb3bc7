import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from '../fastCheck.ts';
import { fixAll, fixAllInRounds, previewIn, repair, type Judged } from '../../src/language/fixAll.ts';
import { goalUnknown } from '../../src/rules/goal-unknown.ts';
import { judge } from '../../src/rules/judge.ts';
import { applyEdits } from '../../src/text/textEdit.ts';
import { WorkspaceIndex } from '../../src/workspace/workspaceIndex.ts';
import { markdown } from '../syntax/arbitraries.ts';

const ROSTER = 'people: { maria: { name: Maria, team: sales }, Lee: {} }\nteams: { sales: {} }\n';
const URI = 'file:///w/a.playbook.md';

function repaired(text: string): string {
  const index = new WorkspaceIndex(['file:///w']);
  index.setRoster('file:///w/roster.yml', ROSTER);
  index.setPlaybook(URI, text);
  const view = index.view(URI);
  assert.ok(view);
  return applyEdits(text, fixAll(view, judge(view), previewIn(index, view)));
}

function owners(text: string): unknown[] {
  const index = new WorkspaceIndex(['file:///w']);
  index.setRoster('file:///w/roster.yml', ROSTER);
  index.setPlaybook(URI, text);
  return (index.playbookView(URI)?.tasks ?? []).map((t) => t.owners.map((o) => [o.kind, o.handle]));
}

function hasNearTask(text: string): boolean {
  const index = new WorkspaceIndex(['file:///w']);
  index.setPlaybook(URI, text);
  const view = index.view(URI);
  assert.ok(view);
  return judge(view).some((p) => p.rule.id === 'task-malformed');
}

/** In rounds, as the editor does it. */
function repairedInRounds(text: string): string {
  const index = new WorkspaceIndex(['file:///w']);
  index.setRoster('file:///w/roster.yml', ROSTER);
  index.setPlaybook(URI, text);
  const view = index.view(URI);
  assert.ok(view);
  const again = (next: string): Judged => {
    const preview = index.preview(URI, next);
    return [preview, judge(preview)];
  };
  const edits = fixAllInRounds(view, judge(view), again, previewIn(index, view));
  assert.equal(index.view(URI), view);
  return applyEdits(text, edits);
}

describe('repairing everything that is certain', () => {
  it('makes boxes of what was meant as one', () => {
    assert.equal(
      repaired('- [] Print @maria\n-[ ] Book @maria\n'),
      '- [ ] Print @maria\n- [ ] Book @maria\n',
    );
  });

  it('spells names as the roster does, wherever they stand', () => {
    assert.equal(
      repaired(
        '## Fair @MARIA\n\nOwner: @lee\n\n- [ ] Ask @Maria @lee for:@LEE,@sales\n\n| Task | Owner |\n|-|-|\n| Print | @Maria, @Lee |\n',
      ),
      '## Fair @maria\n\nOwner: @Lee\n\n- [ ] Ask @maria @Lee for:@Lee,@sales\n\n| Task | Owner |\n|-|-|\n| Print | @maria, @Lee |\n',
    );
  });

  it('spells names as the roster does in every place of a table', () => {
    assert.equal(
      repaired(
        '| Area | Owner | Consulted | Informed |\n|-|-|-|-|\n| @Maria’s fair | @Maria | @LEE | @Maria, @lee |\n',
      ),
      '| Area | Owner | Consulted | Informed |\n|-|-|-|-|\n| @maria’s fair | @maria | @Lee | @maria, @Lee |\n',
    );
    assert.equal(
      repaired('| Area | @Maria | @LEE |\n|-|-|-|\n| Fair | A | C |\n| Prices | I | R |\n'),
      '| Area | @maria | @Lee |\n|-|-|-|\n| Fair | A | C |\n| Prices | I | R |\n',
    );
    assert.equal(
      repaired('| Area | @Maria | @LEE |\n|-|-|-|\n| Fair | A | R |\n'),
      '| Area | @maria | @Lee |\n|-|-|-|\n| Fair | A | R |\n',
    );
    // Without anybody responsible it is no chart.
    const noChart = '| Area | @Maria | @LEE |\n|-|-|-|\n| Fair | A | C |\n';
    assert.equal(repaired(noChart), noChart);
    const empty = '| Area | Owner |\n|-|-|\n';
    assert.equal(repaired(empty), empty);
  });

  it('leaves names in code, in addresses and in words alone', () => {
    const text = '- [ ] `@Maria` and lee@Maria.example and Maria @maria\n';
    assert.equal(repaired(text), text);
  });

  it('corrects keys of the front matter with one candidate, and quotes names', () => {
    assert.equal(
      repaired('---\ntilte: Fair\nowner: @maria\n---\n- [ ] Print @maria\n'),
      '---\ntitle: Fair\nowner: "@maria"\n---\n- [ ] Print @maria\n',
    );
    assert.equal(repaired('---\ndefault-ownr: maria\n---\n'), '---\ndefault-owner: maria\n---\n');
  });

  it('goes on with what a repair brings to light', () => {
    assert.equal(repairedInRounds('# Fair\n\n- [] Print @Maria\n'), '# Fair\n\n- [ ] Print @maria\n');
    assert.equal(repairedInRounds('- [ ] Print @maria\n'), '- [ ] Print @maria\n');
  });

  it('touches nothing around what it repairs', () => {
    const text = '# Fair\n\n- [] Print @Maria\n\nThe end.\n';
    const index = new WorkspaceIndex(['file:///w']);
    index.setRoster('file:///w/roster.yml', ROSTER);
    index.setPlaybook(URI, text);
    const view = index.view(URI);
    assert.ok(view);
    const again = (next: string): Judged => {
      const preview = index.preview(URI, next);
      return [preview, judge(preview)];
    };
    const edits = fixAllInRounds(view, judge(view), again, previewIn(index, view));
    assert.deepEqual(
      edits.map(({ range, newText }) => [range.start.line, range.end, newText]),
      [[2, { line: 2, character: 13 }, ' ] Print @m']],
    );
  });

  it('in rounds comes to the same as again and again', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        let last = text;
        for (let next = repaired(last); next !== last; next = repaired(last)) last = next;
        assert.equal(repairedInRounds(text), last);
      }),
      { numRuns: 200 },
    );
  });

  it('never gives or changes an owner', () => {
    const text = '- [ ] Print\n- [ ] Book @mria\n- [ ] Call @maria the first time\n';
    assert.equal(repaired(text), text);
  });

  describe('changes no meaning', () => {
    const stays: Readonly<Record<string, string>> = {
      'an owner behind a near-token': '- [ ] Print help: @Lee\n',
      'an owner behind a near-token for somebody': '- [ ] Print for: @maria\n',
      'co-owners behind a near-token': '- [ ] Print inform: @Lee, @maria\n',
      'a second day that would come to count': '- [ ] Print DUE:T due:T+2w\n',
      'a day where none is read': '- [ ] Print due: 2027-01-10 @maria\n',
      'a goal where none is read': '- [ ] Print Goal:leads @maria\n',
      'somebody who waits where none is read': '- [ ] @maria: print for: @Lee now\n',
      'a table that would become a part of the task above':
        '-[] Print\n| Task | Owner |\n|---|---|\n| Book | @maria |\n',
      'an owner line that speaks for the section': '-[] Print\nOwner: @maria\n\n- [ ] Book\n',
      'a task that would get another parent': '# Fair @maria\n\n- [] Print @Lee\n  - [ ] Fold\n',
      'a box in the middle of prose': 'We write\n[ ] in front of what is to do.\n',
      'a number that would stay prose': 'We write\n2.[ ] Print\n',
      'a default owner that tasks would get': '---\ndefault-ownr: maria\n---\n- [ ] Print\n',
      'a day T that dates would count from': '---\nt-dya: 2027-03-02\n---\n- [ ] Print @maria due:T-3d\n',
    };
    for (const [what, text] of Object.entries(stays)) {
      it(what, () => {
        assert.equal(repairedInRounds(text), text);
      });
    }

    it('and yet repairs whatever stands beside it', () => {
      const swallows = '-[] Print\n| Task | Owner |\n|---|---|\n| Book | @maria |\n\n';
      const prose = Array.from({ length: 30 }, (_, i) => `-[] Call ${i}\n\ntext\n\n`);
      prose[17] = swallows;
      const mended = prose.map((t) => (t === swallows ? t : t.replace('-[]', '- [ ]')));
      assert.equal(repairedInRounds(prose.join('')), mended.join(''));
    });

    it('reads a token that says nothing of owners, days and goals', () => {
      assert.equal(repairedInRounds('- [ ] Print Uses:logo @maria\n'), '- [ ] Print uses:logo @maria\n');
    });

    it('of a roster, not for the playbooks beneath it', () => {
      const fixed = (roster: string, playbook: string): string => {
        const index = new WorkspaceIndex(['file:///w']);
        const uri = 'file:///w/roster.yml';
        index.setRoster(uri, roster);
        index.setPlaybook(URI, playbook);
        const view = index.view(uri);
        assert.ok(view);
        const preview = previewIn(index, view);
        const again = (next: string): Judged => {
          const there = preview(next).view;
          return [there, judge(there)];
        };
        return applyEdits(roster, fixAllInRounds(view, judge(view), again, preview));
      };
      const misspelt = 'teams: {}\npeolpe: { maria: { name: Maria Lopez } }\n';
      assert.equal(fixed(misspelt, '- [ ] Print @Maria\n'), misspelt.replace('peolpe', 'people'));
      // A name in words that owns by itself would be a person from now on.
      assert.equal(fixed(misspelt, '- [ ] Print\n  Owner: Maria Lopez\n'), misspelt);
      const owner = 'teams: {}\ndefault-ownr: maria\n';
      assert.equal(fixed(owner, '- [ ] Print @maria\n'), owner.replace('ownr', 'owner'));
      assert.equal(fixed(owner, '- [ ] Print\n'), owner);
      const goal = 'teams: {}\ngoals: { leads: { ownr: maria } }\n';
      assert.equal(fixed(goal, ''), goal);
    });
  });

  it('ends by itself where two repairs undo each other, and says so', () => {
    const index = new WorkspaceIndex(['file:///w']);
    const judged = (text: string): Judged => {
      index.setPlaybook(URI, text);
      const view = index.view(URI);
      assert.ok(view);
      const newText = text.startsWith('a') ? 'b' : 'a';
      const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
      const fix = { title: 'change', args: {}, edits: [{ range, newText }], isSafe: true };
      return [view, [{ rule: goalUnknown, severity: 'hint', message: 'near', args: {}, range, fix }]];
    };
    const view = index.preview(URI, 'a text');
    const { isComplete, text } = repair(judged('a text'), judged, previewIn(index, view));
    assert.deepEqual({ isComplete, text }, { isComplete: false, text: 'b text' });
  });

  it('of any text changes nobody, comes to an end, and is not needed twice', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const isBoxMade = hasNearTask(text);
        let last = text;
        for (let round = 0; ; round++) {
          assert.ok(round < 10, 'two repairs undo each other');
          const next = repaired(last);
          if (next === last) break;
          last = next;
        }
        const before = owners(text);
        // A box that was none before is a task more, and an owner line below it no longer speaks for the section.
        if (!isBoxMade) assert.deepEqual(owners(last), before);
      }),
      { numRuns: 300 },
    );
  });
});
