import type { TokenValue } from '../syntax/playbook.ts';
import { shorten } from '../workspace/display.ts';
import { isOpen, type OwnedTask } from '../workspace/tasks.ts';
import type { Finding, Rule } from './rule.ts';
import { tasksWith } from './taskPlaces.ts';

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
    const first = new Map<string, Named>();
    const others = new Map<string, Named[]>();
    for (const task of tasksWith(file, 'id')) {
      for (const { key, values } of task.words.tokens) {
        const [id] = values;
        if (key !== 'id' || !id) continue;
        const more = others.get(id.text);
        if (more) more.push({ task, id });
        else if (first.has(id.text)) others.set(id.text, [{ task, id }]);
        else first.set(id.text, { task, id });
      }
    }
    for (const [id, later] of others) {
      const one = first.get(id);
      if (!one) continue;
      const free = freeNames(id, first);
      for (const [clash, other] of clashes(one, later)) report(finding(clash, other, free));
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
    subject: `id:${id.text}`,
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
