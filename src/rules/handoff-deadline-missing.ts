import { saysNobody } from '../syntax/mentions.ts';
import type { TextEdit } from '../text/textEdit.ts';
import { joinNames, partyName, shorten } from '../workspace/display.ts';
import { Handoffs } from '../workspace/handoff.ts';
import { isOpen, type OwnedTask } from '../workspace/tasks.ts';
import type { PlaybookView } from '../workspace/fileView.ts';
import type { Rule } from './rule.ts';
import { tasksWith } from './taskPlaces.ts';

/** What the quick fix proposes: short enough to help, long enough to keep. */
const PROMISE = 'sla:2bd';

export const handoffDeadlineMissing: Rule = {
  id: 'handoff-deadline-missing',
  severity: 'warning',
  summary: 'Work for another team, and nobody says by when',
  judgesForm: false,
  messages: {
    missing:
      '{receivers} waits for "{task}" from {owner}, and nothing says by when. Add a due day, or a promise such as {promise}.',
    missingMany:
      '{receivers} wait for "{task}" from {owner}, and nothing says by when. Add a due day, or a promise such as {promise}.',
  },
  fixTitles: {
    promise: 'Promise It Within Two Business Days ({promise})',
  },
  check(file, report, { today }) {
    if (file.kind !== 'playbook') return;
    const { roster } = file;
    const handoffs = new Handoffs(roster, today);
    for (const task of tasksWith(file, 'for')) {
      const [owner] = task.owners;
      if (!owner || task.receivers.length === 0 || !isOpen(task) || hasDeadline(task)) continue;
      const receivers = handoffs.receivers(task);
      const range = receivers[0]?.range;
      if (!range) continue;
      const edit = promiseEdit(file, task);
      report({
        message: receivers.length > 1 ? 'missingMany' : 'missing',
        args: {
          task: shorten(task.text),
          owner: partyName(owner, roster),
          receivers: joinNames(receivers.map((r) => partyName(r, roster))),
          promise: PROMISE,
        },
        range,
        ...(edit && { fix: { title: 'promise', args: { promise: PROMISE }, edits: [edit] } }),
      });
    }
  },
};

/** A day that cannot be read is another rule's business; `TBD` in the due column is no day. */
function hasDeadline({ dueText, words }: OwnedTask): boolean {
  return (dueText !== undefined && !saysNobody(dueText.text)) || words.tokens.some((t) => t.key === 'sla');
}

/** Behind `for:@sam`; nowhere where a letter follows at once, as in `for:@sam's`. */
function promiseEdit({ playbook }: PlaybookView, { words }: OwnedTask): TextEdit | undefined {
  const end = words.tokens.find((t) => t.key === 'for')?.range.end;
  if (!end) return undefined;
  const behind = playbook.lines.line(end.line).slice(end.character);
  if (!/^[)\].,;:!?*…]*(?:[\s|]|$)/.test(behind)) return undefined;
  return { range: { start: end, end }, newText: ` ${PROMISE}` };
}
