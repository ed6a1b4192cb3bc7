import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completions } from '../../src/language/completions.ts';
import { semanticTokens } from '../../src/language/semanticTokens.ts';
import { ownerPlaces } from '../../src/syntax/ownerPlaces.ts';
import { openFixture } from '../fixture.ts';

const ROSTER = `---
people:
  maria: { name: Maria López }
  sam: { name: Sam Cole }
  lucy: { name: Lucy Gray }
  joe: { name: Joe Doe }
roles:
  pm: { name: Product Manager, holders: [] }
---
`;
const NAMED = /@joe|@maria|Maria López|Product Manager|Maria|Lucy/;
const HANDLES: Readonly<Record<string, string>> = { 'Product Manager': 'pm', 'Lucy': 'lucy', '@joe': 'joe' };

for (const { in: kinds, mentions, names, example } of ownerPlaces) {
  for (const kind of kinds.filter((k) => k !== 'heading' || kinds.length === 1)) {
    const body = {
      task: `- [ ] ${example}`,
      heading: `${example}\n\n- [ ] Print`,
      leadIn: `${example}\n\n- [ ] Print`,
      item: `${example}\n  - [ ] Print`,
    }[kind];
    const said = NAMED.exec(body)?.[0] ?? '';
    const text = `${ROSTER}\n${body}\n`;
    const handle = HANDLES[said] ?? 'maria';

    test(`${example}: whoever may own there owns, in the colour of owners`, () => {
      const view = openFixture(text).view();
      const [task] = view.tasks;
      assert.equal(task?.owners[0]?.handle, mentions ? handle : undefined);
      const { lines } = view.playbook;
      const colored = semanticTokens(view).filter((t) => t.type === 'playbookOwner');
      assert.equal(colored[0] && lines.slice(colored[0].range), mentions ? said : undefined);
    });

    test(`${example}: the list of people opens where a name alone owns`, () => {
      const typed = said.startsWith('@') ? '' : said.slice(0, 1);
      const ws = openFixture(`${ROSTER}\n${body.replace(said, `${typed}<|>`)}\n`);
      const found = completions(ws.view(), ws.caret().position);
      const offered = found.filter((c) => c.kind === 'person').map((c) => c.label);
      if (names.includes('person')) {
        assert.ok(offered.includes('@maria'), offered.join());
        assert.equal(found[0]?.kind, 'person');
      } else assert.deepEqual(offered, []);
    });
  }
}

const inserted = (body: string, trigger?: string): readonly string[] => {
  const ws = openFixture(`${ROSTER}\n${body}\n`);
  return completions(ws.view(), ws.caret().position, { trigger })
    .filter((c) => c.kind === 'person')
    .map((c) => c.insertText);
};
const EVERYBODY = ['@maria', '@sam', '@lucy', '@joe'];

for (const body of [
  'Owner: <|>\n\n- [ ] Print',
  '- [ ] Print\n  Owner: Ma<|>',
  '- [ ] Print\n  - DRI: @sam, <|>',
  '| task | Owner |\n| --- | --- |\n| Print | <|> |',
  '---\n- [ ] Print (<|>)',
]) {
  test(`people are offered in ${JSON.stringify(body)}`, () => {
    assert.deepEqual(inserted(body), EVERYBODY);
  });
}

for (const body of [
  'Call <|>',
  '- [ ] Print <|>',
  '- [ ] Print (see page <|>)',
  '| task | Owner |\n| --- | --- |\n| <|> | |',
]) {
  test(`nobody is offered in ${JSON.stringify(body)}`, () => {
    assert.deepEqual(inserted(body), []);
  });
}

test('behind a label the colon opens the list, with a space before the name', () => {
  assert.deepEqual(
    inserted('- [ ] Print\n  Owner:<|>', ':'),
    EVERYBODY.map((handle) => ` ${handle}`),
  );
  assert.deepEqual(inserted('- [ ] Print\n\nNote:<|>', ':'), []);
  assert.deepEqual(inserted('- [ ] Print: <|>', ','), []);
});

test('people without a name are offered by their handle', () => {
  const ws = openFixture('---\npeople: { maria: {} }\n---\nOwner: <|>\n\n- [ ] Print\n');
  assert.deepEqual(
    completions(ws.view(), ws.caret().position).map((c) => c.insertText),
    ['@maria'],
  );
});
