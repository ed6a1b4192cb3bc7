import { splitOwners } from '../syntax/ownerValues.ts';
import type { Mention, OwnerLine, OwnerValue, Words } from '../syntax/playbook.ts';
import { textEdit, type TextEdit } from '../text/textEdit.ts';
import { normalizeHandle } from '../workspace/handles.ts';
import type { PlaybookView } from '../workspace/fileView.ts';

/**
 * Edits after which every mention is spelled as its roster spells it: `@Maria` becomes `@maria`. Case says nothing, so
 * nobody is somebody else afterwards.
 */
export function handleCase({ playbook, roster }: PlaybookView): TextEdit[] {
  const edits: TextEdit[] = [];
  const mention = ({ handle, range }: Pick<Mention, 'handle' | 'range'>): void => {
    const known = roster.find(handle)?.handle;
    if (known === undefined || known === handle || normalizeHandle(known) !== normalizeHandle(handle)) return;
    // A range may hold more than the handle, such as a quote or nothing but the name.
    const written = playbook.lines.slice(range);
    if (written === `@${handle}`) edits.push(textEdit(range, `@${known}`));
  };
  const words = ({ mentions, tokens }: Words): void => {
    mentions.forEach(mention);
    for (const { values } of tokens) {
      for (const { text, range } of values) mention({ handle: text, range });
    }
  };
  const value = (owner: OwnerValue): void => {
    for (const part of splitOwners(owner, roster)) {
      if (part.kind === 'mention') mention(part.mention);
    }
  };
  const ownerLine = (line: OwnerLine): void => {
    value(line.value);
  };
  for (const block of playbook.blocks) {
    switch (block.kind) {
      case 'heading':
        words(block.words);
        break;
      case 'task':
        words(block.words);
        block.ownerLines.forEach(ownerLine);
        break;
      case 'ownerLine':
        ownerLine(block);
        break;
      case 'table':
        for (const row of block.rows) {
          words(row.words);
          [...row.owners, ...row.consulted, ...row.informed].forEach(value);
        }
        for (const { who } of block.rows[0]?.raci ?? []) value(who);
        break;
    }
  }
  return edits;
}
