import type { Problem } from '../rules/rule.ts';
import { compareRanges, type Range } from '../text/range.ts';
import { comparePositions } from '../text/position.ts';
import type { TextEdit } from '../text/textEdit.ts';
import type { FileView } from '../workspace/workspaceIndex.ts';
import { handleCase } from './handleCase.ts';

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
  const taken: TextEdit[] = [];
  for (const edits of repairs) {
    if (!edits.some((e) => taken.some((t) => overlap(e.range, t.range)))) taken.push(...edits);
  }
  return taken.sort((a, b) => compareRanges(a.range, b.range));
}

/** Two that merely touch do not, unless both insert in one place. */
function overlap(a: Range, b: Range): boolean {
  if (compareRanges(a, b) === 0) return true;
  return comparePositions(a.start, b.end) < 0 && comparePositions(b.start, a.end) < 0;
}
