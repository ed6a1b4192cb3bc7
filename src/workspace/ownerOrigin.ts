import type { Row, Section, Task } from '../syntax/playbook.ts';
import { claimOfHeading, claimOfLine } from './parties.ts';
import { sectionTitle, type OwnedTask } from './tasks.ts';
import type { PlaybookView } from './fileView.ts';

/** Where the owner of a task is written. */
export type OwnerOrigin =
  | { readonly kind: 'task' | 'cell' | 'document' | 'default' | 'none' }
  /** The words of the task above, or of the heading. */
  | { readonly kind: 'parent' | 'section'; readonly title: string };

const TASK: OwnerOrigin = { kind: 'task' };
const CELL: OwnerOrigin = { kind: 'cell' };
const DOCUMENT: OwnerOrigin = { kind: 'document' };
const DEFAULT: OwnerOrigin = { kind: 'default' };
const NONE: OwnerOrigin = { kind: 'none' };

/** Tells for the tasks of one playbook where their owners are written. */
export class OwnerOrigins {
  readonly #view: PlaybookView;
  readonly #sections = new Map<Section, OwnerOrigin>();
  #tasks: ReadonlyMap<Task | Row, OwnedTask> | undefined;

  constructor(view: PlaybookView) {
    this.#view = view;
  }

  of(task: OwnedTask): OwnerOrigin {
    switch (task.source) {
      case 'task':
        return task.table ? CELL : TASK;
      case 'parent':
        return { kind: 'parent', title: this.#titleAbove(task) };
      case 'section':
        return this.#ofSection(task.section);
      case 'default':
        return DEFAULT;
      case 'none':
        return NONE;
    }
  }

  /** The words of the nearest task above that says who owns it. */
  #titleAbove({ node }: OwnedTask): string {
    this.#tasks ??= new Map(this.#view.tasks.map((task) => [task.node, task]));
    for (let above = node.kind === 'task' ? node.parent : undefined; above; above = above.parent) {
      const found = this.#tasks.get(above);
      if (found?.source === 'task') return found.text;
    }
    return '';
  }

  #ofSection(section: Section): OwnerOrigin {
    let origin = this.#sections.get(section);
    if (!origin) {
      const owning = this.#owningSection(section);
      origin = owning?.heading ? { kind: 'section', title: sectionTitle(owning) } : DOCUMENT;
      this.#sections.set(section, origin);
    }
    return origin;
  }

  /** The nearest section upward whose heading or owner line names somebody. */
  #owningSection(start: Section): Section | undefined {
    const { roster } = this.#view;
    for (let section: Section | undefined = start; section; section = section.parent) {
      if (section.heading && claimOfHeading(section.heading, roster)) return section;
      const says = section.ownerLines.some((l) => {
        const line = l.kind === 'table' ? l.keyValue : l;
        return line && claimOfLine(line, roster, line.label === 'lead' || l.kind === 'table');
      });
      if (says) return section;
    }
    return undefined;
  }
}
