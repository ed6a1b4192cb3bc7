import assert from 'node:assert/strict';
import { completions } from '../../../src/language/completions.ts';
import { definition } from '../../../src/language/definition.ts';
import { hover } from '../../../src/language/hover.ts';
import { dueHints, inlayHints } from '../../../src/language/inlayHints.ts';
import { entriesFor } from '../../../src/language/adoption.ts';
import { findPeople } from '../../../src/language/peopleFound.ts';
import { changeRoster } from '../../../src/language/rosterChanges.ts';
import { semanticTokens } from '../../../src/language/semanticTokens.ts';
import { documentSymbols } from '../../../src/language/symbols.ts';
import { formatMessage } from '../../../src/text/message.ts';
import type { LineIndex } from '../../../src/text/lineIndex.ts';
import { comparePositions } from '../../../src/text/position.ts';
import { isInText } from '../expect.ts';
import type { Property } from '../property.ts';

export const features: Property = {
  name: 'completions, hovers, symbols, colors and hints lie in the text',
  of: 'playbooks',
  share: 0.35,
  check({ text, random, world }) {
    const { index, view } = world.open(text);
    const { lines } = view.playbook;
    const facts = index.countAll();
    for (let i = 0; i < 6; i++) {
      const line = random.int(lines.lineCount);
      const at = { line, character: random.int(lines.line(line).length + 1) };
      for (const { range } of completions(view, at)) {
        isInText(lines, range, 'completion');
        const holds = comparePositions(range.start, at) <= 0 && comparePositions(at, range.end) <= 0;
        assert.ok(holds, 'a completion that does not hold the caret');
      }
      const shown = hover(view, facts, at);
      if (shown) {
        isInText(lines, shown.range, 'hover');
        shown.lines.forEach(formatMessage);
      }
      definition(view, at);
    }
    for (const { range } of semanticTokens(view)) {
      isInText(lines, range, 'color');
      assert.equal(range.start.line, range.end.line, 'a color over several lines');
    }
    for (const symbol of documentSymbols(view)) isNested(lines, symbol);
    const hints = [...inlayHints(view, 0, lines.lineCount), ...dueHints(view, 0, lines.lineCount)];
    for (const { at } of hints) {
      isInText(lines, { start: at, end: at }, 'inlay hint');
    }
    const { refused } = changeRoster('# Who is who.\n\n', entriesFor(findPeople([view])));
    assert.deepEqual(refused, [], 'somebody found who cannot be written into a roster');
  },
};

type Symbol = ReturnType<typeof documentSymbols>[number];

function isNested(lines: LineIndex, symbol: Symbol): void {
  isInText(lines, symbol.range, 'symbol');
  isInText(lines, symbol.selection, 'name of a symbol');
  const holds =
    comparePositions(symbol.range.start, symbol.selection.start) <= 0 &&
    comparePositions(symbol.selection.end, symbol.range.end) <= 0;
  assert.ok(holds, 'a symbol whose name lies outside of it');
  for (const child of symbol.children) isNested(lines, child);
}
