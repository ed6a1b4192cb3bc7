import type { Problem } from '../rules/rule.ts';
import type { LineIndex } from '../text/lineIndex.ts';
import { applyEdits, textEdit, type TextEdit } from '../text/textEdit.ts';
import { linesOf, type FileView } from '../workspace/fileView.ts';
import { handleCase } from './handleCase.ts';
import { TakenEdits } from './takenEdits.ts';

/**
 * What may be repaired without asking: spelling, never meaning. Near-tasks, near-miss keys and ids with one candidate,
 * the case of handles, unused suppressions, quotes in YAML; never an owner, a day or a goal. Edits never overlap: what
 * is left out for that reason, or comes to light by a repair, is for the next round.
 */
export function fixAll(view: FileView, problems: readonly Problem[]): TextEdit[] {
  const repairs = [
    ...problems.flatMap(({ fix }) => (fix?.isSafe ? [fix.edits] : [])),
    ...(view.kind === 'playbook' ? handleCase(view).map((edit) => [edit]) : []),
  ];
  const taken = new TakenEdits();
  for (const edits of repairs) if (!edits.some((e) => taken.overlaps(e))) taken.add(edits);
  return taken.inOrder();
}

/** A repair may bring another mistake to light; more rounds than this would mean that two repairs undo each other. */
const MAX_ROUNDS = 10;

/** A file as it stands, and its problems. */
export type Judged = readonly [FileView, readonly Problem[]];

export interface Repair {
  /** The edits of each round, of the text that the one before left. */
  readonly rounds: readonly (readonly TextEdit[])[];
  readonly text: string;
}

/**
 * Repairs in rounds, until there is nothing left to repair.
 * @param again what the file is with another text, and its problems; undefined where that cannot be told
 */
export function repair(judged: Judged, again: (text: string) => Judged | undefined): Repair {
  const rounds: TextEdit[][] = [];
  let { text } = linesOf(judged[0]);
  let next: Judged | undefined = judged;
  while (next && rounds.length < MAX_ROUNDS) {
    const edits = fixAll(next[0], next[1]);
    if (edits.length === 0) break;
    rounds.push(edits);
    text = applyEdits(text, edits);
    next = again(text);
  }
  return { rounds, text };
}

/** The same as edits of the text as it stands. */
export function fixAllInRounds(
  view: FileView,
  problems: readonly Problem[],
  again: (text: string) => Judged | undefined,
): readonly TextEdit[] {
  const { rounds, text } = repair([view, problems], again);
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
