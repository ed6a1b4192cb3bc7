import { isPlaceholder } from '../syntax/mentions.ts';
import { isDay, parseDue, resolveDue, weekdayOf } from '../syntax/dates.ts';
import { isBlank } from '../syntax/dayBlanks.ts';
import { certainDue, readingsOf } from '../syntax/dayReadings.ts';
import type { TokenValue } from '../syntax/playbook.ts';
import { expectedDayAt, type SaidDay } from '../syntax/saidDays.ts';
import type { Range } from '../text/range.ts';
import { shorten } from '../workspace/display.ts';
import { dueCellText, isOpen } from '../workspace/tasks.ts';
import type { PlaybookView } from '../workspace/fileView.ts';
import type { Finding, FindingFix, Rule } from './rule.ts';
import { dueToken, judgedTokens } from './taskPlaces.ts';

export const dueInvalid: Rule = {
  id: 'due-invalid',
  severity: 'error',
  summary: "A due date that isn't a date",
  judgesForm: true,
  messages: {
    notDay:
      '"{text}" isn\'t a date, so "{task}" has no due day. Write year, month and day, such as due:{today}, or count from day T, such as due:T-14d.',
    near: '"{text}" isn\'t read as a date, so "{task}" has no due day. Did you mean {suggestion}?',
    words:
      '"{text}" isn\'t a date, so "{task}" has no due day. Write the day that is meant, such as due:{suggestion}.',
    noSuchDay: 'The calendar has no {text}, so "{task}" has no due day. Correct the day.',
    noDayT:
      '{text} counts from day T, but nothing says when that is, so "{task}" has no due day. Write t-day: and its day at the top of the file.',
    tooFar: '{text} lies outside of the calendar, so "{task}" has no due day. Correct the number.',
  },
  fixTitles: {
    write: 'Write {text}',
    day0: 'Change to {day} (Sunday)',
    day1: 'Change to {day} (Monday)',
    day2: 'Change to {day} (Tuesday)',
    day3: 'Change to {day} (Wednesday)',
    day4: 'Change to {day} (Thursday)',
    day5: 'Change to {day} (Friday)',
    day6: 'Change to {day} (Saturday)',
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
    const said = this.#saidIn(value);
    const due = said && certainDue(said.day);
    const args = { text: shorten(said?.text ?? text), task: shorten(withoutEnd(title, said?.rest ?? '')) };
    if (said && due !== undefined) {
      const suggestion = `due:${due}`;
      const edits = [{ range: said.range, newText: due }];
      const fix = { title: 'write', args: { text: suggestion }, edits };
      return { message: 'near', args: { ...args, suggestion }, range, fix };
    }
    const choices = said ? this.#choicesOf(said) : [];
    const [first] = choices;
    const suggestion = first?.args['day'];
    if (suggestion === undefined) return { message: 'notDay', args: { ...args, today: this.#today }, range };
    return { message: 'words', args: { ...args, suggestion }, range, choices };
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

  /** The days that words may mean today. No machine may choose one, for it cannot know when they were written. */
  #choicesOf({ day, range }: Said): FindingFix[] {
    return readingsOf(day, this.#today, this.#file.roster.tDay).map(({ due }) => ({
      title: `day${weekdayOf(due)}`,
      args: { day: due },
      edits: [{ range, newText: due }],
    }));
  }

  /** `due:Jan 16, 2027` and `due:next friday` go on behind their value. */
  #saidIn({ text, range }: TokenValue): Said | undefined {
    const { start } = range;
    const line = this.#file.playbook.lines.line(start.line);
    // A value in quotes ends with them.
    const isQuoted = line[start.character - 1] === '"';
    const found = isQuoted ? expectedDayAt(text, 0) : expectedDayAt(line, start.character);
    if (!found) return undefined;
    const length = isQuoted ? found.end : found.end - start.character;
    if (length < text.length) return undefined;
    const end = { line: start.line, character: start.character + length };
    const whole = isQuoted ? text : line.slice(start.character, end.character);
    return { day: found.said, text: whole, rest: whole.slice(text.length).trim(), range: { start, end } };
  }
}

/** A day in words behind `due:`. */
interface Said {
  readonly day: SaidDay;
  readonly text: string;
  /** What of it stands behind the value, where it is read as words of the task. */
  readonly rest: string;
  readonly range: Range;
}

function withoutEnd(text: string, end: string): string {
  return text.endsWith(` ${end}`) ? text.slice(0, -end.length).trimEnd() : text;
}
