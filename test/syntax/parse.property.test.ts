import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readBody } from '../../src/syntax/body.ts';
import { parse, Parser } from '../../src/syntax/parse.ts';
import type { Playbook } from '../../src/syntax/playbook.ts';
import { anyText, markdown, markdownWithAnyLineEnds } from './arbitraries.ts';
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
        const whole = readBody(lines, frontMatter?.endLine ?? 0, lines.lineCount);
        fc.pre(!isTooDeep(whole));
        assert.deepEqual(parts.blocks, whole.blocks);
        assert.deepEqual(parts.directives, whole.directives);
        assert.deepEqual(parts.problems, [...(frontMatter?.problems ?? []), ...whole.problems]);
      }),
      { numRuns },
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

  it('leaves the tree that it gave before as it was', () => {
    fc.assert(
      fc.property(markdown, markdown, (a, b) => {
        const parser = new Parser();
        const first = parser.parse(`# A\n${a}\n# B\n${b}`);
        const copy = structuredClone(tree(first));
        parser.parse(`# A\n${a}\nmore\n# B\n${b}`);
        assert.deepEqual(tree(first), copy);
      }),
      { numRuns: Math.ceil(numRuns / 4) },
    );
  });
});
