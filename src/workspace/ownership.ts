import type {
  OwnerLine,
  OwnerValue,
  Playbook,
  Row,
  Section,
  Table,
  Task,
  Token,
  TokenValue,
  Words,
} from '../syntax/playbook.ts';
import {
  claimOfGroup,
  claimOfGroups,
  claimOfHeading,
  claimOfLine,
  claimOfValues,
  claimingGroup,
  partiesOfToken,
  partiesOfValue,
  partyOfName,
  seenBy,
  type Claim,
} from './parties.ts';
import { dueDay } from './dueDay.ts';
import type { Roster } from './roster.ts';
import { ownerCells } from './ownerCells.ts';
import {
  dueCellText,
  tokenValues,
  type OwnedTask,
  type Ownership,
  type OwnerSource,
  type Party,
} from './tasks.ts';

/** What a section hands down to its tasks and sub-sections. */
interface Inherited {
  readonly claim: Claim | undefined;
  readonly dueText: TokenValue | undefined;
  readonly due: string | undefined;
  readonly goals: readonly TokenValue[];
}

const NOTHING: Inherited = { claim: undefined, dueText: undefined, due: undefined, goals: [] };

const NO_PARTIES: readonly Party[] = [];

/** What a node says by itself. */
interface NodeFacts {
  /** The owner in its own words, owner lines or cells. */
  readonly own: Claim | undefined;
  /** As those read them who know the roster. */
  readonly words: Words;
  readonly text: string;
  readonly says: TokenFacts;
  /** Line at which the node stood. Names in cells and owner lines have ranges of their own, which do not move with it. */
  readonly line: number;
}

/** What a task's own tokens and due cell say; of a row also its other cells. */
type TokenFacts = Pick<
  OwnedTask,
  'dueText' | 'due' | 'goals' | 'consulted' | 'informed' | 'receivers' | 'helpers'
>;

const NO_FACTS: TokenFacts = {
  dueText: undefined,
  due: undefined,
  goals: [],
  consulted: NO_PARTIES,
  informed: NO_PARTIES,
  receivers: NO_PARTIES,
  helpers: NO_PARTIES,
};

/**
 * Every task and area of a playbook, in source order, with who owns it and why: its own mention, owner line or cell,
 * then the nearest ancestor task, the nearest heading upward, the document, the default owner, nobody
 * (docs/format.md, "Who owns a task").
 */
export function resolveOwnership(playbook: Playbook, roster: Roster, memo?: OwnershipMemo): OwnedTask[] {
  return new Resolver(roster, memo?.of(roster) ?? new Map()).run(playbook);
}

/**
 * What the nodes of a playbook say by themselves, kept while it is being edited: after a keystroke most nodes are those
 * of before. Nothing outside of a node and the roster may go in here.
 */
export class OwnershipMemo {
  #roster: Roster | undefined;
  #nodes = new WeakMap<Task | Row, NodeFacts>();

  of(roster: Roster): NodeMemo {
    if (roster !== this.#roster) this.#nodes = new WeakMap();
    this.#roster = roster;
    return this.#nodes;
  }
}

type NodeMemo = Map<Task | Row, NodeFacts> | WeakMap<Task | Row, NodeFacts>;

class Resolver {
  readonly #roster: Roster;
  readonly #memo: NodeMemo;
  readonly #tasks: OwnedTask[] = [];

  constructor(roster: Roster, memo: NodeMemo) {
    this.#roster = roster;
    this.#memo = memo;
  }

  run(playbook: Playbook): OwnedTask[] {
    this.#section(playbook.root, NOTHING);
    return this.#tasks.slice();
  }

  #section(section: Section, outer: Inherited): void {
    const inherited = this.#inherit(section, outer);
    for (const item of section.items) {
      if (item.kind === 'task') this.#item(item, section, inherited);
      else if (!this.#isOwnerLine(item)) this.#table(item, section, inherited);
    }
    for (const child of section.children) this.#section(child, inherited);
  }

  #inherit(section: Section, outer: Inherited): Inherited {
    const words = section.heading?.words;
    const tokens = words?.tokens ?? [];
    const goals = tokenValues(tokens, 'goal');
    const dueText = tokenValues(tokens, 'due')[0];
    return {
      claim: claimOfSection(section, this.#roster) ?? outer.claim,
      dueText: dueText ?? outer.dueText,
      due: dueText ? this.#day(dueText) : outer.due,
      goals: goals.length > 0 ? goals : outer.goals,
    };
  }

