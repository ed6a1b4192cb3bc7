import type { TextEdit } from '../text/textEdit.ts';

/** One thing that goes from one person to another: a task, a heading with its tasks, a place in a roster. */
export interface HandOver {
  /** `waiting`: a task whose result the person waits for, or to which they are asked in; somebody else owns it. `column`: of a RACI table. */
  readonly kind: 'task' | 'area' | 'waiting' | 'section' | 'document' | 'column' | 'roster';
  /** The task's words, the heading, or the line of the roster. */
  readonly text: string;
  /** How many open tasks go along. */
  readonly tasks: number;
  /** Zero-based. */
  readonly line: number;
  readonly edits: readonly TextEdit[];
}

/** From whom to whom, as handles of the roster. */
export interface HandOverPeople {
  readonly from: string;
  readonly to: string;
}
