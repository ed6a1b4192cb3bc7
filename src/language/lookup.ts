import type { OwnerLine, OwnerValue, Section, Table, Token, TokenValue, Words } from '../syntax/playbook.ts';
import { splitOwners } from '../syntax/ownerValues.ts';
import type { Position } from '../text/position.ts';
import { sectionAt } from '../syntax/sections.ts';
import { rangeContains, type Range } from '../text/range.ts';
import { ownerCells } from '../workspace/ownerCells.ts';
import { isMention, partyOfMention, partyOfName, seenBy } from '../workspace/parties.ts';
import type { OwnedTask, Party } from '../workspace/tasks.ts';
import type { PlaybookView } from '../workspace/fileView.ts';

/** The task whose own lines hold a position: the deepest one. */
export function taskAt(view: PlaybookView, at: Position): OwnedTask | undefined {
  // Children come after their parents, so the last that holds the position is the deepest.
  return view.tasks.findLast((t) => rangeContains(wholeLines(t.node.range), at));
}

/** The lines of the innermost section around a line, without the sections inside it: the first and one past the last. */
export function ownLines(root: Section, line: number): readonly [number, number] {
  const { startLine, endLine, children } = sectionAt(root, line);
  return [startLine, children[0]?.startLine ?? endLine];
}

function wholeLines(range: Range): Range {
  return {
    start: { line: range.start.line, character: 0 },
    end: { line: range.end.line, character: Number.MAX_SAFE_INTEGER },
  };
}

/** What somebody may ask about at a position. */
export type Reference =
  | { readonly kind: 'party'; readonly party: Party; readonly range: Range }
  | { readonly kind: 'value'; readonly token: Token; readonly value: TokenValue; readonly range: Range };

/** The person, team or role named at a position, or the value of a token there. */
export function referenceAt(view: PlaybookView, at: Position): Reference | undefined {
  for (const reference of references(view)) if (rangeContains(reference.range, at)) return reference;
  return undefined;
}

/** Every name and token value of a playbook, in no particular order. */
export function* references(view: PlaybookView): Generator<Reference> {
  for (const block of view.playbook.blocks) {
    switch (block.kind) {
      case 'heading':
        yield* inWords(view, block.words);
        if (block.ownerLine) yield* inLine(view, block.ownerLine);
        break;
      case 'task':
        yield* inWords(view, block.words);
        for (const line of block.ownerLines) yield* inLine(view, line);
        for (const above of block.above) {
          if (above.kind === 'leadIn') yield* inWords(view, above.words);
          else for (const line of above.ownerLines) yield* inLine(view, line);
        }
        break;
      case 'ownerLine':
        yield* inLine(view, block);
        break;
      case 'table':
        yield* inTable(view, block);
        break;
    }
  }
}

function* inTable(view: PlaybookView, table: Table): Generator<Reference> {
  if (table.keyValue) yield* inLine(view, table.keyValue);
  for (const row of table.rows) {
    yield* inWords(view, row.words);
    const owners = ownerCells(row, table, view.roster);
    const cells = [...owners, ...row.consulted, ...row.informed, ...row.raci.map((c) => c.who)];
    for (const value of cells) yield* inValue(view, value);
  }
}

function* inLine(view: PlaybookView, { value, bullets }: OwnerLine): Generator<Reference> {
  for (const v of [value, ...bullets]) yield* inValue(view, v);
}

/** Mentions, and names in plain words where they own. */
function* inWords(view: PlaybookView, written: Words): Generator<Reference> {
  const { roster } = view;
  const words = seenBy(written, roster);
  const names = words.ownerGroups.flatMap((g) => g.members.filter((m) => m.form === 'name'));
  for (const mention of [...words.mentions.filter((m) => isMention(m, roster)), ...names]) {
    yield { kind: 'party', party: partyOfMention(mention, roster), range: mention.range };
  }
  for (const token of words.tokens) {
    for (const value of token.values) {
      if (PARTY_KEYS.has(token.key)) {
        const party = partyOfMention({ handle: value.text, range: value.range, form: 'handle' }, view.roster);
        yield { kind: 'party', party, range: value.range };
      } else yield { kind: 'value', token, value, range: value.range };
    }
  }
}

const PARTY_KEYS: ReadonlySet<Token['key']> = new Set(['for', 'help', 'consult', 'inform']);

function* inValue({ roster }: PlaybookView, value: OwnerValue): Generator<Reference> {
  for (const part of splitOwners(value, roster)) {
    if (part.kind === 'mention') {
      if (isMention(part.mention, roster))
        yield { kind: 'party', party: partyOfMention(part.mention, roster), range: part.mention.range };
    } else if (part.kind === 'name') {
      yield { kind: 'party', party: partyOfName(part.name, part.range, roster), range: part.range };
    }
  }
}
