/** Completion and hover of rules where they are switched: rosters, front matter, suppression comments. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Completion } from '../../src/language/completion.ts';
import { completions } from '../../src/language/completions.ts';
import { ruleHover } from '../../src/language/ruleHover.ts';
import { allRules } from '../../src/rules/all.ts';
import { judge } from '../../src/rules/judge.ts';
import { formatMessage } from '../../src/text/message.ts';
import { applyEdits } from '../../src/text/textEdit.ts';
import { readLayer } from '../../src/workspace/rosterLayer.ts';
import type { Severity } from '../../src/workspace/rosterTypes.ts';
import { severities } from '../../src/workspace/rosterRules.ts';
import { linesOf, type FileView } from '../../src/workspace/fileView.ts';
import { parseYaml } from '../../src/syntax/yaml.ts';
import { LineIndex } from '../../src/text/lineIndex.ts';
import { openFixture } from '../fixture.ts';

const RULES = allRules.map((r) => r.id);

function open(fixture: string) {
  const workspace = openFixture(fixture);
  const { path, position } = workspace.caret();
  const view = workspace.index.view(workspace.uri(path));
  assert.ok(view, `${path} is not ours`);
  return { ...workspace, view, at: position };
}

function list(fixture: string, trigger?: string): Completion[] {
  const { view, at } = open(fixture);
  return completions(view, at, { trigger, judge: (file: FileView) => judge(file, { today: '2027-01-01' }) });
}

const labels = (fixture: string, trigger?: string) => list(fixture, trigger).map((c) => c.label);

/** The text after choosing an entry, the caret marked as in the fixture. */
function choose(fixture: string, label: string): string {
  const { view, at } = open(fixture);
  const found = completions(view, at).find((c) => c.label === label);
  assert.ok(found, `no ${label}`);
  const newText = `${found.insertText}<|>${found.behindCaret ?? ''}`;
  return applyEdits(linesOf(view).text, [{ range: found.range, newText }]);
}

const inRoster = (text: string) => `//- /roster.yml\n${text}`;
const inFrontMatter = (text: string) => `---\n${text}\n---\n- [ ] Print\n`;

/** Every way to write the same place: in a roster and in front matter, with LF and CRLF. */
function everywhere(text: string, check: (fixture: string) => void): void {
  for (const fixture of [inRoster(text), inFrontMatter(text)]) check(fixture);
}

