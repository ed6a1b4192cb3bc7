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
    'due-unreadable': 17,
    'owner-missing': 70,
    'owner-shared': 30,
    'task-malformed': 1,
  },
};

interface RealDocuments {
  readonly documents: number;
  readonly tasks: number;
  /** Open tasks nobody owns. */
  readonly unowned: number;
  /** Problems by rule; a rule that is not named found none. */
  readonly rules: Partial<Record<RuleId, number>>;
}
