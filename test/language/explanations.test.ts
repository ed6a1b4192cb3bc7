import assert from 'node:assert/strict';
import { it } from 'node:test';
import { explanations } from '../../src/language/explanations.ts';
import { formatMessage } from '../../src/text/message.ts';
import { problemsOf } from '../rules/judged.ts';

/** Titles of what is offered between two columns of the first line. */
const offered = (text: string, from: number, to: number) =>
  explanations(problemsOf(text), {
    start: { line: 0, character: from },
    end: { line: 0, character: to },
  }).map(({ title }) => formatMessage(title));

it('a problem’s rule can be explained where the problem is, and is named where there are several', () => {
  const unowned = '- [ ] Print\n';
  assert.deepEqual(offered(unowned, 7, 7), ['Explain This Rule']);
  assert.deepEqual(offered(unowned, 0, 1), []);
  assert.deepEqual(offered('- [ ] Print due:2020-01-01\n', 0, 26).sort(), [
    'Explain the Rule due-overdue',
    'Explain the Rule owner-missing',
  ]);
});
