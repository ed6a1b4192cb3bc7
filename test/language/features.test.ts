import assert from 'node:assert/strict';
import test from 'node:test';
import { completions } from '../../src/language/completions.ts';
import { definition } from '../../src/language/definition.ts';
import { hover } from '../../src/language/hover.ts';
import { dueHints, inlayHints } from '../../src/language/inlayHints.ts';
import { semanticTokens } from '../../src/language/semanticTokens.ts';
import { documentSymbols, type DocumentSymbol } from '../../src/language/symbols.ts';
import { formatMessage } from '../../src/text/message.ts';
import type { Position } from '../../src/text/position.ts';
import type { PlaybookView } from '../../src/workspace/fileView.ts';
import { WorkspaceIndex } from '../../src/workspace/workspaceIndex.ts';

const ROSTER = `teams:
  marketing: { name: Marketing, lead: maria }
  sales: { name: Sales }
people:
  maria: { name: Maria López, team: marketing, title: Marketing manager, email: maria@acme.example }
  sam: { name: Sam Cole, team: sales, away: [{ from: 2027-02-20, to: 2027-02-27 }] }
  zoe: { name: Zoë Roy, team: sales, left: 2026-10-01 }
roles:
  ae: [sam, zoe]
  fmc: maria
goals:
  leads: { name: Qualified leads, target: 400 per quarter }
assets:
  brochure: { name: Spring brochure, owner: maria }
t-day: 2027-03-02
`;

/** The text around `<|>`, and where it stands. */
function open(marked: string): { view: PlaybookView; index: WorkspaceIndex; at: Position } {
  const offset = marked.indexOf('<|>');
  const text = marked.replace('<|>', '');
  const index = new WorkspaceIndex(['file:///w']);
  index.setRoster('file:///w/roster.yml', ROSTER);
  index.setPlaybook('file:///w/a.playbook.md', text);
  const view = index.playbookView('file:///w/a.playbook.md');
  assert.ok(view);
  return { view, index, at: view.playbook.lines.positionAt(Math.max(0, offset)) };
}

function labels(marked: string): string[] {
  const { view, at } = open(marked);
  return completions(view, at)
    .sort((a, b) => a.rank - b.rank)
    .map((c) => c.label);
}

test('behind @ come people, roles and teams; who has left comes last', () => {
  assert.deepEqual(labels('- [ ] Print @<|>'), [
    '@maria',
    '@sam',
    '@ae',
    '@fmc',
    '@marketing',
    '@sales',
    '@zoe',
  ]);
});

test('the section’s team comes first', () => {
  const list = labels('# Booth @sales\n\n- [ ] Hire\n- [ ] Print @<|>');
  assert.ok(list.indexOf('@sam') < list.indexOf('@maria'), list.join(' '));
});

test('a name is found by its handle and its name, with and without accents', () => {
  const { view, at } = open('- [ ] Print @lop<|>');
  const maria = completions(view, at).find((c) => c.label === '@maria');
  assert.match(maria?.filterText ?? '', /Maria Lopez/);
  assert.deepEqual(maria?.range, { start: { line: 0, character: 12 }, end: { line: 0, character: 16 } });
});

test('token keys in a task, their values behind the colon', () => {
  assert.ok(labels('- [ ] Print d<|>').includes('due:'));
  assert.deepEqual(labels('- [ ] Print goal:<|>'), ['leads']);
  assert.deepEqual(labels('- [ ] Print uses:bro<|>'), ['brochure']);
  assert.ok(labels('- [ ] Print every:<|>').includes('monday'));
  assert.ok(labels('- [ ] Print for:@s<|>').includes('@sam'));
  assert.ok(labels('- [ ] Print consult:@sam,<|>').includes('@maria'));
  assert.deepEqual(labels('- [ ] Copy id:copy\n- [ ] Print after:<|>'), ['copy']);
});

test('lengths of time to promise, and a list below front matter', () => {
  assert.deepEqual(labels('- [ ] Print sla:<|>'), ['30min', '4bh', '24h', '1bd', '2bd', '1w']);
  assert.ok(labels('---\ntitle: Fair\n---\n- [ ] Print @<|>').includes('@sam'));
});

test('only a token opens the next list: whoever has chosen a name is done', () => {
  const opening = (marked: string) => {
    const { view, at } = open(marked);
    return completions(view, at)
      .filter((c) => c.opensNext)
      .map((c) => c.label);
  };
  assert.deepEqual(opening('- [ ] Print @<|>'), []);
  assert.ok(opening('- [ ] Print d<|>').includes('due:'));
});

