import { InlineText } from '../syntax/inlineText.ts';
import { decodeEntity } from '../syntax/markdown.ts';
import { ownerLabels } from '../syntax/ownerWords.ts';
import { splitRow, type Cell } from '../syntax/tableCells.ts';
import { analyzeWords } from '../syntax/words.ts';
import type { OwnedTask } from '../workspace/tasks.ts';
import type { PlaybookView } from '../workspace/fileView.ts';

/**
 * Baselines are older than the reading of today: the first edition of the format took signs out of texts (`3*2`), left
 * others in (`{#id .class}`, `&amp;`), and knew fewer places for owners and columns for what is to be done. What it
 * wrote is compared by what all editions agree on: letters and digits, and who is mentioned.
 */

const HANDLE = String.raw`@(?:[<[{][^<>[\]{}\n]*[>\]}]|[\p{L}\p{N}_][\p{L}\p{N}\p{M}_.-]*(?:/[\p{L}\p{N}_.-]+)?)`;
const LABELS = ownerLabels.map((l) => l.replace(/[()]/g, '\\$&')).join('|');
/** Mentions with the label before them: `DRI: @sam`, cut off with an owner in one edition and not in another. */
const MENTIONS = new RegExp(
  `(?:(?<![\\p{L}\\p{N}])(?:${LABELS})\\s*[:：]\\s*)?${HANDLE}(?:(?:\\s|[,;&/+]|\\b(?:and|or)\\b){1,8}${HANDLE})*`,
  'giu',
);
const MENTION = new RegExp(HANDLE, 'gu');
const ENTITY = /&(?:[a-z][a-z0-9]{1,31}|#\d{1,7}|#x[0-9a-f]{1,6});/gi;
const BRACES = /\{\{[^{}]*\}\}|\{[^{}]*\}/g;
const NO_WORDS = /[^\p{L}\p{M}\p{N}]+/gu;
/** Of so many mentions at either end of a text, an edition may have taken any number for its owners. */
const MOST_OWNERS = 8;

/** What all editions say alike of a text: its letters and digits, mentions and what stands in braces aside. */
export function formerWords(text: string): string {
  const bare = text
    .replace(ENTITY, (entity) => decodeEntity(entity) ?? entity)
    .replace(BRACES, ' ')
    .replace(MENTIONS, ' ')
    .replace(NO_WORDS, '');
  // Where nothing is left, the text is nothing but signs: then they tell it.
  return bare === '' ? text : bare;
}

/** The mentions that stand in a text, to tell what else reads alike. */
export function formerMentions(text: string): readonly string[] {
  return text.match(MENTION) ?? [];
}

/** The mentions of a text with owners at its beginning or end taken away, in every way an edition may have done so. */
export function withoutOwners(mentions: readonly string[]): readonly (readonly string[])[] {
  const most = Math.min(mentions.length, MOST_OWNERS);
  const found = [mentions];
  for (let n = 1; n <= most; n++) found.push(mentions.slice(n), mentions.slice(0, mentions.length - n));
  return found;
}

/** The whole texts by which an edition may have known a task. */
export function formerTexts(task: OwnedTask, { playbook }: PlaybookView): readonly string[] {
  const { words, table, node } = task;
  if (!table || node.kind !== 'row') return [words.text];
  const { lines } = playbook;
  const cellsAt = ({ line, character }: { readonly line: number; readonly character: number }) =>
    splitRow(lines.line(line).slice(character), line, character);
  const column = node.raci.length > 0 ? 0 : formerColumn(cellsAt(table.range.start));
  const cell = cellsAt(node.range.start)[column];
  return cell && cell.text !== '' ? [words.text, analyzeWords(new InlineText([cell])).text] : [words.text];
}

/** Headers of columns that were never the text of a row; `Phase` and `Step` were. */
const NEVER_TEXT =
  /^(?:accountable|owners?|owner\(s\)|dri|driver|assignees?|assignee\(s\)|assigned to|responsible|consulted|informed|due|due date|deadline|status|done|#|no\.?|nr\.?|num(?:ber)?|id|ref|dates?|day|start date|end date|when|time)$/;

/** The first column that could be the text of a row. */
function formerColumn(header: readonly Cell[]): number {
  return header.findIndex(({ text }) => {
    const name = text
      .replace(/[*_`~]+/g, '')
      .replace(/\s+/g, ' ')
      .trim()
      .toLowerCase();
    return !NEVER_TEXT.test(name);
  });
}
