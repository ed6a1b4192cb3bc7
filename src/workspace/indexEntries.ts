import { LineIndex } from '../text/lineIndex.ts';
import type { Parser } from '../syntax/parse.ts';
import type { Playbook } from '../syntax/playbook.ts';
import type { SyntaxProblem } from '../syntax/problem.ts';
import { parseYaml } from '../syntax/yaml.ts';
import type { PlaybookView } from './fileView.ts';
import type { OwnershipMemo } from './ownership.ts';
import type { PlaybookSummary } from './playbookSummary.ts';
import type { Roster } from './roster.ts';
import { isRoster, readLayer, rosterProblems, type RosterLayer } from './rosterLayer.ts';

/** What the index keeps of a playbook. */
export interface PlaybookEntry {
  /** Let go together with the tree where it can be read again; the layer, which holds pieces of it, goes too. */
  text: string | undefined;
  layer: RosterLayer | undefined;
  /** While the document is open: what stays from one keystroke to the next. */
  readonly memo: EditMemo | undefined;
  /** Let go when many others have been looked at since, unless the document is open. */
  playbook: Playbook | undefined;
  /** Computed when first asked for, and dropped when a roster that applies here changes. */
  view: PlaybookView | undefined;
  summary: PlaybookSummary | undefined;
}

/** What stays of an open playbook from one keystroke to the next. */
export interface EditMemo {
  readonly parser: Parser;
  readonly ownership: OwnershipMemo;
  /** Rosters and front matter merged, as long as both are the same. */
  roster: { readonly of: RosterLayer; readonly value: Roster } | undefined;
}

/** What the index keeps of a roster. */
export interface RosterEntry {
  readonly lines: LineIndex;
  /** Absent when the file holds no key of ours. */
  readonly layer: RosterLayer | undefined;
  readonly problems: readonly SyntaxProblem[];
}

export function frontMatterLayer(uri: string, { frontMatter }: Playbook): RosterLayer | undefined {
  return frontMatter?.root && readLayer(uri, frontMatter.root, 'frontMatter');
}

export function newEntry(
  text: string,
  playbook: Playbook,
  layer: RosterLayer | undefined,
  memo: EditMemo | undefined,
): PlaybookEntry {
  return { text, memo, layer, playbook, view: undefined, summary: undefined };
}

export function readRoster(uri: string, text: string): RosterEntry {
  const lines = new LineIndex(text);
  const { root, problems } = parseYaml(lines, 0, text.length);
  if (root?.kind !== 'map')
    return { lines, layer: undefined, problems: [...problems, ...rosterProblems(root, lines)] };
  // A roster.yml of some other tool is none of our business, unless it is broken where ours would be.
  if (!isRoster(root)) return { lines, layer: undefined, problems: [] };
  const layer = readLayer(uri, root, 'roster');
  return { lines, layer, problems: [...problems, ...layer.problems] };
}
