import { tokenKinds, isTokenKey } from '../syntax/tokens.ts';
import type { Section, TokenKey } from '../syntax/playbook.ts';
import { message, type Message } from '../text/message.ts';
import type { Position } from '../text/position.ts';
import type { Range } from '../text/range.ts';
import { ownerName } from '../workspace/display.ts';
import type { Owner } from '../workspace/rosterTypes.ts';
import type { PlaybookView } from '../workspace/workspaceIndex.ts';
import { taskAt } from './lookup.ts';

/** One entry of the list that opens while typing. */
export interface Completion {
  readonly kind: 'person' | 'team' | 'role' | 'token' | 'goal' | 'asset' | 'task' | 'value';
  readonly label: string;
  /** Behind the label: a name, a meaning. */
  readonly detail: Message | string;
  readonly insertText: string;
  /** What typing is matched against: the handle and the name, with and without accents. */
  readonly filterText: string;
  /** Entries stand in the order of their ranks; 0 first. */
  readonly rank: number;
  /** The text that the entry replaces. */
  readonly range: Range;
  /** Whether the next list opens at once: behind `due:` come its values. */
  readonly opensNext: boolean;
}

export const completionDetails = {
  due: 'When it is due',
  for: 'Who needs the result',
  sla: 'How fast an answer is promised',
  goal: 'Which goal it serves',
  makes: 'Which asset it produces',
  uses: 'Which asset it needs',
  id: 'A name for this task',
  after: 'Which tasks come before',
  help: 'Who is asked for help',
  consult: 'Who is asked before',
  inform: 'Who is told after',
  every: 'How often it comes back',
  role: 'Role',
} as const;

const MENTION = /(?<![\p{L}\p{N}\p{M}_.@/])@([\p{L}\p{N}\p{M}_./-]*)$/u;
const TOKEN_VALUE = /(?<![\p{L}\p{N}_@/.-])([a-z]+):((?:[^\s",]*,)*)([^\s",]*)$/u;
const TOKEN_KEY = /(?:^|[\s(])([a-z]*)$/;

/** What may stand at a position, the likeliest first. Nothing in front matter, code and prose but after an `@`. */
export function completions(view: PlaybookView, at: Position): Completion[] {
  const { playbook } = view;
  if (playbook.frontMatter && at.line < playbook.frontMatter.endLine) return [];
  const before = playbook.lines.line(at.line).slice(0, at.character);
  const value = TOKEN_VALUE.exec(before);
  if (value && isTokenKey(value[1] ?? '')) return valuesOf(view, at, value[1] as TokenKey, value[3] ?? '');
  const mention = MENTION.exec(before);
  if (mention) return owners(view, at, `@${mention[1] ?? ''}`);
  const key = TOKEN_KEY.exec(before);
  return key && isInTask(view, at) ? tokenKeys(at, key[1] ?? '') : [];
}

function isInTask(view: PlaybookView, at: Position): boolean {
  const task = taskAt(view, at);
  const start = task?.words.range.start;
  return start !== undefined && (at.line > start.line || at.character > start.character);
}

function tokenKeys(at: Position, typed: string): Completion[] {
  return (Object.keys(tokenKinds) as TokenKey[]).map((key, rank) => ({
    kind: 'token',
    label: `${key}:`,
    detail: message(completionDetails[key]),
    insertText: `${key}:`,
    filterText: key,
    rank,
    range: behind(at, typed),
    opensNext: true,
  }));
}

function valuesOf(view: PlaybookView, at: Position, key: TokenKey, typed: string): Completion[] {
  const { roster } = view;
  const simple = (kind: Completion['kind'], entries: Iterable<readonly [string, string]>): Completion[] =>
    [...entries].map(([text, detail], rank) => ({
      kind,
      label: text,
      detail,
      insertText: text,
      filterText: `${text} ${plain(detail)}`,
      rank,
      range: behind(at, typed),
      opensNext: false,
    }));
  switch (tokenKinds[key].value) {
    case 'owner':
      return owners(view, at, typed);
    case 'goal':
      return simple(
        'goal',
        [...roster.goals.values()].map((g) => [g.handle, g.name ?? '']),
      );
    case 'asset':
      return simple(
        'asset',
        [...roster.assets.values()].map((a) => [a.handle, a.name ?? '']),
      );
    case 'id': {
      if (key === 'id') return [];
      const own = taskAt(view, at);
      const named = view.tasks
        .filter((t) => t !== own)
        .flatMap((t) =>
          t.words.tokens
            .filter((token) => token.key === 'id')
            .map((token) => [token.values[0]?.text ?? '', t.text] as const),
        );
      return simple('task', named);
    }
    case 'due':
      return simple(
        'value',
        ['T', 'T-1d', 'T-1w', 'T-2w', 'T-10bd', 'T+1w'].map((v) => [v, roster.tDay ?? '']),
      );
    case 'duration':
      return simple(
        'value',
        ['30min', '4bh', '24h', '1bd', '2bd', '1w'].map((v) => [v, '']),
      );
    case 'interval':
      return simple(
        'value',
        EVERY.map((v) => [v, '']),
      );
  }
}

const EVERY = [
  ...['day', 'weekday', 'week', '2weeks', 'month', 'quarter', 'year'],
  ...['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
];

/** People, teams and roles; those of the team that owns the section first, who has left last. */
function owners(view: PlaybookView, at: Position, typed: string): Completion[] {
  const { roster } = view;
  const near = teamsAround(view, at);
  const isNear = (owner: Owner) =>
    owner.kind === 'person'
      ? roster.personTeams(owner).some((t) => near.has(t.handle))
      : owner.kind === 'team' && near.has(owner.handle);
  const rankOf = (owner: Owner) => {
    if (owner.kind === 'person' && owner.left !== undefined) return 900_000;
    return (isNear(owner) ? 0 : 100_000) + { person: 0, role: 10_000, team: 20_000 }[owner.kind];
  };
  return roster.owners().map((owner, i) => {
    const name = ownerName(owner, roster);
    const text = `@${owner.handle}`;
    return {
      kind: owner.kind,
      label: text,
      detail: owner.kind === 'role' ? message(completionDetails.role) : name,
      insertText: text,
      filterText: `${text} ${plain(text)} ${name} ${plain(name)}`,
      rank: rankOf(owner) + i,
      range: behind(at, typed),
      opensNext: false,
    };
  });
}

/** Teams of those who own something in the section at a position, or in the nearest one around it that has owners. */
function teamsAround(view: PlaybookView, at: Position): ReadonlySet<string> {
  const { roster } = view;
  for (
    let section: Section | undefined = sectionAt(view.playbook.root, at.line);
    section;
    section = section.parent
  ) {
    const owners = view.tasks
      .filter((t) => t.section === section)
      .flatMap((t) => t.owners.map((o) => o.entry));
    const teams = owners.flatMap((o) => {
      if (o?.kind === 'team') return [o.handle];
      return o?.kind === 'person' ? roster.personTeams(o).map((t) => t.handle) : [];
    });
    if (teams.length > 0) return new Set(teams);
  }
  return new Set();
}

function sectionAt(section: Section, line: number): Section {
  const child = section.children.find((c) => c.startLine <= line && line < c.endLine);
  return child ? sectionAt(child, line) : section;
}

function behind(at: Position, typed: string): Range {
  return { start: { line: at.line, character: at.character - typed.length }, end: at };
}

/** Without accents: `Maria Lopez` finds `María López`. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '');
}
