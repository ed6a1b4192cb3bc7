/** What the rules say about a fixture, as text. */

import assert from 'node:assert/strict';
import { judge, type JudgeOptions } from '../../src/rules/judge.ts';
import type { Problem } from '../../src/rules/rule.ts';
import { formatMessage } from '../../src/text/message.ts';
import { applyEdits } from '../../src/text/textEdit.ts';
import type { RuleId } from '../../src/workspace/ruleIds.ts';
import { openFixture } from '../fixture.ts';

/** On this day all fixtures are judged, unless they say otherwise. */
export const TODAY = '2028-01-03';

const ONLY = '/doc.playbook.md';

/** Problems of one rule; of all rules when none is named. */
export function problemsOf(
  fixture: string,
  rule?: RuleId,
  path: string = ONLY,
  options: JudgeOptions = {},
): Problem[] {
  const ws = openFixture(fixture);
  const view = ws.index.view(ws.uri(path));
  assert.ok(view, `${path} is not in the fixture`);
  const facts = () => ws.index.countAll();
  return judge(view, { today: TODAY, facts, ...options }).filter(
    (p) => rule === undefined || p.rule.id === rule,
  );
}

/** `3: print`: one-based line and the underlined text, one for each problem of a rule. */
export function underlined(
  fixture: string,
  rule: RuleId,
  path: string = ONLY,
  options: JudgeOptions = {},
): string[] {
  const lines = linesOf(fixture, path);
  return problemsOf(fixture, rule, path, options).map(
    (p) => `${p.range.start.line + 1}: ${lines.slice(p.range)}`,
  );
}

/** The sentence of a problem. */
export function sentence({ rule, message, args }: Problem): string {
  return formatMessage({ template: rule.messages[message] ?? message, args });
}

export function sentences(fixture: string, rule: RuleId, path: string = ONLY): string[] {
  return problemsOf(fixture, rule, path).map(sentence);
}

/** The text after the fixes of all problems of a rule. */
export function repaired(
  fixture: string,
  rule: RuleId,
  only: 'all' | 'safe' = 'all',
  path: string = ONLY,
): string {
  const fixes = problemsOf(fixture, rule, path).flatMap((p) => p.fix ?? []);
  const edits = fixes.filter((f) => only === 'all' || f.isSafe === true).flatMap((f) => f.edits);
  return applyEdits(linesOf(fixture, path).text, edits);
}

function linesOf(fixture: string, path: string) {
  const ws = openFixture(fixture);
  const view = ws.index.view(ws.uri(path));
  assert.ok(view, `${path} is not in the fixture`);
  return view.kind === 'playbook' ? view.playbook.lines : view.lines;
}
