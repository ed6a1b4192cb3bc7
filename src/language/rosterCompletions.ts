import { allRules } from '../rules/all.ts';
import type { YamlPlace } from '../syntax/yamlPlace.ts';
import { message, type Message } from '../text/message.ts';
import { ownerName } from '../workspace/display.ts';
import { topKeys } from '../workspace/rosterKeys.ts';
import { severities } from '../workspace/rosterRules.ts';
import type { Roster } from '../workspace/roster.ts';
import type { Owner, Role } from '../workspace/rosterTypes.ts';
import type { FileView } from '../workspace/fileView.ts';
import { filterNames, type Completion } from './completion.ts';
import { shapeAt, shapesAt, type Shape } from './rosterShape.ts';
import { severityMeanings, severityOrigins } from './severityTexts.ts';
import type { YamlAround } from './yamlAround.ts';

/** What may be written, before it is known where. */
interface Entry {
  readonly kind: Completion['kind'];
  readonly text: string;
  readonly detail: Completion['detail'];
  /** Beside the text. */
  readonly filter?: string;
  /** What a key holds; undefined for anything else. */
  readonly holds?: 'entries' | 'choice' | 'anything';
}

export const rosterDetails = {
  role: 'Role of {names}',
  emptyRole: 'Role that nobody holds yet',
  namedRole: '{role}: role of {names}',
  emptyNamedRole: '{role}: role that nobody holds yet',
  yes: 'Yes',
  no: 'No',
} as const;

/**
 * The keys, rule ids, severities and handles that may stand in a roster or front matter. Keys that are there already
 * are left out.
 */
export function rosterCompletions(
  view: FileView,
  { layer, places }: YamlAround,
  trigger: string | undefined,
): Completion[] {
  const found = new Map<string, Completion>();
  for (const place of places) {
    for (const shape of shapesAt(place.path, layer)) {
      if (!opens(trigger, place, shape) || !fits(place, shape) || isForeign(place)) continue;
      for (const entry of entriesOf(shape, place, view.roster, layer)) {
        if (place.others.includes(entry.text) || found.has(entry.text)) continue;
        found.set(entry.text, toCompletion(entry, place, found.size));
      }
    }
    // Enter was pressed to begin the first entry, and the next key is not what it is for.
    if (trigger === '\n') break;
  }
  return [...found.values()];
}

/** Whether the place can hold such a thing: keys stand before a colon or, with an indent, below one. */
function fits({ kind, nextLine, text }: YamlPlace, shape: Shape): boolean {
  if (shape.kind !== 'keys' && shape.kind !== 'rules') return kind !== 'key';
  return kind === 'key' || kind === 'node' || (kind === 'value' && nextLine !== undefined && text === '');
}

/** A `roster.yml` of some other tool has keys, and none of ours. */
function isForeign({ path, others }: YamlPlace): boolean {
  return path.length === 0 && others.length > 0 && others.every((key) => topKeys[key] === undefined);
}

/** A list that opens by itself must be wanted there: whoever presses Enter next takes the first entry. */
function opens(trigger: string | undefined, { kind, path, text, others }: YamlPlace, shape: Shape): boolean {
  if (trigger === undefined) return true;
  if (path.length === 0) return false;
  const isChoice = shape.kind !== 'keys' && shape.kind !== 'rules';
  switch (trigger) {
    case '@':
      return shape.kind === 'handle';
    case ':':
      return kind === 'value' && isChoice;
    case ' ':
      return isChoice || kind !== 'value';
    case '-':
      return !isChoice && text !== '';
    case '\n':
      // Below a role stands who holds it as often as a key.
      return path[0] !== 'roles' && kind === 'node' && !isChoice && others.length === 0;
    case '{':
    case '[':
    case ',':
      return kind === 'key' || kind === 'item';
    default:
      return false;
  }
}

function entriesOf(shape: Shape, { path }: YamlPlace, roster: Roster, layer: YamlAround['layer']): Entry[] {
  switch (shape.kind) {
    case 'keys':
      return Object.entries(shape.details).map(([text, detail]) => {
        const inside = shapeAt([...path, text], layer)?.kind;
        const isSection = path.length === 0 && (inside === 'rules' || SECTIONS.has(text));
        const holds = isSection ? 'entries' : inside ? 'choice' : 'anything';
        return { kind: 'key', text, detail: message(detail), holds };
      });
    case 'rules':
      return allRules.map(({ id, summary }) => ({
        kind: 'rule',
        text: id,
        detail: message(summary),
        filter: summary,
        holds: 'choice',
      }));
    case 'severity': {
      const normal = allRules.find((r) => r.id === shape.rule)?.severity;
      return severities.map((text) => {
        const meaning = message(severityMeanings[text]);
        const detail = text === normal ? [meaning, message(severityOrigins.normalHere)] : meaning;
        return { kind: 'severity', text, detail };
      });
    }
    case 'words':
      return shape.words.map((text) => ({ kind: 'value', text, detail: wordDetail(text) }));
    case 'handle':
      return handles(shape, roster);
  }
}

const SECTIONS = new Set(['teams', 'people', 'roles', 'goals', 'assets', 'meetings', 'terms']);

function wordDetail(word: string): Message | string {
  if (word === 'true') return message(rosterDetails.yes);
  return word === 'false' ? message(rosterDetails.no) : '';
}

function handles({ expects, roles }: Shape & { kind: 'handle' }, roster: Roster): Entry[] {
  const canStand = (owner: Owner): boolean => {
    if (expects === 'owner' || owner.kind === expects) return true;
    return expects === 'person' && roles && roster.resolve(owner.handle)?.kind === 'person';
  };
  const hasLeft = (owner: Owner) => owner.kind === 'person' && owner.left !== undefined;
  const fitting = roster.owners().filter(canStand);
  const inOrder = [...fitting.filter((o) => !hasLeft(o)), ...fitting.filter(hasLeft)];
  return inOrder.map((owner) => {
    const name = ownerName(owner, roster);
    const detail = owner.kind === 'role' ? roleDetail(owner) : name;
    // Whoever types the @ that YAML has no room for finds them as well.
    return {
      kind: owner.kind,
      text: owner.handle,
      detail,
      filter: `${filterNames(owner, name)} @${owner.handle}`,
    };
  });
}

function roleDetail({ name, holders }: Role): Message {
  const names = holders.join(', ');
  if (name !== undefined)
    return holders.length === 0
      ? message(rosterDetails.emptyNamedRole, { role: name })
      : message(rosterDetails.namedRole, { role: name, names });
  return holders.length === 0 ? message(rosterDetails.emptyRole) : message(rosterDetails.role, { names });
}

function toCompletion(entry: Entry, place: YamlPlace, rank: number): Completion {
  const { kind, text, detail, filter, holds } = entry;
  const isKey = holds !== undefined;
  const before = isKey && place.kind === 'value' ? (place.nextLine ?? '') : place.before;
  return {
    kind,
    label: text,
    detail,
    rank,
    insertText: before + text + place.quote + (isKey && !place.hasColon ? behindKey(holds, place) : ''),
    filterText: filter === undefined ? text : `${text} ${filter}`,
    range: place.range,
    opensNext: holds === 'choice' && !place.hasColon,
  };
}

function behindKey(holds: Entry['holds'], { kind, nextLine }: YamlPlace): string {
  // The next line begins where the key does, as long as the key stays in its line.
  return holds === 'entries' && kind === 'node' && nextLine !== undefined ? `:${nextLine}` : ': ';
}
