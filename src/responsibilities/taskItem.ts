import type { YamlNode } from '../syntax/yamlTree.ts';
import { shownName } from '../workspace/files.ts';
import { isOpen, sectionPath, type OwnedTask } from '../workspace/tasks.ts';
import type { PlaybookView } from '../workspace/workspaceIndex.ts';

/** A task or area that keeps its identity while its file is edited. */
export interface TaskItem {
  /** Unique in the workspace, and the same as long as the task can be recognized. */
  readonly key: string;
  readonly file: FileTasks;
  readonly task: OwnedTask;
  /** By urgency (`orderOf`). */
  readonly order: number;
}

/** The tasks of one playbook as it stands. */
export interface FileTasks {
  readonly view: PlaybookView;
  readonly title: string;
  readonly items: readonly TaskItem[];
}

export type TaskState = 'unowned' | 'overdue' | 'open' | 'done' | 'area';

/** @param today calendar day `YYYY-MM-DD` */
export function stateOf({ task }: TaskItem, today: string): TaskState {
  if (task.done) return 'done';
  if (task.owners.length === 0) return 'unowned';
  if (task.kind === 'area') return 'area';
  return isOverdue(task, today) ? 'overdue' : 'open';
}

export function isOverdue(task: OwnedTask, today: string): boolean {
  return isOpen(task) && task.due !== undefined && task.due < today;
}

/** Comes back again and again, or stands for good: it is never over. */
export function isStanding(task: OwnedTask): boolean {
  return task.kind === 'area' || (task.due === undefined && task.words.tokens.some((t) => t.key === 'every'));
}

/** The headings above a task, without the one that only repeats the title of the playbook. */
export function sectionsOf(task: OwnedTask, title: string): string[] {
  const path = sectionPath(task.section);
  return path[0] === title ? path.slice(1) : path;
}

/** `title:` of the front matter, else the first heading of level one, else the name of the file. */
export function titleOf({ uri, playbook }: PlaybookView): string {
  const written = textOf(playbook.frontMatter?.root?.entries.find((e) => e.key === 'title')?.value);
  if (written !== '') return written;
  const heading = playbook.blocks.find((b) => b.kind === 'heading' && b.level === 1);
  const words = heading?.kind === 'heading' ? heading.words : undefined;
  const text = words?.ownerGroups[0]?.rest ?? words?.text ?? '';
  return text === '' ? shownName(uri).replace(/(?:\.playbook)?\.md$/i, '') : text;
}

function textOf(node: YamlNode | undefined): string {
  return node?.kind === 'scalar' ? node.text.trim() : '';
}
