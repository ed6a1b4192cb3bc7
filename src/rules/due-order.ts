import { daysBetween, parseDue } from '../syntax/dates.ts';
import { shorten } from '../workspace/display.ts';
import { isOpen, tokenValues, type OwnedTask } from '../workspace/tasks.ts';
import type { FindingFix, Rule } from './rule.ts';
import { comesBack, dueToken, ownDueRange, tasksWith, wordsRange } from './taskPlaces.ts';

export const dueOrder: Rule = {
  id: 'due-order',
  severity: 'warning',
  summary: 'A task due before another one that it comes after',
  judgesForm: false,
  messages: {
    before:
      '"{task}" is due on {due}, but it comes after "{other}", which is due on {otherDue}. Move one of the two days.',
    other: '"{other}" is due on {otherDue}.',
  },
  fixTitles: {
    move: 'Move the Day to {text}',
  },
  check(file, report) {
    if (file.kind !== 'playbook') return;
    let byId: ReadonlyMap<string, OwnedTask> | undefined;
    for (const task of tasksWith(file, 'after')) {
      const { due } = task;
      if (due === undefined || !isOpen(task) || comesBack(task)) continue;
      const after = tokenValues(task.words.tokens, 'after');
      if (after.length === 0) continue;
      byId ??= tasksById(tasksWith(file, 'id'));
      const later = after.flatMap(({ text }) => laterOf(byId?.get(text), due) ?? []);
      const [latest] = later.toSorted((a, b) => daysBetween(a.due, b.due));
      if (!latest) continue;
      const fix = fixOf(task, latest.task);
      report({
        message: 'before',
        args: { task: shorten(task.text), due, other: shorten(latest.task.text), otherDue: latest.due },
        range: ownDueRange(task) ?? after[0]?.range ?? wordsRange(task),
        related: later.map((l) => ({
          message: 'other',
          args: { other: shorten(l.task.text), otherDue: l.due },
          range: ownDueRange(l.task) ?? wordsRange(l.task),
        })),
        ...(fix && { fix }),
      });
    }
  },
};

/** The first of two with the same id, as that is the one another rule leaves alone. */
function tasksById(tasks: readonly OwnedTask[]): ReadonlyMap<string, OwnedTask> {
  const byId = new Map<string, OwnedTask>();
  for (const task of tasks) {
    const id = tokenValues(task.words.tokens, 'id')[0]?.text;
    if (id !== undefined && !byId.has(id)) byId.set(id, task);
  }
  return byId;
}

/** What is done keeps nobody waiting, and what comes back is never over. */
function laterOf(
  task: OwnedTask | undefined,
  due: string,
): { readonly task: OwnedTask; readonly due: string } | undefined {
  if (task?.due === undefined || task.due <= due || !isOpen(task) || comesBack(task)) return undefined;
  return { task, due: task.due };
}

/** Both on the same day is the least that puts them in order. Which day to move, people decide. */
function fixOf(task: OwnedTask, other: OwnedTask): FindingFix | undefined {
  const token = dueToken(task);
  const value = token?.values[0];
  if (!value || other.due === undefined) return undefined;
  // A day that counts from day T goes on doing so, if it can.
  const kind = (text: string | undefined) => (text === undefined ? undefined : parseDue(text)?.kind);
  const isAlike = kind(value.text) === kind(other.dueText?.text);
  const text = isAlike ? (other.dueText?.text ?? other.due) : other.due;
  return {
    title: 'move',
    args: { text },
    edits: [{ range: value.range, newText: text }],
  };
}
