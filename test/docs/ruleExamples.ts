/**
 * The examples of a rule's page, as files that rules can judge. A fence is an example by the word behind its language:
 * `bad` and `good` are a playbook (or a roster, in YAML), `playbook` stands beside all examples that follow it, `roster`
 * beside those, and beside all of a page that has one below them, and `files` names the files that are there, one a line.
 */

import { judge, type JudgeOptions } from '../../src/rules/judge.ts';
import type { Problem, Rule } from '../../src/rules/rule.ts';
import type { Severity } from '../../src/workspace/rosterTypes.ts';
import type { FileView } from '../../src/workspace/fileView.ts';
import { WorkspaceIndex } from '../../src/workspace/workspaceIndex.ts';

export interface Example {
  readonly kind: 'bad' | 'good';
  readonly language: 'markdown' | 'yaml';
  readonly text: string;
  readonly roster: string | undefined;
  readonly playbook: string | undefined;
  readonly files: readonly string[];
  /** One-based, of the fence in the page. */
  readonly line: number;
}

/** An example in an index of its own. */
export interface JudgedExample {
  readonly view: FileView;
  readonly problems: readonly Problem[];
  /** Of the roster or the playbook beside it. */
  readonly besideProblems: readonly Problem[];
}

const FENCE = /^```(markdown|yaml|text) (bad|good|roster|playbook|files)$/;
const PLAYBOOK = 'file:///company/example.playbook.md';
const ROSTER = 'file:///company/roster.yml';

export function readExamples(page: string): Example[] {
  const examples: Example[] = [];
  const lines = page.split('\n');
  const isRoster = (line: string) => line === '```yaml roster';
  let roster = fenceText(lines, lines.findIndex(isRoster));
  let playbook: string | undefined;
  let files: string[] = [];
  for (const [index, line] of lines.entries()) {
    const [, language, kind] = FENCE.exec(line) ?? [];
    if (kind === undefined) continue;
    const text = fenceText(lines, index) ?? '';
    if (kind === 'roster') roster = text;
    else if (kind === 'playbook') playbook = text;
    else if (kind === 'files') files = text.trim().split('\n');
    else {
      examples.push({
        kind: kind as Example['kind'],
        language: language as Example['language'],
        text,
        roster,
        playbook,
        files,
        line: index + 1,
      });
    }
  }
  return examples;
}

/** @returns undefined where there is no fence, at -1 */
function fenceText(lines: readonly string[], fence: number): string | undefined {
  if (fence < 0) return undefined;
  return `${lines.slice(fence + 1, lines.indexOf('```', fence + 1)).join('\n')}\n`;
}

/** On this day all examples are read. */
export const TODAY = '2028-01-03';

/** @param rule switched on where it is off by default */
export function judgeExample(
  { language, text, roster, playbook, files }: Omit<Example, 'kind' | 'line'>,
  rule: Rule,
): JudgedExample {
  const severities = new Map<string, Severity>(rule.severity === 'off' ? [[rule.id, 'warning']] : []);
  const index = new WorkspaceIndex(['file:///company']);
  const options: JudgeOptions = {
    today: TODAY,
    severities,
    facts: () => index.countAll(),
    hasFile: (_place, file) => files.includes(file),
  };
  const isRoster = language === 'yaml';
  const [rosterText, playbookText] = isRoster ? [text, playbook] : [roster, text];
  if (rosterText !== undefined) index.setRoster(ROSTER, rosterText);
  if (playbookText !== undefined) index.setPlaybook(PLAYBOOK, playbookText);
  const view = index.view(isRoster ? ROSTER : PLAYBOOK);
  if (!view) throw new Error('The index does not know its own example');
  const beside = index.view(isRoster ? PLAYBOOK : ROSTER);
  return {
    view,
    problems: judge(view, options),
    besideProblems: beside ? judge(beside, options) : [],
  };
}
