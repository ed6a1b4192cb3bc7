import { parseDue, resolveDue } from '../syntax/dates.ts';
import type {
  OwnerLine,
  Playbook,
  Row,
  Section,
  Table,
  Task,
  Token,
  TokenValue,
} from '../syntax/playbook.ts';
import {
  claimOfGroup,
  claimOfGroups,
  claimOfLine,
  claimOfValues,
  claimingGroup,
  partiesOfToken,
  partiesOfValue,
  partyOfName,
  type Claim,
} from './parties.ts';
import type { Roster } from './roster.ts';
import { tokenValues, type OwnedTask, type Ownership, type Party } from './tasks.ts';

/** What a section hands down to its tasks and sub-sections. */
interface Inherited {
  readonly claim: Claim | undefined;
  readonly dueText: TokenValue | undefined;
  readonly goals: readonly TokenValue[];
}

const NOTHING: Inherited = { claim: undefined, dueText: undefined, goals: [] };

/**
 * Every task and area of a playbook, in source order, with who owns it and why: its own mention, owner line or cell,
 * then the nearest ancestor task, the nearest heading upward, the document, the default owner, nobody
 * (docs/format.md, "Who owns a task").
 */
export function resolveOwnership(playbook: Playbook, roster: Roster): OwnedTask[] {
  return new Resolver(roster).run(playbook);
}

class Resolver {
  readonly #roster: Roster;
  readonly #tasks: OwnedTask[] = [];
  readonly #byNode = new Map<Task, Claim>();

  constructor(roster: Roster) {
    this.#roster = roster;
  }

  run(playbook: Playbook): OwnedTask[] {
    this.#section(playbook.root, NOTHING);
    return this.#tasks;
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
    return {
      claim:
        claimOfGroups(words?.ownerGroups ?? [], this.#roster) ?? this.#claimOfLines(section) ?? outer.claim,
      dueText: tokenValues(tokens, 'due')[0] ?? outer.dueText,
      goals: goals.length > 0 ? goals : outer.goals,
    };
  }

  #claimOfLines({ ownerLines }: Section): Claim | undefined {
    const lines = ownerLines.map((l) => (l.kind === 'table' ? l.keyValue : l)).filter((l) => l !== undefined);
    return this.#firstClaim(lines, (line) => {
      const inTable = ownerLines.find((l) => l.kind === 'table' && l.keyValue === line);
      return claimOfLine(line.value, this.#roster, line.label === 'lead' || inTable !== undefined);
    });
  }

  /** `Accountable:` names the one who answers, whatever stands before it. */
  #firstClaim(lines: readonly OwnerLine[], claim: (line: OwnerLine) => Claim | undefined): Claim | undefined {
    if (lines.length === 0) return undefined;
    const accountable = lines.filter((l) => /^accountable$/i.test(l.labelText));
    for (const line of [...accountable, ...lines]) {
      const found = claim(line);
      if (found) return found;
    }
    return undefined;
  }

  /** `| Owner | @maria |`: what looks like a table's header is an owner line, if it names somebody. */
  #isOwnerLine(table: Table): boolean {
    const { keyValue } = table;
    return keyValue !== undefined && claimOfLine(keyValue.value, this.#roster, true) !== undefined;
  }

  #item(node: Task, section: Section, inherited: Inherited): void {
    const { words, ownerLines } = node;
    const roster = this.#roster;
    const group = claimingGroup(words.ownerGroups, roster);
    const own = group
      ? claimOfGroup(group, roster)
      : this.#firstClaim(ownerLines, (l) => claimOfLine(l.value, roster, l.label === 'lead'));
    if (own) this.#byNode.set(node, own);
    const fromParent = own || !node.parent ? undefined : this.#claimOfAncestor(node);
    const ownership = this.#ownership(own, fromParent, inherited.claim);
    this.#add(node, undefined, section, group?.rest ?? words.text, ownership, inherited);
  }

  #claimOfAncestor(node: Task): Claim | undefined {
    for (let parent = node.parent; parent; parent = parent.parent) {
      const claim = this.#byNode.get(parent);
      if (claim) return claim;
    }
    return undefined;
  }

  #table(table: Table, section: Section, inherited: Inherited): void {
    const roster = this.#roster;
    for (const row of table.rows) {
      const { words } = row;
      const isRaci = table.rowKind === 'raci';
      const letters = (letter: string) =>
        row.raci.filter((c) => c.letters.includes(letter)).flatMap((c) => partiesOfValue(c.who, roster));
      // The first owner is the A of RACI, the others are the R; without an A the first R owns.
      const claim = isRaci
        ? claimOfParties([...letters('A').slice(0, 1), ...letters('R')])
        : claimOfValues(row.owners, roster);
      const ownership = this.#ownership(claim, undefined, undefined);
      const consulted = isRaci ? letters('C') : row.consulted.flatMap((v) => partiesOfValue(v, roster));
      const informed = isRaci ? letters('I') : row.informed.flatMap((v) => partiesOfValue(v, roster));
      this.#add(row, table, section, words.text, ownership, inherited, consulted, informed);
    }
  }

  /** One literal, as a workspace has 200,000 tasks and each copy counts. */
  #add(
    node: Task | Row,
    table: Table | undefined,
    section: Section,
    text: string,
    { owners, source }: Ownership,
    inherited: Inherited,
    consulted: readonly Party[] = [],
    informed: readonly Party[] = [],
  ): void {
    const roster = this.#roster;
    const { words } = node;
    const of = (key: Token['key']) => partiesOfToken(tokenValues(words.tokens, key), roster);
    const goals = tokenValues(words.tokens, 'goal');
    const dueText = tokenValues(words.tokens, 'due')[0] ?? dueCell(node) ?? inherited.dueText;
    const value = dueText && parseDue(dueText.text);
    this.#tasks.push({
      owners,
      source,
      kind: table === undefined ? 'item' : table.rowKind === 'area' ? 'area' : 'row',
      node,
      table,
      section,
      done: node.done,
      words,
      text,
      dueText,
      due: value && resolveDue(value, roster.tDay),
      goals: goals.length > 0 ? goals : inherited.goals,
      consulted: joined(consulted, of('consult')),
      informed: joined(informed, of('inform')),
      receivers: of('for'),
      helpers: of('help'),
    });
  }

  #ownership(own: Claim | undefined, parent: Claim | undefined, section: Claim | undefined): Ownership {
    const claim = own ?? parent ?? section;
    if (claim) {
      if (claim.nobody) return NOT_OWNED;
      return { owners: claim.owners, source: own ? 'task' : parent ? 'parent' : 'section' };
    }
    const owner = defaultOwner(this.#roster);
    return owner ? { owners: [owner], source: 'default' } : NOT_OWNED;
  }
}

const NOT_OWNED: Ownership = { owners: [], source: 'none' };

function joined(a: readonly Party[], b: readonly Party[]): readonly Party[] {
  if (a.length === 0) return b;
  return b.length === 0 ? a : [...a, ...b];
}

/** A cell that says something: an empty one, or a dash, sets no day. */
function dueCell(node: Task | Row): TokenValue | undefined {
  const due = node.kind === 'row' ? node.due : undefined;
  return due && !/^[-–—?]?$/.test(due.text) ? due : undefined;
}

function claimOfParties(parties: readonly Party[]): Claim {
  const owners = parties.filter((p, i) => parties.findIndex((q) => q.handle === p.handle) === i);
  return { owners, nobody: owners.length === 0 };
}

function defaultOwner(roster: Roster): Party | undefined {
  const handle = roster.defaultOwner;
  return handle === undefined ? undefined : partyOfName(handle, undefined, roster);
}
