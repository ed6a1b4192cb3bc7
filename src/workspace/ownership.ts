import { parseDue, resolveDue } from '../syntax/dates.ts';
import type { OwnerLine, Playbook, Row, Section, Table, Task, TokenValue } from '../syntax/playbook.ts';
import {
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
    const { words } = node;
    const roster = this.#roster;
    const group = claimingGroup(words.ownerGroups, roster);
    const own =
      claimOfGroups(words.ownerGroups, roster) ??
      this.#firstClaim(node.ownerLines, (l) => claimOfLine(l.value, roster, l.label === 'lead'));
    const fromParent = own ? undefined : this.#claimOfAncestor(node);
    if (own) this.#byNode.set(node, own);
    this.#tasks.push({
      ...this.#ownership(own, fromParent, inherited.claim),
      ...this.#facts(node, inherited, undefined),
      kind: 'item',
      table: undefined,
      section,
      text: group?.rest ?? words.text,
      consulted: partiesOfToken(tokenValues(words.tokens, 'consult'), roster),
      informed: partiesOfToken(tokenValues(words.tokens, 'inform'), roster),
    });
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
      const tokens = words.tokens;
      this.#tasks.push({
        ...this.#ownership(claim, undefined, undefined),
        ...this.#facts(row, inherited, row),
        kind: table.rowKind === 'area' ? 'area' : 'row',
        table,
        section,
        text: words.text,
        consulted: [
          ...(isRaci ? letters('C') : row.consulted.flatMap((v) => partiesOfValue(v, roster))),
          ...partiesOfToken(tokenValues(tokens, 'consult'), roster),
        ],
        informed: [
          ...(isRaci ? letters('I') : row.informed.flatMap((v) => partiesOfValue(v, roster))),
          ...partiesOfToken(tokenValues(tokens, 'inform'), roster),
        ],
      });
    }
  }

  #facts(node: Task | Row, inherited: Inherited, row: Row | undefined) {
    const { words } = node;
    const cell = row?.due && !/^[-–—?]?$/.test(row.due.text) ? row.due : undefined;
    const dueText = tokenValues(words.tokens, 'due')[0] ?? cell ?? inherited.dueText;
    const value = dueText && parseDue(dueText.text);
    const goals = tokenValues(words.tokens, 'goal');
    return {
      node,
      done: node.done,
      words,
      dueText,
      due: value && resolveDue(value, this.#roster.tDay),
      goals: goals.length > 0 ? goals : inherited.goals,
      receivers: partiesOfToken(tokenValues(words.tokens, 'for'), this.#roster),
      helpers: partiesOfToken(tokenValues(words.tokens, 'help'), this.#roster),
    };
  }

  #ownership(own: Claim | undefined, parent: Claim | undefined, section: Claim | undefined): Ownership {
    for (const [claim, source] of [
      [own, 'task'],
      [parent, 'parent'],
      [section, 'section'],
    ] as const) {
      if (claim) return claim.nobody ? { owners: [], source: 'none' } : { owners: claim.owners, source };
    }
    const owner = defaultOwner(this.#roster);
    return owner ? { owners: [owner], source: 'default' } : { owners: [], source: 'none' };
  }
}

function claimOfParties(parties: readonly Party[]): Claim {
  const owners = parties.filter((p, i) => parties.findIndex((q) => q.handle === p.handle) === i);
  return { owners, nobody: owners.length === 0 };
}

function defaultOwner(roster: Roster): Party | undefined {
  const handle = roster.defaultOwner;
  return handle === undefined ? undefined : partyOfName(handle, undefined, roster);
}
