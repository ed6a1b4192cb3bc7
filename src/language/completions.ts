import { intervals, isTokenKey, tokenKinds } from '../syntax/tokens.ts';
import type { Section, TokenKey } from '../syntax/playbook.ts';
import { localDay } from '../text/localDay.ts';
import { message } from '../text/message.ts';
import type { Position } from '../text/position.ts';
import type { Range } from '../text/range.ts';
import { ownerName } from '../workspace/display.ts';
import type { Owner } from '../workspace/rosterTypes.ts';
import type { FileView, PlaybookView } from '../workspace/fileView.ts';
import { commentCompletions } from './commentCompletions.ts';
import { filterNames, plain, type Completion, type CompletionContext } from './completion.ts';
import { dueBefore, dueCompletions } from './dueCompletions.ts';
import { sectionAt } from '../syntax/sections.ts';
import { taskAt } from './lookup.ts';
import { mayNameOwner } from './namedHere.ts';
import { rosterCompletions } from './rosterCompletions.ts';
import { yamlAround } from './yamlAround.ts';

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
  every: 'How often it repeats',
  role: 'Role',
} as const;

/** A rank behind those of all people. */
const BEHIND_PEOPLE = 950_000;

/** What opens a list in the text; everything else that does is for YAML and comments. */
const TEXT_TRIGGERS = '@:,';

const MENTION = /(?<![\p{L}\p{N}\p{M}_.@/])@([\p{L}\p{N}\p{M}_./-]*)$/u;
const TOKEN_START = /(?<![\p{L}\p{N}_@/.-])([a-z]+):/u;
/** What may be the beginning of a name. */
const NAME_START = /(?<![\p{L}\p{N}\p{M}_.@/'’-])\p{L}[\p{L}\p{M}'’-]*$/u;
const TOKEN_KEY = /(?:^|[\s(])([a-z]*)$/;

/**
 * What may stand at a position, the likeliest first: in a roster and front matter keys and their values, in a comment
 * what silences rules, in the text people and tokens. In prose people come behind an `@`, and where a name alone owns.
 */
export function completions(view: FileView, at: Position, context: CompletionContext = {}): Completion[] {
  const yaml = yamlAround(view, at);
  if (yaml) return rosterCompletions(view, yaml, context.trigger);
  if (view.kind === 'roster') return [];
  const { playbook } = view;
  if (playbook.frontMatter && at.line < playbook.frontMatter.endLine) return [];
  const inComment = commentCompletions(view, at, context);
  if (inComment) return inComment;
  if (context.trigger !== undefined && !TEXT_TRIGGERS.includes(context.trigger)) return [];
  const before = playbook.lines.line(at.line).slice(0, at.character);
  const typedDay = dueBefore(before);
  if (typedDay !== undefined) {
    const days = dueCompletions(view, at, typedDay, context.today ?? localDay());
    // Behind a word that begins no day the sentence goes on.
    if (days.length > 0 || !/\s/.test(typedDay)) return days;
  }
  const token = tokenBefore(before);
  if (token && isTokenKey(token.key)) return valuesOf(view, at, token.key, token.typed);
  const mention = MENTION.exec(before);
  if (mention) return owners(view, at, `@${mention[1] ?? ''}`);
  if (context.trigger === ',') return [];
  const named = NAME_START.exec(before)?.[0] ?? '';
  const people = mayNameOwner(view, at, named) ? owners(view, at, named) : [];
  const key = TOKEN_KEY.exec(before);
  const tokens = key && isInTask(view, at) ? tokenKeys(at, key[1] ?? '') : [];
  if (people.length === 0) return tokens;
  // Behind a label that was just typed: `Owner:`.
  const space = /[:：]$/.test(before) ? ' ' : '';
  return [
    ...people.map((p) => ({ ...p, insertText: `${space}${p.insertText}` })),
    ...tokens.map((t) => ({ ...t, rank: BEHIND_PEOPLE + t.rank })),
  ];
}

/** The key of the token that a text ends in, and what is typed of its last value. */
function tokenBefore(before: string): { readonly key: string; readonly typed: string } | undefined {
  let start = before.length;
  while (start > 0 && !/[\s"]/.test(before[start - 1] ?? ' ')) start--;
  const rest = before.slice(start);
  const found = TOKEN_START.exec(rest);
  if (!found) return undefined;
  const values = rest.slice(found.index + found[0].length);
  return { key: found[1] ?? '', typed: values.slice(values.lastIndexOf(',') + 1) };
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
      return [];
    case 'duration':
      return simple(
        'value',
        ['30min', '4bh', '24h', '1bd', '2bd', '1w'].map((v) => [v, '']),
      );
    case 'interval':
      return simple(
        'value',
        intervals.map((v) => [v, '']),
      );
  }
}

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
      detail: owner.kind === 'role' && owner.name === undefined ? message(completionDetails.role) : name,
      insertText: text,
      filterText: `${text} ${plain(text)} ${filterNames(owner, name)}`,
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

function behind(at: Position, typed: string): Range {
  return { start: { line: at.line, character: at.character - typed.length }, end: at };
}
