import type { Heading, Section } from '../syntax/playbook.ts';
import type { YamlNode } from '../syntax/yamlTree.ts';
import { compactList } from '../text/compactList.ts';
import { shownName } from './files.ts';
import { isSameHandle } from './handles.ts';
import { OwnerOrigins, type OwnerOrigin } from './ownerOrigin.ts';
import type { Roster } from './roster.ts';
import type { Owner } from './rosterTypes.ts';
import { isMention, partyOfMention } from './parties.ts';
import { summarizeSections, type SectionSummary } from './sectionSummary.ts';
import {
  hasDoneMark,
  sectionPath,
  sectionTitle,
  tokenValues,
  type Owned,
  type OwnedTask,
  type Party,
  type Somebody,
} from './tasks.ts';
import type { PlaybookView } from './fileView.ts';

/**
 * What lists and trees show of a playbook. It holds nothing of the playbook's syntax tree, which is ten times as large:
 * a workspace may have ten thousand playbooks, of which hardly any is open.
 */
export interface PlaybookSummary {
  readonly uri: string;
  readonly title: string;
  /** What the playbook sees. */
  readonly roster: Roster;
  /** One for each task of the view, in the same order. */
  readonly tasks: readonly TaskSummary[];
  /** Headings that somebody owns or that hold tasks, in the order of the text. */
  readonly sections: readonly SectionSummary[];
}

/** What lists and trees show of a task. Lines and characters are zero-based, in UTF-16 code units. */
export interface TaskSummary extends Owned, Pick<OwnedTask, 'kind' | 'done' | 'text' | 'source' | 'due'> {
  readonly origin: OwnerOrigin;
  /** Who waits for the result. */
  readonly receivers: readonly Somebody[];
  readonly helpers: readonly Somebody[];
  readonly consulted: readonly Somebody[];
  readonly informed: readonly Somebody[];
  /** Whom its words mention beside the owners: "Ask @kate which customers would come". */
  readonly mentioned: readonly Somebody[];
  /** As written, whether it can be read or not. */
  readonly dueText: string | undefined;
  /** How often it repeats, as written. */
  readonly every: string | undefined;
  /** Without `#`. */
  readonly tags: readonly string[];
  /** Titles of the headings it stands under, the outermost first. */
  readonly path: readonly string[];
  /** Where it begins. */
  readonly line: number;
  readonly character: number;
  /** Where it ends, what is nested in it included. */
  readonly lastLine: number;
  /** Whether its text has a place that says done or not. */
  readonly hasDoneMark: boolean;
}

export function summarize(view: PlaybookView): PlaybookSummary {
  const { uri, roster, tasks } = view;
  const origins = new OwnerOrigins(view);
  const paths = new Map<Section, readonly string[]>();
  const pathOf = (section: Section): readonly string[] => {
    let path = paths.get(section);
    if (!path) paths.set(section, (path = sectionPath(section)));
    return path;
  };
  return {
    uri,
    title: titleOf(view),
    roster,
    tasks: tasks.map((task) => summarizeTask(task, origins.of(task), pathOf(task.section), roster)),
    sections: summarizeSections(view, withoutPlaces),
  };
}

function summarizeTask(
  task: OwnedTask,
  origin: OwnerOrigin,
  path: readonly string[],
  roster: Roster,
): TaskSummary {
  const { kind, done, text, source, due, dueText, words, node } = task;
  const { start, end } = node.range;
  return {
    kind,
    done,
    text,
    source,
    due,
    owners: withoutPlaces(task.owners),
    origin,
    receivers: withoutPlaces(task.receivers),
    helpers: withoutPlaces(task.helpers),
    consulted: withoutPlaces(task.consulted),
    informed: withoutPlaces(task.informed),
    mentioned: withoutPlaces(mentionedIn(task, roster)),
    dueText: dueText?.text,
    every: tokenValues(words.tokens, 'every')[0]?.text,
    tags: words.tags.length === 0 ? NO_TAGS : words.tags.map((tag) => tag.name),
    path,
    line: start.line,
    character: start.character,
    lastLine: end.line,
    hasDoneMark: hasDoneMark(task),
  };
}

const NO_TAGS: readonly string[] = [];
const NOBODY: readonly Party[] = [];

function mentionedIn({ words, owners }: OwnedTask, roster: Roster): readonly Party[] {
  // Most tasks mention their owner or nobody.
  if (words.mentions.length === 0) return NOBODY;
  return words.mentions
    .filter((m) => isMention(m, roster))
    .map((m) => partyOfMention(m, roster))
    .filter((p) => !owners.some((o) => isSameHandle(o.handle, p.handle)));
}

/** Lists of one, by who it is: most tasks have one owner, and share this list. */
const lists = {
  mentioned: new WeakMap<Owner, readonly Somebody[]>(),
  named: new WeakMap<Owner, readonly Somebody[]>(),
};

function withoutPlaces(parties: readonly Party[]): readonly Somebody[] {
  const [party] = parties;
  if (parties.length !== 1 || !party?.entry) return compactList(parties.map(withoutPlace));
  const known = party.mentioned ? lists.mentioned : lists.named;
  let list = known.get(party.entry);
  if (!list) known.set(party.entry, (list = [withoutPlace(party)]));
  return list;
}

function withoutPlace({ handle, kind, entry, mentioned }: Party): Somebody {
  return { handle, kind, entry, mentioned };
}

/** `title:` of the front matter, else the first heading of level one, else the name of the file. */
export function titleOf({ uri, playbook }: Pick<PlaybookView, 'uri' | 'playbook'>): string {
  const written = textOf(playbook.frontMatter?.root?.entries.find((e) => e.key === 'title')?.value);
  if (written !== '') return written;
  const heading = playbook.blocks.find((b): b is Heading => b.kind === 'heading' && b.level === 1);
  const text = sectionTitle({ heading });
  return text === '' ? shownName(uri).replace(/(?:\.playbook)?\.md$/i, '') : text;
}

function textOf(node: YamlNode | undefined): string {
  return node?.kind === 'scalar' ? node.text.trim() : '';
}
