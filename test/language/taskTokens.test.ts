import assert from 'node:assert/strict';
import test from 'node:test';
import fc from '../fastCheck.ts';
import { setTokens, type WantedToken } from '../../src/language/taskTokens.ts';
import { applyEdits } from '../../src/text/textEdit.ts';
import { tokenValues } from '../../src/workspace/tasks.ts';
import type { PlaybookView } from '../../src/workspace/fileView.ts';
import { WorkspaceIndex } from '../../src/workspace/workspaceIndex.ts';

function view(text: string): PlaybookView {
  const index = new WorkspaceIndex(['file:///w']);
  index.setPlaybook('file:///w/a.playbook.md', text);
  const found = index.playbookView('file:///w/a.playbook.md');
  assert.ok(found);
  return found;
}

function changed(text: string, ...wanted: WantedToken[]): string | undefined {
  const v = view(text);
  const [task] = v.tasks;
  assert.ok(task);
  const edits = setTokens(v, task, wanted);
  return edits && applyEdits(text, edits);
}

const due = (...values: string[]): WantedToken => ({ key: 'due', values });

test('writes a token behind the words and the tokens that are there', () => {
  const cases: readonly [string, string][] = [
    ['- [ ] Print copies', '- [ ] Print copies due:2027-01-16'],
    ['- [ ] Print copies @sam  \r\n', '- [ ] Print copies @sam due:2027-01-16  \r\n'],
    [
      '- [ ] Print (@sam) sla:2bd #a <!-- c -->\n',
      '- [ ] Print (@sam) sla:2bd due:2027-01-16 #a <!-- c -->\n',
    ],
    ['- [ ] Print.\n', '- [ ] Print. due:2027-01-16\n'],
    ['- [ ] Print\n  copies\n  - [ ] child\n', '- [ ] Print\n  copies due:2027-01-16\n  - [ ] child\n'],
    [
      '| Task | Owner |\n|---|---|\n| Print | @sam |\n',
      '| Task | Owner |\n|---|---|\n| Print due:2027-01-16 | @sam |\n',
    ],
  ];
  for (const [before, after] of cases) assert.equal(changed(before, due('2027-01-16')), after);
});

test('changes the value in place, and fills the due cell of a table', () => {
  const cases: readonly [string, string][] = [
    ['- [ ] Print due:2026-01-01 @sam', '- [ ] Print due:T-45d @sam'],
    ['- [ ] due:2026-01-01 Print', '- [ ] due:T-45d Print'],
    ['- [ ] Print due:"soon or so" @sam due:T', '- [ ] Print due:T-45d @sam'],
    [
      '| Task | Owner | Due |\n|-|-|-|\n| Print | @sam |  |\n',
      '| Task | Owner | Due |\n|-|-|-|\n| Print | @sam | T-45d |\n',
    ],
    [
      '| Task | Owner | Due |\n|-|-|-|\n| Print | @sam | soon |',
      '| Task | Owner | Due |\n|-|-|-|\n| Print | @sam | T-45d |',
    ],
  ];
  for (const [before, after] of cases) assert.equal(changed(before, due('T-45d')), after);
});

test('takes a token away with the space before it', () => {
  const cases: readonly [string, string][] = [
    ['- [ ] Print @sam due:T', '- [ ] Print @sam'],
    ['- [ ] Print due:T @sam', '- [ ] Print @sam'],
    ['- [ ] due:T Print', '- [ ] Print'],
    ['- [ ] Print', '- [ ] Print'],
    [
      '| Task | Owner | Due |\n|-|-|-|\n| Print due:T | @sam | soon |',
      '| Task | Owner | Due |\n|-|-|-|\n| Print | @sam |  |',
    ],
  ];
  for (const [before, after] of cases) assert.equal(changed(before, due()), after);
});

test('several tokens at once, owners with their @', () => {
  const handOff: WantedToken[] = [
    { key: 'for', values: ['@sales', '@lee'] },
    { key: 'sla', values: ['2bd'] },
  ];
  assert.equal(changed('- [ ] Send it @sam', ...handOff), '- [ ] Send it @sam for:@sales,@lee sla:2bd');
  assert.equal(changed('- [ ] Send it for:@x sla:1w', ...handOff), '- [ ] Send it for:@sales,@lee sla:2bd');
  assert.equal(changed('- [ ] Send it sla:1w', ...handOff), '- [ ] Send it sla:2bd for:@sales,@lee');
});

