import { isPlaceholder } from '../syntax/mentions.ts';
import { isDay, parseDue, resolveDue } from '../syntax/dates.ts';
import type { TokenValue } from '../syntax/playbook.ts';
import { shorten } from '../workspace/display.ts';
import { dueCellText, isOpen } from '../workspace/tasks.ts';
import type { PlaybookView } from '../workspace/fileView.ts';
import type { Finding, FindingFix, Rule } from './rule.ts';
import { dueToken, judgedTokens } from './taskPlaces.ts';
import { calendarDayAt, isBlank, relativeDay } from './writtenDays.ts';

export const dueInvalid: Rule = {
  id: 'due-invalid',
  severity: 'error',
  summary: "A due date that isn't a date",
  judgesForm: true,
  messages: {
    notDay:
      '"{text}" is no due day for "{task}". Write year, month and day, such as due:{today}, or count from day T, such as due:T-14d.',
    near: '"{text}" is no due day for "{task}". Did you mean {suggestion}?',
    noSuchDay: 'The calendar has no {text}, so "{task}" has no due day. Correct the day.',
    noDayT:
      '{text} counts from day T, but nothing says when that is, so "{task}" has no due day. Write t-day: and its day at the top of the file.',
    tooFar: '{text} lies outside of the calendar, so "{task}" has no due day. Correct the number.',
  },
  fixTitles: {
    write: 'Write {text}',
  },
  check(file, report, { today }) {
    if (file.kind !== 'playbook') return;
    const check = new DueCheck(file, today);
    for (const { token, title, task } of judgedTokens(file, 'due')) {
      if (task?.due !== undefined) continue;
      const [value] = token.values;
      const finding = value && check.token(value, title);
      if (finding) report(finding);
    }
    for (const task of file.tasks) {
      if (task.node.kind !== 'row' || task.due !== undefined || !task.node.due) continue;
      if (!isOpen(task) || dueToken(task)) continue;
      const finding = check.cell(task.node.due, task.text);
      if (finding) report(finding);
    }
  },
};

const FULL_DATE = /^\d{4}-\d{2}-\d{2}$/;

class DueCheck {
  readonly #file: PlaybookView;
  readonly #today: string;

  constructor(file: PlaybookView, today: string) {
    this.#file = file;
    this.#today = today;
  }

  /** Whatever stands behind `due:` is meant for us. */
  token(value: TokenValue, title: string): Finding | undefined {
    const { text, range } = value;
    const known = this.#inOurNotation(value, title);
    if (known !== undefined || parseDue(text)) return known;
    // A blank is there to be filled in, and `due-unreadable` says so.
    if (isBlank(text) || (this.#file.roster.template && isPlaceholder(text))) return undefined;
    const fix = this.#fixOf(value);
    const suggestion = fix?.args['text'];
    const task = shorten(title);
    if (fix && suggestion !== undefined)
      return { message: 'near', args: { text: shorten(text), task, suggestion }, range, fix };
    return { message: 'notDay', args: { text: shorten(text), task, today: this.#today }, range };
  }

  /** What else a cell says is meant for people. */
  cell(value: TokenValue, title: string): Finding | undefined {
    return this.#inOurNotation({ text: dueCellText(value.text), range: value.range }, title);
  }

  /** A date that the calendar lacks, or a distance from nowhere. */
  #inOurNotation({ text, range }: TokenValue, title: string): Finding | undefined {
    const args = { text, task: shorten(title) };
    if (FULL_DATE.test(text)) return isDay(text) ? undefined : { message: 'noSuchDay', args, range };
    const due = parseDue(text);
    const { tDay } = this.#file.roster;
    if (!due || resolveDue(due, tDay) !== undefined) return undefined;
    if (tDay !== undefined) return { message: 'tooFar', args, range };
    // A template gets its day when it is copied; a `t-day` that cannot be read has a problem of its own.
    const isKnown = this.#file.roster.template || this.#file.problems.some((p) => p.args['key'] === 't-day');
    return isKnown ? undefined : { message: 'noDayT', args, range };
  }

  /** `due:Jan 16, 2027` goes on behind its value. */
  #fixOf({ text, range }: TokenValue): FindingFix | undefined {
    const { start } = range;
    const line = this.#file.playbook.lines.line(start.line);
    // A value in quotes ends with them.
    const isQuoted = line[start.character - 1] === '"';
    const found = isQuoted ? calendarDayAt(text, 0) : calendarDayAt(line, start.character);
    const length = found && (isQuoted ? found.end : found.end - start.character);
    const day = length !== undefined && length >= text.length ? found : undefined;
    const due = day ? day.due : relativeDay(text);
    if (due === undefined) return undefined;
    const end = { line: start.line, character: start.character + (day ? (length ?? 0) : text.length) };
    return {
      title: 'write',
      args: { text: `due:${due}` },
      edits: [{ range: { start, end }, newText: due }],
    };
  }
}
