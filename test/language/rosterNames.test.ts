// Names that a roster gives beside the handle: aliases of people, teams and roles, and roles with a name of their own.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addToRoster } from '../../src/language/addToRoster.ts';
import { completions } from '../../src/language/completions.ts';
import { hover } from '../../src/language/hover.ts';
import { formatMessage } from '../../src/text/message.ts';
import { applyEdits } from '../../src/text/textEdit.ts';
import { ownerName, shortName } from '../../src/workspace/display.ts';
import { openFixture, type Workspace } from '../fixture.ts';

const ROSTER = `teams:
  sales: { name: Sales, aliases: [Field team] }
people:
  lucia: { name: Lucía Romero, team: sales, aliases: [Lulu, Mrs. R.] }
  ben: { name: Ben Okafor }
roles:
  pm: { name: Product Manager, aliases: PO, holders: [lucia, ben] }
  ae: { name: Account Executive, holders: [] }
  fmc: []
`;

const withPlaybook = (text: string) => openFixture(`//- /roster.yml\n${ROSTER}//- /doc.playbook.md\n${text}`);

/** What is offered at the caret of a roster. */
function offered(text: string, trigger?: string) {
  const ws = openFixture(`//- /roster.yml\n${text}`);
  const view = ws.index.view(ws.uri('/roster.yml'));
  assert.ok(view);
  return completions(view, ws.caret().position, { trigger });
}

const labels = (text: string, trigger?: string) => offered(text, trigger).map((c) => c.label);

describe('in a roster', () => {
  it('a role may be a mapping with a name, aliases and holders', () => {
    assert.deepEqual(labels(`${ROSTER}  new: { <|> }\n`), ['name', 'aliases', 'holders']);
    assert.deepEqual(labels(`${ROSTER}  new: { name: X, <|> }\n`, ' '), ['aliases', 'holders']);
  });

  it('or who holds it', () => {
    assert.deepEqual(
      labels(`${ROSTER}  new: <|>\n`).sort(),
      ['ben', 'lucia', 'name', 'aliases', 'holders'].sort(),
    );
    assert.deepEqual(labels(`${ROSTER}  new: [<|>]\n`), ['lucia', 'ben']);
  });

  it('holders are people, and no other roles', () => {
    assert.deepEqual(labels(`${ROSTER}  new: { holders: [<|>] }\n`), ['lucia', 'ben']);
    assert.deepEqual(labels(`${ROSTER}  new:\n    holders: <|>\n`), ['lucia', 'ben']);
  });

  it('Enter below a role opens no list that would take the next Enter', () => {
    assert.deepEqual(labels(`${ROSTER}  new:\n    <|>\n`, '\n'), []);
    assert.notDeepEqual(labels('people:\n  new:\n    <|>\n', '\n'), []);
  });

  it('aliases are keys of people and teams', () => {
    assert.ok(labels('people:\n  new: { <|> }\n').includes('aliases'));
    assert.ok(labels('teams:\n  new: { <|> }\n').includes('aliases'));
  });

  it('whoever is known by an alias is found by it', () => {
    const found = offered(`${ROSTER}  new: [<|>]\n`).find((c) => c.label === 'lucia');
    assert.match(found?.filterText ?? '', /Lucia Romero.* Lulu /);
  });
});

describe('in a playbook', () => {
  const at = (ws: Workspace) => ws.caret().position;
  const hovered = (text: string) => {
    const ws = withPlaybook(text);
    const found = hover(ws.view(), undefined, at(ws));
    return [found?.title, ...(found?.lines ?? []).map(formatMessage)];
  };

  it('a role with a name is shown by it', () => {
    const { roster } = withPlaybook('- [ ] a\n').view();
    const shown = ['pm', 'ae', 'fmc'].flatMap((h) => {
      const role = roster.find(h);
      return role ? [shortName(role), ownerName(role, roster)] : [];
    });
    assert.deepEqual(shown, [
      'Product Manager',
      'Product Manager',
      'Account Executive',
      'Account Executive',
      '@fmc',
      '@fmc',
    ]);
    assert.deepEqual(hovered('- [ ] Print @p<|>m\n'), [
      'Product Manager',
      'Role of Lucía Romero, Ben Okafor',
      'Also called PO',
    ]);
    assert.deepEqual(hovered('- [ ] Print @fm<|>c\n'), ['@fmc', 'Role that nobody holds yet']);
  });

  it('a hover says what else somebody is called', () => {
    assert.deepEqual(hovered('- [ ] Print @lu<|>cia\n'), [
      'Lucía Romero',
      'In Sales',
      'Also called Lulu, Mrs. R.',
    ]);
    assert.ok(hovered('- [ ] Print @sal<|>es\n').includes('Also called Field team'));
  });

  it('behind @ people are found by an alias, roles by their name', () => {
    const ws = withPlaybook('- [ ] Print @<|>\n');
    const found = completions(ws.view(), at(ws));
    const byLabel = (label: string) => found.find((c) => c.label === label);
    assert.match(byLabel('@lucia')?.filterText ?? '', / Lulu /);
    assert.match(byLabel('@pm')?.filterText ?? '', /Product Manager/);
    assert.equal(byLabel('@pm')?.detail, 'Product Manager');
  });
});

describe('adding to a roster', () => {
  it('keeps aliases and roles that are mappings', () => {
    const added = addToRoster(ROSTER, { kind: 'person', handle: 'zoe', name: 'Zoë Roy', team: 'sales' });
    assert.ok(added);
    const after = applyEdits(ROSTER, added.edits);
    assert.equal(after.replace(/ {2}zoe: .*\n/, ''), ROSTER);
    const role = addToRoster(after, { kind: 'role', handle: 'csm' });
    assert.ok(role);
    assert.equal(applyEdits(after, role.edits), `${after}  csm: []\n`);
  });

  it('adds a role where roles are mappings below each other', () => {
    const text = 'roles:\n  pm:\n    name: Product Manager\n    holders: []\n';
    const added = addToRoster(text, { kind: 'role', handle: 'csm' });
    assert.equal(added && applyEdits(text, added.edits), `${text}  csm: []\n`);
  });
});
