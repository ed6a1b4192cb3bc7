import type { Section, Token, Words } from '../syntax/playbook.ts';
import { normalizeHandle } from '../workspace/handles.ts';
import { claimOfSection } from '../workspace/ownership.ts';
import type { Roster } from '../workspace/roster.ts';
import { sectionPath, sectionTitle, tokenValues, type OwnedTask, type Somebody } from '../workspace/tasks.ts';

/** What a task says, in words that can be compared before and after an edit. Spelling of handles and case aside. */
export interface TaskReading {
  /** Where it begins, and the last line of its own words. */
  readonly line: number;
  readonly lastLine: number;
  /** Who owns it and takes part, by when, for which goals, and whether it is done. */
  readonly meaning: string;
  /** Everything else. */
  readonly rest: string;
}

export function readTasks(tasks: readonly OwnedTask[]): TaskReading[] {
  const paths = new Map<Section, string>();
  const pathOf = (section: Section): string => {
    let path = paths.get(section);
    if (path === undefined) paths.set(section, (path = sectionPath(section).map(normalizeHandle).join('\n')));
    return path;
  };
  return tasks.map((task) => readTask(task, pathOf(task.section)));
}

function readTask(task: OwnedTask, path: string): TaskReading {
  const { node, words } = task;
  const ids = (key: Token['key']) => tokenValues(words.tokens, key).map((v) => v.text);
  return {
    line: node.range.start.line,
    lastLine: node.kind === 'row' ? node.range.start.line : lastOwnLine(words, node.ownerLines),
    meaning: meaningOf(task),
    rest: normalizeHandle(
      JSON.stringify([
        task.text,
        path,
        words.tags.map((t) => t.name),
        ids('makes'),
        ids('uses'),
        ids('id'),
        ids('after'),
      ]),
    ),
  };
}

/** Who owns a task and takes part, by when, for which goals, and whether it is done. */
export function meaningOf(task: OwnedTask): string {
  return JSON.stringify([task.source, handlesOf(task.owners), ...besideOwner(task)]);
}

/** The same but for the owner. */
export function besideOwner(task: OwnedTask): unknown[] {
  const { words } = task;
  const values = (key: Token['key']) => tokenValues(words.tokens, key).map((v) => normalizeHandle(v.text));
  return [
    task.kind,
    task.done,
    handlesOf(task.receivers),
    handlesOf(task.helpers),
    handlesOf(task.consulted),
    handlesOf(task.informed),
    task.due ?? null,
    task.dueText?.text.toLowerCase() ?? null,
    // A second one does not count, and must not come to count either.
    values('due'),
    task.goals.map((g) => normalizeHandle(g.text)),
    values('sla'),
    values('every'),
  ];
}

export function handlesOf(parties: readonly Somebody[]): string[] {
  return parties.map((p) => normalizeHandle(p.handle));
}

function lastOwnLine(
  { range, insertAt, tokens }: Words,
  ownerLines: readonly { range: Words['range'] }[],
): number {
  let last = Math.max(range.end.line, insertAt.line);
  for (const { range: r } of [...tokens, ...ownerLines]) last = Math.max(last, r.end.line);
  return last;
}

/** What headings, the document and their owner lines say to the tasks below. */
export function readSections(root: Section, roster: Roster): { line: number; reading: string }[] {
  const found: { line: number; reading: string }[] = [];
  const walk = (section: Section): void => {
    const { heading } = section;
    const claim = claimOfSection(section, roster);
    const tokens = heading?.words.tokens ?? [];
    const values = (key: Token['key']) => tokenValues(tokens, key).map((v) => normalizeHandle(v.text));
    found.push({
      line: section.startLine,
      reading: JSON.stringify([
        heading?.level ?? 0,
        normalizeHandle(sectionTitle(section)),
        claim ? handlesOf(claim.owners) : null,
        values('due'),
        values('goal'),
      ]),
    });
    section.children.forEach(walk);
  };
  walk(root);
  return found;
}

/**
 * Owners and days that a roster itself names, by entry, and its goals. People without a day, and teams without a lead
 * are none of it: they may come.
 */
export function readRoster(roster: Roster): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const add = (key: string, values: readonly (string | undefined)[]): void => {
    if (values.some((v) => v !== undefined)) found.set(key, JSON.stringify(values));
  };
  for (const [key, p] of roster.people)
    add(`person ${key}`, [p.left, ...p.away.flatMap((a) => [a.from, a.to, a.cover])]);
  for (const [key, t] of roster.teams) add(`team ${key}`, [t.lead, t.contact]);
  for (const [key, r] of roster.roles) add(`role ${key}`, r.holders);
  for (const [key, g] of roster.goals) add(`goal ${key}`, [g.handle, g.owner, g.due, g.target, ...g.teams]);
  for (const [key, a] of roster.assets) add(`asset ${key}`, [a.owner, a.reviewBy]);
  for (const [key, m] of roster.meetings) add(`meeting ${key}`, [m.owner, m.every]);
  return found;
}