test('no list in prose, names of front matter, mail addresses and closed words', () => {
  assert.deepEqual(labels('Some pro<|>'), []);
  assert.deepEqual(labels('---\ntitle: @<|>\n---\n'), []);
  assert.deepEqual(labels('- [ ] Write to sam@<|>'), []);
});

function shown(marked: string): string {
  const { view, index, at } = open(marked);
  const found = hover(view, index.countAll(), at);
  return found ? [found.title, ...found.lines.map(formatMessage)].join(' | ') : '';
}

test('hover tells who somebody is', () => {
  assert.equal(
    shown('- [ ] Print @ma<|>ria'),
    'Maria López | Marketing manager, Marketing | maria@acme.example | 1 open task in this workspace',
  );
  assert.equal(
    shown('- [ ] Print for:@s<|>am'),
    'Sam Cole | In Sales | 0 open tasks in this workspace | Away from 2027-02-20 to 2027-02-27',
  );
  assert.match(shown('- [ ] Print @sal<|>es'), /^Sales \| Team of 2 \| No lead/);
  assert.match(shown('- [ ] Print @a<|>e'), /^@ae \| Role of Sam Cole, Zoë Roy/);
  assert.match(shown('- [ ] Print @fm<|>c'), /^Maria López/);
  assert.equal(shown('- [ ] Print @no<|>body'), "nobody | This name isn't in your roster");
  assert.equal(shown('- [ ] Print goal:le<|>ads'), 'Qualified leads | Target: 400 per quarter');
  assert.equal(shown('- [ ] Print uses:bro<|>chure'), 'Spring brochure | Owned by Maria López');
  assert.equal(shown('- [ ] Print uses:no<|>thing'), '');
  assert.equal(
    shown('| Task | Owner |\n|--|--|\n| Print for @sa<|>m | Zoë Roy |').split(' | ')[0],
    'Sam Cole',
  );
  assert.equal(shown('- [ ] Pr<|>int @sam'), '');
  // Names in plain words, where they own; whatever else stands behind an `@` names nobody.
  assert.match(shown('- [ ] Print (Maria Ló<|>pez)'), /^Maria López/);
  assert.match(shown('- [ ] Ask @Maria Ló<|>pez about it'), /^Maria López/);
  assert.match(shown('### Owner: Maria Ló<|>pez\n\n- [ ] Print'), /^Maria López/);
  assert.match(shown('Owners:\n\n- Maria Ló<|>pez\n\nText\n\n- [ ] Print'), /^Maria López/);
  assert.match(shown('- Booth\n  - Owner: Sam C<|>ole\n  - [ ] Print'), /^Sam Cole/);
  for (const nobody of ['@t<|>bd', '@2<|>pm', '@do<|>ne', '@d<|>ue(2028-01-01)', '@<na<|>me>'])
    assert.equal(shown(`- [ ] Print ${nobody}`), '');
});

test('a definition is the roster entry, or the task with that id', () => {
  const lineOf = (marked: string) => {
    const { view, at } = open(marked);
    const found = definition(view, at);
    return found && `${found.uri.split('/').pop() ?? ''}:${found.range.start.line}`;
  };
  assert.equal(lineOf('- [ ] Print @sa<|>m'), 'roster.yml:5');
  assert.equal(lineOf('**Owner:** Maria <|>López\n\n- [ ] Print'), 'roster.yml:4');
  assert.equal(lineOf('| Task | Owner |\n|--|--|\n| Print | Sam C<|>ole |'), 'roster.yml:5');
  assert.equal(lineOf('- [ ] Print goal:le<|>ads'), 'roster.yml:11');
  assert.equal(lineOf('| Task | Owner |\n|--|--|\n| Print goal:le<|>ads | @sam |'), 'roster.yml:11');
  assert.equal(lineOf('- [ ] Copy id:copy\n- [ ] Print after:co<|>py'), 'a.playbook.md:0');
  assert.equal(lineOf('- [ ] Print @no<|>body'), undefined);
});

test('inlay hints show an inherited owner and say where it comes from', () => {
  const hints = (text: string) =>
    inlayHints(open(text).view, 0, 99).map((h) => `${h.at.line} ${h.label} ${formatMessage(h.why)}`);
  assert.deepEqual(
    hints('# Booth @sam\n\n- [ ] Hire due:T\n  - [ ] Child\n- [ ] Own @maria\n  - [ ] Child\n- [x] Done\n'),
    ['2 @sam From the heading "Booth"', '3 @sam From the heading "Booth"', '5 @maria From the task above it'],
  );
  assert.deepEqual(hints('---\ndefault-owner: sam\n---\n- [ ] Print'), [
    '3 @sam The default owner in the roster',
  ]);
  assert.deepEqual(hints('Owner: Sam Cole\n\n- [ ] Print'), ['2 @sam From the owner line of this playbook']);
});

