import type { YamlNode } from '../syntax/yamlTree.ts';
import { entryKeys, type EntryKind } from './rosterKeys.ts';
import { misspelled } from './spelling.ts';

/** Keys that hold entries, and what those are. */
const ENTRIES: Readonly<Record<string, EntryKind | undefined>> = {
  teams: 'team',
  people: 'person',
  roles: 'role',
  goals: 'goal',
  assets: 'asset',
  meetings: 'meeting',
  terms: 'term',
  rules: 'term',
};

/**
 * True for a value under a key of ours that no one could have meant for us: the layout of a page under `template`, a
 * list of words under `teams`. In front matter such a key is another tool's (Hugo, Jekyll, MkDocs, Docusaurus).
 */
export function isForeignValue(key: string, value: YamlNode): boolean {
  if (key === 'template') return isForeignTemplate(value);
  if (key === 'title') return value.kind !== 'scalar';
  const kind = Object.hasOwn(ENTRIES, key) ? ENTRIES[key] : undefined;
  return kind !== undefined && isForeignEntries(value, kind);
}

function isForeignTemplate(value: YamlNode): boolean {
  if (value.kind !== 'scalar') return true;
  const text = value.text.trim().toLowerCase();
  return !['', '~', 'null', 'yes', 'no'].includes(text) && !isNearly(text, ['true', 'false']);
}

function isNearly(text: string, words: readonly string[]): boolean {
  return words.includes(text) || misspelled(text, words) !== undefined;
}

/** Entries of ours as a list, `- { name: Maria, team: sales }`, are ours gone wrong. */
function isForeignEntries(value: YamlNode, kind: EntryKind): boolean {
  switch (value.kind) {
    case 'map':
      return false;
    case 'scalar':
      return !/^(?:~|null|)$/i.test(value.text);
    case 'list':
      return !value.items.some(
        (item) =>
          item.kind === 'map' &&
          item.entries.length > 0 &&
          item.entries.every((e) => entryKeys[kind].includes(e.key)),
      );
  }
}
