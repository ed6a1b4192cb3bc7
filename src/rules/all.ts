import { afterUnresolved } from './after-unresolved.ts';
import { assetStale } from './asset-stale.ts';
import { assetUnknown } from './asset-unknown.ts';
import { assetUnmade } from './asset-unmade.ts';
import { assetUnowned } from './asset-unowned.ts';
import { assetUnused } from './asset-unused.ts';
import { dueInvalid } from './due-invalid.ts';
import { dueMissing } from './due-missing.ts';
import { dueOrder } from './due-order.ts';
import { dueOverdue } from './due-overdue.ts';
import { dueUnreadable } from './due-unreadable.ts';
import { frontMatterInvalid } from './front-matter-invalid.ts';
import { frontMatterSchema } from './front-matter-schema.ts';
import { goalIdle } from './goal-idle.ts';
import { goalUnknown } from './goal-unknown.ts';
import { goalUnmeasurable } from './goal-unmeasurable.ts';
import { handleLookalike } from './handle-lookalike.ts';
import { handoffDeadlineMissing } from './handoff-deadline-missing.ts';
import { handoffReceiverMissing } from './handoff-receiver-missing.ts';
import { idDuplicate } from './id-duplicate.ts';
import { meetingMissing } from './meeting-missing.ts';
import { mentionUnknown } from './mention-unknown.ts';
import { ownerExternalOnly } from './owner-external-only.ts';
import { ownerLineEmpty } from './owner-line-empty.ts';
import { ownerMissing } from './owner-missing.ts';
import { ownerOverloaded } from './owner-overloaded.ts';
import { ownerShared } from './owner-shared.ts';
import { ownerTeamOnly } from './owner-team-only.ts';
import { ownerUnavailable } from './owner-unavailable.ts';
import { raciAccountable } from './raci-accountable.ts';
import { slaInvalid } from './sla-invalid.ts';
import { suppressionUnused } from './suppression-unused.ts';
import { taskMalformed } from './task-malformed.ts';
import { teamGoalMissing } from './team-goal-missing.ts';
import { termUndefined } from './term-undefined.ts';
import { tokenInvalid } from './token-invalid.ts';
import type { Rule } from './rule.ts';

/** Every rule there is, in the order of docs/format.md section 4. */
export const allRules: readonly Rule[] = [
  ownerMissing,
  mentionUnknown,
  ownerTeamOnly,
  ownerShared,
  ownerUnavailable,
  ownerExternalOnly,
  ownerOverloaded,
  ownerLineEmpty,
  raciAccountable,
  dueInvalid,
  dueUnreadable,
  dueOverdue,
  dueMissing,
  dueOrder,
  idDuplicate,
  afterUnresolved,
  slaInvalid,
  tokenInvalid,
  handoffDeadlineMissing,
  handoffReceiverMissing,
  meetingMissing,
  goalUnknown,
  assetUnknown,
  goalUnmeasurable,
  goalIdle,
  teamGoalMissing,
  assetUnowned,
  assetUnmade,
  assetStale,
  assetUnused,
  termUndefined,
  handleLookalike,
  frontMatterInvalid,
  frontMatterSchema,
  taskMalformed,
  suppressionUnused,
];
