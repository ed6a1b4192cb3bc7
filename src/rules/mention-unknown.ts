import { splitOwners } from '../syntax/ownerValues.ts';
import type { OwnerGroup, OwnerValue, Token } from '../syntax/playbook.ts';
import type { Range } from '../text/range.ts';
import { newPartyOfHandle, newPartyOfName } from '../workspace/newParty.ts';
import { claimingGroup, isMention, partiesOfToken } from '../workspace/parties.ts';
import type { Roster } from '../workspace/roster.ts';
import { Suggestions } from '../workspace/spelling.ts';
import type { OwnedTask, Party } from '../workspace/tasks.ts';
import type { PlaybookView } from '../workspace/fileView.ts';
import type { Finding, Rule } from './rule.ts';

export const mentionUnknown: Rule = {
  id: 'mention-unknown',
  severity: 'warning',
  summary: 'A handle or name that no roster knows',
  judgesForm: false,
  messages: {
    handle: 'No roster knows @{handle}. Add {handle} to a roster, or correct the name.',
    handleNear: 'No roster knows @{handle}. Did you mean @{suggestion}?',
    name: 'No roster knows "{name}". Add the name to a roster, or write a handle such as {example}.',
    nameNear: 'No roster knows "{name}". Did you mean {suggestion}?',
  },
  fixTitles: {
    change: 'Change to {text}',
  },
  check(file, report) {
    if (file.kind !== 'playbook' || !file.roster.seesPeople) return;
    const check = new MentionCheck(file, report);
    check.run();
  },
};

const PARTY_KEYS: readonly Token['key'][] = ['for', 'help', 'consult', 'inform'];

class MentionCheck {
  readonly #file: PlaybookView;
  readonly #roster: Roster;
  readonly #report: (finding: Finding) => void;
  /** A table header names the same party for every row: once is enough. */
  readonly #seen = new Set<string>();
  readonly #nearHandles: Suggestions<string>;
  readonly #nearNames: Suggestions<string>;

  constructor(file: PlaybookView, report: (finding: Finding) => void) {
    this.#file = file;
    this.#roster = file.roster;
    this.#report = report;
    this.#nearHandles = new Suggestions((handle) => this.#roster.nearestHandle(handle));
    this.#nearNames = new Suggestions((name) => this.#roster.nearestName(name));
  }

  run(): void {
    for (const task of this.#file.tasks) if (!task.done) this.#task(task);
    for (const block of this.#file.playbook.blocks) {
      switch (block.kind) {
        case 'heading':
          this.#groups(block.words.ownerGroups);
          this.#tokens(block.words.tokens);
          break;
        case 'ownerLine':
          if (block.label === 'owner') this.#value(block.value);
          else this.#mentionsOf(block.value);
          break;
        case 'table':
          if (block.keyValue) this.#mentionsOf(block.keyValue.value);
          break;
        case 'task':
          break;
      }
    }
  }

  /** Its own owners and everybody in its tokens; what it inherits is judged where it is written. */
  #task(task: OwnedTask): void {
    if (task.source === 'task') this.#parties(task.owners);
    // The others stand in tokens and cells, and most tasks have neither.
    if (task.words.tokens.length === 0 && task.node.kind === 'task') return;
    this.#parties(task.receivers);
    this.#parties(task.helpers);
    this.#parties(task.consulted);
    this.#parties(task.informed);
  }

  #parties(parties: readonly Party[]): void {
    if (parties.length === 0) return;
    for (const { entry, range, mentioned, handle } of parties) {
      if (entry || !range) continue;
      if (mentioned) this.#handle(handle, range);
      else this.#name(handle, range);
    }
  }

  #groups(groups: readonly OwnerGroup[]): void {
    for (const mention of claimingGroup(groups, this.#roster)?.members ?? []) {
      if (isMention(mention, this.#roster)) this.#handle(mention.handle, mention.range);
    }
  }

  #tokens(tokens: readonly Token[]): void {
    for (const token of tokens) {
      if (!PARTY_KEYS.includes(token.key)) continue;
      this.#parties(partiesOfToken(token.values, this.#roster));
    }
  }

  #value(value: OwnerValue): void {
    for (const part of this.#parts(value)) {
      if (part.kind === 'mention' && isMention(part.mention, this.#roster)) {
        this.#handle(part.mention.handle, part.mention.range);
      } else if (part.kind === 'name') this.#name(part.name, part.range);
    }
  }

  /** Only the mentions: what else stands behind `Lead:` may be anything. */
  #mentionsOf(value: OwnerValue): void {
    for (const part of this.#parts(value)) {
      if (part.kind === 'mention' && isMention(part.mention, this.#roster)) {
        this.#handle(part.mention.handle, part.mention.range);
      }
    }
  }

  #parts(value: OwnerValue) {
    return splitOwners(value, (name) => this.#roster.findByName(name) !== undefined);
  }

  #handle(handle: string, range: Range): void {
    if (this.#roster.find(handle) || !this.#isFirst(range)) return;
    const suggestion = this.#nearHandles.of(handle);
    const entry = newPartyOfHandle(handle, this.#roster);
    if (suggestion === undefined) {
      this.#report({ message: 'handle', args: { handle }, range, ...(entry && { entry }) });
      return;
    }
    const written = this.#file.playbook.lines.slice(range);
    const newText = `${written.startsWith('@') ? '@' : ''}${suggestion}`;
    this.#report({
      message: 'handleNear',
      args: { handle, suggestion },
      range,
      fix: { title: 'change', args: { text: `@${suggestion}` }, edits: [{ range, newText }] },
      ...(entry && { entry }),
    });
  }

  #name(name: string, range: Range): void {
    if (this.#roster.findByName(name) || this.#roster.find(name) || !this.#isFirst(range)) return;
    const suggestion = this.#nearNames.of(name);
    const example = `@${this.#roster.people.values().next().value?.handle ?? 'maria'}`;
    const entry = newPartyOfName(name, this.#roster);
    const finding: Finding =
      suggestion === undefined
        ? { message: 'name', args: { name, example }, range }
        : {
            message: 'nameNear',
            args: { name, suggestion },
            range,
            fix: { title: 'change', args: { text: suggestion }, edits: [{ range, newText: suggestion }] },
          };
    this.#report({ ...finding, ...(entry && { entry }) });
  }

  #isFirst(range: Range): boolean {
    const key = `${range.start.line}:${range.start.character}`;
    if (this.#seen.has(key)) return false;
    this.#seen.add(key);
    return true;
  }
}
