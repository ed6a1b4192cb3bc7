import type { Section, Token } from '../syntax/playbook.ts';
import type { Range } from '../text/range.ts';
import { isOpen, sectionTitle, type OwnedTask } from '../workspace/tasks.ts';
import type { PlaybookView } from '../workspace/fileView.ts';

/** Where a task's words stand; the whole task while it has none. */
export function wordsRange({ words, node }: OwnedTask): Range {
  return words.text === '' ? node.range : words.range;
}

/** True for what comes back again and again: it has no due day and is never late. */
export function comesBack({ words }: OwnedTask): boolean {
  return words.tokens.some((t) => t.key === 'every');
}

/** The task's own `due:`, which goes before that of its cell or heading. */
export function dueToken({ words }: OwnedTask): Token | undefined {
  return words.tokens.find((t) => t.key === 'due');
}

/** Where a task says itself when it is due: its token or its cell; undefined when a heading says it. */
export function ownDueRange(task: OwnedTask): Range | undefined {
  const token = dueToken(task);
  if (token) return token.range;
  const cell = task.node.kind === 'row' ? task.node.due : undefined;
  return cell && cell === task.dueText ? cell.range : undefined;
}

export interface JudgedToken {
  readonly token: Token;
  /** Words of the task or heading it stands in. */
  readonly title: string;
  /** Absent for a heading. */
  readonly task: OwnedTask | undefined;
}

type TasksByKey = ReadonlyMap<Token['key'], readonly OwnedTask[]>;

/** Of each list of tasks once: after a key, a dozen rules ask, and most tasks have few tokens or none. */
const tasksByKey = new WeakMap<readonly OwnedTask[], TasksByKey>();

/** The tasks of a playbook with a token of this key, done ones among them, in source order. */
export function tasksWith({ tasks }: PlaybookView, key: Token['key']): readonly OwnedTask[] {
  let known = tasksByKey.get(tasks);
  if (!known) tasksByKey.set(tasks, (known = byKey(tasks)));
  return known.get(key) ?? [];
}

function byKey(tasks: readonly OwnedTask[]): TasksByKey {
  const found = new Map<Token['key'], OwnedTask[]>();
  for (const task of tasks) {
    for (const { key } of task.words.tokens) {
      const list = found.get(key);
      if (!list) found.set(key, [task]);
      else if (list.at(-1) !== task) list.push(task);
    }
  }
  return found;
}

/** Every first token with this key in an open task or in a heading: of two alike only the first is read. */
export function judgedTokens(file: PlaybookView, key: Token['key']): JudgedToken[] {
  const found: JudgedToken[] = [];
  for (const task of tasksWith(file, key)) {
    const token = isOpen(task) ? task.words.tokens.find((t) => t.key === key) : undefined;
    if (token) found.push({ token, title: task.text, task });
  }
  const visit = (section: Section) => {
    const tokens = section.heading?.words.tokens ?? [];
    const token = tokens.length === 0 ? undefined : tokens.find((t) => t.key === key);
    if (token) found.push({ token, title: sectionTitle(section), task: undefined });
    section.children.forEach(visit);
  };
  visit(file.playbook.root);
  return found;
}
