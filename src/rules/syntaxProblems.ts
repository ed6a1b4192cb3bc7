import type { SyntaxProblem } from '../syntax/problem.ts';
import type { FileView } from '../workspace/fileView.ts';
import type { Finding } from './rule.ts';

/** What the parser has already seen for a rule: the rule lends it its words, severity and switch. */
export function reportSyntaxProblems(
  rule: SyntaxProblem['rule'],
  file: FileView,
  report: (finding: Finding) => void,
): void {
  const problems = file.kind === 'playbook' ? [...file.playbook.problems, ...file.problems] : file.problems;
  for (const problem of problems) if (problem.rule === rule) report(problem);
}