describe('rules in a roster and in front matter', () => {
  const without = (...ids: string[]) => RULES.filter((id) => !ids.includes(id));

  for (const text of [
    'rules:\n  <|>',
    'rules:\n<|>',
    'rules: { <|> }',
    'rules: {<|>',
    'rules: <|>',
    'title: A\nrules: # all of them\n    <|>\n',
    'rules:\n  own<|>',
  ]) {
    it(`are offered at ${JSON.stringify(text)}`, () => {
      everywhere(text, (fixture) => {
        assert.deepEqual(
          list(fixture)
            .filter((c) => c.kind === 'rule')
            .map((c) => c.label),
          RULES,
        );
      });
    });
  }

  it('say in one line what they are for', () => {
    const [first] = list(inRoster('rules:\n  <|>'));
    assert.deepEqual(first?.detail, { template: 'A task nobody owns', args: {} });
    assert.match(first.filterText, /^owner-missing A task nobody owns/);
  });

  it('are left out where they stand already, and stay where they are being changed', () => {
    everywhere('rules:\n  due-missing: off\n  <|>\n  owner-missing: error', (fixture) => {
      assert.deepEqual(labels(fixture), without('due-missing', 'owner-missing'));
    });
    everywhere('rules: { due-missing: off, <|>, owner-missing: error }', (fixture) => {
      assert.deepEqual(labels(fixture), without('due-missing', 'owner-missing'));
    });
    everywhere('rules:\n  due-missing: off\n  owner-mis<|>sing: error', (fixture) => {
      assert.deepEqual(labels(fixture), without('due-missing'));
    });
  });

  it('come with a colon, the right indent and the next list', () => {
    const after = (text: string) => choose(inRoster(text), 'due-missing');
    assert.equal(after('rules:\n  <|>'), 'rules:\n  due-missing: <|>');
    assert.equal(after('rules:\n<|>'), 'rules:\n  due-missing: <|>');
    assert.equal(after('rules:\ndue<|>'), 'rules:\n  due-missing: <|>');
    assert.equal(after('rules: <|>'), 'rules:\n  due-missing: <|>');
    assert.equal(after('rules:<|>'), 'rules:\n  due-missing: <|>');
    assert.equal(after('teams:\n    a: {}\nrules:\n<|>'), 'teams:\n    a: {}\nrules:\n    due-missing: <|>');
    assert.equal(
      after('rules:\n    due-order: off\n<|>\n    id-duplicate: off'),
      'rules:\n    due-order: off\n    due-missing: <|>\n    id-duplicate: off',
    );
    assert.equal(
      after('rules:\n  due-order: off\n      due<|>'),
      'rules:\n  due-order: off\n  due-missing: <|>',
    );
    assert.equal(after('rules: { <|> }'), 'rules: { due-missing: <|> }');
    assert.equal(after('rules: { due<|>'), 'rules: { due-missing: <|>');
    assert.equal(after('rules:\n  due-<|>order: off'), 'rules:\n  due-missing<|>: off');
    assert.equal(after('rules:\n  "due<|>'), 'rules:\n  "due-missing": <|>');
    assert.ok(list(inRoster('rules:\n  <|>')).every((c) => c.opensNext));
    assert.ok(list(inRoster('rules:\n  due-<|>order: off')).every((c) => !c.opensNext));
  });

  it('keep CRLF', () => {
    const { uri, index } = openFixture('//- /roster.yml\n');
    index.setRoster(uri('/roster.yml'), 'rules:\r\n  due-order: off\r\n  \r\nteams:\r\n');
    const view = index.view(uri('/roster.yml'));
    assert.ok(view);
    const found = completions(view, { line: 2, character: 2 });
    assert.deepEqual(
      found.map((c) => c.label),
      without('due-order'),
    );
    assert.ok(found.every((c) => c.range.start.line === 2 && c.range.end.character === 2));
  });

  it('read as chosen, whichever is chosen', () => {
    for (const text of ['rules:\n<|>', 'rules: { <|> }', 'rules:\n  due-order: off\n  <|>', 'rules: <|>']) {
      for (const { id } of allRules.filter((r) => r.id !== 'due-order')) {
        const written = choose(inRoster(text), id).replace('<|>', 'hint');
        const { root } = parseYaml(new LineIndex(written), 0, written.length);
        assert.ok(root?.kind === 'map', written);
        const layer = readLayer('', root, 'roster');
        assert.equal(layer.rules.get(id)?.value, 'hint', written);
        assert.deepEqual(layer.problems, [], written);
      }
    }
  });

  it('have severities behind them, which say what they mean', () => {
    for (const text of [
      'rules:\n  due-missing: <|>',
      'rules:\n  due-missing:<|>',
      'rules: { due-missing: <|> }',
      'rules:\n  due-missing: w<|>',
      'rules: { due-missing:<|>}',
      'rules:\n  due-missing:\n    <|>',
      'rules:\n  due-missing: "<|>"',
      'rules: { due-missing: <|>',
    ])
      everywhere(text, (fixture) => {
        assert.deepEqual(
          labels(fixture).filter((l) => severities.includes(l as Severity)),
          severities,
          fixture,
        );
      });
    const details = list(inRoster('rules:\n  due-missing: <|>')).map(({ detail }) =>
      (Array.isArray(detail) ? detail : [detail]).map((d) =>
        typeof d === 'string' ? d : formatMessage(d as never),
      ),
    );
    // The rule is normally off.
    assert.deepEqual(details[0], ['Not checked', 'Normally so']);
    assert.ok(details.slice(1).every((d) => d.length === 1 && d[0] !== ''));
  });

  it('write a severity with the space that YAML wants', () => {
    const after = (text: string) => choose(inRoster(text), 'off');
    assert.equal(after('rules:\n  due-order:<|>'), 'rules:\n  due-order: off<|>');
    assert.equal(after('rules:\n  due-order: <|>'), 'rules:\n  due-order: off<|>');
    assert.equal(after('rules:\n  due-order: war<|>ning # why'), 'rules:\n  due-order: off<|> # why');
    assert.equal(after('rules: {due-order:<|>}'), 'rules: {due-order: off<|>}');
    assert.equal(after("rules:\n  due-order: '<|>"), "rules:\n  due-order: 'off'<|>");
  });

  it('are not offered anywhere else', () => {
    for (const text of [
      'teams:\n  <|>',
      'people:\n  maria: { <|> }',
      'terms:\n  <|>',
      '# rules:\n# <|>',
      'rules:\n  due-order: off <|>',
      'x:\n  rules:\n    <|>',
    ])
      everywhere(text, (fixture) => {
        assert.deepEqual(
          list(fixture).filter((c) => c.kind === 'rule' || c.kind === 'severity'),
          [],
          fixture,
        );
      });
    assert.deepEqual(labels('---\nrules:\n  due-order: off\n---\n\nrules:\n  <|>\n'), []);
  });

  it('are offered before front matter is closed', () => {
    assert.deepEqual(labels('---\nrules:\n  <|>'), RULES);
    assert.deepEqual(labels('---\nrules:\n<|>\n\n- [ ] Print\n').slice(0, RULES.length), RULES);
    assert.ok(labels('---\nru<|>\n---\n').includes('rules'));
    assert.ok(labels('---\n<|>\n---\n').includes('rules'));
    assert.deepEqual(labels('# Fair\n\n---\n<|>\n---\n'), []);
  });

  it('open by themselves only where they are wanted', () => {
    assert.deepEqual(labels(inRoster('rules:\n  <|>'), '\n'), RULES);
    assert.deepEqual(labels(inRoster('rules:\n<|>'), '\n'), RULES);
    assert.deepEqual(labels(inRoster('rules:\n  due-order: off\n  <|>'), '\n'), []);
    assert.deepEqual(labels(inRoster('teams:\n  a: {}\n<|>'), '\n'), []);
    assert.deepEqual(labels(inRoster('rules:<|>'), ':'), []);
    assert.deepEqual(labels(inRoster('rules: <|>'), ' '), []);
    assert.equal(labels(inRoster('rules:\n  due-order:<|>'), ':').length, 5);
    assert.equal(labels(inRoster('rules:\n  due-order: <|>'), ' ').length, 5);
    assert.deepEqual(labels(inRoster('rules: {<|>}'), '{'), RULES);
    assert.deepEqual(labels(inRoster('rules:\n  due-order: off\n  due-<|>'), '-'), without('due-order'));
    assert.deepEqual(labels(inRoster('people:\n  maria: { name: Maria <|> }'), ' '), []);
  });

  it('stay away from files of other tools', () => {
    assert.deepEqual(labels(inRoster('hosts: a\n<|>')), []);
    assert.ok(labels(inRoster('<|>')).includes('people'));
    assert.ok(labels(inRoster('hosts: a\nrules: {}\n<|>')).includes('people'));
  });
});

