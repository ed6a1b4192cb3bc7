import type { Message } from '../text/message.ts';
import { message } from '../text/message.ts';
import { rangesOverlap, type Range } from '../text/range.ts';
import type { TextEdit } from '../text/textEdit.ts';
import { ownerName } from '../workspace/display.ts';
import { isUnowned } from '../rules/owner-missing.ts';
import type { Problem } from '../rules/rule.ts';
import type { Owner } from '../workspace/rosterTypes.ts';
import type { OwnedTask } from '../workspace/tasks.ts';
import type { FileView, PlaybookView } from '../workspace/workspaceIndex.ts';
import { assignOwner } from './assign.ts';
import { ownerCandidates } from './ownerCandidates.ts';

/** One repair on offer. */
export interface CodeAction {
  readonly title: Message;
  readonly edits: readonly TextEdit[];
  /** The problem it repairs. */
  readonly problem: Problem;
  /** The one to take when nothing speaks for another. */
  readonly isPreferred: boolean;
}

export const codeActionTitles = {
  assign: 'Assign to {name}',
  assignMe: 'Assign to Me ({name})',
} as const;

// More would be a list to search through; the palette has a picker for that.
const MAX_CANDIDATES = 12;

/**
 * Repairs for the problems that touch a range.
 * @param me the handle of the person at the keyboard, where it is known.
 */
export function codeActions(
  view: FileView,
  problems: readonly Problem[],
  at: Range,
  me: string | undefined,
): CodeAction[] {
  return problems
    .filter((p) => rangesOverlap(p.range, at))
    .flatMap((problem) => [...fixOf(problem), ...assignments(view, problem, me)]);
}

function fixOf(problem: Problem): CodeAction[] {
  const { fix, rule } = problem;
  const template = fix && rule.fixTitles[fix.title];
  if (!template) return [];
  return [{ title: message(template, fix.args), edits: fix.edits, problem, isPreferred: true }];
}

function assignments(view: FileView, problem: Problem, me: string | undefined): CodeAction[] {
  if (view.kind !== 'playbook' || problem.rule.id !== 'owner-missing') return [];
  const task = view.tasks.find((t) => isUnowned(t) && rangesOverlap(t.words.range, problem.range));
  if (!task) return [];
  const mine = me === undefined ? undefined : view.roster.find(me);
  const candidates = ownerCandidates(view, task)
    .filter((c) => c.handle !== mine?.handle)
    .slice(0, MAX_CANDIDATES);
  const actions = candidates.flatMap((owner) =>
    assignment(view, task, problem, owner, codeActionTitles.assign),
  );
  const toMe = mine ? assignment(view, task, problem, mine, true) : [];
  const [first, ...rest] = actions;
  // Whoever the text names is the likeliest; next comes the person at the keyboard.
  return first && task.words.mentions.length > 0 ? [first, ...toMe, ...rest] : [...toMe, ...actions];
}

function assignment(
  view: PlaybookView,
  task: OwnedTask,
  problem: Problem,
  owner: Owner,
  title: string,
): CodeAction[] {
  const edits = assignOwner(view, task, owner.handle);
  if (!edits) return [];
  return [
    { title: message(title, { name: ownerName(owner, view.roster) }), edits, problem, isPreferred: false },
  ];
}
