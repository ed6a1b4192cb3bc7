import assert from 'node:assert/strict';
import test from 'node:test';
import fc from '../fastCheck.ts';
import { assignOwner, assignSection, clearOwner } from '../../src/language/assign.ts';
import { applyEdits } from '../../src/text/textEdit.ts';
import type { OwnedTask } from '../../src/workspace/tasks.ts';
import type { PlaybookView } from '../../src/workspace/fileView.ts';
import { WorkspaceIndex } from '../../src/workspace/workspaceIndex.ts';

const ROSTER = `
teams:
  marketing: { name: Marketing, lead: maria }
people:
  maria: { name: Maria López, team: marketing }
  sam: { name: Sam Cole }
  josé: { name: José Pérez }
roles:
  fmc: maria
`;

function view(text: string): PlaybookView {
  const index = new WorkspaceIndex(['file:///w']);
  index.setRoster('file:///w/roster.yml', ROSTER);
  index.setPlaybook('file:///w/a.playbook.md', text);
  const found = index.playbookView('file:///w/a.playbook.md');
  assert.ok(found);
  return found;
}

function taskAt(text: string, n = 0): [PlaybookView, OwnedTask] {
  const v = view(text);
  const task = v.tasks[n];
  assert.ok(task, `no task ${n} in ${JSON.stringify(text)}`);
  return [v, task];
}

function assigned(text: string, handle: string, n = 0): string {
  const [v, task] = taskAt(text, n);
  const edits = assignOwner(v, task, handle);
  assert.ok(edits, `no place for an owner in ${JSON.stringify(text)}`);
  return applyEdits(text, edits);
}

function cleared(text: string, n = 0): string {
  const [v, task] = taskAt(text, n);
  return applyEdits(text, clearOwner(v, task) ?? []);
}

test('writes an owner where there is none', () => {
  const cases: readonly [string, string][] = [
    ['- [ ] Print copies', '- [ ] Print copies @sam'],
    ['- [ ] Print copies  \r\n', '- [ ] Print copies @sam  \r\n'],
    ['- [ ] Print copies due:T #print <!-- A4 -->\n', '- [ ] Print copies @sam due:T #print <!-- A4 -->\n'],
    ['- [ ] Print copies.\n', '- [ ] Print copies. @sam\n'],
    ['- [ ] Find a customer for\n', '- [ ] Find a customer for (@sam)\n'],
    ['- [ ] Ask @maria\n', '- [ ] Ask @maria (@sam)\n'],
    ['- [ ] Call @maria and\n', '- [ ] Call @maria and (@sam)\n'],
    ['- [ ] due:T\n', '- [ ] @sam due:T\n'],
    ['- [ ] Print\n  copies\n  - [ ] child\n', '- [ ] Print\n  copies @sam\n  - [ ] child\n'],
    ['> 1. [ ] Print\n>    copies\n', '> 1. [ ] Print\n>    copies @sam\n'],
    ['- [ ] Print\n  due:T\n', '- [ ] Print @sam\n  due:T\n'],
    ['- [ ] Print\n  Owner:\n', '- [ ] Print\n  Owner: @sam\n'],
    ['- [ ] Print\n  - Owner:\n', '- [ ] Print\n  - Owner: @sam\n'],
    ['| Task | Owner |\n|---|---|\n| Print | |\n', '| Task | Owner |\n|---|---|\n| Print | @sam|\n'],
    ['| Task | Owner |\n|---|---|\n| Print |  |\n', '| Task | Owner |\n|---|---|\n| Print | @sam |\n'],
    ['| Task | Owner |\n|---|---|\n| Print | TBD |\n', '| Task | Owner |\n|---|---|\n| Print | @sam |\n'],
    [
      '| Task | Maria López | Sam Cole |\n|---|---|---|\n| Print | A/R | C |\n',
      '| Task | Maria López | Sam Cole |\n|---|---|---|\n| Print | R | A/C |\n',
    ],
  ];
  for (const [before, after] of cases) assert.equal(assigned(before, 'sam'), after);
});

test('replaces the owner group in place', () => {
  const cases: readonly [string, string][] = [
    ['- [ ] Print copies (@maria)', '- [ ] Print copies (@sam)'],
    ['- [ ] @maria and @josé: print copies', '- [ ] @sam: print copies'],
    ['- [ ] **@maria** prints copies', '- [ ] **@sam** prints copies'],
    // The text says it before the line below does.
    ['- [ ] Print @maria\n  Owner: @josé\n', '- [ ] Print @sam\n  Owner: @josé\n'],
    ['- [ ] Print copies [@maria](https://x.example/maria)', '- [ ] Print copies @sam'],
    ['- [ ] Print copies @tbd due:T', '- [ ] Print copies @sam due:T'],
    ['- [ ] Print copies - @<name>', '- [ ] Print copies - @sam'],
    ['- [ ] Print\n  **Owner:** Maria López\n', '- [ ] Print\n  **Owner:** @sam\n'],
    ['- [ ] s[@maria](u)\n', '- [ ] s @sam\n'],
    ['- [ ] Call (cc @nobody)\n  Lead: maria\n', '- [ ] Call (cc @nobody)\n  Lead: @sam\n'],
    ['| Task | DRI |\n|---|---|\n| Print | Maria, José |\n', '| Task | DRI |\n|---|---|\n| Print | @sam |\n'],
  ];
  for (const [before, after] of cases) assert.equal(assigned(before, 'sam'), after);
});

