import { parseBaseline, formatBaseline } from '../../../src/rules/baselineFile.ts';
import { Baseline, entriesOf } from '../../../src/rules/baseline.ts';
import { allRules } from '../../../src/rules/all.ts';
import { judge, type JudgeOptions } from '../../../src/rules/judge.ts';
import type { Problem } from '../../../src/rules/rule.ts';
import { assignOwner, clearOwner } from '../../../src/language/assign.ts';
import { codeActions } from '../../../src/language/codeActions.ts';
import { completions } from '../../../src/language/completions.ts';
import { previewIn, repair, type Judged } from '../../../src/language/fixAll.ts';
import { handOver } from '../../../src/language/handOver.ts';
import { hover } from '../../../src/language/hover.ts';
import { inlayHints } from '../../../src/language/inlayHints.ts';
import { rosterActions } from '../../../src/language/rosterActions.ts';
import { semanticTokens } from '../../../src/language/semanticTokens.ts';
import { silences } from '../../../src/language/silence.ts';
import { documentSymbols } from '../../../src/language/symbols.ts';
import { linesOf, type FileView, type PlaybookView } from '../../../src/workspace/fileView.ts';
import { summarize } from '../../../src/workspace/playbookSummary.ts';
import { taskFacts } from '../../../src/workspace/taskJson.ts';
import { WorkspaceIndex } from '../../../src/workspace/workspaceIndex.ts';
import type { Shape } from './shape.ts';

const ROOT = 'file:///w';
const PLAYBOOK = `${ROOT}/a.playbook.md`;
const ROSTER = `${ROOT}/roster.yml`;
const TODAY = '2026-11-26';

const SMALL_ROSTER = `people:
  maria: { name: Maria, team: m }
  sam: { name: Sam }
teams:
  m: {}
goals:
  g: { owner: maria }
assets:
  a: { owner: maria }
terms:
  MQL: x
`;

/** An editor asks for what it shows: the problems around a caret are few. */
const ACTIONS = 5;
const SHOWN_LINES = 100;

export interface Stage {
  readonly name: string;
  readonly run: () => void;
}

/**
 * Everything that happens to one text from a file, in order; each stage rests on those before it, so that all are to
 * be run.
 */
export function* stagesOf(shape: Shape, size: number): Generator<Stage> {
  const text = shape.playbook(size);
  const roster = shape.roster?.(size) ?? SMALL_ROSTER;
  const forced = new Map(allRules.map((r) => [r.id, 'warning' as const]));
  const index = new WorkspaceIndex([ROOT]);
  const options: JudgeOptions = { today: TODAY, facts: () => index.countAll(), hasFile: () => false };
  const stage = (name: string, run: () => void): Stage => ({ name, run });

  yield stage('roster', () => {
    index.setRoster(ROSTER, roster);
  });
  yield stage('parse', () => {
    index.setPlaybook(PLAYBOOK, text, true);
  });
  yield stage('view', () => index.playbookView(PLAYBOOK)?.tasks);
  const view = there(index.playbookView(PLAYBOOK));
  let problems: Problem[] = [];
  yield stage('judge', () => (problems = judge(view, options)));
  yield stage('judge, all rules', () => judge(view, { ...options, forced }));
  const rosterView = index.view(ROSTER);
  let ofRoster: Problem[] = [];
  if (rosterView) yield stage('judge the roster', () => (ofRoster = judge(rosterView, options)));

  yield stage('baseline', () => {
    const baseline = parseBaseline(formatBaseline(new Baseline(entriesOf(view, 'a', problems))));
    if (!(baseline instanceof Baseline)) throw new Error('A baseline that we wrote cannot be read.');
    const known = baseline.known(view, 'a');
    judge(view, known ? { ...options, known } : options);
    baseline.updated(new Map(), () => true);
  });
  yield* language(view, problems, index);
  if (rosterView) yield* ofYaml(rosterView, ofRoster, index);
  yield stage('fix all', () => {
    repair([view, problems], (changed) => judged(roster, changed), previewIn(index, view));
  });

  // Last, as it changes the nodes that the views above rest on.
  const middle = text.length >> 1;
  for (const [name, changed] of [
    ['key', `${text.slice(0, middle)}x${text.slice(middle)}`],
    ['key at the end', `${text}x`],
  ] as const) {
    yield stage(name, () => {
      index.setPlaybook(PLAYBOOK, changed, true);
      judge(there(index.playbookView(PLAYBOOK)), options);
    });
  }
}

function* language(
  view: PlaybookView,
  problems: readonly Problem[],
  index: WorkspaceIndex,
): Generator<Stage> {
  const { lines } = view.playbook;
  yield {
    name: 'summary',
    run: () => summarize(view).tasks.map((t) => t.text),
  };
  yield { name: 'JSON', run: () => view.tasks.map((t) => taskFacts(t, view.roster)) };
  yield { name: 'symbols', run: () => documentSymbols(view) };
  yield { name: 'semantic tokens', run: () => semanticTokens(view) };
  yield { name: 'inlay hints', run: () => inlayHints(view, 0, SHOWN_LINES) };
  for (const [where, offset] of [
    ['in the middle', lines.text.length >> 1],
    ['at the end', lines.text.length],
  ] as const) {
    const at = lines.positionAt(offset);
    yield { name: `completion ${where}`, run: () => completions(view, at) };
    yield { name: `hover ${where}`, run: () => hover(view, index.facts, at) };
  }
  const near = problems.slice(0, ACTIONS);
  yield {
    name: 'actions',
    run: () => {
      for (const { range } of near) {
        codeActions(view, near, range, 'maria');
        rosterActions(view, near, range);
        silences(view, near, range);
      }
    },
  };
  const task = view.tasks[view.tasks.length >> 1];
  if (task) {
    yield { name: 'assign', run: () => assignOwner(view, task, 'sam') };
    yield { name: 'clear', run: () => clearOwner(view, task) };
  }
  yield { name: 'hand over', run: () => handOver(view, { from: 'maria', to: 'sam' }) };
}

function* ofYaml(view: FileView, problems: readonly Problem[], index: WorkspaceIndex): Generator<Stage> {
  const lines = linesOf(view);
  const at = lines.positionAt(lines.text.length >> 1);
  yield { name: 'completion in the roster', run: () => completions(view, at) };
  const near = problems.slice(0, ACTIONS);
  yield {
    name: 'actions in the roster',
    run: () => {
      for (const { range } of near) {
        codeActions(view, near, range, 'maria');
        rosterActions(view, near, range);
      }
    },
  };
  yield {
    name: 'fix all in the roster',
    run: () => {
      repair(
        [view, problems],
        (changed) => {
          const again = new WorkspaceIndex([ROOT]);
          again.setRoster(ROSTER, changed);
          const next = again.view(ROSTER);
          return next && [next, judge(next, { today: TODAY })];
        },
        previewIn(index, view),
      );
    },
  };
}

function judged(roster: string, playbook: string): Judged | undefined {
  const index = new WorkspaceIndex([ROOT]);
  index.setRoster(ROSTER, roster);
  index.setPlaybook(PLAYBOOK, playbook);
  const view = index.view(PLAYBOOK);
  return view && [view, judge(view, { today: TODAY })];
}

function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The index has lost a file that it was given.');
  return value;
}
