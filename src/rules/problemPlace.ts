import type { Section, Task, Row } from '../syntax/playbook.ts';
import { sectionAt } from '../syntax/sections.ts';
import { comparePositions, type Position } from '../text/position.ts';
import { rangeContains, type Range } from '../text/range.ts';
import { sectionPath, type OwnedTask } from '../workspace/tasks.ts';
import { linesOf, type FileView, type PlaybookView } from '../workspace/fileView.ts';
import { formerMentions, formerTexts, formerWords, withoutOwners } from './formerPlace.ts';
import type { Spot } from './rule.ts';

/** Where a problem stands, told by words: it stays the same while lines move, are indented and change their order. */
export interface ProblemPlace {
  /** Titles of the headings around it, the outermost first; none for a roster and front matter. */
  readonly section: readonly string[];
  /** What it is about: a task's words without owner and tokens, or else its line. Empty for the last heading itself. */
  readonly text: string;
}

interface TaskPlace {
  readonly place: ProblemPlace;
  readonly lastLine: number;
}

/** Tells where the problems of one file stand. Good for the view it was made for. */
export class ProblemPlaces {
  readonly #view: FileView;
  /** Of each section once, as a section has many tasks. */
  readonly #paths = new Map<Section, readonly string[]>();
  /** Of each task and line once, as either may have ten thousand problems. */
  readonly #byTask = new Map<OwnedTask, TaskPlace>();
  readonly #byLine = new Map<number, ProblemPlace>();
  readonly #former = new Map<ProblemPlace, readonly string[]>();
  #tasks: ReadonlyMap<Task | Row, OwnedTask> | undefined;

  constructor(view: FileView) {
    this.#view = view;
  }

  of({ range, subject }: Spot): ProblemPlace {
    if (subject !== undefined) return { section: [], text: plainWords(subject) };
    const view = this.#view;
    const { line } = range.start;
    if (view.kind === 'roster' || line < (view.playbook.frontMatter?.endLine ?? 0)) return this.#yaml(range);
    const task = this.#taskAt(view, range.start);
    const ofTask = task && this.#ofTask(task);
    if (ofTask && line <= ofTask.lastLine) return ofTask.place;
    const known = this.#byLine.get(line);
    if (known) return known;
    const section = sectionAt(view.playbook.root, line);
    const isHeading = section.heading !== undefined && line <= section.heading.range.end.line;
    const text = isHeading ? '' : plainWords(view.playbook.lines.line(line));
    const place = { section: this.#path(section), text };
    this.#byLine.set(line, place);
    return place;
  }

  #ofTask(task: OwnedTask): TaskPlace {
    let found = this.#byTask.get(task);
    if (!found) {
      const place = { section: this.#path(task.section), text: plainWords(task.text) };
      this.#byTask.set(task, (found = { place, lastLine: lastOwnLine(task) }));
    }
    return found;
  }

  /** What tells the place of a recorded problem, whichever edition of the format wrote it down. */
  static formerKey({ section, text }: ProblemPlace): string {
    return formerKey(section.map(formerWords), formerWords(text), formerMentions(text));
  }

  /** The keys under which an earlier edition may have recorded a problem of a playbook. */
  formerKeys(range: Range): readonly string[] {
    const view = this.#view;
    if (view.kind === 'roster') return [];
    const place = this.of({ range });
    const known = this.#former.get(place);
    if (known) return known;
    const { section, text } = place;
    const path = section.map(formerWords);
    const task = this.#taskAt(view, range.start);
    const isOfTask = task !== undefined && range.start.line <= lastOwnLine(task);
    const keys = new Set<string>();
    for (const former of isOfTask ? [text, ...formerTexts(task, view)] : [text]) {
      const plain = plainWords(former);
      const words = formerWords(plain);
      for (const mentions of withoutOwners(formerMentions(plain))) keys.add(formerKey(path, words, mentions));
    }
    const found = [...keys];
    this.#former.set(place, found);
    return found;
  }

  /** Whether the words of a recorded problem stand in the file today: then no earlier edition is asked for them. */
  holds(): (place: ProblemPlace) => boolean {
    const there = this.#placesOfTasks();
    return ({ section, text }) => there.has(placeKey('', { section, text }));
  }

  #placesOfTasks(): ReadonlySet<string> {
    const view = this.#view;
    if (view.kind === 'roster') return new Set();
    const sections = new Set<Section>([view.playbook.root]);
    for (const section of sections) for (const child of section.children) sections.add(child);
    return new Set([
      ...view.tasks.map((t) => placeKey('', this.#ofTask(t).place)),
      ...[...sections].map((s) => placeKey('', { section: this.#path(s), text: '' })),
    ]);
  }

  /** The key or value that is underlined: what else stands in its line may change. A lone mark says too little. */
  #yaml({ start, end }: Range): ProblemPlace {
    const lines = linesOf(this.#view);
    const line = lines.line(start.line);
    const marked = line.slice(start.character, end.line === start.line ? end.character : undefined);
    if (/[\p{L}\p{N}]/u.test(marked)) return { section: [], text: plainWords(marked) };
    const known = this.#byLine.get(start.line) ?? { section: [], text: plainWords(line) };
    this.#byLine.set(start.line, known);
    return known;
  }

  /** The innermost. */
  #taskAt({ tasks }: PlaybookView, at: Position): OwnedTask | undefined {
    let low = 0;
    let high = tasks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const task = tasks[middle];
      if (task && comparePositions(task.node.range.start, at) <= 0) low = middle + 1;
      else high = middle;
    }
    const last = tasks[low - 1];
    if (!last || rangeContains(last.node.range, at)) return last;
    // Behind its last child a task goes on.
    let node = last.node.kind === 'task' ? last.node.parent : undefined;
    while (node && !rangeContains(node.range, at)) node = node.parent;
    if (!node) return undefined;
    this.#tasks ??= new Map(tasks.map((t) => [t.node, t]));
    return this.#tasks.get(node);
  }

  #path(section: Section): readonly string[] {
    const known = this.#paths.get(section);
    if (known) return known;
    const path = sectionPath(section).map(plainWords);
    this.#paths.set(section, path);
    return path;
  }
}

/** Of each place once for each rule: a task of one long line may have ten thousand problems. */
const keys = new WeakMap<ProblemPlace, Map<string, string>>();

/** What tells the problems of a rule at a place from all others of the file. */
export function placeKey(rule: string, place: ProblemPlace): string {
  let ofPlace = keys.get(place);
  if (!ofPlace) keys.set(place, (ofPlace = new Map<string, string>()));
  let key = ofPlace.get(rule);
  if (key === undefined) ofPlace.set(rule, (key = JSON.stringify([rule, place.text, ...place.section])));
  return key;
}

function formerKey(section: readonly string[], words: string, mentions: readonly string[]): string {
  return JSON.stringify([words, mentions, ...section]);
}

/** Words as they are compared: how they are spaced and how their accents are stored makes no difference. */
function plainWords(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** The last line of a task's own words, tokens and comments; its owner lines and children come below. */
function lastOwnLine({ node, words }: OwnedTask): number {
  let last = Math.max(node.range.start.line, words.range.end.line, words.insertAt.line);
  for (const { range } of words.tokens) last = Math.max(last, range.end.line);
  return last;
}