test('an area has no place for tokens', () => {
  assert.equal(changed('| Area | Owner |\n|-|-|\n| Print | @sam |\n', due('T')), undefined);
});

const word = fc.constantFrom(
  ...[
    'Print',
    'for',
    'and',
    '@maria',
    '@tbd',
    '(@sam)',
    '- @maria',
    '**bold**',
    '_it_',
    '`@code`',
    '`',
    '[link](u)',
  ],
  ...[
    'due:T-45d',
    'due:2027-01-01',
    'for:@sam',
    'help:@a,@b',
    '#tag',
    'https://x.example/@sam',
    '<!-- c -->',
    '(',
    ')',
  ],
  ...[':', '.', '\\', 'Owner:', '"', '\n  ', '@', 'due:', 'sla:"x'],
);
const words = fc.array(word, { minLength: 1, maxLength: 8 }).map((w) => w.join(' '));
const wrap = fc.constantFrom(
  (t: string) => `- [ ] ${t}\n`,
  (t: string) => `# Booth @maria\n\n1. [x] ${t}\n   - [ ] child @sam\n`,
  (t: string) => `> - [ ] ${t.replaceAll('\n', '\n> ')}\n`,
  (t: string) => `| Task | Owner | Due |\n|---|---|---|\n| ${t.replaceAll('\n', ' ')} | @maria | |\n`,
);
const wanted = fc.constantFrom<WantedToken[]>(
  [due('2028-05-16')],
  [due()],
  [
    { key: 'for', values: ['@sales'] },
    { key: 'sla', values: ['2bd'] },
  ],
  [{ key: 'help', values: ['@lee', '@ann'] }],
);

test('property: what is written is read back, and owner, words and every other task stay', () => {
  fc.assert(
    fc.property(words, wrap, fc.constantFrom('\n', '\r\n'), wanted, (t, w, eol, tokens) => {
      const text = w(t).replaceAll('\n', eol);
      const before = view(text);
      for (const [i, task] of before.tasks.entries()) {
        const edits = setTokens(before, task, tokens);
        if (!edits) continue;
        const result = applyEdits(text, edits);
        const after = view(result).tasks;
        const now = after[i];
        const shown = `${JSON.stringify(text)} became ${JSON.stringify(result)}`;
        assert.ok(now && after.length === before.tasks.length, shown);
        for (const { key, values } of tokens) {
          const found: string[] = tokenValues(now.words.tokens, key).map((v) => v.text);
          if (key === 'due' && now.kind === 'row') assert.equal(now.dueText?.text, values[0], shown);
          else
            // The same token may stand twice.
            assert.deepEqual(new Set(found), new Set(values.map((v) => v.replace('@', ''))), shown);
        }
        assert.deepEqual(
          now.owners.map((o) => o.handle),
          task.owners.map((o) => o.handle),
          shown,
        );
        assert.equal(now.text.replace(/ /g, ''), task.text.replace(/ /g, ''), shown);
      }
    }),
    { numRuns: 3000 },
  );
});

test('property: a plain task has room for whatever is written', () => {
  const plain = fc.array(fc.constantFrom('Print', 'copies', '@maria', '#tag', 'due:T', '(@sam)', '.'), {
    minLength: 1,
  });
  // Not so for taking away: without the token between them two owners would become one group.
  const written = wanted.filter((tokens) => tokens.every((t) => t.values.length > 0));
  fc.assert(
    fc.property(plain, written, (w, tokens) => {
      assert.notEqual(changed(`- [ ] Do ${w.join(' ')}\n`, ...tokens), undefined);
    }),
    { numRuns: 2000 },
  );
});

test('keeps a token that keeps two owners apart', () => {
  assert.equal(changed('- [ ] Call @maria due:T @sam', due()), undefined);
  assert.equal(
    changed('- [ ] Call due:T @maria due:T @sam', due('T-1w')),
    '- [ ] Call due:T-1w @maria due:T-1w @sam',
  );
});
