// Whose a task is, as people really write it: several examples of every kind, wherever such a text may stand.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openFixture, outline } from '../fixture.ts';
import { isWhole, ROSTER, surroundings, type Kinds } from './ownerKinds.ts';
import { kinds as byName } from './ownersByName.ts';
import { kinds as inLines } from './ownersInLines.ts';
import { kinds as inTables } from './ownersInTables.ts';

const all: Kinds = { ...inLines, ...byName, ...inTables };

const tasksOf = (text: string) =>
  outline(openFixture(ROSTER + text).view())
    .split('\n')
    .filter((line) => line !== '');

for (const [kind, cases] of Object.entries(all)) {
  describe(kind, () => {
    for (const [text, tasks] of cases) {
      it(text.trimEnd().replaceAll('\n', ' ⏎ '), () => {
        assert.deepEqual(tasksOf(text), tasks);
        for (const [place, put] of Object.entries(surroundings)) {
          if (isWhole(text) && place !== 'Windows line ends') continue;
          assert.deepEqual(tasksOf(put(text)), tasks, place);
        }
      });
    }
  });
}
