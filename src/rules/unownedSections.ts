import type { Section } from '../syntax/playbook.ts';
import { isOpen, isOwned, type OwnedTask } from '../workspace/tasks.ts';
import type { PlaybookView } from '../workspace/fileView.ts';

/** A section whose gaps are told as one. */
export interface Fold {
  /** Without a heading: the document. */
  readonly section: Section;
  /** The open tasks in it and below that nobody owns, in source order. */
  readonly tasks: readonly OwnedTask[];
  /** How many of its open tasks nobody owns, and how many there are. */
  readonly unowned: number;
  readonly open: number;
}

/** What is told by itself, whatever stands around it. */
export interface Apart {
  /** A row that another rule tells of, and a task that a comment silences. */
  readonly task: (task: OwnedTask) => boolean;
  /** A task that is known from before: one problem for all around it would bring it up again. */
  readonly known: (task: OwnedTask) => boolean;
  /** A section that a comment at its heading silences. */
  readonly section: (section: Section) => boolean;
}

/** Of one section: what stands right in it, and what it says with its sub-sections. */
interface Counts {
  readonly tasks: OwnedTask[];
  open: number;
  unowned: number;
  /** Those of the unowned ones that would be told as one. */
  told: number;
  known: number;
  folds: boolean;
  isApart: boolean;
}

/**
 * The outermost sections, the document among them, with at least so many open tasks that nobody owns, if these are more
 * than half of their open tasks.
 */
export function unownedSections(
  { playbook, tasks }: Pick<PlaybookView, 'playbook' | 'tasks'>,
  least: number,
  apart: Apart,
): Fold[] {
  return least === 0 ? [] : new Folder(least, apart).run(playbook.root, tasks);
}

class Folder {
  readonly #least: number;
  readonly #apart: Apart;
  readonly #counts = new Map<Section, Counts>();
  readonly #folds: Fold[] = [];

  constructor(least: number, apart: Apart) {
    this.#least = least;
    this.#apart = apart;
  }

  run(root: Section, tasks: readonly OwnedTask[]): Fold[] {
    for (const task of tasks) {
      if (!isOpen(task)) continue;
      const counts = this.#of(task.section);
      counts.open++;
      if (isOwned(task)) continue;
      counts.unowned++;
      if (this.#apart.task(task)) continue;
      counts.told++;
      counts.tasks.push(task);
      if (this.#apart.known(task)) counts.known++;
    }
    this.#sum(root);
    this.#collect(root, undefined);
    return this.#folds;
  }

  #of(section: Section): Counts {
    let counts = this.#counts.get(section);
    if (!counts) {
      counts = { tasks: [], open: 0, unowned: 0, told: 0, known: 0, folds: false, isApart: false };
      this.#counts.set(section, counts);
    }
    return counts;
  }

  /** From the innermost to the outermost. */
  #sum(section: Section): Counts {
    const counts = this.#of(section);
    for (const child of section.children) {
      const inner = this.#sum(child);
      if (inner.isApart) continue;
      counts.open += inner.open;
      counts.unowned += inner.unowned;
      counts.told += inner.told;
      counts.known += inner.known;
    }
    if (counts.told < this.#least || counts.told * 2 <= counts.open) return counts;
    counts.isApart = this.#apart.section(section);
    counts.folds = counts.isApart || counts.known === 0;
    return counts;
  }

  /** From the outermost to the innermost. @param into the tasks of the section around that folds */
  #collect(section: Section, into: OwnedTask[] | undefined): void {
    const { tasks, open, unowned, folds, isApart } = this.#of(section);
    let list = into;
    if (folds && (!into || isApart)) {
      list = [];
      this.#folds.push({ section, tasks: list, unowned, open });
    }
    for (const task of tasks) list?.push(task);
    for (const child of section.children) this.#collect(child, list);
  }
}
