import assert from 'node:assert/strict';
import { allRules } from '../../src/rules/all.ts';
import { judge, type JudgeOptions } from '../../src/rules/judge.ts';
import type { Problem } from '../../src/rules/rule.ts';
import type { PlaybookView } from '../../src/workspace/fileView.ts';
import { taskFacts, type TaskFacts } from '../../src/workspace/taskJson.ts';
import { WorkspaceIndex } from '../../src/workspace/workspaceIndex.ts';
import { ROSTER } from './rosterVocabulary.ts';

export const ROOT = 'file:///w';
export const PLAYBOOK = 'file:///w/a.playbook.md';
export const ROSTER_FILE = 'file:///w/roster.yml';

const TODAY = '2026-11-26';
/** Rules that are off by default are of interest, too. */
const allOn = new Map(allRules.map((rule) => [rule.id, 'warning' as const]));

export interface JudgedPlaybook {
  readonly index: WorkspaceIndex;
  readonly view: PlaybookView;
  readonly options: JudgeOptions;
}

export function optionsOf(index: WorkspaceIndex, rules: 'all' | 'default'): JudgeOptions {
  const options = { today: TODAY, facts: () => index.countAll(), hasFile: () => false };
  return rules === 'all' ? { ...options, forced: allOn } : options;
}

/** A roster remembers what names were near to; ever new wrong names would fill the memory. */
const MOST_TEXTS = 2000;

/** A workspace with the roster of the campaign and one playbook, which is a new one again and again. */
export class World {
  #index = withRoster();
  #texts = 0;

  view(text: string): PlaybookView {
    return this.#fresh().preview(PLAYBOOK, text);
  }

  /** With the playbook in the index, so that what all playbooks say together can be counted. */
  open(text: string, rules: 'all' | 'default' = 'all'): JudgedPlaybook {
    const index = this.#fresh();
    index.setPlaybook(PLAYBOOK, text);
    const view = index.playbookView(PLAYBOOK);
    assert.ok(view);
    return { index, view, options: optionsOf(index, rules) };
  }

  #fresh(): WorkspaceIndex {
    if (++this.#texts % MOST_TEXTS === 0) this.#index = withRoster();
    return this.#index;
  }
}

export function withRoster(roster = ROSTER): WorkspaceIndex {
  const index = new WorkspaceIndex([ROOT]);
  index.setRoster(ROSTER_FILE, roster);
  return index;
}

export function problemsOf({ view, options }: JudgedPlaybook): Problem[] {
  return judge(view, options);
}

export function factsOf(view: PlaybookView): TaskFacts[] {
  return view.tasks.map((task) => taskFacts(task, view.roster));
}