test('keeps what stands beside the owner in a line or cell', () => {
  const inTable = (cell: string) => `| Task | Owner | Due |\n|---|---|---|\n| Print | ${cell} | T |\n`;
  const inTask = (line: string) => `- [ ] Print\n  ${line}\n`;
  const cases: readonly [wrap: (text: string) => string, before: string, after: string, cleared: string][] = [
    [inTask, 'Owner: @maria — Due: 2027-01-10', 'Owner: @sam — Due: 2027-01-10', 'Owner:  — Due: 2027-01-10'],
    [inTask, 'Owner: Ann (on leave) due:T', 'Owner: @sam (on leave) due:T', 'Owner:  (on leave) due:T'],
    [inTask, '**Owner:** Ann | **Due:** x', '**Owner:** @sam | **Due:** x', '**Owner:**  | **Due:** x'],
    [inTask, '- **Owner:** Ann | **Due:** x', '- **Owner:** @sam | **Due:** x', '- **Owner:**  | **Due:** x'],
    [inTask, 'Owner: [@maria](u) <!-- new -->', 'Owner: @sam <!-- new -->', 'Owner:  <!-- new -->'],
    [inTask, 'Owner: **@maria** #print', 'Owner: **@sam** #print', 'Owner: **** #print'],
    [inTask, 'Owner: ~~Lee~~ @maria', 'Owner: ~~Lee~~ @sam', 'Owner: ~~Lee~~ '],
    [inTask, 'Owner: @maria, Ann (both) — x', 'Owner: @sam (both) — x', 'Owner:  (both) — x'],
    [inTask, '- Owner:\n    - Ann (new)', '- Owner:\n    - @sam (new)', '- Owner:\n    -  (new)'],
    [inTable, '@maria (until May)', '@sam (until May)', ' (until May)'],
    [inTable, '[@maria](u) due:T', '@sam due:T', ' due:T'],
    [inTable, '<b>Maria López</b> #print', '<b>@sam</b> #print', '<b></b> #print'],
  ];
  for (const [wrap, before, after, without] of cases) {
    for (const eol of ['\n', '\r\n']) {
      const text = (line: string) => wrap(line).replaceAll('\n', eol);
      assert.equal(assigned(text(before), 'sam'), text(after));
      assert.equal(cleared(text(before)), text(without));
    }
  }
  const prose = inTable('those who print it next');
  assert.equal(assigned(prose, 'sam'), inTable('@sam those who print it next'));
});

test('an inherited owner is overridden by one of its own', () => {
  assert.equal(assigned('# Booth @maria\n\n- [ ] Print\n', 'sam'), '# Booth @maria\n\n- [ ] Print @sam\n');
});

test('a section gets its owner behind the heading, or instead of the one there', () => {
  const given = (text: string, n = 0): string | undefined => {
    const v = view(text);
    const task = v.tasks[n];
    assert.ok(task);
    const edits = assignSection(v, task.section, 'sam');
    return edits && applyEdits(text, edits);
  };
  for (const [heading, after] of [
    ['# Booth', '# Booth @sam'],
    ['## Booth (@maria)', '## Booth (@sam)'],
    ['## Booth ##', '## Booth @sam ##'],
    ['# What we do for', '# What we do for (@sam)'],
    ['Booth\n=====', 'Booth @sam\n====='],
  ] as const)
    assert.equal(given(`${heading}\n\n- [ ] Print\n`), `${after}\n\n- [ ] Print\n`);
  assert.equal(given('- [ ] Print\n'), undefined);
});

test('clears an owner of its own, and stops one that is inherited', () => {
  const cases: readonly [string, string][] = [
    ['- [ ] Print copies (@maria) due:T', '- [ ] Print copies due:T'],
    ['- [ ] Print copies - @maria', '- [ ] Print copies'],
    ['- [ ] Print copies @maria, @sam', '- [ ] Print copies'],
    ['- [ ] @maria: print copies', '- [ ] print copies'],
    ['- [ ] Print copies (DRI: @maria)', '- [ ] Print copies'],
    ['- [ ] @maria', '- [ ] @tbd'],
    ['- [ ] @maria: thank @sam', '- [ ] thank @sam'],
    ['- [ ] @maria: call back - @sam', '- [ ] @tbd: call back - @sam'],
    ['# Booth @maria\n\n- [ ] Print\n', '# Booth @maria\n\n- [ ] Print @tbd\n'],
    ['| Task | Owner |\n|---|---|\n| Print | @maria |\n', '| Task | Owner |\n|---|---|\n| Print |  |\n'],
    ['- [ ] Print\n', '- [ ] Print\n'],
    ['- [ ] @sam\n  - [ ] Print\n', '- [ ] @tbd\n  - [ ] Print\n'],
    ['- [ ] due:2027-01-10 @sam,2027-02-10\n', '- [ ] due:2027-01-10 2027-02-10\n'],
    ['- [ ] Print due:2027-01-10 @sam,2027-02-10\n', '- [ ] Print due:2027-01-10 ,2027-02-10\n'],
  ];
  for (const [before, after] of cases) assert.equal(cleared(before), after);
});

