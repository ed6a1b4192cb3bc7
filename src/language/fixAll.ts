import type { Problem } from '../rules/rule.ts';
import { compareRanges } from '../text/range.ts';
import type { LineIndex } from '../text/lineIndex.ts';
import { applyEdits, textEdit, type TextEdit } from '../text/textEdit.ts';
import { linesOf, type FileView } from '../workspace/fileView.ts';
import type { WorkspaceIndex } from '../workspace/workspaceIndex.ts';
import { handleCase } from './handleCase.ts';
import { harmless, type Preview, type SafeRepair } from './harmless.ts';
import { TakenEdits } from './takenEdits.ts';

/** Says what the file would be with another text, and leaves everything as it is. */
export function previewIn(index: WorkspaceIndex, { kind, uri }: FileView): Preview {
  if (kind === 'roster') return (text) => index.previewRoster(uri, text);
  return (text) => ({ view: index.preview(uri, text), beneath: () => [] });
}

/**
 * What may be repaired without asking: spelling, never meaning. Near-tasks, near-miss keys and ids with one candidate,
 * the case of handles, unused suppressions, quotes in YAML; never an owner, a day or a goal. Edits never overlap: what
 * is left out for that reason, or comes to light by a repair, is for the next round.
 */
export function fixAll(view: FileView, problems: readonly Problem[], preview: Preview): TextEdit[] {
  const repairs: SafeRepair[] = [
    ...problems.flatMap(({ fix }) =>
      fix?.isSafe ? [{ edits: fix.edits, makesTask: fix.makesTask ?? false }] : [],
    ),
    ...(view.kind === 'playbook'
      ? handleCase(view).map((edit) => ({ edits: [edit], makesTask: false }))
      : []),
  ];
  return harmless(view, apart(repairs), preview)
    .flatMap((r) => r.edits)
    .sort((a, b) => compareRanges(a.range, b.range));
}

/** Those that overlap none that was taken before them. */
function apart(repairs: readonly SafeRepair[]): SafeRepair[] {
  const taken = new TakenEdits();
  return repairs.filter(({ edits }) => {
    if (edits.some((e) => taken.overlaps(e))) return false;
    taken.add(edits);
    return true;
  });
}

/**
 * A repair may bring another mistake to light, so that there are rounds. More than these no text of a sane size takes; each
 * costs reading the file.
 */
const MAX_ROUNDS = 10;
/** Of so many repairs in one file the rest is for the next time: rounds times their size must stay bounded. */
const MOST_IN_ROUNDS = 300;

/** A file as it stands, and its problems. */
export type Judged = readonly [FileView, readonly Problem[]];

export interface Repair {
  /** The edits of each round, of the text that the one before left. */
  readonly rounds: readonly (readonly TextEdit[])[];
  readonly text: string;
  /** Whether nothing is left to repair. */
  readonly isComplete: boolean;
}

/**
 * Repairs in rounds, until there is nothing left to repair. It always ends: at a text that it has left before, two
 * repairs undo each other, and it goes no further.
 * @param again what the file is with another text, and its problems; undefined where that cannot be told
 */
export function repair(
  judged: Judged,
  again: (text: string) => Judged | undefined,
  preview: Preview,
): Repair {
  const rounds: TextEdit[][] = [];
  let { text } = linesOf(judged[0]);
  const seen = new Set([text]);
  let made = 0;
  let next: Judged | undefined = judged;
  while (next) {
    const edits = fixAll(next[0], next[1], preview);
    if (edits.length === 0) break;
    const repaired = applyEdits(text, edits);
    const isEnough = rounds.length === MAX_ROUNDS || (rounds.length > 1 && made > MOST_IN_ROUNDS);
    if (isEnough || seen.has(repaired)) return { rounds, text, isComplete: false };
    seen.add(repaired);
    rounds.push(edits);
    made += edits.length;
    text = repaired;
    next = again(text);
  }
  return { rounds, text, isComplete: true };
}

/** The same as edits of the text as it stands. */
export function fixAllInRounds(
  view: FileView,
  problems: readonly Problem[],
  again: (text: string) => Judged | undefined,
  preview: Preview,
): readonly TextEdit[] {
  const { rounds, text } = repair([view, problems], again, preview);
  const [first = []] = rounds;
  return rounds.length > 1 ? [difference(linesOf(view), text)] : first;
}

/** One edit from the first place where two texts differ to the last. */
function difference(before: LineIndex, after: string): TextEdit {
  const { text } = before;
  const most = Math.min(text.length, after.length);
  let start = 0;
  while (start < most && text[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && text[text.length - 1 - end] === after[after.length - 1 - end]) end++;
  return textEdit(before.rangeAt(start, text.length - end), after.slice(start, after.length - end));
}
