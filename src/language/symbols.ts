import type { Section } from '../syntax/playbook.ts';
import type { Range } from '../text/range.ts';
import { isOpen, isOwned, sectionTitle, type OwnedTask } from '../workspace/tasks.ts';
import type { PlaybookView } from '../workspace/fileView.ts';

/** One line of the outline. */
export interface DocumentSymbol {
  readonly kind: 'section' | 'task' | 'area' | 'done' | 'unowned';
  readonly name: string;
  /** Owners of a task. */
  readonly detail: string;
  readonly range: Range;
  readonly selection: Range;
  readonly children: readonly DocumentSymbol[];
}

/** Sections with their tasks, sub-tasks under theirs, in source order. */
export function documentSymbols(view: PlaybookView): DocumentSymbol[] {
  const bySection = new Map<Section, OwnedTask[]>();
  for (const task of view.tasks) addTo(bySection, task.section, task);
  const ofSection = (section: Section): DocumentSymbol[] => [
    ...tasks(bySection.get(section) ?? []),
    ...section.children.flatMap((child) => sectionSymbol(child)),
  ];
  const sectionSymbol = (section: Section): DocumentSymbol[] => {
    const { heading } = section;
    if (!heading) return [];
    const last = Math.max(heading.range.end.line, section.endLine - 1);
    const end = { line: last, character: view.playbook.lines.line(last).length };
    const name = sectionTitle(section) || '#'.repeat(heading.level);
    const range = { start: heading.range.start, end };
    return [
      { kind: 'section', name, detail: '', range, selection: heading.range, children: ofSection(section) },
    ];
  };
  return ofSection(view.playbook.root);
}

function tasks(list: readonly OwnedTask[]): DocumentSymbol[] {
  const children = new Map<unknown, OwnedTask[]>();
  for (const task of list) {
    const parent = task.node.kind === 'task' ? task.node.parent : undefined;
    addTo(children, parent, task);
  }
  const symbol = (task: OwnedTask): DocumentSymbol => ({
    kind: kindOf(task),
    name: task.text || '…',
    detail: task.owners.map((o) => (o.entry || o.mentioned ? `@${o.handle}` : o.handle)).join(', '),
    range: task.node.range,
    selection: task.words.range,
    children: (children.get(task.node) ?? []).map(symbol),
  });
  return (children.get(undefined) ?? []).map(symbol);
}

function addTo<K>(lists: Map<K, OwnedTask[]>, key: K, task: OwnedTask): void {
  const list = lists.get(key);
  if (list) list.push(task);
  else lists.set(key, [task]);
}

function kindOf(task: OwnedTask): DocumentSymbol['kind'] {
  if (task.kind === 'area') return 'area';
  if (!isOpen(task)) return 'done';
  return isOwned(task) ? 'task' : 'unowned';
}
