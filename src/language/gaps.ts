import { foldedTasks, isUnowned } from '../rules/owner-missing.ts';
import type { Problem } from '../rules/rule.ts';
import type { Section } from '../syntax/playbook.ts';
import { rangesOverlap, type Range } from '../text/range.ts';
import type { PlaybookView } from '../workspace/fileView.ts';
import type { OwnedTask } from '../workspace/tasks.ts';
import { taskAt } from './lookup.ts';

/** Work that nobody owns, at a place where somebody may be given it. */
export type Gap =
  | {
      readonly kind: 'task';
      readonly task: OwnedTask;
      /** Undefined where the task is told of elsewhere or not at all: folded into its section, or known from before. */
      readonly problem: Problem | undefined;
    }
  | {
      readonly kind: 'section';
      readonly section: Section;
      readonly tasks: readonly OwnedTask[];
      readonly problem: Problem;
    };

/** What nobody owns in a range: what problems there tell of, and the task that a cursor stands in. */
export function gapsAt(view: PlaybookView, problems: readonly Problem[], at: Range): Gap[] {
  const told = problems
    .filter((p) => p.rule.id === 'owner-missing' && rangesOverlap(p.range, at))
    .flatMap((p) => gapOf(view, p) ?? []);
  // A template is owned by nobody on purpose, and whoever selects many lines has the palette.
  if (view.roster.template || at.start.line !== at.end.line) return told;
  const task = taskAt(view, at.start);
  const isTold = told.some((gap) => gap.kind === 'task' && gap.task === task);
  return task && isUnowned(task) && !isTold ? [...told, { kind: 'task', task, problem: undefined }] : told;
}

function gapOf(view: PlaybookView, problem: Problem): Gap | undefined {
  const fold = foldedTasks(view, problem);
  if (fold) return { kind: 'section', ...fold, problem };
  const task = view.tasks.find((t) => isUnowned(t) && rangesOverlap(t.words.range, problem.range));
  return task && { kind: 'task', task, problem };
}
