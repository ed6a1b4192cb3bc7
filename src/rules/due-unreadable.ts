import { parseDue } from '../syntax/dates.ts';
import { isBlank, isFormBlank } from '../syntax/dayBlanks.ts';
import { certainDue } from '../syntax/dayReadings.ts';
import { saidDay } from '../syntax/saidDays.ts';
import { saysNobody } from '../syntax/mentions.ts';
import type { OwnerValue, Section, Words } from '../syntax/playbook.ts';
import type { Range } from '../text/range.ts';
import { comparePositions } from '../text/position.ts';
import { shorten } from '../workspace/display.ts';
import { dueCellText, isOpen, sectionTitle, type OwnedTask } from '../workspace/tasks.ts';
import type { PlaybookView } from '../workspace/fileView.ts';
import type { Finding, Rule, RuleSettings } from './rule.ts';
import { comesBack, judgedTokens } from './taskPlaces.ts';
import { findWrittenDue, mayHoldWrittenDue, writtenDayAt } from './writtenDue.ts';

export const dueUnreadable: Rule = {
  id: 'due-unreadable',
  severity: 'information',
  summary: "A due date that can't be read",
  judgesForm: false,
  messages: {
    certain: '"{text}" is not read as the due day of "{task}". Write it as {due}.',
    unsure: '"{text}" is not read as the due day of "{task}". Write year, month and day, such as {example}.',
    blank: '"{text}" is still to be filled in. Write the day on which "{task}" is due, such as {example}.',
    blanks:
      '{count} due days from here on are still to be filled in, such as "{text}". Write each as year, month and day, such as {example}. If the file is there to be copied, write template: true at its top.',
  },
  fixTitles: {
    write: 'Write {text}',
  },
  check(file, report, settings) {
    if (file.kind !== 'playbook') return;
    new DueReader(file, report, settings).run();
  },
};

/** A document with so many blanks to fill in is a form: they are one problem. */
const MANY_BLANKS = 10;

/** The first due day to fill in of several, and how many there are. */
interface Blanks {
  readonly finding: Finding;
  count: number;
}

/** Words that say no day, from one key to the next: that hangs on nothing but their text. */
const QUIET = new WeakSet<Words>();

class DueReader {
  readonly #file: PlaybookView;
  readonly #report: (finding: Finding) => void;
  readonly #settings: RuleSettings;
  /** Sections with open tasks in them or below. */
  readonly #open = new Set<Section>();
  /** Of the task before: most stand in the same one. */
  #last: Section | undefined;
  /** A form has many blanks: those of one section are told of once. */
  readonly #blanks = new Map<Section, Blanks>();

  constructor(file: PlaybookView, report: (finding: Finding) => void, settings: RuleSettings) {
    this.#file = file;
    this.#report = report;
    this.#settings = settings;
  }

  run(): void {
    for (const task of this.#file.tasks) if (isOpen(task)) this.#task(task);
    for (const { token, title, task } of judgedTokens(this.#file, 'due')) {
      const [value] = token.values;
      if (!value || task?.due !== undefined || !isBlank(value.text)) continue;
      const finding = this.#blank(value.text, title, `due:${this.#settings.today}`, value.range);
      if (task) this.#keepBlank(finding, task.section);
      else this.#report(finding);
    }
    this.#headings(this.#file.playbook.root);
    for (const { finding, count } of this.#told()) {
      this.#report(
        count === 1 ? finding : { ...finding, message: 'blanks', args: { ...finding.args, count } },
      );
    }
  }

  /** By section, or those of the whole document as one, save where a comment or a baseline says that they are known. */
  #told(): readonly Blanks[] {
    const { isSilent, isKnown } = this.#settings;
    const { id } = dueUnreadable;
    const inOrder = [...this.#blanks.values()].sort((a, b) =>
      comparePositions(a.finding.range.start, b.finding.range.start),
    );
    const isApart = ({ finding }: Blanks) => isSilent(id, finding.range) || isKnown(id, finding);
    const apart: Blanks[] = [];
    let rest: Blanks | undefined;
    for (const blanks of inOrder) {
      if (isApart(blanks)) apart.push(blanks);
      else rest = { finding: (rest ?? blanks).finding, count: (rest?.count ?? 0) + blanks.count };
    }
    return rest && rest.count >= MANY_BLANKS ? [...apart, rest] : inOrder;
  }

