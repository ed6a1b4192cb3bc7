import type { Section, Token } from '../syntax/playbook.ts';
import type { Range } from '../text/range.ts';
import { isOpen, sectionTitle, type OwnedTask } from '../workspace/tasks.ts';
import type { PlaybookView } from '../workspace/workspaceIndex.ts';

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

/** Every first token with this key in an open task or in a heading: of two alike only the first is read. */
export function judgedTokens({ playbook, tasks }: PlaybookView, key: Token['key']): JudgedToken[] {
  const found: JudgedToken[] = [];
  for (const task of tasks) {
    const { tokens } = task.words;
    if (tokens.length === 0 || !isOpen(task)) continue;
    const token = tokens.find((t) => t.key === key);
    if (token) found.push({ token, title: task.text, task });
  }
  const visit = (section: Section) => {
    const token = section.heading?.words.tokens.find((t) => t.key === key);
    if (token) found.push({ token, title: sectionTitle(section), task: undefined });
    section.children.forEach(visit);
  };
  visit(playbook.root);
  return found;
}
