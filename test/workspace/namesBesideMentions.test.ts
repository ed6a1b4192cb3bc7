/** Names in plain words that stand beside a mention: they join its group only where they may own themselves. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openFixture } from '../fixture.ts';

const ROSTER = `//- /roster.yml
people:
  maria: { name: Maria López }
  sam: { name: Sam Cole }
teams:
  sales: { name: Sales }
//- /doc.playbook.md
`;

const owners = (task: string): string =>
  openFixture(`${ROSTER}- [ ] ${task}\n`)
    .view()
    .tasks.flatMap((t) => t.owners.map((o) => o.handle))
    .join(', ');

describe('a name beside a mention', () => {
  const CASES: readonly (readonly [task: string, owners: string])[] = [
    ['Count leads, calls and sales @tbd', ''],
    ['Count leads, calls and sales @maria', 'maria'],
    ['Count leads, calls, sales and @maria', 'maria'],
    ['Write the deck for Sam Cole @maria', 'maria'],
    ['Brief sales and @maria', 'maria'],
    ['Write to sales and @maria', ''],
    ['Call @maria and sales', ''],
    ['Sam Cole @maria', 'maria'],
    // Where names own, they join.
    ['Write copy - Sam Cole and @maria', 'sam, maria'],
    ['Write copy (Sam Cole, @maria)', 'sam, maria'],
    ['Sam Cole and @maria: write copy', 'sam, maria'],
    ['@maria, Sam Cole: write copy', 'maria, sam'],
    ['@maria @sam write copy', 'maria, sam'],
  ];
  for (const [task, expected] of CASES) {
    it(task, () => {
      assert.equal(owners(task), expected);
    });
  }
});
