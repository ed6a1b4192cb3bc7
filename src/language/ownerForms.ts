import type { OwnerGroup, OwnerLine, Task } from '../syntax/playbook.ts';
import type { LineIndex } from '../text/lineIndex.ts';
import { comparePositions, type Position } from '../text/position.ts';
import { textEdit, type TextEdit } from '../text/textEdit.ts';

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
    return [`@${handle} `, `@${handle}`].map((newText) => [textEdit(caret(at), newText)]);
  }
  return [
    [textEdit(caret(at), ` @${handle}`)],
    [textEdit(caret(at), ` (@${handle})`)],
    [textEdit(caret(start), `@${handle}: `)],
  ];
}

/** Behind the label of an owner line, with a space between, unless one is there. */
export function inLine(lines: LineIndex, { value, label }: OwnerLine, handle: string): Form[] {
  const { start } = value.range;
  const before = lines.line(start.line)[start.character - 1] ?? ' ';
  const space = /\s/.test(before) ? '' : ' ';
  // `Lead: sam` stays among the words of the task, `Lead: @sam` does not.
  const names = label === 'lead' ? [`@${handle}`, handle] : [`@${handle}`];
  return names.map((name) => [textEdit(value.range, `${space}${name}`)]);
}

export function caret(at: Position) {
  return { start: at, end: at };
}
