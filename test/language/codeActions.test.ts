import assert from 'node:assert/strict';
import { it } from 'node:test';
import { codeActions } from '../../src/language/codeActions.ts';
import { judge } from '../../src/rules/judge.ts';
import { formatMessage } from '../../src/text/message.ts';
import { openFixture } from '../fixture.ts';

const ROSTER = `//- /roster.yml
people: { maria: { name: Maria López }, sam: { name: Sam Cole }, lee: { name: Lee Roy } }
//- /a.playbook.md
`;

/** What is offered for the first problem, in order, when the person at the keyboard is Sam. */
function offered(text: string): string[] {
  const { index, uri } = openFixture(ROSTER + text);
  const view = index.view(uri('/a.playbook.md'));
  assert.ok(view);
  const problems = judge(view);
  const [problem] = problems;
  assert.ok(problem);
  return codeActions(view, [problem], problem.range, 'sam').map(({ title }) => formatMessage(title));
}

it('offers a task to the person at the keyboard first, unless its text names somebody', () => {
  assert.match(offered('- [ ] Print copies\n')[0] ?? '', /me/i);
  assert.match(offered('- [ ] Ask @maria for the copies\n')[0] ?? '', /Maria/);
});