  #task(task: OwnedTask): void {
    if (task.section !== this.#last) {
      this.#last = task.section;
      for (let s: Section | undefined = task.section; s && !this.#open.has(s); s = s.parent)
        this.#open.add(s);
    }
    if (task.node.kind === 'task' && QUIET.has(task.words)) return;
    if (task.words.tokens.some((t) => t.key === 'due') || comesBack(task)) return;
    const cell = task.node.kind === 'row' ? task.node.due : undefined;
    if (cell && cell === task.dueText) {
      if (task.due === undefined) this.#cell(cell, task);
      return;
    }
    const isItem = task.node.kind === 'task';
    const finding = this.#words(task.words, task.text, isItem);
    if (finding?.message === 'blank') this.#keepBlank(finding, task.section);
    else if (finding) this.#report(finding);
  }

  #headings(section: Section): void {
    if (!this.#open.has(section)) return;
    const words = section.heading?.words;
    if (words && !words.tokens.some((t) => t.key === 'due')) {
      const finding = this.#words(words, sectionTitle(section), false);
      if (finding) this.#report(finding);
    }
    for (const child of section.children) this.#headings(child);
  }

  #words(words: Words, title: string, skipsToken: boolean): Finding | undefined {
    if (QUIET.has(words)) return undefined;
    const { range } = words;
    const { lines } = this.#file.playbook;
    const source = lines.slice(range);
    if (!mayHoldWrittenDue(source)) {
      QUIET.add(words);
      return undefined;
    }
    const found = findWrittenDue(source, skipsToken);
    if (!found) return undefined;
    const base = lines.offsetAt(range.start);
    const place = (start: number, end: number) => lines.rangeAt(base + start, base + end);
    const text = source.slice(found.start, found.end);
    const at = place(found.start, found.end);
    const { replace } = found;
    if (found.due === undefined || source.slice(replace.start, replace.end).includes('\n'))
      return this.#finding(found.kind, text, title, `due:${this.#settings.today}`, at);
    const newText = `${replace.before}due:${found.due}${replace.after}`;
    return this.#certain(text, title, `due:${found.due}`, at, place(replace.start, replace.end), newText);
  }

  /** A cell may say anything else, too: "Ongoing", "when the budget is there". */
  #cell({ text, range }: OwnerValue, task: OwnedTask): void {
    const read = dueCellText(text);
    const bare = read.replaceAll('`', '').trim();
    const { today } = this.#settings;
    if (saysNobody(bare) && !isFormBlank(bare)) return;
    if (isBlank(bare)) {
      this.#keepBlank(this.#blank(bare, task.text, today, range), task.section);
      return;
    }
    if (parseDue(bare)) {
      // It is code: without its marks it can be read.
      if (bare !== read) this.#report(this.#certain(text, task.text, bare, range, range, bare));
      return;
    }
    // A date that the calendar lacks is what `due-invalid` is for.
    if (/^\d{4}-\d{2}-\d{2}$/.test(bare)) return;
    const said = saidDay(bare);
    const due = said && certainDue(said);
    if (due !== undefined) this.#report(this.#certain(text, task.text, due, range, range, due));
    else if (writtenDayAt(bare, 0)) this.#report(this.#finding('day', text, task.text, today, range));
  }

  #certain(text: string, task: string, due: string, range: Range, edited: Range, newText: string): Finding {
    return {
      message: 'certain',
      args: { text: shorten(text), task: shorten(task), due },
      range,
      fix: { title: 'write', args: { text: due }, edits: [{ range: edited, newText }] },
    };
  }

  #blank(text: string, task: string, example: string, range: Range): Finding {
    return this.#finding('blank', text, task, example, range);
  }

  #finding(kind: 'day' | 'blank', text: string, task: string, example: string, range: Range): Finding {
    const args = { text: shorten(text), task: shorten(task), example };
    return { message: kind === 'blank' ? 'blank' : 'unsure', args, range };
  }

  #keepBlank(finding: Finding, section: Section): void {
    const known = this.#blanks.get(section);
    if (known) known.count++;
    else this.#blanks.set(section, { finding, count: 1 });
  }
}
