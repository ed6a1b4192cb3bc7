import { splitOwners } from '../syntax/ownerValues.ts';
import type { OwnerValue, RaciCell, Section, Table, TokenKey, Words } from '../syntax/playbook.ts';
import { append } from '../text/lists.ts';
import { textEdit, type TextEdit } from '../text/textEdit.ts';
import { isSameHandle } from '../workspace/handles.ts';
import { claimingGroup, partiesOfValue } from '../workspace/parties.ts';
import { readLayer } from '../workspace/rosterLayer.ts';
import type { Roster } from '../workspace/roster.ts';
import { isOpen, sectionTitle, type OwnedTask } from '../workspace/tasks.ts';
import type { PlaybookView } from '../workspace/fileView.ts';
import { assignOwner } from './assign.ts';
import { handOverRoster } from './handOverRoster.ts';
import { readBack, type HandOvers } from './handOverReads.ts';
import type { HandOver, HandOverPeople } from './handOverTypes.ts';

const PARTY_KEYS: ReadonlySet<TokenKey> = new Set(['for', 'help', 'consult', 'inform']);

/**
 * What one person owns in a playbook, or waits for, and the edits after which it is the other's: tasks that are open,
 * areas, headings, owner lines, and places in the front matter. Each place where the name is written changes once;
 * what is done keeps its name unless it inherits it.
 */
export function handOver(view: PlaybookView, people: HandOverPeople): HandOver[] {
  return handOverAll(view, people).places;
}

/** The same with the places that cannot be written so that they read as the other's. */
export function handOverAll(view: PlaybookView, people: HandOverPeople): HandOvers {
  return readBack(view, people, new PlaybookHandOver(view, people).run());
}

class PlaybookHandOver {
  readonly #view: PlaybookView;
  readonly #roster: Roster;
  readonly #people: HandOverPeople;
  readonly #found: HandOver[] = [];

  constructor(view: PlaybookView, people: HandOverPeople) {
    this.#view = view;
    this.#roster = view.roster;
    this.#people = people;
  }

