import { comparePositions } from '../text/position.ts';
import { compareRanges, type Range } from '../text/range.ts';
import { lastWhere } from '../text/sorted.ts';
import type { TextEdit } from '../text/textEdit.ts';

/** So long that few runs are needed, so short that making room in one costs little. */
const MOST_IN_RUN = 512;

/**
 * Edits that do not overlap. They are kept in order, in runs of a few
 * hundred, so that ten thousand edits are not each held against all others.
 */
export class TakenEdits {
  /** None is empty, and the last of one goes before the first of the next. */
  readonly #runs: TextEdit[][] = [];

  /** Whether one that was taken overlaps an edit. Two that merely touch do not, unless both insert in one place. */
  overlaps({ range }: TextEdit): boolean {
    // As they do not overlap each other, the neighbors hide no other one.
    const at = this.#find((e) => compareRanges(e.range, range) < 0);
    return [this.#before(at), this.#at(at)].some((e) => e !== undefined && overlap(e.range, range));
  }

  add(edits: readonly TextEdit[]): void {
    for (const edit of edits) {
      const { run, index } = this.#find((e) => compareRanges(e.range, edit.range) <= 0);
      const found = this.#runs[run];
      if (!found) this.#runs.push([edit]);
      else {
        found.splice(index, 0, edit);
        if (found.length > MOST_IN_RUN) this.#runs.splice(run + 1, 0, found.splice(MOST_IN_RUN / 2));
      }
    }
  }

  inOrder(): TextEdit[] {
    return this.#runs.flat();
  }

  /** The place behind all for which a test holds. */
  #find(isBefore: (edit: TextEdit) => boolean): Place {
    const behind = lastWhere(this.#runs, ([first]) => first !== undefined && isBefore(first));
    const run = Math.max(0, behind);
    return { run, index: lastWhere(this.#runs[run] ?? [], isBefore) + 1 };
  }

  #at({ run, index }: Place): TextEdit | undefined {
    return this.#runs[run]?.[index] ?? this.#runs[run + 1]?.[0];
  }

  #before({ run, index }: Place): TextEdit | undefined {
    return this.#runs[run]?.[index - 1];
  }
}

interface Place {
  readonly run: number;
  readonly index: number;
}

function overlap(a: Range, b: Range): boolean {
  if (compareRanges(a, b) === 0) return true;
  return comparePositions(a.start, b.end) < 0 && comparePositions(b.start, a.end) < 0;
}
