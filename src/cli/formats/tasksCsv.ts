import { taskFacts, type TaskFacts } from '../../workspace/taskJson.ts';
import type { ListedTask } from '../taskList.ts';

/** The keys of the JSON format, in its order. A record, so that the compiler names a key that is missing here. */
const COLUMNS: Readonly<Record<keyof TaskFacts, true>> = {
  line: true,
  text: true,
  kind: true,
  done: true,
  state: true,
  owner: true,
  owners: true,
  ownerKind: true,
  ownerSource: true,
  teams: true,
  for: true,
  due: true,
  dueText: true,
  sla: true,
  goals: true,
  makes: true,
  uses: true,
  id: true,
  after: true,
  help: true,
  consulted: true,
  informed: true,
  every: true,
  section: true,
  tags: true,
};
const KEYS = Object.keys(COLUMNS) as (keyof TaskFacts)[];

/**
 * RFC 4180: one header row, lines end in CRLF. Lists are joined by `;`, headings by ` > `; what is absent is empty. It
 * begins with a byte order mark, without which Excel takes it for a text of the system's old code page.
 */
export function* csvTasks(tasks: Iterable<ListedTask>): Generator<string, void> {
  yield `\ufeff${row(['path', ...KEYS])}`;
  for (const { path, task, roster } of tasks) {
    const facts = taskFacts(task, roster);
    yield row([path, ...KEYS.map((key) => textOf(key, facts[key]))]);
  }
}

function row(cells: readonly string[]): string {
  return `${cells.map(field).join(',')}\r\n`;
}

function textOf(key: keyof TaskFacts, value: TaskFacts[keyof TaskFacts]): string {
  if (value === null) return '';
  if (typeof value === 'object') return value.join(key === 'section' ? ' > ' : ';');
  return String(value);
}

/**
 * A spreadsheet takes a field that begins like this for a formula and runs it (OWASP, "CSV Injection"); the full-width
 * signs are the same to it in Japanese and Chinese.
 */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
/** Quoted, as a spreadsheet in a country of decimal commas takes `;` for the end of a field. */
const QUOTED = /[",;\t\r\n]/;
/** What a terminal acts upon, save what belongs to lines. Marks of direction belong to the text. */
const ACTING = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;

function field(text: string): string {
  const shown = text.replace(ACTING, '\ufffd');
  const safe = FORMULA.test(shown) ? `'${shown}` : shown;
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