const ACME = `teams:
  marketing: { name: Marketing, lead: maria }
  sales: { name: Sales }
people:
  zoe: { name: Zoë Roy, team: sales, left: 2026-10-01 }
  maria: { name: Maria López, team: marketing }
roles:
  fmc: maria
  ae: [zoe, maria]
`;

describe('keys and handles in a roster and in front matter', () => {
  const roster = (text: string) => labels(inRoster(`${ACME}${text}`));

  it('are the keys of an entry that it does not have', () => {
    assert.deepEqual(roster('goals:\n  a: { name: A, <|> }'), ['teams', 'owner', 'measure', 'target', 'due']);
    assert.deepEqual(roster('meetings:\n  a:\n    owner: maria\n    <|>'), ['name', 'teams', 'every']);
    assert.deepEqual(labels(inRoster('people:\n  a:\n    away:\n      - from: 2027-01-01\n        <|>')), [
      'to',
      'cover',
    ]);
    assert.deepEqual(labels(inRoster('people:\n  a: { away: [{ <|> }] }')), ['from', 'to', 'cover']);
  });

  it('are the outermost keys of that kind of file', () => {
    assert.ok(roster('<|>').includes('playbooks') && !roster('<|>').includes('title'));
    assert.ok(!roster('<|>').includes('people'));
    const inPlaybook = labels(inFrontMatter('<|>'));
    assert.ok(inPlaybook.includes('title') && !inPlaybook.includes('playbooks'));
    assert.equal(choose(inRoster('<|>'), 'rules'), 'rules:\n  <|>');
    assert.equal(choose(inRoster('<|>'), 'default-owner'), 'default-owner: <|>');
    assert.equal(choose(inRoster('goals:\n  a: { <|> }'), 'owner'), 'goals:\n  a: { owner: <|> }');
  });

  it('are teams, people or both, who has left last', () => {
    assert.deepEqual(labels(inRoster(ACME.replace('name: Maria López, team: marketing', 'team: <|>'))), [
      'marketing',
      'sales',
    ]);
    assert.deepEqual(labels(inRoster(ACME.replace('name: Sales }', 'lead: <|> }'))), ['maria', 'fmc', 'zoe']);
    assert.deepEqual(labels(inRoster(ACME.replace('[zoe, maria]', '[maria, <|>]'))), ['zoe']);
    assert.deepEqual(roster('default-owner: <|>'), ['maria', 'marketing', 'sales', 'fmc', 'ae', 'zoe']);
    assert.deepEqual(roster('assets:\n  a: { for: [sales, <|>] }'), [
      'maria',
      'marketing',
      'fmc',
      'ae',
      'zoe',
    ]);
    assert.deepEqual(roster('goals:\n  a:\n    teams:\n      - sales\n      - <|>'), ['marketing']);
    assert.ok(roster('meetings:\n  a: { every: <|> }').includes('2weeks'));
    assert.deepEqual(roster('teams:\n  a: { external: <|> }').sort(), ['false', 'true']);
    assert.deepEqual(
      labels(`//- /roster.yml\n${ACME}//- /a.playbook.md\n---\nowner: <|>\n---\n`).slice(0, 2),
      ['maria', 'marketing'],
    );
  });

  it('are words that say what they mean, where they do not say it by themselves', () => {
    const details = (text: string) =>
      list(inRoster(`${ACME}${text}`)).map(({ label, detail }) => [
        label,
        typeof detail === 'object' && 'template' in detail ? formatMessage(detail) : detail,
      ]);
    assert.deepEqual(details('teams:\n  a: { external: <|>'), [
      ['true', 'Yes'],
      ['false', 'No'],
    ]);
    assert.ok(details('meetings:\n  a: { every: <|>').every(([, detail]) => detail === ''));
  });

  it('are found by name, and by the @ that YAML has no room for', () => {
    const typed = inRoster(`${ACME}default-owner: @ma<|>`);
    assert.equal(choose(typed, 'maria'), `${ACME}default-owner: maria<|>`);
    assert.match(list(typed)[0]?.filterText ?? '', /@maria$/);
    assert.equal(labels(typed.replace('@ma', '@'), '@')[0], 'maria');
    assert.deepEqual(labels(inRoster('title: @<|>'), '@'), []);
    const [first] = list(inRoster(`${ACME}default-owner: <|>`));
    assert.match(first?.filterText ?? '', /Maria Lopez/);
  });
});