  /** `| Owner | @maria |`: what looks like a table's header is an owner line, if it names somebody. */
  #isOwnerLine(table: Table): boolean {
    const { keyValue } = table;
    return keyValue !== undefined && claimOfLine(keyValue, this.#roster, true) !== undefined;
  }

  #item(node: Task, section: Section, inherited: Inherited): void {
    const facts = this.#itemFacts(node);
    const ownership = facts.own
      ? ownershipOf(facts.own, 'task')
      : (this.#fromAbove(node) ?? this.#ownership(undefined, inherited.claim));
    this.#add(node, undefined, section, ownership, inherited, facts);
  }

  #itemFacts(node: Task): NodeFacts {
    const isOfRoster = node.words.source !== undefined && seenBy(node.words, this.#roster) !== node.words;
    const hasOwnRanges = isOfRoster || node.ownerLines.length > 0;
    return this.#known(node, hasOwnRanges) ?? this.#keep(node, this.#readItem(node));
  }

  #readItem({ words: written, ownerLines, range }: Task): NodeFacts {
    const roster = this.#roster;
    const words = seenBy(written, roster);
    const group = claimingGroup(written, roster);
    const own = group ? claimOfGroup(group, roster) : claimOfOwnerLines(ownerLines, roster);
    return {
      own,
      words,
      text: group?.rest ?? words.text,
      says: this.#tokenFacts(words.tokens, undefined),
      line: range.start.line,
    };
  }

  /** What the nearest of the tasks, items and lead-ins above a task says about it. */
  #fromAbove(node: Task): Ownership | undefined {
    for (let task: Task | undefined = node; task; task = task.parent) {
      for (const above of task.above) {
        const claim =
          above.kind === 'leadIn'
            ? claimOfGroups(above.words, this.#roster)
            : claimOfOwnerLines(above.ownerLines, this.#roster);
        if (claim) return ownershipOf(claim, above.kind === 'leadIn' ? 'section' : 'parent');
      }
      const own = task.parent && this.#itemFacts(task.parent).own;
      if (own) return ownershipOf(own, 'parent');
    }
    return undefined;
  }

  #table(table: Table, section: Section, inherited: Inherited): void {
    if (table.asksWho && !this.#roster.readsWho(table)) return;
    for (const row of table.rows) {
      const facts = this.#known(row, true) ?? this.#keep(row, this.#readRow(row, table));
      this.#add(row, table, section, this.#ownership(facts.own, undefined), inherited, facts);
    }
  }

  #readRow(row: Row, table: Table): NodeFacts {
    const { words } = row;
    const isRaci = table.rowKind === 'raci';
    const of = (values: readonly OwnerValue[]) => values.flatMap((v) => partiesOfValue(v, this.#roster));
    const letters = (letter: string) =>
      of(row.raci.filter((c) => c.letters.includes(letter)).map((c) => c.who));
    // The first owner is the A of RACI, the others are the R and S; without an A the first R owns.
    const own = isRaci
      ? claimOfParties([...letters('A').slice(0, 1), ...letters('R'), ...letters('S')])
      : claimOfValues(ownerCells(row, table, this.#roster), this.#roster);
    const says = this.#tokenFacts(words.tokens, dueCell(row));
    const consulted = joined(isRaci ? [...letters('C'), ...letters('V')] : of(row.consulted), says.consulted);
    const informed = joined(isRaci ? letters('I') : of(row.informed), says.informed);
    return {
      own,
      words,
      text: words.text,
      says: { ...says, consulted, informed },
      line: row.range.start.line,
    };
  }

  #known(node: Task | Row, hasOwnRanges: boolean): NodeFacts | undefined {
    const known = this.#memo.get(node);
    return known && hasOwnRanges && known.line !== node.range.start.line ? undefined : known;
  }

  #keep(node: Task | Row, facts: NodeFacts): NodeFacts {
    this.#memo.set(node, facts);
    return facts;
  }

  /** One literal, as a workspace has 200,000 tasks and each copy counts. */
  #add(
    node: Task | Row,
    table: Table | undefined,
    section: Section,
    { owners, source }: Ownership,
    inherited: Inherited,
    { words, text, says }: NodeFacts,
  ): void {
    this.#tasks.push({
      owners,
      source,
      kind: table === undefined ? 'item' : table.rowKind === 'area' ? 'area' : 'row',
      node,
      table,
      section,
      state: node.state,
      done: node.done,
      words,
      text,
      dueText: says.dueText ?? inherited.dueText,
      due: says.dueText ? says.due : inherited.due,
      goals: says.goals.length > 0 ? says.goals : inherited.goals,
      consulted: says.consulted,
      informed: says.informed,
      receivers: says.receivers,
      helpers: says.helpers,
    });
  }

  #tokenFacts(tokens: readonly Token[], cell: TokenValue | undefined): TokenFacts {
    if (tokens.length === 0 && cell === undefined) return NO_FACTS;
    const of = (key: Token['key']) => partiesOfToken(tokenValues(tokens, key), this.#roster);
    const dueText = tokenValues(tokens, 'due')[0] ?? cell;
    return {
      dueText,
      due: this.#day(dueText, dueText === cell),
      goals: tokenValues(tokens, 'goal'),
      consulted: of('consult'),
      informed: of('inform'),
      receivers: of('for'),
      helpers: of('help'),
    };
  }

  #day(written: TokenValue | undefined, isCell = false): string | undefined {
    return written && dueDay(isCell ? dueCellText(written.text) : written.text, this.#roster);
  }

  #ownership(own: Claim | undefined, section: Claim | undefined): Ownership {
    if (own) return ownershipOf(own, 'task');
    if (section) return ownershipOf(section, 'section');
    const owner = defaultOwner(this.#roster);
    return owner ? { owners: [owner], source: 'default' } : NOT_OWNED;
  }
}

