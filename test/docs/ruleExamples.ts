/**
 * The examples of a rule's page, as files that rules can judge. A fence is an example by the word behind its language:
 * `bad` and `good` are a playbook (or a roster, in YAML), `roster` is the roster beside all examples that follow it.
 */

import { judge } from '../../src/rules/judge.ts';
import type { Problem, Rule } from '../../src/rules/rule.ts';
import type { Severity } from '../../src/workspace/rosterTypes.ts';
import { WorkspaceIndex, type FileView } from '../../src/workspace/workspaceIndex.ts';

export interface Example {
  readonly kind: 'bad' | 'good';
  readonly language: 'markdown' | 'yaml';
  readonly text: string;
  readonly roster: string | undefined;
  /** One-based, of the fence in the page. */
  readonly line: number;
}

/** An example in an index of its own. */
export interface JudgedExample {
  readonly view: FileView;
  readonly problems: readonly Problem[];
  /** Of the roster beside it. */
  readonly rosterProblems: readonly Problem[];
}

const FENCE = /^```(markdown|yaml) (bad|good|roster)$/;
const PLAYBOOK = 'file:///company/example.playbook.md';
const ROSTER = 'file:///company/roster.yml';

export function readExamples(page: string): Example[] {
  const examples: Example[] = [];
  const lines = page.split('\n');
  let roster: string | undefined;
  for (const [index, line] of lines.entries()) {
    const [, language, kind] = FENCE.exec(line) ?? [];
    if (kind === undefined) continue;
    const text = `${lines.slice(index + 1, lines.indexOf('```', index + 1)).join('\n')}\n`;
    if (kind === 'roster') roster = text;
    else {
      examples.push({
        kind: kind as Example['kind'],
        language: language as Example['language'],
        text,
        roster,
        line: index + 1,
      });
    }
  }
  return examples;
}

/** On this day all examples are read. */
export const TODAY = '2028-01-03';

/** @param rule switched on where it is off by default */
export function judgeExample(
  { language, text, roster }: Omit<Example, 'kind' | 'line'>,
  rule: Rule,
): JudgedExample {
  const severities = new Map<string, Severity>(rule.severity === 'off' ? [[rule.id, 'warning']] : []);
  const options = { today: TODAY, severities };
  const index = new WorkspaceIndex(['file:///company']);
  const isRoster = language === 'yaml';
  if (isRoster || roster !== undefined) index.setRoster(ROSTER, isRoster ? text : (roster ?? ''));
  if (!isRoster) index.setPlaybook(PLAYBOOK, text);
  const view = index.view(isRoster ? ROSTER : PLAYBOOK);
  if (!view) throw new Error('The index does not know its own example');
  const beside = isRoster ? undefined : index.view(ROSTER);
  return {
    view,
    problems: judge(view, options),
    rosterProblems: beside ? judge(beside, options) : [],
  };
}
