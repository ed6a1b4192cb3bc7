/** Snippets, filled in as the editor fills them in, must be playbook text that says what was meant. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { parse } from '../src/syntax/parse.ts';
import type { Block, Playbook } from '../src/syntax/playbook.ts';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

const snippets = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, '../snippets/playbook.code-snippets'), 'utf8'),
) as Readonly<Record<string, Snippet>>;

const VARIABLES: Readonly<Record<string, string>> = {
  CURRENT_YEAR: '2028',
  CURRENT_MONTH: '05',
  CURRENT_DATE: '16',
};

/** The text a snippet leaves when one presses Tab through it and accepts every default. */
function fill({ body }: Snippet): string {
  const text = body
    .join('\n')
    .replace(/\$\{([A-Z_]+)\}/gu, (whole, name: string) => VARIABLES[name] ?? whole);
  const defaults = new Map<string, string>();
  for (const [, stop = '', choices, value] of text.matchAll(/\$\{(\d+)(?:\|([^|]*)\||:([^{}]*))\}/gu)) {
    defaults.set(stop, choices?.split(',')[0] ?? value ?? '');
  }
  const placed = text.replace(
    /\$\{(\d+)(?:\|[^|]*\||:[^{}]*)\}/gu,
    (_, stop: string) => defaults.get(stop) ?? '',
  );
  return placed.replace(/\$(\d+)/gu, (_, stop: string) => defaults.get(stop) ?? '');
}

const ofKind = <K extends Block['kind']>(playbook: Playbook, kind: K): Extract<Block, { kind: K }>[] =>
  playbook.blocks.filter((block): block is Extract<Block, { kind: K }> => block.kind === kind);

function filled(prefix: string): Playbook {
  const snippet = Object.values(snippets).find((one) => one.prefix === prefix);
  assert.ok(snippet, `no snippet has the prefix ${prefix}`);
  return parse(fill(snippet));
}

describe('snippets', () => {
  it('have a prefix each, all different', () => {
    const prefixes = Object.values(snippets).map(({ prefix }) => prefix);
    assert.deepEqual(prefixes.toSorted(), [
      'frontmatter',
      'handoff',
      'owners',
      'playbook',
      'raci',
      'request',
      'task',
      'tasktable',
    ]);
  });

  for (const [name, snippet] of Object.entries(snippets)) {
    it(`${name}: every stop is reached and none is left over`, () => {
      const body = snippet.body.join('\n');
      const stops = [...body.matchAll(/\$\{?(\d+)/gu)].map(([, stop]) => Number(stop));
      const highest = Math.max(...stops);
      assert.deepEqual(
        [...new Set(stops)].sort((a, b) => a - b),
        [...Array(highest + 1).keys()],
      );
      assert.equal(stops.filter((stop) => stop === 0).length, 1);
      assert.doesNotMatch(fill(snippet), /[$}]/u);
    });

    it(`${name}: leaves nothing to complain about in its form`, () => {
      assert.deepEqual(parse(fill(snippet)).problems, []);
    });

    it(`${name}: says in a sentence what it is`, () => {
      assert.match(snippet.description, /^[A-Z].{15,}[^.]$/u);
    });
  }

  it('a task has an owner still to be named and a due day', () => {
    const [task] = ofKind(filled('task'), 'task');
    assert.deepEqual(
      task?.words.ownerGroups[0]?.members.map(({ form }) => form),
      ['placeholder'],
    );
    assert.deepEqual(
      task.words.tokens.map(({ key, values }) => `${key}:${values[0]?.text ?? ''}`),
      ['due:2028-05-16'],
    );
  });

  it('a handoff says who waits and how long', () => {
    const [task] = ofKind(filled('handoff'), 'task');
    assert.deepEqual(
      task?.words.tokens.map(({ key }) => key),
      ['for', 'sla'],
    );
  });

  it('a request goes there and back', () => {
    const tasks = ofKind(filled('request'), 'task');
    assert.deepEqual(
      tasks.map(({ words }) => words.tokens.map(({ key }) => key).join(' ')),
      ['for due id', 'for after sla', 'for after due'],
    );
  });

  it('the tables are read as what they are for', () => {
    const rowKinds = ['raci', 'owners', 'tasktable'].map(
      (prefix) => ofKind(filled(prefix), 'table')[0]?.rowKind,
    );
    assert.deepEqual(rowKinds, ['raci', 'area', 'row']);
  });

  it('every row of the RACI table has one who decides', () => {
    const [table] = ofKind(filled('raci'), 'table');
    assert.deepEqual(
      table?.rows.map(({ raci }) => raci.filter(({ letters }) => letters.includes('A')).length),
      [1, 1],
    );
  });

  it('the front matter is read', () => {
    assert.notEqual(filled('frontmatter').frontMatter?.root, undefined);
    assert.equal(ofKind(filled('frontmatter'), 'task').length, 0);
  });

  it('the small playbook has its three parts and dates that count from day T', () => {
    const playbook = filled('playbook');
    assert.notEqual(playbook.frontMatter?.root, undefined);
    assert.deepEqual(
      ofKind(playbook, 'heading').map(({ words }) => words.text),
      ['Product launch', 'Before', 'On the day @owner', 'After'],
    );
    const tasks = ofKind(playbook, 'task');
    assert.equal(tasks.length, 7);
    for (const { words } of tasks)
      assert.ok(words.tokens.some(({ key, values }) => key === 'due' && values[0]?.text.startsWith('T')));
  });
});