function ownershipOf({ owners, nobody }: Claim, source: OwnerSource): Ownership {
  return nobody ? NOT_OWNED : { owners, source };
}

/** Who owns a section by its own heading or owner lines. */
export function claimOfSection({ heading, ownerLines }: Section, roster: Roster): Claim | undefined {
  const own = heading && claimOfHeading(heading, roster);
  if (own) return own;
  const tableLines = new Set(
    ownerLines.flatMap((l) => (l.kind === 'table' && l.keyValue ? [l.keyValue] : [])),
  );
  const lines = ownerLines.map((l) => (l.kind === 'table' ? l.keyValue : l)).filter((l) => l !== undefined);
  return firstClaim(lines, (line) =>
    claimOfLine(line, roster, line.label === 'lead' || tableLines.has(line)),
  );
}

function claimOfOwnerLines(ownerLines: readonly OwnerLine[], roster: Roster): Claim | undefined {
  return firstClaim(ownerLines, (l) => claimOfLine(l, roster, l.label === 'lead'));
}

/** `Accountable:` names the one who answers, whatever stands before it. */
function firstClaim(
  lines: readonly OwnerLine[],
  claim: (line: OwnerLine) => Claim | undefined,
): Claim | undefined {
  if (lines.length === 0) return undefined;
  const accountable = lines.filter((l) => /^accountable$/i.test(l.labelText));
  for (const line of [...accountable, ...lines]) {
    const found = claim(line);
    if (found) return found;
  }
  return undefined;
}

const NOT_OWNED: Ownership = { owners: [], source: 'none' };

function joined(a: readonly Party[], b: readonly Party[]): readonly Party[] {
  if (a.length === 0) return b;
  return b.length === 0 ? a : [...a, ...b];
}

/** A cell that says something: an empty one, or a dash, sets no day. */
function dueCell({ due }: Row): TokenValue | undefined {
  return due && !/^[-–—?]?$/.test(due.text) ? due : undefined;
}

function claimOfParties(parties: readonly Party[]): Claim {
  const seen = new Set<string>();
  const owners = parties.filter(({ handle }) => !seen.has(handle) && seen.add(handle));
  return { owners, nobody: owners.length === 0 };
}

function defaultOwner(roster: Roster): Party | undefined {
  const handle = roster.defaultOwner;
  return handle === undefined ? undefined : partyOfName(handle, undefined, roster);
}