test('hints show the day that a distance from day T means', () => {
  const hints = (text: string, first = 0, last = 99) => {
    const { view } = open(text);
    return dueHints(view, first, last).map(({ at, day, why }) => {
      const before = view.playbook.lines.line(at.line).slice(0, at.character);
      return `${before} ${day} ${formatMessage(why)}`;
    });
  };
  const why = 'Counted from day T, which is 2027-03-02';
  const text = `# Booth due:T-2w @sam

- [ ] Hire due:T-10bd @maria
- [ ] Print due:2027-02-16
- [ ] Fold due:T-3
- [ ] Inherits
- [x] Done due:T-1d

| Task | Owner | Due |
|--|--|--|
| Copies | @sam | **T+1w** |
| Own due:"T" | @sam | T+1w |
`;
  assert.deepEqual(hints(text).sort(), [
    `# Booth due:T-2w 2027-02-16 ${why}`,
    `- [ ] Hire due:T-10bd 2027-02-16 ${why}`,
    `| Copies | @sam | **T+1w** 2027-03-09 ${why}`,
    `| Own due:"T" 2027-03-02 ${why}`,
  ]);
  assert.deepEqual(hints(text, 2, 2), [`- [ ] Hire due:T-10bd 2027-02-16 ${why}`]);
  assert.deepEqual(hints('---\nt-day: 2028-05-16\n---\n\n- [ ] Print due:T-2w'), [
    '- [ ] Print due:T-2w 2028-05-02 Counted from day T, which is 2028-05-16',
  ]);
});

test('the outline holds sections and tasks with their owners', () => {
  const outline = (list: readonly DocumentSymbol[], indent = ''): string =>
    list
      .map((s) => `${indent}${s.kind} ${s.name} ${s.detail}\n${outline(s.children, `${indent}  `)}`)
      .join('');
  const { view } = open(
    '# Fair\n\n## Booth @sam\n\n- [ ] Hire\n  - [ ] Child @maria\n- [x] Done\n\n## Print\n\n- [ ] Copies\n\n## Areas\n\n| Area | Owner |\n|--|--|\n| Website | @zoe |\n',
  );
  assert.equal(
    outline(documentSymbols(view)).replace(/ +\n/g, '\n'),
    `section Fair
  section Booth
    task Hire @sam
      task Child @maria
    done Done @sam
  section Print
    unowned Copies
  section Areas
    area Website @zoe
`,
  );
});

test('semantic tokens know names in plain words, and what is no name', () => {
  const tokens = (text: string) => {
    const { view } = open(text);
    return semanticTokens(view).map(
      (t) => `${t.type.slice('playbook'.length)} ${view.playbook.lines.slice(t.range)}`,
    );
  };
  assert.deepEqual(tokens('- [ ] Print (Maria López)\n- [ ] Maria prints\n- [ ] Print @Maria López\n'), [
    'Owner Maria López',
    'Owner @Maria López',
  ]);
  assert.deepEqual(tokens('- [ ] Meet @2pm @done @due(2028-01-01) @tbd\n'), ['Placeholder @tbd']);
  assert.deepEqual(tokens('### Owner: Sam Cole\n\nOwners:\n\n- Maria López\n- TBD\n\n- [ ] Print\n'), [
    'Owner Sam Cole',
    'Owner Maria López',
    'Placeholder TBD',
  ]);
  const table = (cell: string) =>
    tokens(`| Task | Who |\n|--|--|\n| Print | Sam Cole |\n| Fold | ${cell} |\n`);
  assert.deepEqual(table('whoever is on call that day'), ['Owner Sam Cole']);
  assert.deepEqual(table('everyone'), ['Owner Sam Cole', 'Placeholder everyone']);
});

test('semantic tokens tell owners, mentions and placeholders apart, in tables too', () => {
  const { view } = open(
    '# Booth @sam\n\n- [ ] Ask @zoe about it @maria due:T uses:brochure #x\n\n| Task | Owner |\n|--|--|\n| Print | Sam Cole, TBD |\n',
  );
  assert.deepEqual(
    semanticTokens(view).map(
      (t) => `${t.type.slice('playbook'.length)} ${view.playbook.lines.slice(t.range)}`,
    ),
    [
      ...[
        'Owner @sam',
        'Mention @zoe',
        'Owner @maria',
        'Key due:',
        'Time T',
        'Key uses:',
        'Value brochure',
        'Tag #x',
      ],
      ...['Owner Sam Cole', 'Placeholder TBD'],
    ],
  );
});
