import type { MessageArgs } from '../text/message.ts';
import type { Range } from '../text/range.ts';
import type { TextEdit } from '../text/textEdit.ts';

/**
 * Something wrong that the parser saw. It is data: `rule` names the rule that reports it, `message` one of that
 * rule's message templates, `args` what fills it.
 */
export interface SyntaxProblem {
  readonly rule: 'front-matter-invalid' | 'front-matter-schema' | 'task-malformed';
  readonly message: string;
  readonly args: MessageArgs;
  readonly range: Range;
  readonly fix?: SyntaxFix;
  /** Other places of the same text that explain the problem. */
  readonly related?: readonly RelatedPlace[];
}

export interface RelatedPlace {
  /** One of the rule's message templates. */
  readonly message: string;
  readonly args: MessageArgs;
  readonly range: Range;
}

export interface SyntaxFix {
  /** One of the rule's fix titles. */
  readonly title: string;
  readonly args: MessageArgs;
  readonly edits: readonly TextEdit[];
  /** It changes spelling, never meaning, and there is one way to do it: it may be applied without asking. */
  readonly isSafe?: boolean;
  /** What it edits is a task afterwards; where it would be none, it is not offered. */
  readonly makesTask?: boolean;
}
