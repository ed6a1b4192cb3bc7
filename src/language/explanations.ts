import type { Problem } from '../rules/rule.ts';
import { message, type Message } from '../text/message.ts';
import { rangesOverlap, type Range } from '../text/range.ts';

/** An offer to open the page of a problem's rule. */
export interface Explanation {
  readonly title: Message;
  readonly problem: Problem;
}

export const explanationTitles = {
  one: 'Explain This Rule',
  several: 'Explain the Rule {rule}',
} as const;

/** One for each rule that has a problem at a range. */
export function explanations(problems: readonly Problem[], at: Range): Explanation[] {
  const here = onePerRule(problems.filter((p) => rangesOverlap(p.range, at)));
  return here.map((problem) => ({
    title:
      here.length === 1
        ? message(explanationTitles.one)
        : message(explanationTitles.several, { rule: problem.rule.id }),
    problem,
  }));
}

/** The first problem of each rule. */
export function onePerRule(problems: readonly Problem[]): Problem[] {
  return problems.filter((p, i) => problems.findIndex((q) => q.rule === p.rule) === i);
}
