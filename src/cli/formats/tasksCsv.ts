import { taskFacts, type TaskFacts } from '../../workspace/taskJson.ts';
import type { ListedTask } from '../taskList.ts';

/** The keys of the JSON format, in its order. A record, so that the compiler names a key that is missing here. */
const COLUMNS: Readonly<Record<keyof TaskFacts, true>> = {
  line: true,
  text: true,
  kind: true,
  done: true,
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

/** RFC 4180: one header row, lines end in CRLF. Lists are joined by `;`, headings by ` > `; what is absent is empty. */
export function csvTasks(tasks: readonly ListedTask[]): string {
  const rows = tasks.map(({ path, task, roster }) => {
    const facts = taskFacts(task, roster);
    return [path, ...KEYS.map((key) => textOf(key, facts[key]))];
  });
  return [['path', ...KEYS], ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

function textOf(key: keyof TaskFacts, value: TaskFacts[keyof TaskFacts]): string {
  if (value === null) return '';
  if (typeof value === 'object') return value.join(key === 'section' ? ' > ' : ';');
  return String(value);
}

function field(text: string): string {
  // A spreadsheet takes a field that begins like this for a formula and runs it (OWASP, "CSV Injection").
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