describe('suppression comments', () => {
  const WORDS = [
    'playbook-disable-next-line',
    'playbook-disable',
    'playbook-enable',
    'playbook-disable-file',
  ];

  it('offer their words, and end the comment where that is missing', () => {
    for (const text of [
      '<!-- <|>',
      '<!-- playbook-<|>',
      '<!--<|>',
      '<!-- play<|> -->',
      '- [ ] Print <!-- <|> -->',
      '> <!-- <|>',
    ])
      assert.deepEqual(labels(text), WORDS, text);
    assert.equal(
      choose('<!-- <|>\n- [ ] Print', WORDS[0] ?? ''),
      '<!-- playbook-disable-next-line <|> -->\n- [ ] Print',
    );
    assert.equal(choose('<!-- play<|> -->', 'playbook-disable'), '<!-- playbook-disable <|> -->');
    assert.equal(choose('- [ ] A <!-- play<|>>', 'playbook-enable'), '- [ ] A <!-- playbook-enable<|> -->');
    assert.equal(choose('<!-- play<|>> quote', 'playbook-enable'), '<!-- playbook-enable<|> -->> quote');
    assert.equal(choose('<!--<|>', 'playbook-enable'), '<!-- playbook-enable<|> -->');
    assert.equal(choose('<!-- play<|>-->', 'playbook-enable'), '<!-- playbook-enable<|> -->');
    assert.equal(
      choose('<!-- playbook-dis<|>able-file x -->', 'playbook-disable'),
      '<!-- playbook-disable <|> x -->',
    );
    assert.equal(
      choose('<!-- <|>\n- [ ] A <!-- b -->\n', 'playbook-enable'),
      '<!-- playbook-enable<|> -->\n- [ ] A <!-- b -->\n',
    );
  });

  it('offer the rules that they do not name yet', () => {
    const rest = RULES.filter((id) => id !== 'due-order' && id !== 'id-duplicate');
    assert.deepEqual(labels('<!-- playbook-disable <|> -->'), RULES);
    assert.deepEqual(labels('<!-- playbook-disable-file due-order, id-duplicate <|>'), rest);
    assert.deepEqual(labels('<!-- playbook-disable-next-line due-order ow<|> id-duplicate -->'), rest);
    assert.deepEqual(labels('<!-- playbook-enable due-order\n  <|> id-duplicate -->'), rest);
    assert.equal(
      choose('<!-- playbook-disable own<|>', 'owner-missing'),
      '<!-- playbook-disable owner-missing<|> -->',
    );
    assert.equal(
      choose('<!-- playbook-disable own<|>er-shared -->', 'owner-missing'),
      '<!-- playbook-disable owner-missing<|> -->',
    );
    assert.equal(
      choose('<!-- playbook-disable own<|>-->', 'owner-missing'),
      '<!-- playbook-disable owner-missing<|> -->',
    );
  });

  it('offer first the rules that have a problem there', () => {
    const below = '\n- [ ] Print @a due:2020-01-01\n- [ ] Call due:T\n';
    assert.deepEqual(labels(`# A\n<!-- playbook-disable-next-line <|> -->${below}`).slice(0, 1), [
      'due-overdue',
    ]);
    assert.deepEqual(
      labels(`Text\n<!-- playbook-disable-next-line <|>\n due-missing -->${below}\n# B\n`).slice(0, 1),
      ['due-overdue'],
    );
    const switched = '<!-- playbook-disable due-order -->\n<!-- playbook-enable id-duplicate -->\n';
    assert.deepEqual(
      labels(`${switched}<!-- playbook-enable <|> -->\n<!-- playbook-disable goal-stale -->\n`).slice(0, 2),
      ['due-order', RULES[0]],
    );
    const many = Array.from({ length: 10 }, (_, i) => `- [ ] Task ${i} due:T\n`).join('');
    assert.deepEqual(
      labels(`# A\n\n<!-- playbook-disable-next-line <|> -->\n- [ ] One due:T\n\n## B\n${many}`).slice(0, 2),
      ['owner-missing', 'due-invalid'],
    );
    assert.deepEqual(labels(`# A\n<!-- playbook-disable-file <|> -->${below}`), RULES);
    assert.deepEqual(
      labels('<!-- playbook-disable due-order -->\n\n<!-- playbook-enable <|> -->\n').slice(0, 1),
      ['due-order'],
    );
  });

  it('open by themselves behind a space and a dash, and nothing else does in a comment', () => {
    assert.deepEqual(labels('<!-- <|>', ' '), WORDS);
    assert.deepEqual(labels('<!-- playbook-<|>', '-'), WORDS);
    assert.deepEqual(labels('<!--<|>', '-'), []);
    assert.deepEqual(labels('<!-- playbook-disable <|>', ' '), RULES);
    assert.deepEqual(labels('<!-- two words <|>', ' '), []);
    assert.deepEqual(labels('- [ ] Print <!-- a:<|>', ':'), []);
    assert.deepEqual(labels('- [ ] Print <|>', ' '), []);
    assert.deepEqual(labels('- [ ] Print <!-- x --> d<|>').includes('due:'), true);
  });

  it('are none behind their end, in front matter and in rosters', () => {
    assert.deepEqual(labels('<!-- x --> <|>'), []);
    assert.deepEqual(labels('---\ntitle: <!-- <|>\n---\n'), []);
    assert.deepEqual(labels(inRoster('teams: {}\n# <!-- <|>')), []);
  });
});