  run(): HandOver[] {
    const root = this.#view.playbook.frontMatter?.root;
    if (root) {
      const layer = readLayer(this.#view.uri, root, 'frontMatter');
      append(this.#found, handOverRoster(layer, this.#view.playbook.lines, this.#people));
    }
    this.#section(this.#view.playbook.root);
    for (const block of this.#view.playbook.blocks) if (block.kind === 'table') this.#column(block);
    for (const task of this.#view.tasks) this.#task(task);
    return this.#found.sort((a, b) => a.line - b.line);
  }

  #section(section: Section): void {
    const { heading } = section;
    const edits = [
      ...(heading ? this.#groups(heading.words) : []),
      ...section.ownerLines.flatMap((l) => this.#value((l.kind === 'table' ? l.keyValue : l)?.value)),
    ];
    const [first] = edits;
    if (first) {
      this.#found.push({
        kind: heading ? 'section' : 'document',
        text: sectionTitle(section),
        tasks: this.#view.tasks.filter((t) => isOpen(t) && t.source === 'section' && this.#isIn(t, section))
          .length,
        line: heading?.range.start.line ?? first.range.start.line,
        edits,
      });
    }
    for (const child of section.children) this.#section(child);
  }

  #isIn(task: OwnedTask, section: Section): boolean {
    if (!this.#owns(task)) return false;
    for (let s: Section | undefined = task.section; s; s = s.parent) if (s === section) return true;
    return false;
  }

  #owns(task: OwnedTask): boolean {
    return task.owners.some((o) => isSameHandle(o.handle, this.#people.from));
  }

  #task(task: OwnedTask): void {
    if (task.kind !== 'area' && !isOpen(task)) return;
    const owner = this.#ownerEdits(task);
    const edits = [...owner, ...this.#tokens(task.words)];
    if (edits.length === 0) return;
    const kind = owner.length === 0 ? 'waiting' : task.kind === 'area' ? 'area' : 'task';
    this.#found.push({
      kind,
      text: task.text,
      tasks: kind === 'task' ? 1 : 0,
      line: task.node.range.start.line,
      edits,
    });
  }

  #ownerEdits(task: OwnedTask): TextEdit[] {
    const { node } = task;
    if (node.kind === 'row') {
      return node.raci.length > 0 ? this.#letters(node.raci) : node.owners.flatMap((v) => this.#value(v));
    }
    const own = [...this.#groups(node.words), ...node.ownerLines.flatMap((l) => this.#value(l.value))];
    if (own.length > 0 || task.source !== 'parent' || !this.#owns(task)) return own;
    // What a task inherits from one that is done already would stay behind.
    const parent = this.#view.tasks.find((t) => t.node === node.parent);
    return parent && isOpen(parent) ? [] : (assignOwner(this.#view, task, this.#people.to) ?? []);
  }

  /** Of a RACI row: the letters go into the other's column. Without one, the column itself goes, and no row changes. */
  #letters(cells: readonly RaciCell[]): TextEdit[] {
    const old = cells.find((c) => this.#value(c.who).length > 0);
    const other = cells.find((c) => this.#names(c.who, this.#people.to));
    if (!old || !other || old.letters === '') return [];
    const all = ['A', 'R', 'C', 'I'].filter((l) => old.letters.includes(l) || other.letters.includes(l));
    // Whoever answers for it or does it needs not be asked or told.
    const both = all.filter((l) => l === 'A' || l === 'R');
    const letters = (both.length > 0 ? both : all.slice(0, 1)).join('/');
    return [textEdit(old.range, ''), ...(letters === other.letters ? [] : [textEdit(other.range, letters)])];
  }

  /** The column of a RACI table, where the other has none. */
  #column(table: Table): void {
    const cells = table.rows[0]?.raci ?? [];
    if (cells.some((c) => this.#names(c.who, this.#people.to))) return;
    const edits = cells.flatMap((c) => this.#value(c.who));
    const [first] = edits;
    if (!first) return;
    const tasks = this.#view.tasks.filter((t) => t.table === table && isOpen(t) && this.#owns(t)).length;
    const { line } = table.range.start;
    this.#found.push({
      kind: 'column',
      text: this.#view.playbook.lines.slice(first.range),
      tasks,
      line,
      edits,
    });
  }

  #names(value: OwnerValue, handle: string): boolean {
    return partiesOfValue(value, this.#roster).some((p) => isSameHandle(p.handle, handle));
  }

  /** In the group that owns, every mention of the person; whoever is in it already stands there once. */
  #groups(words: Words): TextEdit[] {
    const group = claimingGroup(words, this.#roster);
    const { from, to } = this.#people;
    const old = group?.members.filter((m) => isSameHandle(m.handle, from)) ?? [];
    if (!group || old.length === 0) return [];
    const others = group.members.filter((m) => !isSameHandle(m.handle, from) && !isSameHandle(m.handle, to));
    const isThere = group.members.some((m) => isSameHandle(m.handle, to));
    if (others.length === 0) return [textEdit(group.range, `@${to}`)];
    if (!isThere && old.length === 1) return old.map((m) => textEdit(m.range, `@${to}`));
    const [first] = group.members;
    const isFirst =
      first !== undefined && (isSameHandle(first.handle, from) || isSameHandle(first.handle, to));
    const names = others.map((m) => `@${m.handle}`);
    return [textEdit(group.range, (isFirst ? [`@${to}`, ...names] : [...names, `@${to}`]).join(', '))];
  }

  #value(value: OwnerValue | undefined): TextEdit[] {
    if (!value) return [];
    const { from, to } = this.#people;
    const parts = splitOwners(value, this.#roster);
    return parts.flatMap((part): TextEdit[] => {
      if (part.kind === 'mention') {
        return isSameHandle(part.mention.handle, from) ? [textEdit(part.mention.range, `@${to}`)] : [];
      }
      if (part.kind !== 'name') return [];
      const known = this.#roster.findByName(part.name);
      return isSameHandle(known?.handle ?? part.name, from) ? [textEdit(part.range, this.#nameOf(to))] : [];
    });
  }

  /** A name in words is followed by a name in words. */
  #nameOf(handle: string): string {
    const owner = this.#roster.find(handle);
    const name = owner?.name;
    return name !== undefined && this.#roster.findByName(name) === owner ? name : `@${handle}`;
  }

  #tokens({ tokens }: Words): TextEdit[] {
    const { from, to } = this.#people;
    return tokens
      .filter((t) => PARTY_KEYS.has(t.key) && t.values.some((v) => isSameHandle(v.text, from)))
      .flatMap((token): TextEdit[] => {
        const old = token.values.filter((v) => isSameHandle(v.text, from));
        const isThere = token.values.some((v) => isSameHandle(v.text, to));
        if (!isThere && old.length === 1) return old.map((v) => textEdit(v.range, `@${to}`));
        const handles = [...new Set(token.values.map((v) => (isSameHandle(v.text, from) ? to : v.text)))];
        const start = {
          line: token.range.start.line,
          character: token.range.start.character + token.key.length + 1,
        };
        return [textEdit({ start, end: token.range.end }, handles.map((h) => `@${h}`).join(','))];
      });
  }
}
