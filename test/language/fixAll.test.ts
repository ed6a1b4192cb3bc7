import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fixAll, fixAllInRounds } from '../../src/language/fixAll.ts';
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
  return applyEdits(text, fixAll(view, judge(view)));
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
  const edits = fixAllInRounds(view, judge(view), (next) => {
    const preview = index.preview(URI, next);
    return [preview, judge(preview)];
  });
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