describe('hover', () => {
  const shown = (fixture: string, personal: Readonly<Record<string, Severity>> = {}) => {
    const { view, at, index } = open(fixture);
    const found = ruleHover(view, index, at, new Map(Object.entries(personal)));
    if (!found) return '';
    const text = linesOf(view).slice(found.range);
    assert.ok(text === found.title, `${text} is explained as ${found.title}`);
    return [found.title, ...found.lines.map(formatMessage), ...(found.rule ? [`-> ${found.rule}`] : [])].join(
      ' | ',
    );
  };
  const WHAT = 'owner-missing | A task nobody owns | Normally warning';

  it('on a rule says what it is, and who says so', () => {
    assert.equal(
      shown(inRoster('rules:\n  owner-mis<|>sing: off')),
      `${WHAT} | Here off, as this roster says | -> owner-missing`,
    );
    assert.equal(
      shown(inRoster('rules: { <|>owner-missing: error }')),
      `${WHAT} | Here error, as this roster says | -> owner-missing`,
    );
    assert.equal(
      shown(inFrontMatter('rules: { "owner-missing<|>": hint }')),
      `${WHAT} | Here hint, as the top of this playbook says | -> owner-missing`,
    );
    const roster = '//- /our%20team.roster.yml\nrules: { owner-missing: off }\n//- /eu/a.playbook.md\n';
    assert.equal(
      shown(`${roster}<!-- playbook-disable owner-mi<|>ssing -->\n`),
      `${WHAT} | Here off, as our team.roster.yml says | -> owner-missing`,
    );
    assert.equal(
      shown(`${roster}---\nrules: { owner-mi<|>ssing: x }\n---\n`),
      `${WHAT} | Here off, as our team.roster.yml says | -> owner-missing`,
    );
  });

  it('knows the weaker settings of one person', () => {
    const comment = '<!-- playbook-disable owner-mi<|>ssing -->\n';
    assert.equal(shown(comment), `${WHAT} | -> owner-missing`);
    assert.equal(
      shown(comment, { 'owner-missing': 'error' }),
      `${WHAT} | Here error, as your own settings say | -> owner-missing`,
    );
    assert.match(
      shown(inFrontMatter('rules: { owner-miss<|>ing: off }'), { 'owner-missing': 'error' }),
      /Here off, as the top/,
    );
  });

  it('on a severity says what it means', () => {
    assert.equal(
      shown(inRoster('rules:\n  due-missing: war<|>ning')),
      'warning | Warning in the Problems view | Normally off for due-missing',
    );
    assert.equal(
      shown(inFrontMatter('rules: { due-missing: off<|> }')),
      'off | Not checked | Normally off for due-missing',
    );
  });

  it('on the word of a comment says what it does', () => {
    assert.equal(
      shown('<!-- playbook-dis<|>able-next-line due-order -->'),
      'playbook-disable-next-line | Ignores rules in the next line',
    );
    assert.equal(
      shown('- [ ] A <!-- playbook-disable-fi<|>le -->'),
      'playbook-disable-file | Ignores rules in this whole file | It names no rule, and so it means all of them',
    );
  });

  it('says nothing of anything else', () => {
    for (const text of [
      inRoster('rules:\n  no-<|>rule: off'),
      inRoster('rules:\n  owner-missing: lo<|>ud'),
      inRoster('teams:\n  off<|>: {}'),
      inRoster('terms: { owner-missing: o<|>ff }'),
      '<!-- playbook-disable no-<|>rule -->',
      '<!-- owner-mis<|>sing -->',
      '`<!-- playbook-dis<|>able -->`',
      'owner-mis<|>sing',
    ])
      assert.equal(shown(text), '', text);
  });
});
