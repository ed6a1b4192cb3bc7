import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { codeActions } from '../../src/language/codeActions.ts';
import { judge } from '../../src/rules/judge.ts';
import { formatMessage } from '../../src/text/message.ts';
import { applyEdits } from '../../src/text/textEdit.ts';
import { openFixture } from '../fixture.ts';

const ROSTER = `//- /roster.yml
people:
  maria: { name: Maria López }
  sam: { name: Sam Cole }
//- /doc.playbook.md
`;
const GAPS = Array.from({ length: 10 }, (_, i) => `- [ ] Task ${i + 1}\n`).join('');
const OWNED = Array.from({ length: 12 }, (_, i) => `- [ ] Own ${i + 1} @sam\n`).join('');

/** What is offered for the only problem of a rule: each title, and the text after it. */
function offered(body: string, me?: string): Map<string, string> {
  const view = openFixture(ROSTER + body).view();
  const problems = judge(view, { today: '2028-01-03' }).filter((p) => p.rule.id === 'owner-missing');
  const [problem] = problems;
  assert.ok(problem);
  assert.equal(problems.length, 1);
  const text = openFixture(ROSTER + body).text();
  return new Map(
    codeActions(view, problems, problem.range, me).map(({ title, edits }) => [
      formatMessage(title),
      applyEdits(text, edits),
    ]),
  );
}

const each = (text: string, owner: string) => text.replace(/^(- \[ \] Task \d+)$/gm, `$1 ${owner}`);

describe('a section with many gaps', () => {
  const body = `## Booth\n\n${GAPS}\n## Print\n\n${OWNED}`;

  it('is given an owner, or each of its gaps is', () => {
    const actions = offered(body);
    assert.deepEqual(
      [...actions.keys()],
      [
        'Assign the Section to Sam Cole',
        'Assign the Section to Maria López',
        'Assign the 10 Tasks to Sam Cole',
        'Assign the 10 Tasks to Maria López',
      ].sort((a, b) => [...actions.keys()].indexOf(a) - [...actions.keys()].indexOf(b)),
    );
    assert.equal(
      actions.get('Assign the Section to Maria López'),
      body.replace('## Booth', '## Booth @maria'),
    );
    assert.equal(actions.get('Assign the 10 Tasks to Maria López'), each(body, '@maria'));
  });

  it('is offered to the person at the keyboard first', () => {
    const titles = [...offered(body, 'maria').keys()];
    assert.equal(titles[0], 'Assign the Section to Me (Maria López)');
    assert.ok(titles.includes('Assign the 10 Tasks to Me (Maria López)'));
  });

  it('keeps the owner that its heading names: its gaps say by themselves that nobody does them', () => {
    const own = `## Booth @sam\n\n${GAPS.replaceAll('\n', ' @tbd\n')}\n## Print\n\n${OWNED}`;
    const titles = [...offered(own).keys()];
    assert.deepEqual(
      titles.filter((t) => t.startsWith('Assign the Section')),
      [],
    );
    assert.equal(offered(own).get('Assign the 10 Tasks to Maria López'), own.replaceAll('@tbd', '@maria'));
  });

  it('is no template while it is a part of the document', () => {
    assert.equal(offered(body).has('This Is a Template'), false);
  });
});

describe('a document with many gaps', () => {
  it('is given an owner behind its title', () => {
    const body = `# Fair\n\n## A\n\n${GAPS}`;
    assert.equal(
      offered(body).get('Assign the Section to Maria López'),
      body.replace('# Fair', '# Fair @maria'),
    );
  });

  it('has no heading to write an owner behind where there are several, or none', () => {
    for (const body of [GAPS, `## A\n\n${GAPS}\n## B\n\n- [ ] Task 11\n`]) {
      const titles = [...offered(body).keys()];
      assert.deepEqual(
        titles.filter((t) => t.startsWith('Assign the Section')),
        [],
      );
      assert.equal(titles.filter((t) => /^Assign the 1[01] Tasks/.test(t)).length, 2);
    }
  });

  const CASES: readonly (readonly [name: string, before: string, after: string | undefined])[] = [
    ['without front matter', GAPS, `---\ntemplate: true\n---\n\n${GAPS}`],
    [
      'in CRLF',
      GAPS.replaceAll('\n', '\r\n'),
      `---\r\ntemplate: true\r\n---\r\n\r\n${GAPS.replaceAll('\n', '\r\n')}`,
    ],
    ['behind a byte order mark', `\ufeff${GAPS}`, `\ufeff---\ntemplate: true\n---\n\n${GAPS}`],
    [
      'with front matter',
      `---\ntitle: Fair\n---\n\n${GAPS}`,
      `---\ntitle: Fair\ntemplate: true\n---\n\n${GAPS}`,
    ],
    [
      'with a nested last key',
      `---\nteams:\n  sales:\n    name: Sales\n...\n${GAPS}`,
      `---\nteams:\n  sales:\n    name: Sales\ntemplate: true\n...\n${GAPS}`,
    ],
    ['that another tool lays out', `---\ntemplate: home.html\n---\n\n${GAPS}`, undefined],
    ['that says it is none', `---\ntemplate: false\n---\n\n${GAPS}`, undefined],
    ['whose front matter is on one line', `---\n{ title: Fair }\n---\n\n${GAPS}`, undefined],
    ['that begins with a line', `---\n\n${GAPS}`, `---\ntemplate: true\n---\n\n---\n\n${GAPS}`],
  ];
  for (const [name, before, after] of CASES) {
    it(`${name} ${after === undefined ? 'is not made' : 'becomes'} a template`, () => {
      assert.equal(offered(before).get('This Is a Template'), after);
      if (after !== undefined) assert.equal(openFixture(ROSTER + after).view().roster.template, true);
    });
  }
});

describe('a task whose text names somebody', () => {
  it('is offered to them first', () => {
    assert.equal([...offered('- [ ] Sam packs the boxes\n').keys()][0], 'Assign to Sam Cole');
    assert.equal([...offered('- [ ] Sam packs the boxes\n', 'maria').keys()][0], 'Assign to Sam Cole');
    assert.equal([...offered('- [ ] Pack the boxes\n', 'maria').keys()][0], 'Assign to Me (Maria López)');
    assert.equal([...offered('- [ ] Ask @sam for the boxes\n', 'maria').keys()][0], 'Assign to Sam Cole');
  });
});
