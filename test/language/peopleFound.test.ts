import assert from 'node:assert/strict';
import test from 'node:test';
import { findPeople, rosterText } from '../../src/language/peopleFound.ts';
import { judge } from '../../src/rules/judge.ts';
import { openFixture } from '../fixture.ts';

const WORKSPACE = `
  //- /roster.yml
  people: { pat: { name: Pat Doe } }
  //- /a.playbook.md
  # Fair @maria

  - [ ] Print copies
  - [ ] Call the hall @sam for:@ae
  - [ ] Ask @lee about it @pat
  - [ ] Find someone @tbd
  - [ ] Tell @2i2c.org help:@tbd
  //- /b.playbook.md
  | Area | Owner |
  | --- | --- |
  | Web page | Maria López |
  | Prices | Sales, Anne O'Neil |
  | Leads | Field Marketing Manager |
  | Data | TBD |
  | Rest | whoever has time on that day |
`;

function found() {
  const { index } = openFixture(WORKSPACE);
  return findPeople(index.playbookUris().flatMap((uri) => index.playbookView(uri) ?? []));
}

test('people come from owner places, tokens and texts, with what they seem to be', () => {
  assert.deepEqual(
    found().map((f) => `${f.kind} ${f.handle} ${f.name ?? '-'} ${f.owns} ${f.named}`),
    [
      'person maria Maria López 3 0',
      "person anne Anne O'Neil 1 0",
      'person field Field Marketing Manager 1 0',
      'team sales Sales 1 0',
      'person sam - 1 0',
      'role ae - 0 1',
      'person lee - 0 1',
    ],
  );
});

test('the roster made of them knows them all', () => {
  const { index, uri } = openFixture(WORKSPACE);
  index.setRoster(uri('/roster.yml'), rosterText('Who is who.', found()));
  for (const playbook of index.playbookUris()) {
    const view = index.playbookView(playbook);
    assert.ok(view);
    const unknown = judge(view).filter(
      (p) => p.rule.id === 'mention-unknown' || p.rule.id.startsWith('front'),
    );
    // Pat is no longer in it; a sentence names nobody at all.
    assert.deepEqual(
      unknown.map((p) => p.args['handle'] ?? p.args['name']),
      playbook.endsWith('/a.playbook.md') ? ['pat'] : [],
    );
  }
});
