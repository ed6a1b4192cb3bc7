import type { Row, Task, Token, TokenKey, Words } from '../syntax/playbook.ts';
import { append } from '../text/lists.ts';
import { comparePositions, type Position } from '../text/position.ts';
import { textEdit, type TextEdit } from '../text/textEdit.ts';
import type { OwnedTask } from '../workspace/tasks.ts';
import type { PlaybookView } from '../workspace/fileView.ts';
import { handlesOf } from './reading.ts';
import { TaskTrial } from './trial.ts';

/** A token as it should read: `due:2027-01-16`, `for:@sam,@sales`. No values: the token goes away. */
export interface WantedToken {
  readonly key: TokenKey;
  /** As written, an owner's with its `@`. */
  readonly values: readonly string[];
}

/**
 * The smallest edits after which the task carries these tokens: one that is there gets the new value in place, one
 * that is not is written behind the task's words and its other tokens. A due day goes into the row's due cell where
 * the table has one. Nothing else changes, the owner least of all.
 * @returns undefined where the text has no place for them: an area, or a text in which they would not be read.
 */
export function setTokens(
  view: PlaybookView,
  task: OwnedTask,
  wanted: readonly WantedToken[],
): TextEdit[] | undefined {
  if (task.kind === 'area') return undefined;
  // A token twice goes away once, unless it is what keeps two owners apart.
  return tryTokens(view, task, wanted, 'remove') ?? tryTokens(view, task, wanted, 'change');
}

/** What becomes of further tokens with the same key, of which only the first counts. */
type Others = 'remove' | 'change';

function tryTokens(
  view: PlaybookView,
  task: OwnedTask,
  wanted: readonly WantedToken[],
  others: Others,
): TextEdit[] | undefined {
  const { node } = task;
  const trial = new TaskTrial(view, task);
  const reads = (edits: readonly TextEdit[]) =>
    trial.reads(edits, (after, before) => isRead(after, before, wanted));
  const inPlace: TextEdit[] = [];
  const missing: WantedToken[] = [];
  for (const token of wanted) {
    const edits = changeToken(view, node, token, others);
    if (edits) append(inPlace, edits);
    else missing.push(token);
  }
  // Without its only token a task may be none.
  if (missing.length === 0) return reads(inPlace) ? inPlace : undefined;
  const text = missing.map((t) => `${t.key}:${t.values.map(quoted).join(',')}`).join(' ');
  for (const insertion of insertions(node, text)) {
    const edits = [...inPlace, insertion];
    if (reads(edits)) return edits;
  }
  return undefined;
}

/** Edits of what is there already; undefined where the token must be written anew. */
function changeToken(
  view: PlaybookView,
  node: Task | Row,
  { key, values }: WantedToken,
  others: Others,
): TextEdit[] | undefined {
  const present = node.words.tokens.filter((t) => t.key === key);
  const [first, ...rest] = present;
  const cell = key === 'due' && node.kind === 'row' ? node.due : undefined;
  if (values.length === 0) {
    const emptied = cell && cell.text !== '' ? [textEdit(cell.range, '')] : [];
    return [...removalsOf(view, present), ...emptied];
  }
  const text = values.map(quoted).join(',');
  if (!first) return cell && [textEdit(cell.range, text)];
  const change = (token: Token): TextEdit[] => {
    const value = { start: valueStart(token), end: token.range.end };
    return view.playbook.lines.slice(value) === text ? [] : [textEdit(value, text)];
  };
  return [...change(first), ...(others === 'remove' ? removalsOf(view, rest) : rest.flatMap(change))];
}

function valueStart({ key, range }: Token): Position {
  return { line: range.start.line, character: range.start.character + key.length + 1 };
}

function removalsOf(view: PlaybookView, tokens: readonly Token[]): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const token of tokens) {
    const { start, end } = withSpace(view, token);
    // The space between two of them goes once.
    const last = edits.at(-1)?.range.end ?? start;
    edits.push(textEdit({ start: comparePositions(last, start) > 0 ? last : start, end }, ''));
  }
  return edits;
}

/** A token with the space before it, so that none is left over; at the start of a line the one behind it. */
function withSpace({ playbook }: PlaybookView, { range }: Token): Token['range'] {
  const line = playbook.lines.line(range.start.line);
  const before = line.slice(0, range.start.character);
  const space = before.length - before.trimEnd().length;
  // Behind a marker or a box the space belongs to those.
  const isFirst =
    /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+\[[ xX]\]\s*)?$/.test(before) || before.trimEnd().endsWith('|');
  if (!isFirst) {
    return { start: { line: range.start.line, character: range.start.character - space }, end: range.end };
  }
  const after = line.slice(range.end.character);
  const behind = after.length - after.trimStart().length;
  return { start: range.start, end: { line: range.end.line, character: range.end.character + behind } };
}

/** Places for a token that is not there yet, the plainest first. */
function insertions({ words }: Task | Row, text: string): TextEdit[] {
  const places = [behindTokens(words), words.insertAt];
  return [
    ...places.map((at) => textEdit({ start: at, end: at }, ` ${text}`)),
    textEdit({ start: words.range.start, end: words.range.start }, `${text} `),
  ];
}

/** Behind the words and the tokens that follow them. Tokens of a row may stand in another cell, which is not theirs. */
function behindTokens({ insertAt, tokens }: Words): Position {
  let at = insertAt;
  for (const { range } of tokens) {
    if (range.start.line === at.line && comparePositions(at, range.start) <= 0) at = range.end;
  }
  return at;
}

function isRead(after: OwnedTask, before: OwnedTask, wanted: readonly WantedToken[]): boolean {
  const { node, words } = after;
  const isThere = wanted.every(({ key, values }) => {
    const read = words.tokens.filter((t) => t.key === key);
    if (values.length === 0) return read.length === 0;
    if (read.length === 0) return key === 'due' && node.kind === 'row' && node.due?.text === values[0];
    const expected = values.map((v) => v.replace(/^@/, '')).join(',');
    return read.every((t) => t.values.map((v) => v.text).join(',') === expected);
  });
  return isThere && saysOtherwiseTheSame(after, before, wanted);
}

/** The same mentions in the same places: whoever owned the task still does. Space beside a token may go with it. */
function saysOtherwiseTheSame(a: OwnedTask, b: OwnedTask, wanted: readonly WantedToken[]): boolean {
  const plain = (text: string) => text.replace(/\s+/g, '');
  const groups = ({ words }: OwnedTask) =>
    words.ownerGroups.map((g) => `${g.members.map((m) => m.handle).join()} ${plain(g.rest)}`).join('\n');
  const others = ({ words }: OwnedTask) =>
    JSON.stringify([
      words.tokens
        .filter((t) => !wanted.some((w) => w.key === t.key))
        .map((t) => [t.key, t.values.map((v) => v.text)]),
      words.tags.map((t) => t.name),
    ]);
  const owners = (task: OwnedTask) => JSON.stringify([task.source, task.done, handlesOf(task.owners)]);
  return (
    plain(a.words.text) === plain(b.words.text) &&
    groups(a) === groups(b) &&
    others(a) === others(b) &&
    owners(a) === owners(b)
  );
}

function quoted(value: string): string {
  return /[\s"<>`|*,]/.test(value) ? `"${value.replaceAll('"', '')}"` : value;
}
