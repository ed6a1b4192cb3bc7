import { splitOwners } from '../syntax/ownerValues.ts';
import type { OwnerLine, OwnerValue, Task, Token, Words } from '../syntax/playbook.ts';
import type { Range } from '../text/range.ts';
import type { TextEdit } from '../text/textEdit.ts';
import { normalizeHandle, normalizeName } from '../workspace/handles.ts';
import { newPartyOfHandle, newPartyOfName } from '../workspace/newParty.ts';
import { claimingGroup, isMention, partiesOfToken } from '../workspace/parties.ts';
import type { Roster } from '../workspace/roster.ts';
import { Suggestions } from '../workspace/spelling.ts';
import type { OwnedTask, Party } from '../workspace/tasks.ts';
import type { PlaybookView } from '../workspace/fileView.ts';
import { oncePerSubject, type Occurrence } from './oncePerSubject.ts';
import type { Finding, Rule } from './rule.ts';

export const mentionUnknown: Rule = {
  id: 'mention-unknown',
  severity: 'warning',
  summary: "A name that isn't in your roster",
  judgesForm: false,
  messages: {
    handle: "@{handle} isn't in your roster. Add {handle} to a roster, or correct the name.",
    handleNear: "@{handle} isn't in your roster. Did you mean @{suggestion}?",
    name: '"{name}" isn\'t in your roster. Add the name to a roster, or write a handle such as {example}.',
    nameNear: '"{name}" isn\'t in your roster. Did you mean {suggestion}?',
    again: 'The same name stands here, too.',
  },
  fixTitles: {
    change: 'Change to {text}',
    changeAll: 'Change All {count} to {text}',
  },
  check(file, report, { isSilent }) {
    if (file.kind !== 'playbook' || !file.roster.seesPeople) return;
    const found = new UnknownNames(file).find();
    const near: NearNames = {
      handles: new Suggestions((handle) => file.roster.nearestHandle(handle)),
      names: new Suggestions((name) => file.roster.nearestName(name)),
    };
    for (const places of oncePerSubject(found, (range) => isSilent(mentionUnknown.id, range)))
      report(finding(file, near, places));
  },
};

const PARTY_KEYS: readonly Token['key'][] = ['for', 'help', 'consult', 'inform'];

/** A name that no roster knows, where it stands. */
interface Unknown extends Occurrence {
  /** Without `@`. */
  readonly name: string;
  readonly isHandle: boolean;
}

/** What may have been meant, for one look at all names each. */
interface NearNames {
  readonly handles: Suggestions<string>;
  readonly names: Suggestions<string>;
}

class UnknownNames {
  readonly #roster: Roster;
  readonly #file: PlaybookView;
  readonly #found: Unknown[] = [];
  /** The header of a table names the same party for every row. */
  readonly #seen = new Set<string>();

  constructor(file: PlaybookView) {
    this.#file = file;
    this.#roster = file.roster;
  }

  find(): readonly Unknown[] {
    for (const task of this.#file.tasks) if (!task.done) this.#task(task);
    for (const block of this.#file.playbook.blocks) {
      switch (block.kind) {
        case 'heading':
          this.#groups(block.words);
          this.#tokens(block.words.tokens);
          if (block.ownerLine) this.#line(block.ownerLine);
          break;
        case 'ownerLine':
          this.#line(block);
          break;
        case 'table':
          if (block.keyValue) this.#value(block.keyValue.value, false);
          break;
        case 'task':
          break;
      }
    }
    return this.#found;
  }

  /** Its own owners and everybody in its tokens; what it inherits is judged where it is written. */
  #task(task: OwnedTask): void {
    if (task.source === 'task') this.#parties(task.owners);
    if (task.node.kind === 'task' && task.node.above.length > 0) this.#above(task.node);
    // The others stand in tokens and cells, and most tasks have neither.
    if (task.words.tokens.length === 0 && task.node.kind === 'task') return;
    this.#parties(task.receivers);
    this.#parties(task.helpers);
    this.#parties(task.consulted);
    this.#parties(task.informed);
  }

