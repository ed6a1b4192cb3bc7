import { afterUnresolved } from './after-unresolved.ts';
import { assetUnknown } from './asset-unknown.ts';
import { assetUnowned } from './asset-unowned.ts';
import { frontMatterInvalid } from './front-matter-invalid.ts';
import { frontMatterSchema } from './front-matter-schema.ts';
import { goalUnknown } from './goal-unknown.ts';
import { goalUnmeasurable } from './goal-unmeasurable.ts';
import { handleLookalike } from './handle-lookalike.ts';
import { handoffDeadlineMissing } from './handoff-deadline-missing.ts';
import { handoffReceiverMissing } from './handoff-receiver-missing.ts';
import { idDuplicate } from './id-duplicate.ts';
import { mentionUnknown } from './mention-unknown.ts';
import { ownerLineEmpty } from './owner-line-empty.ts';
import { ownerMissing } from './owner-missing.ts';
import { ownerTeamOnly } from './owner-team-only.ts';
import type { Rule } from './rule.ts';
import { suppressionUnused } from './suppression-unused.ts';
import { taskMalformed } from './task-malformed.ts';
import { termUndefined } from './term-undefined.ts';

/** Every rule there is, in the order of docs/format.md section 4. */
export const allRules: readonly Rule[] = [
  ownerMissing,
  mentionUnknown,
  ownerTeamOnly,
  ownerLineEmpty,
  idDuplicate,
  afterUnresolved,
  handoffDeadlineMissing,
  handoffReceiverMissing,
  goalUnknown,
  assetUnknown,
  goalUnmeasurable,
  assetUnowned,
  termUndefined,
  handleLookalike,
  frontMatterInvalid,
  frontMatterSchema,
  taskMalformed,
  // Last, when all others have shown what there is to silence.
  suppressionUnused,
];
