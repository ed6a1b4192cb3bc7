/** What the benchmark measures with is always the same, and is what it says it is. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeCorpus } from '../../scripts/bench/corpus.ts';
import { HANDBOOK, PLAYBOOK, makeDocument } from '../../scripts/bench/documents.ts';
import { pressKey } from '../../scripts/bench/edits.ts';
import { Random } from '../../scripts/bench/random.ts';
import { rosterText } from '../../scripts/bench/roster.ts';
import type { PlaybookView } from '../../src/workspace/fileView.ts';
import { WorkspaceIndex } from '../../src/workspace/workspaceIndex.ts';

const LINES = 5_000;

function view(text: string): PlaybookView {
  const index = new WorkspaceIndex(['file:///w/']);
  index.setRoster('file:///w/roster.yml', rosterText(['**/*.md']));
  index.setPlaybook('file:///w/large.playbook.md', text);
  const found = index.playbookView('file:///w/large.playbook.md');
  assert.ok(found);
  return found;
}

describe('the large playbook', () => {
  const text = makeDocument(LINES, PLAYBOOK, 1);

  it('is the same every time, and another one with another seed', () => {
    assert.equal(makeDocument(LINES, PLAYBOOK, 1), text);
    assert.notEqual(makeDocument(LINES, PLAYBOOK, 2), text);
  });

  it('has as many lines as asked for', () => {
    for (const lines of [20, 21, LINES]) {
      assert.equal(makeDocument(lines, PLAYBOOK, 1).match(/\n/g)?.length, lines);
    }
  });

  it('holds everything that costs time', () => {
    const { playbook, roster, tasks } = view(text);
    assert.equal(roster.people.size, 15);
    assert.ok(playbook.blocks.filter((b) => b.kind === 'heading').length > LINES / 50);
    assert.ok(tasks.filter((t) => t.kind === 'item').length > LINES / 5);
    assert.ok(tasks.some((t) => t.kind === 'row'));
    for (const source of ['task', 'parent', 'section', 'none']) {
      assert.ok(
        tasks.some((t) => t.source === source),
        `no task is owned by its ${source}`,
      );
    }
    assert.match(text, /^```markdown\n- \[ \] /m);
  });

  it('is read without a mistake in its front matter or roster', () => {
    const { playbook, problems } = view(text);
    assert.deepEqual([...playbook.problems, ...problems], []);
  });
});

describe('the handbook', () => {
  it('has fewer tasks than the playbook, and some', () => {
    const [handbook, playbook] = [HANDBOOK, PLAYBOOK].map(
      (mix) => view(makeDocument(LINES, mix, 1)).tasks.length,
    );
    assert.ok(handbook !== undefined && playbook !== undefined);
    assert.ok(handbook > LINES / 100 && handbook < playbook / 2, `${handbook} and ${playbook}`);
  });
});

describe('keys', () => {
  const typed = (seed: number, keys: number): string => {
    const lines = makeDocument(200, PLAYBOOK, 1).split('\n');
    const random = new Random(seed);
    for (let i = 0; i < keys; i++) pressKey(lines, random);
    return lines.join('\n');
  };

  it('are the same every time', () => {
    assert.equal(typed(7, 100), typed(7, 100));
    assert.notEqual(typed(7, 100), typed(8, 100));
  });

  it('each change the text, by a letter more or less, or by one task', () => {
    const lines = makeDocument(200, PLAYBOOK, 1).split('\n');
    const random = new Random(7);
    const seen = new Set<string>();
    for (let i = 0; i < 300; i++) {
      const [before, count] = [lines.join('\n'), lines.length];
      pressKey(lines, random);
      const grown = lines.join('\n').length - before.length;
      assert.notEqual(lines.join('\n'), before);
      if (lines.length === count) {
        assert.equal(Math.abs(grown), 1);
        seen.add(grown > 0 ? 'letter' : 'backspace');
      } else {
        assert.equal(lines.length, count + 1);
        seen.add('enter');
      }
    }
    assert.deepEqual([...seen].sort(), ['backspace', 'enter', 'letter']);
  });

  it('cannot be pressed where there is no task', () => {
    assert.throws(() => {
      pressKey(['no task here'], new Random(1));
    }, /no task/);
  });
});

describe('the made corpus', () => {
  it('is the same every time, and as large as the real one', () => {
    const corpus = makeCorpus();
    assert.deepEqual(makeCorpus(), corpus);
    assert.equal(corpus.size, 95);
    const bytes = [...corpus.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    assert.ok(bytes > 1_200_000 && bytes < 1_900_000, `${bytes} bytes`);
    const tasks = [...corpus.values()].reduce((sum, text) => sum + view(text).tasks.length, 0);
    assert.ok(tasks > 700 && tasks < 2_500, `${tasks} tasks`);
  });
});
