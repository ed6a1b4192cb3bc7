import type { Heading, OwnerValue, Row, Task } from '../syntax/playbook.ts';
import { tokenKinds, type TokenValueKind } from '../syntax/tokens.ts';
import { splitOwners } from '../syntax/ownerValues.ts';
import { compareRanges, type Range } from '../text/range.ts';
import { claimingGroup, isMention } from '../workspace/parties.ts';
import type { PlaybookView } from '../workspace/fileView.ts';

/** What a stretch of a line is, for its colour. The manifest maps each to scopes that every theme knows. */
export const semanticTokenTypes = [
  'playbookOwner',
  'playbookMention',
  'playbookPlaceholder',
  'playbookKey',
  'playbookValue',
  'playbookTime',
  'playbookTag',
] as const;

export interface SemanticToken {
  readonly type: (typeof semanticTokenTypes)[number];
  /** Within one line. */
  readonly range: Range;
}

/**
 * Owners, mentions, tokens and tags, in source order. Unlike the grammar, this knows the roster and sees whole
 * paragraphs and tables, and it colours Markdown that a roster makes a playbook.
 */
export function semanticTokens(view: PlaybookView): SemanticToken[] {
  const tokens: SemanticToken[] = [];
  for (const block of view.playbook.blocks) {
    switch (block.kind) {
      case 'heading':
        inWords(view, block, tokens);
        break;
      case 'task':
        inWords(view, block, tokens);
        for (const line of block.ownerLines) inValue(view, line.value, tokens);
        break;
      case 'ownerLine':
        inValue(view, block.value, tokens);
        break;
      case 'table':
        if (block.keyValue) inValue(view, block.keyValue.value, tokens);
        for (const row of block.rows) {
          inWords(view, row, tokens);
          for (const value of [...row.owners, ...row.consulted, ...row.informed])
            inValue(view, value, tokens);
        }
        break;
    }
  }
  return tokens
    .filter(({ range: { start, end } }) => start.line === end.line && start.character < end.character)
    .sort((a, b) => compareRanges(a.range, b.range))
    .filter((token, i, all) => !overlapsPrevious(token, all[i - 1]));
}

function inWords(view: PlaybookView, { kind, words }: Heading | Task | Row, tokens: SemanticToken[]): void {
  const { roster } = view;
  // A row is owned by its cells; a mention in its text only names somebody.
  const owners = kind === 'row' ? undefined : claimingGroup(words.ownerGroups, roster);
  const starts = new Set(owners?.members.map((m) => `${m.range.start.line}:${m.range.start.character}`));
  for (const mention of words.mentions) {
    const { start } = mention.range;
    if (!isMention(mention, roster)) {
      if (mention.form === 'placeholder') tokens.push({ type: 'playbookPlaceholder', range: mention.range });
    } else {
      const isOwner = starts.has(`${start.line}:${start.character}`);
      tokens.push({ type: isOwner ? 'playbookOwner' : 'playbookMention', range: mention.range });
    }
  }
  for (const { key, range, values } of words.tokens) {
    const end = { line: range.start.line, character: range.start.character + key.length + 1 };
    tokens.push({ type: 'playbookKey', range: { start: range.start, end } });
    const type = typeOfValue(tokenKinds[key].value);
    for (const value of values) tokens.push({ type, range: value.range });
  }
  for (const { range } of words.tags) tokens.push({ type: 'playbookTag', range });
}

function typeOfValue(kind: TokenValueKind): SemanticToken['type'] {
  switch (kind) {
    case 'owner':
      return 'playbookMention';
    case 'due':
    case 'duration':
    case 'interval':
      return 'playbookTime';
    default:
      return 'playbookValue';
  }
}

function inValue({ roster }: PlaybookView, value: OwnerValue, tokens: SemanticToken[]): void {
  for (const part of splitOwners(value, (name) => roster.findByName(name) !== undefined)) {
    if (part.kind === 'mention') {
      const type = isMention(part.mention, roster) ? 'playbookOwner' : 'playbookPlaceholder';
      tokens.push({ type, range: part.mention.range });
    } else if (part.kind === 'name') tokens.push({ type: 'playbookOwner', range: part.range });
    else tokens.push({ type: 'playbookPlaceholder', range: part.range });
  }
}

function overlapsPrevious({ range }: SemanticToken, previous: SemanticToken | undefined): boolean {
  if (!previous) return false;
  const { end } = previous.range;
  return end.line === range.start.line && end.character > range.start.character;
}
