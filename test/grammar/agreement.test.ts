/**
 * The colors and the parser are two readers of one language. Where the grammar can know (one line, no roster), they
 * must say the same: this is a task, this is its owner, this is a token. Asked of the example company, of the grammar's
 * own fixtures and, where they lie beside the project, of real documents.
 */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import type { IGrammar, IToken } from 'vscode-textmate';
import { parse } from '../../src/syntax/parse.ts';
import type { Block } from '../../src/syntax/playbook.ts';
import type { Position } from '../../src/text/position.ts';
import { has, INITIAL, loadGrammar, root } from './textmate.ts';

const key = ({ line, character }: Position): string => `${line + 1}:${character}`;

/** What one reader found, each as `line:column kind`. */
function parsed(blocks: readonly Block[]): string[] {
  const out: string[] = [];
  for (const block of blocks) {
    if (block.kind !== 'task' && block.kind !== 'heading') continue;
    if (block.kind === 'task') out.push(`${key(block.box)} ${block.done ? 'done' : 'open'}`);
    const { words } = block;
    for (const { range } of words.tokens) out.push(`${key(range.start)} token`);
    const owning = words.ownerGroups.find(({ members }) => members.some(({ form }) => form !== 'domain'));
    const owners = new Set(owning?.members.map(({ range }) => key(range.start)));
    for (const { form, range } of words.mentions) {
      if (form === 'domain') continue;
      const at = key(range.start);
      out.push(`${at} ${form === 'placeholder' ? 'placeholder' : owners.has(at) ? 'owner' : 'mention'}`);
    }
  }
  return out;
}

const KINDS: readonly (readonly [scope: string, kind: string])[] = [
  ['constant.language.task', 'open'],
  ['markup.inserted.task', 'done'],
  ['storage.modifier.token', 'token'],
  ['entity.name.type.owner', 'owner'],
  ['variable.other.constant.mention', 'mention'],
  ['invalid.unimplemented.placeholder', 'placeholder'],
];

function colored(lines: readonly string[], grammar: IGrammar): string[] {
  const out: string[] = [];
  let state = INITIAL;
  for (const [number, line] of lines.entries()) {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    for (const token of result.tokens) {
      const kind = isJudged(token) ? KINDS.find(([scope]) => has(token, scope))?.[1] : undefined;
      if (kind === undefined) continue;
      // The parser points between the brackets of the box.
      const inside = kind === 'open' || kind === 'done' ? 1 : 0;
      out.push(`${number + 1}:${token.startIndex + inside} ${kind}`);
    }
  }
  return out;
}

/** In a task or heading; people in tokens are the token's, and owner lines are read with the roster. */
function isJudged(token: IToken): boolean {
  const isValue = has(token, 'meta.token') && !has(token, 'storage.modifier.token');
  return (
    !isValue &&
    !has(token, 'meta.owner-line') &&
    (has(token, 'meta.task') || has(token, 'entity.name.section'))
  );
}

const filesUnder = (folder: string, ending: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => path.posix.join(folder, name))
    .sort();

const corpus = '../shared/corpus';
const sources = [
  ...filesUnder('examples', '.playbook.md'),
  ...filesUnder('test/grammar', '.playbook.md'),
  ...(existsSync(path.join(root, corpus)) ? filesUnder(corpus, '.md') : []),
];

describe('grammar and parser', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await loadGrammar('text.html.markdown.playbook');
  });

  for (const file of sources) {
    it(`agree about ${file}`, () => {
      // Without the assertions of a fixture, which would be text to the parser.
      const text = readFileSync(path.join(root, file), 'utf8').replace(/^\uFEFF/u, '');
      const lines = text.split(/\r?\n/u).filter((line) => !/^ *\^+ /u.test(line));
      assert.deepEqual(colored(lines, grammar).sort(), parsed(parse(lines.join('\n')).blocks).sort());
    });
  }
});
