import { splitOwners } from '../syntax/ownerValues.ts';
import type { OwnerGroup, OwnerLine, OwnerValue, Task } from '../syntax/playbook.ts';
import type { LineIndex } from '../text/lineIndex.ts';
import { comparePositions, type Position } from '../text/position.ts';
import type { Range } from '../text/range.ts';
import { textEdit, type TextEdit } from '../text/textEdit.ts';
import type { Roster } from '../workspace/roster.ts';

/**
 * Ways to write the owner of a task or a heading, the plainest first. Which of them is read as meant depends on the words
 * around it, and only the parser knows: whoever takes one reads it back.
 */
export type Form = readonly TextEdit[];

/** In place of the group that owns. A word or a sign that hugs it may need a space or brackets between. */
export function inPlaceOf({ range, clearRange, place }: OwnerGroup, handle: string): Form[] {
  const plain = [
    `@${handle}`,
    ` @${handle}`,
    ` @${handle} `,
    `(@${handle})`,
    ` (@${handle})`,
    ` (@${handle}) `,
  ];
  const whole = place === 'leading' ? [`@${handle}: `, `@${handle} `] : [];
  return [
    ...plain.map((newText) => [textEdit(range, newText)]),
    ...[...whole, ...plain.slice(1)].map((newText) => [textEdit(clearRange, newText)]),
  ];
}

/** Where there is none yet. */
export function besideWords({ words }: Pick<Task, 'words'>, handle: string): Form[] {
  const at = words.insertAt;
  const { start } = words.range;
  if (comparePositions(at, start) === 0) {
    return [`@${handle} `, `@${handle}`, ` @${handle}`].map((newText) => [textEdit(caret(at), newText)]);
  }
  return [
    [textEdit(caret(at), ` @${handle}`)],
    [textEdit(caret(at), ` (@${handle})`)],
    [textEdit(caret(start), `@${handle}: `)],
  ];
}

/**
 * Where those stand who own by an owner line or cell: a remark, a token or another label beside them is not theirs.
 * @returns undefined where nothing but prose stands there
 */
export function ownersIn(value: OwnerValue, roster: Roster): Range | undefined {
  const parts = splitOwners(value, roster);
  const first = parts.findIndex((p) => p.kind !== 'prose');
  const behind = parts.findIndex((p, i) => i > first && p.kind === 'prose');
  const [from, to] = [parts[first], parts[(behind < 0 ? parts.length : behind) - 1]];
  return from && to && { start: from.range.start, end: to.range.end };
}

/** Instead of those in an owner line, or behind its label, with a space between, unless one is there. */
export function inLine(lines: LineIndex, line: OwnerLine, handle: string, roster: Roster): Form[] {
  const values = valuesOf(line);
  const [only = line.value] = values.length === 1 ? values : [];
  const range = ownersIn(only, roster) ?? caret(only.range.start);
  const before = lines.line(range.start.line)[range.start.character - 1] ?? ' ';
  const space = /[\p{L}\p{N}:：]/u.test(before) ? ' ' : '';
  // `Lead: sam` stays among the words of the task, `Lead: @sam` does not.
  const names = line.label === 'lead' ? [`@${handle}`, handle] : [`@${handle}`];
  return names
    .flatMap((name) => [`${space}${name}`, ` ${name}`, `${name} `, ` ${name} `])
    .map((newText) => [textEdit(range, newText)]);
}

/** The value behind the label, or else those of the bullets below it. */
export function valuesOf({ value, bullets }: OwnerLine): readonly OwnerValue[] {
  return value.text === '' && bullets.length > 0 ? bullets : [value];
}

/** Instead of those in an owner cell, or before the words in it. */
export function inCell(cell: OwnerValue, handle: string, roster: Roster): Form[] {
  const owners = ownersIn(cell, roster);
  const range = owners ?? caret(cell.range.start);
  const plain = owners ? [`@${handle}`, ` @${handle} `] : [];
  return [...plain, `@${handle} `, ` @${handle}`].map((newText) => [textEdit(range, newText)]);
}

export function caret(at: Position) {
  return { start: at, end: at };
}
