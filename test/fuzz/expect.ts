import assert from 'node:assert/strict';
import type { LineIndex } from '../../src/text/lineIndex.ts';
import { comparePositions } from '../../src/text/position.ts';
import type { Range } from '../../src/text/range.ts';
import type { OwnedTask, Somebody } from '../../src/workspace/tasks.ts';
import { normalizeHandle } from '../../src/workspace/handles.ts';

export function isInText(lines: LineIndex, range: Range, what: string): void {
  for (const { line, character } of [range.start, range.end]) {
    assert.ok(line >= 0 && line < lines.lineCount, `${what}: a line outside of the text`);
    assert.ok(
      character >= 0 && character <= lines.line(line).length,
      `${what}: a character outside of its line`,
    );
  }
  assert.ok(comparePositions(range.start, range.end) <= 0, `${what}: a range that runs backwards`);
}

export function handles(parties: readonly Somebody[]): string[] {
  return parties.map((p) => normalizeHandle(p.handle));
}

/** Each but one reads as before; who inherits may inherit from somebody else. */
export function othersRead(
  after: readonly OwnedTask[],
  before: readonly OwnedTask[],
  except: number,
  what: string,
): void {
  assert.equal(after.length, before.length, `${what}: the number of tasks changes`);
  for (const [i, task] of before.entries()) {
    const now = after[i];
    if (i === except || !now) continue;
    assert.equal(now.text, task.text, `${what}: the words of another task change`);
    assert.equal(now.done, task.done, `${what}: another task is done, or open`);
    assert.equal(now.due, task.due, `${what}: the day of another task changes`);
    assert.deepEqual(
      now.goals.map((g) => g.text),
      task.goals.map((g) => g.text),
      `${what}: the goals of another task change`,
    );
    for (const role of ['receivers', 'helpers', 'consulted', 'informed'] as const) {
      assert.deepEqual(handles(now[role]), handles(task[role]), `${what}: ${role} of another task change`);
    }
    assert.equal(
      now.source === 'task',
      task.source === 'task',
      `${what}: another task gets or loses an owner of its own`,
    );
    if (task.source === 'task') {
      assert.deepEqual(handles(now.owners), handles(task.owners), `${what}: the owner of another changes`);
    }
  }
}

/** Tokens and tags as they read, in their order. */
export function tokensOf({ words }: OwnedTask): unknown {
  return [words.tokens.map((t) => [t.key, t.values.map((v) => v.text)]), words.tags.map((t) => t.name)];
}
