import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { silences } from '../../src/language/silence.ts';
import { judge } from '../../src/rules/judge.ts';
import type { Problem } from '../../src/rules/rule.ts';
import { formatMessage } from '../../src/text/message.ts';
import { applyEdits } from '../../src/text/textEdit.ts';
import type { FileView } from '../../src/workspace/fileView.ts';
import { openFixture, outline } from '../fixture.ts';

const TODAY = '2027-01-01';
const ids = (problems: readonly Problem[]) =>
  problems.map((p) => `${p.rule.id} ${p.message} ${JSON.stringify(p.args)}`).sort();

/** What the first offer for a problem makes of a text, after checking that it does nothing else. */
function silenced(text: string, rule: string, nth = 0): { title: string; text: string } | undefined {
  const { index, view, uri } = openFixture(text);
  const before = view();
  const problems = judge(before, { today: TODAY });
  const problem = problems.filter((p) => p.rule.id === rule)[nth];
  assert.ok(problem, `no ${rule} among ${ids(problems).join('; ')}`);
  const [action] = silences(before, [problem], problem.range);
  if (!action) return undefined;
  const after = applyEdits(before.playbook.lines.text, action.edits);
  const read = index.preview(uri('/doc.playbook.md'), after);
  assert.equal(outline(read), outline(before), 'the tasks read the same');
  const left = judge(read, { today: TODAY });
  // In a table the comment reaches further.
  const gone = problems.filter((p) => p !== problem && (action.edits.length === 1 || p.rule.id !== rule));
  const stays = left.filter((p) => action.edits.length === 1 || p.rule.id !== rule);
  assert.deepEqual(ids(stays), ids(gone), 'this problem is gone, and no other');
  assert.ok(left.length < problems.length);
  return { title: formatMessage(action.title), text: after };
}

const textOf = (text: string, rule: string, nth = 0) => silenced(text, rule, nth)?.text;
const OFF = (rule: string) => `<!-- playbook-disable-next-line ${rule} -->`;
const OWNER = OFF('owner-missing');

