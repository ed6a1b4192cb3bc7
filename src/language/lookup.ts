import type { Heading, OwnerValue, Row, Section, Task, Token, TokenValue } from '../syntax/playbook.ts';
import { splitOwners } from '../syntax/ownerValues.ts';
import type { Position } from '../text/position.ts';
import { sectionAt } from '../syntax/sections.ts';
import { rangeContains, type Range } from '../text/range.ts';
import { partyOfMention, partyOfName } from '../workspace/parties.ts';
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
        yield* inWords(view, block);
        break;
      case 'task':
        yield* inWords(view, block);
        for (const line of block.ownerLines) yield* inValue(view, line.value);
        break;
      case 'ownerLine':
        yield* inValue(view, block.value);
        break;
      case 'table':
        if (block.keyValue) yield* inValue(view, block.keyValue.value);
        for (const row of block.rows) {
          yield* inWords(view, row);
          const cells = [...row.owners, ...row.consulted, ...row.informed, ...row.raci.map((c) => c.who)];
          for (const value of cells) yield* inValue(view, value);
        }
        break;
    }
  }
}

function* inWords(view: PlaybookView, { words }: Heading | Task | Row): Generator<Reference> {
  for (const mention of words.mentions) {
    yield { kind: 'party', party: partyOfMention(mention, view.roster), range: mention.range };
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
  for (const part of splitOwners(value, (name) => roster.findByName(name) !== undefined)) {
    if (part.kind === 'mention') {
      yield { kind: 'party', party: partyOfMention(part.mention, roster), range: part.mention.range };
    } else if (part.kind === 'name') {
      yield { kind: 'party', party: partyOfName(part.name, part.range, roster), range: part.range };
    }
  }
}
