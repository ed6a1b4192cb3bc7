import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from '../fastCheck.ts';
import { judge } from '../../src/rules/judge.ts';
import { comparePositions } from '../../src/text/position.ts';
import { WorkspaceIndex } from '../../src/workspace/workspaceIndex.ts';

const URI = 'file:///w/roster.yml';

const text = fc
  .array(
    fc.constantFrom(
      ...[
        '> ',
        '>',
        '| ',
        '|',
        '- ',
        '-',
        '{',
        '}',
        '[',
        ']',
        ':',
        ': ',
        ' ',
        '\t',
        '\n',
        '\r\n',
        '#',
        '"',
        "'",
      ],
      ...['&a ', '*a', '!', '? ', 'people', 'teams:', 'maria', 'rules', '\ufeff', '\u00a0', '---', '...'],
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

it('no problem of a roster ends before it begins', () => {
  fc.assert(
    fc.property(text, (text) => {
      const index = new WorkspaceIndex(['file:///w']);
      index.setRoster(URI, text);
      const view = index.view(URI);
      assert.ok(view);
      for (const { rule, range } of judge(view, {})) {
        assert.ok(comparePositions(range.start, range.end) <= 0, `${rule.id} ${JSON.stringify(range)}`);
      }
    }),
    { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 1000), examples: [['> '], ['| ']] },
  );
});
