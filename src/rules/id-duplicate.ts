import type { TokenValue } from '../syntax/playbook.ts';
import { shorten } from '../workspace/display.ts';
import { isOpen, tokenValues, type OwnedTask } from '../workspace/tasks.ts';
import type { Finding, Rule } from './rule.ts';

export const idDuplicate: Rule = {
  id: 'id-duplicate',
  severity: 'error',
  summary: 'Two tasks with the same id',
  judgesForm: false,
  messages: {
    duplicate:
      '"{task}" has the same id as "{other}" (line {line}), so "after:{id}" could mean either. Give one of them another id.',
    twice: '"{task}" says its id {id} twice. Remove one.',
    other: '"{task}" has the id {id}, too.',
  },
  fixTitles: {
    change: 'Change to {text}',
  },
  check(file, report) {
    if (file.kind !== 'playbook') return;
    const named = new Map<string, Named[]>();
    for (const task of file.tasks) {
      if (task.words.tokens.length === 0) continue;
      for (const id of tokenValues(task.words.tokens, 'id')) {
        const found = named.get(id.text);
        if (found) found.push({ task, id });
        else named.set(id.text, [{ task, id }]);
      }
    }
    for (const [id, [first, ...others]] of named) {
      if (!first || others.length === 0) continue;
      const free = freeNames(id, named);
      for (const [one, other] of clashes(first, others)) report(finding(one, other, free));
    }
  },
};

interface Named {
  readonly task: OwnedTask;
  readonly id: TokenValue;
}

/** Who should change, each with the one it clashes with: those that came later, or else the only one still open. */
function clashes(first: Named, others: readonly Named[]): (readonly [Named, Named])[] {
  const open = others.filter((n) => isOpen(n.task));
  if (open.length > 0) return open.map((n) => [n, first]);
  return isOpen(first.task) && others[0] ? [[first, others[0]]] : [];
}

function finding({ task, id }: Named, other: Named, free: () => string): Finding {
  const args = { task: shorten(task.text), id: id.text };
  if (other.task === task) return { message: 'twice', args, range: id.range };
  const newText = free();
  const otherTask = shorten(other.task.text);
  return {
    message: 'duplicate',
    args: { ...args, other: otherTask, line: other.id.range.start.line + 1 },
    range: id.range,
    related: [{ message: 'other', args: { task: otherTask, id: id.text }, range: other.id.range }],
    fix: { title: 'change', args: { text: `id:${newText}` }, edits: [{ range: id.range, newText }] },
  };
}

/** `print-2`, then `print-3`, leaving out what some task is called already. */
function freeNames(id: string, taken: ReadonlyMap<string, unknown>): () => string {
  let n = 1;
  return () => {
    do n++;
    while (taken.has(`${id}-${n}`));
    return `${id}-${n}`;
  };
}
