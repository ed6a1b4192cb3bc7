import type { RuleId } from '../../src/workspace/ruleIds.ts';

/**
 * What the rules find in handbooks, launch plans and checklists that companies publish. Nobody wrote them for us. Rules
 * that are off by default count as if they were on. `test/corpus.test.ts` counts again where these documents are.
 */
export const realDocuments: RealDocuments = {
  documents: 95,
  tasks: 1026,
  unowned: 471,
  rules: {
    'due-missing': 294,
    'due-unreadable': 5,
    'owner-missing': 70,
    'owner-shared': 30,
    'task-malformed': 1,
  },
};

/**
 * What somebody who read each warning in its document says of them, by rule that is on by default. Whoever changes how
 * many there are reads those that came and went, and counts here again.
 */
export const readByEye: Partial<Record<RuleId, Reading>> = {
  'owner-missing': { false: 12, useless: 7 },
  'due-unreadable': { false: 0, useless: 0 },
  'task-malformed': { false: 0, useless: 0 },
};

interface Reading {
  /** The document says who or when, or it is no task. */
  readonly false: number;
  /** True, and nobody would do anything about it. */
  readonly useless: number;
}

interface RealDocuments {
  readonly documents: number;
  readonly tasks: number;
  /** Open tasks nobody owns. */
  readonly unowned: number;
  /** Problems by rule; a rule that is not named found none. */
  readonly rules: Partial<Record<RuleId, number>>;
}
