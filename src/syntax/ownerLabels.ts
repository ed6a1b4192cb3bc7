import type { InlineText } from './inlineText.ts';
import type { OwnerLine } from './playbook.ts';

/** Labels that name an owner; source of a RegExp with the `i` flag. `Lead` is not among them: a lead is a prospect. */
export const ownerLabelPattern = String.raw`owners?|owner\(s\)|dri|assignees?|assignee\(s\)|assigned\s+to|responsible|accountable`;

const OWNER_LINE = new RegExp(
  // label, plain or in emphasis, which ends before the colon, behind it or behind the value; then the value
  String.raw`^\s*([*_]{0,3})(${ownerLabelPattern}|leads?)(?:\s*:\s*\1|\1\s*:|\s*:)[ \t]*(.*)$`,
  'is',
);

const LABEL = /owner|dri|assign|responsible|accountable|lead/i;

/** Cheap test that a text may hold an owner line. */
export function mayHoldOwnerLine(text: string): boolean {
  return text.includes(':') && LABEL.test(text);
}

/**
 * Reads line `index` of a paragraph as an owner line: `Owner: @maria`, `**DRI:** Jane Smith`.
 * @returns undefined when the line does not begin with an owner label and a colon.
 */
export function ownerLineAt(inline: InlineText, index: number): OwnerLine | undefined {
  const line = inline.lines[index];
  if (!line) return undefined;
  const match = OWNER_LINE.exec(line.text);
  if (!match) return undefined;
  const labelText = match[2] ?? '';
  const raw = match[3] ?? '';
  const from = line.text.length - raw.length;
  const [text, skipped] = trimValue(raw, match[1] ?? '');
  const start = line.column + from + skipped;
  const at = (character: number) => ({ line: line.line, character });
  const lineStart = line.column + line.text.length - line.text.trimStart().length;
  return {
    kind: 'ownerLine',
    label: /^lead/i.test(labelText) ? 'lead' : 'owner',
    labelText,
    range: { start: at(lineStart), end: at(Math.max(start + text.length, line.column + from)) },
    value: { text, range: { start: at(start), end: at(start + text.length) } },
  };
}

function withoutEnd(raw: string): string {
  for (let text = raw; ;) {
    const bare = text.trimEnd();
    const comment = bare.endsWith('-->') ? bare.lastIndexOf('<!--') : -1;
    if (comment >= 0) text = bare.slice(0, comment);
    else if (bare.endsWith('\\')) text = bare.slice(0, -1);
    else return bare;
  }
}

/**
 * A value without the space, comment and hard break around it, and without the end of an emphasis that began before
 * the label; and how much was skipped in front.
 */
function trimValue(raw: string, emphasis: string): readonly [string, number] {
  let text = withoutEnd(raw);
  const closes = emphasis !== '' && text.endsWith(emphasis);
  if (closes && text.split(emphasis).length % 2 === 0) text = text.slice(0, -emphasis.length).trimEnd();
  const skipped = text.length - text.trimStart().length;
  return [text.trimStart(), skipped];
}
