import type { Above, Heading, OwnerLine, OwnerValue, Row, Task } from '../syntax/playbook.ts';
import { tokenKinds, type TokenValueKind } from '../syntax/tokens.ts';
import { splitOwners } from '../syntax/ownerValues.ts';
import { compareRanges, type Range } from '../text/range.ts';
import { ownerCells } from '../workspace/ownerCells.ts';
import { claimingGroup, isMention, seenBy } from '../workspace/parties.ts';
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
  // Each stands above every task of its list.
  const above = new Set<Above>();
  for (const block of view.playbook.blocks) {
    switch (block.kind) {
      case 'heading':
        inWords(view, block, tokens);
        if (block.ownerLine) inLine(view, block.ownerLine, tokens);
        break;
      case 'task':
        inWords(view, block, tokens);
        for (const line of block.ownerLines) inLine(view, line, tokens);
        for (const a of block.above) above.add(a);
        break;
      case 'ownerLine':
        inLine(view, block, tokens);
        break;
      case 'table':
        if (block.keyValue) inLine(view, block.keyValue, tokens);
        for (const row of block.rows) {
          inWords(view, row, tokens);
          const owners = ownerCells(row, block, view.roster);
          for (const value of [...owners, ...row.consulted, ...row.informed]) inValue(view, value, tokens);
        }
        break;
    }
  }
  for (const a of above) {
    if (a.kind === 'leadIn') inWords(view, { kind: 'leadIn', words: a.words }, tokens);
    else for (const line of a.ownerLines) inLine(view, line, tokens);
  }
  return tokens
    .filter(({ range: { start, end } }) => start.line === end.line && start.character < end.character)
    .sort((a, b) => compareRanges(a.range, b.range))
    .filter((token, i, all) => !overlapsPrevious(token, all[i - 1]));
}

function inLine(view: PlaybookView, { value, bullets }: OwnerLine, tokens: SemanticToken[]): void {
  for (const v of [value, ...bullets]) inValue(view, v, tokens);
}

type LeadIn = Extract<Above, { kind: 'leadIn' }>;

function inWords(
  view: PlaybookView,
  node: Pick<Heading | Task | Row | LeadIn, 'kind' | 'words'>,
  tokens: SemanticToken[],
): void {
  const { roster } = view;
  const words = seenBy(node.words, roster);
  // A row is owned by its cells; a mention in its text only names somebody.
  const owners = node.kind === 'row' ? undefined : claimingGroup(node.words, roster);
  const starts = new Set(owners?.members.map((m) => `${m.range.start.line}:${m.range.start.character}`));
  // A name in plain words says something only where it owns.
  for (const { form, range } of owners?.members ?? []) {
    if (form === 'name') tokens.push({ type: 'playbookOwner', range });
  }
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
  for (const part of splitOwners(value, roster)) {
    if (part.kind === 'mention') {
      const isBlank = part.mention.form === 'placeholder' && !isMention(part.mention, roster);
      const type = isBlank ? 'playbookPlaceholder' : 'playbookOwner';
      tokens.push({ type, range: part.mention.range });
    } else if (part.kind === 'name') tokens.push({ type: 'playbookOwner', range: part.range });
    else if (part.kind === 'nobody') tokens.push({ type: 'playbookPlaceholder', range: part.range });
  }
}

function overlapsPrevious({ range }: SemanticToken, previous: SemanticToken | undefined): boolean {
  if (!previous) return false;
  const { end } = previous.range;
  return end.line === range.start.line && end.character > range.start.character;
}
