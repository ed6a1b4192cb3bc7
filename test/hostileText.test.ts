/**
 * Texts that once made an expression of ours go round and round. Each is so long that what takes more than linear time
 * would not end while anybody waits: that a test ends is what it says. `test/expressions.test.ts` proves it for all.
 */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addToRoster } from '../src/language/addToRoster.ts';
import { completions } from '../src/language/completions.ts';
import { fileNameFor } from '../src/language/templates.ts';
import { removeComment } from '../src/rules/removeComment.ts';
import { findWrittenDue } from '../src/rules/writtenDue.ts';
import { findDirectives } from '../src/syntax/directives.ts';
import { lex } from '../src/syntax/lexemes.ts';
import { linkTargetEnd } from '../src/syntax/linkTarget.ts';
import { mayHoldBlocks } from '../src/syntax/mayHoldBlocks.ts';
import { plainTokens } from '../src/syntax/plainBlocks.ts';
import { parseYaml } from '../src/syntax/yaml.ts';
import { yamlPlaces } from '../src/syntax/yamlPlace.ts';
import { LineIndex } from '../src/text/lineIndex.ts';
import { WorkspaceIndex } from '../src/workspace/workspaceIndex.ts';

const MANY = 400_000;
const SPACES = ' '.repeat(MANY);
const COMMENT = '<!-- playbook-disable owner-missing -->';

function yamlOf(text: string) {
  return parseYaml(new LineIndex(text), 0, text.length);
}

/** Takes the comment behind a text out again; whether that is safe. */
function withoutComment(before: string): boolean {
  const { length } = before;
  const range = {
    start: { line: 0, character: length },
    end: { line: 0, character: length + COMMENT.length },
  };
  return removeComment(new LineIndex(`${before}${COMMENT}`), range).isSafe;
}

describe('a text ends to be read', () => {
  it('in which tags follow each other in YAML', () => {
    for (const end of ['" \n b: [', '" x\n b: [']) {
      assert.equal(yamlOf(`owner: ${'!'.repeat(5000)}${end}`).problems.length, 1);
    }
  });

  it('in which names in brackets follow a blank day', () => {
    const text = (end: string) => `Print [DATE] ${'@a) '.repeat(5000)}${end}`;
    assert.equal(findWrittenDue(text(''), false)?.kind, 'blank');
    assert.equal(findWrittenDue(text('x'), false), undefined);
  });

  it('in which list markers stand before a comment', () => {
    assert.equal(withoutComment('1)  '.repeat(MANY)), false);
    assert.equal(withoutComment(`${'1)  '.repeat(MANY)}x `), true);
  });

  it('in which spaces stand where one marker, comma or quotation mark might part them', () => {
    assert.equal(withoutComment(`${SPACES}[ `), true);
    assert.equal(withoutComment(`-${SPACES}[ `), true);
    assert.equal(findWrittenDue(`Print${SPACES}x by Jan 16`, false)?.kind, 'day');
    const roster = `people: { lee: {}${SPACES}x: {} }`;
    assert.ok(addToRoster(roster, { kind: 'person', handle: 'jane', name: 'Jane' }));
  });

  it('in which spaces stand between the parts of a link', () => {
    assert.equal(linkTargetEnd(`(${SPACES}`, 0), undefined);
    assert.equal(linkTargetEnd(`(${SPACES}"t"${SPACES}x`, 0), undefined);
    assert.equal(linkTargetEnd(`(a${SPACES}"t"${SPACES})`, 0), 2 * MANY + 6);
    assert.ok(lex(`[a](${'\t'.repeat(MANY)}x`).length > 4);
  });

  it('in which nothing but space follows a dash or number sign', () => {
    const text = `- ${SPACES}\u2028`;
    assert.ok(yamlPlaces(new LineIndex(text), 0, text.length, { line: 0, character: 2 }).length >= 0);
    assert.ok(plainTokens(`# ${SPACES}a`));
    assert.equal(plainTokens(`# ${SPACES}\u2028`), undefined);
  });

  it('in which spaces or line breaks in YAML are none', () => {
    const spaces = '\t '.repeat(MANY / 2);
    assert.ok(yamlOf(`a: [\n${spaces}x\n`).problems.length > 0);
    assert.ok(yamlOf(`a: 'b${spaces}c\n x: [\n`).problems.length > 0);
    assert.ok(yamlOf(`a: [b${'\n'.repeat(MANY)}c`).problems.length > 0);
  });

  it('in which what ends a word stands within it', () => {
    const lexemes = lex(`_x @a${'_'.repeat(MANY)}b_`);
    assert.equal(lexemes.at(-1)?.type, 'emphasis');
    assert.equal(fileNameFor(`a${'-'.repeat(MANY)}b`), 'a-b');
  });

  it('in which an address might begin at every letter', () => {
    assert.equal(lex('a+'.repeat(MANY)).length, 2 * MANY);
    assert.equal(lex('.W'.repeat(MANY)).length, 2 * MANY);
  });

  it('in which a label of an owner line follows the other', () => {
    assert.equal(mayHoldBlocks(`${'dri'.repeat(MANY)}\n`), false);
    assert.equal(mayHoldBlocks(`${'dri'.repeat(MANY)}\nlead:`), true);
  });

  it('in which no comment is closed', () => {
    const position = () => ({ line: 0, character: 0 });
    assert.deepEqual(findDirectives('<!-- playbook-disable '.repeat(MANY), position), []);
    assert.deepEqual(findDirectives(`${'<!-- playbook-disable '.repeat(MANY)}>`, position), []);
  });

  it('in which every word may be the key of a token', () => {
    const index = new WorkspaceIndex(['file:///w']);
    const line = `${'a:'.repeat(MANY)} `;
    index.setPlaybook('file:///w/a.playbook.md', line);
    const view = index.playbookView('file:///w/a.playbook.md');
    assert.ok(view);
    assert.deepEqual(completions(view, { line: 0, character: line.length }), []);
  });
});
