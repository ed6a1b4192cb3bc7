import type { Playbook } from '../syntax/playbook.ts';
import type { LineIndex } from '../text/lineIndex.ts';
import type { Roster } from './roster.ts';
import type { ReferenceProblem } from './rosterReferences.ts';
import type { OwnedTask } from './tasks.ts';

/** One file as rules and features see it. A view is a snapshot: after a change ask the index for a new one. */
export type FileView = PlaybookView | RosterView;

export interface PlaybookView {
  readonly kind: 'playbook';
  readonly uri: string;
  readonly playbook: Playbook;
  /** Rosters and front matter, merged. */
  readonly roster: Roster;
  readonly tasks: readonly OwnedTask[];
  /** Problems of the front matter's values. */
  readonly problems: readonly ReferenceProblem[];
}

export interface RosterView {
  readonly kind: 'roster';
  readonly uri: string;
  readonly lines: LineIndex;
  readonly roster: Roster;
  readonly problems: readonly ReferenceProblem[];
}

/** The text of a file as its view saw it. */
export function linesOf(view: FileView): LineIndex {
  return view.kind === 'playbook' ? view.playbook.lines : view.lines;
}
