import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from '../../src/syntax/parse.ts';
import type { OwnerLine } from '../../src/syntax/playbook.ts';
import { tasksOf } from './show.ts';

const linesOf = (text: string): OwnerLine[] => parse(text).blocks.filter((b) => b.kind === 'ownerLine');
const show = (lines: readonly OwnerLine[]): string =>
  lines.map((l) => `${l.label} <${l.value.text}>`).join('; ');

describe('owner lines', () => {
  const LABELS = [
    'Owner',
    'Owners',
    'Owner(s)',
    'DRI',
    'Assignee',
    'Assignees',
    'Assignee(s)',
    'Assigned to',
    'Responsible',
    'Accountable',
    'owner',
    'OWNER',
    'dri',
  ];
  for (const label of LABELS) {
    it(`${label}: is one`, () => {
      assert.equal(show(linesOf(`# H\n\n${label}: @maria\n`)), 'owner <@maria>');
    });
  }
  for (const label of ['Lead', 'Leads', 'lead']) {
    it(`${label}: may be one`, () => {
      assert.equal(show(linesOf(`# H\n\n${label}: @maria\n`)), 'lead <@maria>');
    });
  }

  const FORMS: readonly (readonly [text: string, lines: string])[] = [
    ['Owner: @maria', 'owner <@maria>'],
    ['Owner:@maria', 'owner <@maria>'],
    ['Owner : @maria', 'owner <@maria>'],
    ['Owner:\t@maria', 'owner <@maria>'],
    ['**Owner**: @maria', 'owner <@maria>'],
    ['**Owner:** @maria', 'owner <@maria>'],
    ['**Owner: @maria**', 'owner <@maria>'],
    ['*DRI*: @maria', 'owner <@maria>'],
    ['_DRI:_ @maria', 'owner <@maria>'],
    ['__Owner:__ @maria', 'owner <@maria>'],
    ['***Owner:*** @maria', 'owner <@maria>'],
    ['**Owner:** **@maria**', 'owner <**@maria**>'],
    ['**Owner**: **@maria**', 'owner <**@maria**>'],
    ['- Owner: @maria', 'owner <@maria>'],
    ['* **Owner:** @maria', 'owner <@maria>'],
    ['1. DRI: @maria', 'owner <@maria>'],
    ['> Owner: @maria', 'owner <@maria>'],
    ['- Goal: x\n- Owner: @maria', 'owner <@maria>'],
    ['Goal: x\nOwner: @maria\nDue: y', 'owner <@maria>'],
    ['Owner: @maria\nDRI: Jane Smith', 'owner <@maria>; owner <Jane Smith>'],
    ['Owner: Jane Smith', 'owner <Jane Smith>'],
    ['Owner: @maria and @sam', 'owner <@maria and @sam>'],
    ['Owner:', 'owner <>'],
    ['**Owner:**', 'owner <>'],
    ['**Owner**:  ', 'owner <>'],
    ['Owner: <!-- who? -->', 'owner <>'],
    ['Owner: @maria <!-- for now -->', 'owner <@maria>'],
    ['Owner: @maria\\\nnext', 'owner <@maria>'],
    ['Owner: @maria  \nnext', 'owner <@maria>'],
    ['Owner: [@maria](https://x.example)', 'owner <[@maria](https://x.example)>'],
    ['Owner: TBD', 'owner <TBD>'],
    ['Owner - @maria', ''],
    ['Ownership: @maria', ''],
    ['The owner: @maria', ''],
    ['Product owner: @maria', ''],
    ['Leader: @maria', ''],
    ['Goal: Owner: @maria', ''],
    ['Assigned: @maria', ''],
    ['Who: @maria', ''],
    ['```\nOwner: @maria\n```', ''],
    ['    Owner: @maria', ''],
    ['<div>\nOwner: @maria\n</div>', ''],
    ['<!--\nOwner: @maria\n-->', ''],
    ['`Owner: @maria`', ''],
  ];
  for (const [text, lines] of FORMS) {
    it(text.replaceAll('\n', '⏎'), () => {
      assert.equal(show(linesOf(`# H\n\n${text}\n`)), lines);
    });
  }

  it('have the range of their label and value, and of the value alone', () => {
    const text = '> - **Owner:** [@maria](u), Jane <!-- x -->\n';
    const playbook = parse(text);
    const [line] = linesOf(text);
    assert.ok(line);
    assert.equal(playbook.lines.slice(line.value.range), '[@maria](u), Jane');
    assert.equal(playbook.lines.slice(line.range), '**Owner:** [@maria](u), Jane');
  });

  it('have an empty range where the value would stand', () => {
    const [line] = linesOf('Owner: \n');
    assert.deepEqual(line?.value.range, { start: { line: 0, character: 6 }, end: { line: 0, character: 6 } });
  });
});

describe('owner lines of a task', () => {
  const CASES: readonly (readonly [text: string, words: string, lines: string])[] = [
    ['- [ ] Print\n  Owner: @maria', 'Print', 'owner <@maria>'],
    ['- [ ] Print\n  copies\n  **DRI:** @maria', 'Print copies', 'owner <@maria>'],
    ['- [ ] Print\nOwner: @maria', 'Print', 'owner <@maria>'],
    ['- [ ] Print\n  - Owner: @maria', 'Print', 'owner <@maria>'],
    ['- [ ] Print\n\n  - Owner: @maria', 'Print', 'owner <@maria>'],
    ['- [ ] Print\n  1. **Owner**: Jane Smith', 'Print', 'owner <Jane Smith>'],
    ['- [ ] Print\n  - Owner: @maria\n    DRI: @sam', 'Print', 'owner <@maria>; owner <@sam>'],
    ['- [ ] Print\n  Lead: @maria', 'Print', 'lead <@maria>'],
    // A lead that is no mention may be a prospect, so it stays among the words too.
    ['- [ ] Call\n  Lead: Acme Corp', 'Call Lead: Acme Corp', 'lead <Acme Corp>'],
    ['- [ ] Print\n  Owner:', 'Print', 'owner <>'],
    // Not the first child bullet, or not a bullet of the task at all.
    ['- [ ] Print\n  - Paper\n  - Owner: @maria', 'Print', 'owner <@maria>'],
    ['- [ ] Print\n\n  Much.\n\n  - Owner: @maria', 'Print', 'owner <@maria>'],
    ['- [ ] Print\n  - [ ] Paper\n  - Owner: @maria', 'Print', 'owner <@maria>'],
    ['- [ ] Print\n  - x\n    - Owner: @maria', 'Print', ''],
    ['- [ ] Print\n- Owner: @maria', 'Print', ''],
  ];
  for (const [text, words, lines] of CASES) {
    it(text.replaceAll('\n', '⏎'), () => {
      const task = tasksOf(parse(`${text}\n`))[0];
      assert.equal(task?.words.text, words);
      assert.equal(show(task.ownerLines), lines);
    });
  }
});
