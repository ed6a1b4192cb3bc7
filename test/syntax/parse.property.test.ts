import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from '../fastCheck.ts';
import { readBody } from '../../src/syntax/body.ts';
import { readPart } from '../../src/syntax/livePart.ts';
import { mayHoldBlocks } from '../../src/syntax/mayHoldBlocks.ts';
import { ownerLabels } from '../../src/syntax/ownerWords.ts';
import { parse, Parser } from '../../src/syntax/parse.ts';
import type { Playbook } from '../../src/syntax/playbook.ts';
import { LineIndex } from '../../src/text/lineIndex.ts';
import { anyText, markdown, markdownWithAnyLineEnds, prose } from './arbitraries.ts';
import { checkRanges } from './ranges.ts';

/** Enough to be quick; `PROPERTY_RUNS=100000` looks for longer. */
const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 1000);

/** All that is the same when the offsets are not. */
const tree = ({ frontMatter, blocks, root, directives, problems }: Playbook): unknown => ({
  frontMatter,
  blocks,
  root,
  directives,
  problems,
});

const isTooDeep = ({ problems }: { readonly problems: Playbook['problems'] }): boolean =>
  problems.some((p) => p.message === 'tooDeep');

describe('parse', () => {
  it('reads any text, and every range is true', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, markdownWithAnyLineEnds), (text) => {
        const playbook = parse(text);
        assert.equal(playbook.lines.text, text);
        checkRanges(playbook);
      }),
      { numRuns },
    );
  });

  it('gives the same tree for LF, CRLF and CR', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const expected = tree(parse(text));
        assert.deepEqual(tree(parse(text.replaceAll('\n', '\r\n'))), expected);
        assert.deepEqual(tree(parse(text.replaceAll('\n', '\r'))), expected);
      }),
      { numRuns },
    );
  });

  it('in parts gives what the body as one part gives', () => {
    fc.assert(
      fc.property(markdownWithAnyLineEnds, (text) => {
        const { lines, frontMatter, ...parts } = parse(text);
        const start = frontMatter?.endLine ?? 0;
        const whole = readBody(new LineIndex(text.slice(lines.starts[start] ?? text.length)), start);
        fc.pre(!isTooDeep(whole));
        assert.deepEqual(parts.blocks, whole.blocks);
        assert.deepEqual(parts.directives, whole.directives);
        assert.deepEqual(parts.problems, [...(frontMatter?.problems ?? []), ...whole.problems]);
      }),
      { numRuns },
    );
  });
});

describe('what is left out', () => {
  it('holds nothing: read as well, the result is the same', () => {
    fc.assert(
      fc.property(fc.oneof(markdownWithAnyLineEnds, prose), (random) => {
        // Parts are cut before every heading that begins a line.
        const text = random.replace(/(?<=[\n\r])#/g, 'x#');
        assert.deepEqual(readPart(text, 3), readBody(new LineIndex(text), 3));
      }),
      { numRuns: numRuns * 2 },
    );
  });

  it('never holds an owner line, in any language', () => {
    for (const label of ownerLabels) {
      for (const colon of [':', '：'])
        assert.ok(mayHoldBlocks(`Prose\n\n${label}${colon} @maria\n`), `${label}${colon}`);
    }
  });

  it('is most of a handbook', () => {
    assert.equal(
      mayHoldBlocks('We sell [lamps](https://example.com): ask @maria.\n\n1. One\n2. Two\n'),
      false,
    );
  });
});

describe('a Parser', () => {
  const edit = fc.record({
    at: fc.nat(10_000),
    remove: fc.oneof({ weight: 3, arbitrary: fc.nat(4) }, { weight: 1, arbitrary: fc.nat(80) }),
    insert: fc.oneof(
      fc.constantFrom(
        '',
        '',
        ' ',
        '\n',
        '\n\n',
        '#',
        '- ',
        '`',
        '```\n',
        '<!--',
        '-->',
        '>',
        '    ',
        '|',
        '@',
        '---\n',
      ),
      markdown,
    ),
  });

  it('after any edits gives what parse gives', () => {
    fc.assert(
      fc.property(markdownWithAnyLineEnds, fc.array(edit, { minLength: 1, maxLength: 6 }), (start, edits) => {
        const parser = new Parser();
        let text = start;
        parser.parse(text);
        for (const { at, remove, insert } of edits) {
          const from = text.length === 0 ? 0 : at % (text.length + 1);
          text = text.slice(0, from) + insert + text.slice(from + remove);
          assert.deepEqual(tree(parser.parse(text)), tree(parse(text)));
        }
      }),
      { numRuns: Math.ceil(numRuns / 4) },
    );
  });

  it('moves what stays below an edit, and makes only what was edited anew', () => {
    const parser = new Parser();
    const before = parser.parse('# A\n\n- [ ] one @maria\n\n# B\n\n- [ ] two @lee\n').blocks;
    const after = parser.parse('# A\n\n- [ ] one\n- [ ] more @maria\n\n# B\n\n- [ ] two @lee\n').blocks;
    assert.equal(after.at(-1), before.at(-1));
    assert.equal(after.at(-1)?.range.start.line, 7);
    assert.notEqual(after[1], before[1]);
  });

  it('reads a part twice that stands in the text twice', () => {
    const parser = new Parser();
    const part = '# A\n\n- [ ] one @maria\n\n';
    for (const text of [part + part, `\n${part}${part}`, part + part + part, part]) {
      assert.deepEqual(parser.parse(text).blocks, parse(text).blocks);
    }
  });
});
