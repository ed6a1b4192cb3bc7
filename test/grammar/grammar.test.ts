/**
 * Colors, tested as text. A fixture is a playbook in which a line of spaces and carets says what the characters above
 * the carets are: every token there must have each scope named behind the carets, and none of those with a `!`.
 * A scope is named by its beginning, as a theme does: `entity.name.type` is met by `entity.name.type.owner.playbook`.
 *
 * Front matter is checked down to its scope name only: the YAML grammar of the test is older than VS Code's.
 */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import type { IGrammar, IToken } from 'vscode-textmate';
import { GRAMMAR_PATH, grammarText } from './generate.ts';
import { has, INITIAL, loadGrammar, root } from './textmate.ts';

interface Line {
  /** One-based, in the fixture. */
  readonly number: number;
  readonly text: string;
  readonly tokens: readonly IToken[];
  readonly asserts: {
    readonly start: number;
    readonly end: number;
    readonly scopes: readonly string[];
    readonly number: number;
  }[];
}

const ASSERTION = /^( *)(\^+) (.+)$/u;

function tokenize(grammar: IGrammar, text: string): Line[] {
  const lines: Line[] = [];
  let state = INITIAL;
  for (const [index, line] of text.split(/\r?\n/u).entries()) {
    const found = ASSERTION.exec(line);
    if (found) {
      const [, spaces = '', carets = '', scopes = ''] = found;
      const start = spaces.length;
      lines.at(-1)?.asserts.push({
        start,
        end: start + carets.length,
        scopes: scopes.trim().split(/\s+/u),
        number: index + 1,
      });
      continue;
    }
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    lines.push({ number: index + 1, text: line, tokens: result.tokens, asserts: [] });
  }
  return lines;
}

function failures(lines: readonly Line[]): string[] {
  const out: string[] = [];
  for (const line of lines) {
    for (const { start, end, scopes, number } of line.asserts) {
      const under = line.tokens.filter((token) => token.startIndex < end && token.endIndex > start);
      if (end > line.text.length || under.length === 0) out.push(`${number}: carets reach past the line`);
      for (const token of under) {
        for (const wanted of scopes) {
          const absent = wanted.startsWith('!');
          if (has(token, absent ? wanted.slice(1) : wanted) !== absent) continue;
          const shown = line.text.slice(token.startIndex, token.endIndex);
          out.push(
            `${number}: "${shown}" of "${line.text}" should be ${wanted}, is ${token.scopes.join(' ')}`,
          );
        }
      }
    }
  }
  return out;
}

/** Every scope name of ours that stands anywhere in the grammar. */
function ownScopes(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(ownScopes);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    (key === 'name' || key === 'contentName') && typeof value === 'string' && value.endsWith('.playbook')
      ? [value.split(' ').at(-1) ?? value]
      : ownScopes(value),
  );
}

describe('grammar', () => {
  let playbook: IGrammar;
  let markdown: IGrammar;
  before(async () => {
    playbook = await loadGrammar('text.html.markdown.playbook');
    markdown = await loadGrammar('text.html.markdown');
  });

  it('is what its source makes', async () => {
    assert.equal(readFileSync(path.join(root, GRAMMAR_PATH), 'utf8'), await grammarText());
  });

  const fixtures = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.playbook.md'));

  for (const name of fixtures) {
    it(`colors ${name}`, () => {
      const lines = tokenize(playbook, readFileSync(path.join(import.meta.dirname, name), 'utf8'));
      assert.notEqual(lines.flatMap((line) => line.asserts).length, 0, 'no assertion in the fixture');
      assert.deepEqual(failures(lines), []);
    });
  }

  it('has a fixture for each of its scopes', () => {
    const asserted = fixtures
      .flatMap((name) => readFileSync(path.join(import.meta.dirname, name), 'utf8').split('\n'))
      .flatMap((line) => ASSERTION.exec(line)?.[3]?.split(/\s+/u) ?? []);
    const scopes = ownScopes(JSON.parse(readFileSync(path.join(root, GRAMMAR_PATH), 'utf8')));
    const missing = [...new Set(scopes)].filter(
      (scope) => !asserted.some((wanted) => `${scope}.`.startsWith(`${wanted}.`)),
    );
    assert.deepEqual(
      missing,
      ['text.html.markdown.playbook'].filter((scope) => missing.includes(scope)),
    );
  });

  // The longest line of the field's documents has 73,806 characters. A pattern that tried its parts in every
  // combination would not come back from these; the last token shows that it read to the end.
  const LONG: readonly (readonly [head: string, unit: string, tail: string, scope: string])[] = [
    ['- [ ] ', '@a ', 'and @maria', 'entity.name.type.owner'],
    ['- [ ] ', '@a. ', 'for @maria', 'variable.other.constant.mention'],
    ['- [ ] @', 'a.', ' @maria', 'entity.name.type.owner'],
    ['- [ ] @a ', ')', ' @maria', 'entity.name.type.owner'],
    ['- [ ] ', 'due:T-1d ', '@maria', 'entity.name.type.owner'],
    ['- [ ] due:', 'x)', ' @maria', 'entity.name.type.owner'],
    ['- [ ] ', '#a-b ', '@maria', 'entity.name.type.owner'],
    ['- [ ] @a ', '<!-- ', '@maria', 'comment'],
    ['- [ ] @', '_', ' @maria', 'entity.name.type.owner'],
    ['- [ ] ', 'https://a.example/@a ', '@maria', 'entity.name.type.owner'],
    ['# ', '@a. ', 'by hand @maria', 'entity.name.type.owner.section'],
    ['Owner: ', 'Jane and ', '@maria', 'entity.name.type.owner'],
    ['', 'say @a. ', '@maria', 'variable.other.constant.mention'],
    ['<!-- playbook-disable ', 'owner-missing ', 'goal-idle', 'variable.parameter.rule'],
  ];

  for (const [head, unit, tail, scope] of LONG) {
    it(`reads a long line of ${JSON.stringify(unit)} after ${JSON.stringify(head)}`, () => {
      const line = head + unit.repeat(Math.ceil(70_000 / unit.length)) + tail;
      const last = playbook.tokenizeLine(line, INITIAL).tokens.at(-1);
      assert.ok(last && has(last, scope), `${scope} is missing from ${last?.scopes.join(' ') ?? 'nothing'}`);
    });
  }

  it('leaves plain Markdown as VS Code colors it', () => {
    const text = [
      '# Plan',
      'A *quiet* **page** with `code`, [a link](https://example.com/x) and a list:',
      '- one',
      '  - two',
      '1. three',
      '> quoted',
      '| a | b |',
      '| - | - |',
      '| 1 | 2 |',
      '```js',
      'const x = 1;',
      '```',
      '<details>',
      '- [ ] in HTML',
      '</details>',
      '',
      'Mail maria@acme.example.',
    ].join('\n');
    const strip = (lines: Line[]): string[][] =>
      lines.map((line) =>
        line.tokens.map(
          (token) =>
            `${token.startIndex} ${token.scopes.filter((scope) => !scope.endsWith('.playbook')).join(' ')}`,
        ),
      );
    const expected = tokenize(markdown, text).map((line) =>
      line.tokens.map(
        (token) =>
          `${token.startIndex} ${token.scopes.filter((scope) => scope !== 'text.html.markdown').join(' ')}`,
      ),
    );
    assert.deepEqual(strip(tokenize(playbook, text)), expected);
  });
});
