import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from '../fastCheck.ts';
import { Parser } from '../../src/syntax/parse.ts';
import { OwnershipMemo, resolveOwnership } from '../../src/workspace/ownership.ts';
import { openFixture } from '../fixture.ts';
import { markdown } from '../syntax/arbitraries.ts';

const rosterOf = (text: string) =>
  openFixture(`//- /roster.yml\n${text}\n//- /doc.playbook.md\n`).view().roster;

const ROSTERS = [
  rosterOf('people: { maria: { name: Maria }, lee: {} }\nt-day: 2027-03-02'),
  rosterOf('roles: { maria: [a, b], tbd: [] }\ndefault-owner: maria'),
] as const;

describe('ownership', () => {
  it('of every task list item and every row is resolved once, in source order', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const playbook = new Parser().parse(text);
        const nodes = resolveOwnership(playbook, ROSTERS[0]).map((t) => t.node);
        const items = nodes.filter((n) => n.kind === 'task');
        assert.deepEqual(
          items,
          playbook.blocks.filter((b) => b.kind === 'task'),
        );
        assert.equal(new Set(nodes).size, nodes.length);
        const lines = nodes.map((n) => n.range.start.line);
        assert.deepEqual(
          lines,
          [...lines].sort((a, b) => a - b),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('with the memory of earlier texts and rosters is that without', () => {
    const step = fc.record({
      text: fc.oneof(fc.constant(''), markdown),
      at: fc.nat(2000),
      roster: fc.constantFrom(...ROSTERS),
    });
    fc.assert(
      fc.property(markdown, fc.array(step, { maxLength: 6 }), (start, steps) => {
        const parser = new Parser();
        const memo = new OwnershipMemo();
        let text = start;
        for (const { text: inserted, at, roster } of steps) {
          const from = at % (text.length + 1);
          text = text.slice(0, from) + inserted + text.slice(from);
          const playbook = parser.parse(text);
          assert.deepEqual(resolveOwnership(playbook, roster, memo), resolveOwnership(playbook, roster));
        }
      }),
      { numRuns: 150 },
    );
  });
});
