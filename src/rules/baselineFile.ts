import { message, type Message } from '../text/message.ts';
import { Baseline, entryKey } from './baseline.ts';
import type { BaselineEntry } from './baselineEntry.ts';

/** What a baseline is called, in the top folder of a workspace. */
export const BASELINE_NAME = '.playbook-baseline.json';

const VERSION = 1;

/** Why a baseline cannot be used, in sentences for the user. */
export interface BaselineFlaw {
  readonly message: Message;
  /** Zero-based, where it can be told; else 0. */
  readonly line: number;
}

export const baselineMessages = {
  conflict:
    'Two branches have changed this file, and it holds both versions. Keep the lines of both and take out the marks such as "<<<<<<<", or delete the file and write the baseline anew.',
  syntax:
    'This is not JSON: {reason}. Take the file back from Git, or delete it and write the baseline anew.',
  version:
    'This baseline was written by a newer version. Update the program, or delete the file and write the baseline anew.',
  shape:
    'This is no baseline: it needs "version": 1 and a list of "problems". Delete the file and write the baseline anew.',
  entry:
    'Problem {number} of this baseline cannot be read: {key} is missing or of the wrong kind. Fix it, or delete the file and write the baseline anew.',
} as const;

/** Reads a baseline. Never throws. */
export function parseBaseline(text: string): Baseline | BaselineFlaw {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    return syntaxFlaw(text, error);
  }
  if (!isRecord(json)) return flaw(baselineMessages.shape);
  const { version, problems } = json;
  if (typeof version === 'number' && version > VERSION) return flaw(baselineMessages.version);
  if (version !== VERSION || !Array.isArray(problems)) return flaw(baselineMessages.shape);
  const found = new Map<string, BaselineEntry>();
  for (const [i, problem] of problems.entries()) {
    const entry = readEntry(problem);
    if (typeof entry === 'string') return flaw(baselineMessages.entry, { number: i + 1, key: `"${entry}"` });
    const key = entryKey(entry);
    const twin = found.get(key);
    // A merge may keep the lines of both branches, and both mean the same problem.
    if (!twin || twin.count < entry.count) found.set(key, entry);
  }
  return new Baseline([...found.values()]);
}

/** The file's text: one problem a line, in an order that does not depend on how they were found, so that it merges. */
export function formatBaseline({ entries }: Baseline): string {
  const lines = entries
    .map((entry) => ({ entry, key: entryKey(entry) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ entry }) => `    ${formatEntry(entry)}`);
  const problems = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n  "version": ${VERSION},\n  "problems": ${problems}\n}\n`;
}

function formatEntry({ path, section, text, rule, count }: BaselineEntry): string {
  const fields: [string, unknown][] = [
    ['path', path],
    ['section', section],
    ['text', text],
    ['rule', rule],
    ...(count > 1 ? [['count', count] as [string, unknown]] : []),
  ];
  const values = fields.map(([key, value]) => `"${key}": ${formatValue(value)}`);
  return `{ ${values.join(', ')} }`;
}

function formatValue(value: unknown): string {
  return Array.isArray(value) ? `[${value.map((v) => JSON.stringify(v)).join(', ')}]` : JSON.stringify(value);
}

/** @returns the entry, or the key that is wrong */
function readEntry(json: unknown): BaselineEntry | string {
  if (!isRecord(json)) return 'path';
  const { path, section, text, rule, count = 1 } = json;
  if (typeof path !== 'string') return 'path';
  if (!Array.isArray(section) || !section.every((s) => typeof s === 'string')) return 'section';
  if (typeof text !== 'string') return 'text';
  if (typeof rule !== 'string') return 'rule';
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 1) return 'count';
  return { path, section, text, rule, count };
}

function isRecord(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function flaw(template: string, args: Message['args'] = {}, line = 0): BaselineFlaw {
  return { message: message(template, args), line };
}

function syntaxFlaw(text: string, error: unknown): BaselineFlaw {
  const marks = /^<{7}(?: |$)/m.exec(text);
  if (marks) return flaw(baselineMessages.conflict, {}, lineAt(text, marks.index));
  const reason = error instanceof Error ? error.message : String(error);
  // Engines say where in words of their own, if at all.
  const position = / position (\d+)/.exec(reason)?.[1];
  const line = position === undefined ? 0 : lineAt(text, Number(position));
  return flaw(baselineMessages.syntax, { reason }, line);
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\r|\n/).length - 1;
}