describe('silencing a problem', () => {
  it('writes a comment above the task', () => {
    assert.deepEqual(silenced('# Fair\n\n- [ ] Print\n- [ ] Call\n', 'owner-missing', 1), {
      title: 'Ignore Here',
      text: `# Fair\n\n- [ ] Print\n${OWNER}\n- [ ] Call\n`,
    });
  });

  it('at the top of the file, at its end, and below front matter', () => {
    assert.equal(textOf('- [ ] Print', 'owner-missing'), `${OWNER}\n- [ ] Print`);
    assert.equal(
      textOf('---\ntitle: A\n---\n- [ ] Print', 'owner-missing'),
      `---\ntitle: A\n---\n${OWNER}\n- [ ] Print`,
    );
  });

  it('keeps the line ends', () => {
    assert.equal(
      textOf('# Fair\r\n\r\n- [ ] Print\r\n', 'owner-missing'),
      `# Fair\r\n\r\n${OWNER}\r\n- [ ] Print\r\n`,
    );
  });

  it('keeps a task under its parent, and in its quote', () => {
    assert.equal(
      textOf('- [ ] Fair @a\n  - [ ] Booth @tbd\n  - [ ] Hall\n', 'owner-missing'),
      `- [ ] Fair @a\n  ${OWNER}\n  - [ ] Booth @tbd\n  - [ ] Hall\n`,
    );
    assert.equal(
      textOf('> - [ ] Print\n> - [ ] Call\n', 'owner-missing', 1),
      `> - [ ] Print\n> ${OWNER}\n> - [ ] Call\n`,
    );
    assert.equal(
      textOf('- [ ] Fair @a\n\t- [ ] Booth @tbd\n', 'owner-missing'),
      `- [ ] Fair @a\n\t${OWNER}\n\t- [ ] Booth @tbd\n`,
    );
  });

  it('does not begin the numbers of a list again', () => {
    assert.equal(
      textOf('1. [ ] Print @a\n1. [ ] Call\n', 'owner-missing'),
      `1. [ ] Print @a\n   ${OWNER}\n1. [ ] Call\n`,
    );
    assert.equal(
      textOf('1. [ ] Print\n2. [ ] Call @a\n', 'owner-missing'),
      `${OWNER}\n1. [ ] Print\n2. [ ] Call @a\n`,
    );
  });

  it('in the middle of a paragraph stands at the end of the line above', () => {
    const text = '- [ ] Print copies @a\n  in color due:2027-13-01\n';
    assert.equal(
      textOf(text, 'due-invalid'),
      `- [ ] Print copies @a ${OFF('due-invalid')}\n  in color due:2027-13-01\n`,
    );
  });

  it('above a heading that speaks for many tasks', () => {
    const tasks = Array.from({ length: 10 }, (_, i) => `- [ ] Task ${i}\n`).join('');
    assert.equal(textOf(`Text\n## Booth\n${tasks}`, 'owner-missing'), `Text\n${OWNER}\n## Booth\n${tasks}`);
  });

  it('names one more rule in the comment that is there', () => {
    const text = (rules: string) =>
      `# A\n<!-- playbook-disable-next-line ${rules} -->\n- [ ] Print due:2020-01-01\n`;
    assert.equal(textOf(text('owner-missing'), 'due-overdue'), text('owner-missing due-overdue'));
    assert.equal(
      textOf(`- [ ] A @a ${OFF('due-overdue')}\n- [ ] Print due:2020-01-01\n`, 'owner-missing'),
      `- [ ] A @a ${OFF('due-overdue owner-missing')}\n- [ ] Print due:2020-01-01\n`,
    );
  });

  it('goes around a table, whose rows a comment would part', () => {
    const table = '| Task | Owner |\n| --- | --- |\n| Print |  |\n| Call | @a |\n';
    assert.deepEqual(silenced(`# A\n\n${table}\n- [ ] Hire\n`, 'owner-missing'), {
      title: 'Ignore in the Whole Table',
      text: `# A\n\n<!-- playbook-disable owner-missing -->\n${table}<!-- playbook-enable owner-missing -->\n\n- [ ] Hire\n`,
    });
    assert.equal(
      textOf(table.trimEnd(), 'owner-missing'),
      `<!-- playbook-disable owner-missing -->\n${table}<!-- playbook-enable owner-missing -->`,
    );
    assert.equal(
      textOf(table.replace(/^/gm, '> ').replace(/> $/, ''), 'owner-missing'),
      `> <!-- playbook-disable owner-missing -->\n${table.replace(/^/gm, '> ').replace(/> $/, '')}> <!-- playbook-enable owner-missing -->\n`,
    );
  });

  it('is not offered where such comments mean nothing', () => {
    const offered = (view: FileView) =>
      judge(view).flatMap((p) => silences(view, [p], p.range).map(() => p.rule.id));
    const frontMatter = openFixture('---\nrules:\n  owner-mising: off\ngoals:\n  a: { name: A }\n---\n');
    assert.notEqual(judge(frontMatter.view()).length, 0);
    assert.deepEqual(offered(frontMatter.view()), []);
    const unclosed = openFixture('---\nrules:\n  a: off\n');
    assert.notEqual(judge(unclosed.view()).length, 0);
    assert.deepEqual(offered(unclosed.view()), []);
    const roster = openFixture('//- /roster.yml\nrules: { owner-mising: off }\n');
    const view = roster.index.view(roster.uri('/roster.yml'));
    assert.ok(view);
    assert.equal(judge(view).length, 1);
    assert.deepEqual(offered(view), []);
    assert.deepEqual(offered(openFixture('# A\n\n<!-- playbook-disable-file due-order -->\n').view()), []);
  });

  it('tells the rules apart where there are several', () => {
    const { view } = openFixture('- [ ] Print due:2020-01-01\n');
    const problems = judge(view(), { today: TODAY });
    const whole = { start: { line: 0, character: 0 }, end: { line: 0, character: 30 } };
    assert.deepEqual(
      silences(view(), problems, whole).map((a) => formatMessage(a.title)),
      ['Ignore owner-missing Here', 'Ignore due-overdue Here'],
    );
  });

  it('does the same in the middle of a long playbook', () => {
    const part = (i: number) =>
      `## Part ${i}\n\n- [ ] Task @a\n\n\`\`\`\n# no heading\n\`\`\`\n\n- [ ] Open ${i}\n`;
    const text = Array.from({ length: 30 }, (_, i) => part(i)).join('\n');
    const changed = textOf(text, 'owner-missing', 17);
    assert.equal(changed, text.replace('- [ ] Open 17\n', `${OWNER}\n- [ ] Open 17\n`));
  });
});
