import { isFormBlank } from '../syntax/dayBlanks.ts';
import { saysNobody } from '../syntax/mentions.ts';
import type { Task } from '../syntax/playbook.ts';
import { partyName, shorten } from '../workspace/display.ts';
import { isOpen, isOwned, type OwnedTask } from '../workspace/tasks.ts';
import type { Rule } from './rule.ts';
import { wordsRange } from './taskPlaces.ts';

export const dueMissing: Rule = {
  id: 'due-missing',
  severity: 'off',
  summary: 'A task with an owner and no due day',
  judgesForm: false,
  messages: {
    item: '{owner} owns "{task}", but it has no due day. Write one at its end, such as due:{today}.',
    cell: '{owner} owns "{task}", but it has no due day. Write one into its row, such as {today}.',
  },
  fixTitles: {},
  check(file, report, settings) {
    if (file.kind !== 'playbook') return;
    for (const task of file.tasks) {
      if (!isOpen(task) || !isOwned(task) || saysWhen(task)) continue;
      const [owner] = task.owners;
      if (!owner) continue;
      report({
        message: task.node.kind === 'row' && task.node.due ? 'cell' : 'item',
        args: { owner: partyName(owner, file.roster), task: shorten(task.text), today: settings.today },
        range: wordsRange(task),
      });
    }
  },
};

/** A promise in hours or days, a rhythm and the day of the task around it say when just as well. */
function saysWhen(task: OwnedTask): boolean {
  if (task.due !== undefined) return true;
  // What cannot be read is another rule's business; TBD says that there is no day yet.
  if (task.dueText && (isFormBlank(task.dueText.text) || !saysNobody(task.dueText.text))) return true;
  if (task.words.tokens.some((t) => t.key === 'sla' || t.key === 'every')) return true;
  // The steps of a RACI chart are what always happens, with no column for a day.
  if (task.table?.rowKind === 'raci') return true;
  let around: Task | undefined = task.node.kind === 'task' ? task.node.parent : undefined;
  for (; around; around = around.parent) {
    if (around.words.tokens.some((t) => t.key === 'due' || t.key === 'every' || t.key === 'sla')) return true;
  }
  return false;
}