  /** Items and lead-ins that say whose the list is. */
  #above({ above }: Task): void {
    for (const place of above) {
      if (place.kind === 'leadIn') this.#groups(place.words);
      else for (const line of place.ownerLines) this.#line(line);
    }
  }

  #parties(parties: readonly Party[]): void {
    if (parties.length === 0) return;
    for (const { entry, range, mentioned, handle } of parties) {
      if (!entry && range) this.#add(handle, mentioned, range);
    }
  }

  #groups(words: Words): void {
    for (const mention of claimingGroup(words, this.#roster)?.members ?? []) {
      if (isMention(mention, this.#roster)) this.#add(mention.handle, true, mention.range);
    }
  }

  #tokens(tokens: readonly Token[]): void {
    for (const token of tokens) {
      if (PARTY_KEYS.includes(token.key)) this.#parties(partiesOfToken(token.values, this.#roster));
    }
  }

  #line({ label, value, bullets }: OwnerLine): void {
    for (const v of value.text === '' ? bullets : [value]) this.#value(v, label === 'owner');
  }

  /** @param takesNames what else stands behind `Lead:` than mentions may be anything */
  #value(value: OwnerValue, takesNames: boolean): void {
    for (const part of splitOwners(value, this.#roster)) {
      if (part.kind === 'mention' && isMention(part.mention, this.#roster))
        this.#add(part.mention.handle, true, part.mention.range);
      else if (part.kind === 'name' && takesNames) this.#add(part.name, false, part.range);
    }
  }

  #add(name: string, isHandle: boolean, range: Range): void {
    if (this.#roster.find(name) || (!isHandle && this.#roster.findByName(name))) return;
    const key = `${range.start.line}:${range.start.character}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    const subject = isHandle ? `@${normalizeHandle(name)}` : normalizeName(name);
    this.#found.push({ name, isHandle, range, subject });
  }
}

function finding(file: PlaybookView, near: NearNames, places: readonly [Unknown, ...Unknown[]]): Finding {
  const [{ name, isHandle, range, subject }, ...others] = places;
  const { roster } = file;
  const entry = isHandle ? newPartyOfHandle(name, roster) : newPartyOfName(name, roster);
  const suggestion = (isHandle ? near.handles : near.names).of(name);
  const how = isHandle ? 'handle' : 'name';
  const args = isHandle ? { handle: name } : { name };
  const common = {
    range,
    subject,
    ...(others.length > 0 && {
      related: others.map((o) => ({ message: 'again', args: {}, range: o.range })),
    }),
    ...(entry && { entry }),
  };
  if (suggestion === undefined) {
    const example = `@${roster.people.values().next().value?.handle ?? 'maria'}`;
    return { ...common, message: how, args: isHandle ? args : { ...args, example } };
  }
  const text = isHandle ? `@${suggestion}` : suggestion;
  const fixArgs = others.length > 0 ? { text, count: places.length } : { text };
  const edits = places.map((place) => change(file, place, suggestion));
  const title = others.length > 0 ? 'changeAll' : 'change';
  return {
    ...common,
    message: `${how}Near`,
    args: { ...args, suggestion },
    fix: { title, args: fixArgs, edits },
  };
}

/** The name alone, without the emphasis, the link or whatever else it stands in. */
function change(
  { playbook: { lines } }: PlaybookView,
  { name, isHandle, range }: Unknown,
  text: string,
): TextEdit {
  const written = lines.slice(range);
  if (isHandle) return { range, newText: `${written.startsWith('@') ? '@' : ''}${text}` };
  const at = written.indexOf(name);
  if (at < 0 || written.includes(name, at + 1)) return { range, newText: text };
  const start = lines.offsetAt(range.start) + at;
  return { range: lines.rangeAt(start, start + name.length), newText: text };
}
