import type { Severity } from '../../src/workspace/rosterTypes.ts';
import type { RuleId } from '../../src/workspace/ruleIds.ts';
import { judge } from '../../src/rules/judge.ts';
import type { Problem } from '../../src/rules/rule.ts';
import { formatMessage } from '../../src/text/message.ts';
import { applyEdits } from '../../src/text/textEdit.ts';
import { openFixture } from '../fixture.ts';

/** The day on which the tests of rules judge: a Monday. */
export const TODAY = '2028-01-03';

/** Problems of one or several rules in a fixture with one playbook, rules that are off switched on. */
export function problemsOf(text: string, rules: readonly RuleId[], today = TODAY): Problem[] {
  const severities = new Map<string, Severity>(rules.map((id) => [id, 'warning']));
  const ws = openFixture(text);
  const facts = () => ws.index.countAll();
  return judge(ws.view(), { today, severities, facts }).filter((p) => rules.includes(p.rule.id));
}

/** Each problem as `LINE: what is underlined`, lines from 1. */
export function placesOf(text: string, rules: readonly RuleId[], today = TODAY): string[] {
  const { lines } = openFixture(text).view().playbook;
  return problemsOf(text, rules, today).map((p) => `${p.range.start.line + 1}: ${lines.slice(p.range)}`);
}

/** The sentences that a user reads. */
export function sentencesOf(text: string, rules: readonly RuleId[], today = TODAY): string[] {
  return problemsOf(text, rules, today).map(sentence);
}

export function sentence({ rule, message, args }: Problem): string {
  return formatMessage({ template: rule.messages[message] ?? message, args });
}

/** The playbook after the fixes of these rules. */
export function fixedBy(text: string, rules: readonly RuleId[], today = TODAY): string {
  const edits = problemsOf(text, rules, today).flatMap((p) => p.fix?.edits ?? []);
  return applyEdits(openFixture(text).text(), edits);
}