/** Text of tasks made of everything that may stand in one. */
const word = fc.constantFrom(
  ...['Print', 'copies', 'for', 'with', 'and', 'to', '@maria', '@sam', '@zoe', '@tbd', '@____', '@<name>'],
  ...[
    '(@maria)',
    '- @maria',
    '**bold**',
    '_it_',
    '`@code`',
    '`',
    '[link](https://x.example/a)',
    '[@maria](u)',
    '[',
  ],
  ...[
    'due:T-45d',
    'for:@sam',
    '#tag',
    'https://x.example/@sam',
    'mail@x.example',
    '2027-01-01',
    '<!-- c -->',
  ],
  ...[
    '(',
    ')',
    ':',
    ',',
    '.',
    '—',
    '\\',
    '@2i2c.org',
    '@all',
    'Owner:',
    '~~old~~',
    '"',
    '@josé',
    '\n  ',
    '\n  Owner: @sam',
  ],
);
const words = fc.array(word, { minLength: 1, maxLength: 8 }).map((w) => w.join(' '));
const wrap = fc.constantFrom(
  (t: string) => `- [ ] ${t}\n`,
  (t: string) => `# Booth @maria\n\n1. [x] ${t}\n   - [ ] child @sam\n`,
  (t: string) => `- a\n  - [ ] ${t.replaceAll('\n', '\n  ')}\n`,
  (t: string) => `> - [ ] ${t.replaceAll('\n', '\n> ')}\n`,
  (t: string) => `| Task | Owner |\n|---|---|\n| ${t.replaceAll('\n', ' ').replaceAll('|', '')} | @maria |\n`,
);
const lineEnd = fc.constantFrom('\n', '\r\n');
const document = fc.tuple(words, wrap, lineEnd).map(([t, w, eol]) => w(t).replaceAll('\n', eol));
const handle = fc.constantFrom('maria', 'sam', 'josé');

test('property: assign, parse again, and the owner is the one written; every other byte stays', () => {
  fc.assert(
    fc.property(document, handle, (text, who) => {
      const before = view(text);
      for (const [i, task] of before.tasks.entries()) {
        const edits = assignOwner(before, task, who);
        assert.ok(edits, `no place for an owner in ${JSON.stringify(text)}`);
        const after = applyEdits(text, edits);
        const owned = view(after).tasks[i];
        assert.equal(
          owned?.owners[0]?.handle,
          who,
          `${JSON.stringify(text)} became ${JSON.stringify(after)}`,
        );
        assert.equal(owned.source, 'task');
        const changed = edits.reduce(
          (n, e) => n + before.playbook.lines.slice(e.range).length - e.newText.length,
          0,
        );
        assert.equal(after.length, text.length - changed);
        assert.ok(edits.length === 1, 'one edit is enough');
        const [edit] = edits;
        const { lines } = before.playbook;
        assert.ok(edit && after.startsWith(text.slice(0, lines.offsetAt(edit.range.start))));
        assert.ok(after.endsWith(text.slice(lines.offsetAt(edit.range.end))));
      }
    }),
    { numRuns: 3000 },
  );
});

// What the property below found by seed: a second placeholder joined the group before it, whose other member owned then.
test('stops an inherited owner behind somebody who is mentioned before a placeholder', () => {
  const text = '# Booth @maria\n\n1. [x] Print @tbd @zoe and\n   - [ ] child @sam\n';
  const after = view(cleared(text)).tasks;
  assert.deepEqual(
    after.map((t) => t.owners.map((o) => o.handle)),
    [[], ['sam']],
  );
});

test('property: clear, parse again, and nobody owns the task by itself', () => {
  fc.assert(
    fc.property(document, (text) => {
      const before = view(text);
      for (const [i, task] of before.tasks.entries()) {
        const edits = clearOwner(before, task);
        if (!edits) continue;
        const after = view(applyEdits(text, edits)).tasks[i];
        assert.ok(after, `the task is gone from ${JSON.stringify(text)}`);
        if (task.source === 'task') assert.notEqual(after.source, 'task');
        else assert.deepEqual(after.owners, []);
      }
    }),
    { numRuns: 2000 },
  );
});
