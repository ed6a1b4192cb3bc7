import { frontMatterInvalid } from './front-matter-invalid.ts';
import { frontMatterSchema } from './front-matter-schema.ts';
import { mentionUnknown } from './mention-unknown.ts';
import { ownerLineEmpty } from './owner-line-empty.ts';
import { ownerMissing } from './owner-missing.ts';
import { ownerTeamOnly } from './owner-team-only.ts';
import type { Rule } from './rule.ts';
import { taskMalformed } from './task-malformed.ts';

/** Every rule there is, in the order of docs/format.md section 4. */
export const allRules: readonly Rule[] = [
  ownerMissing,
  mentionUnknown,
  ownerTeamOnly,
  ownerLineEmpty,
  frontMatterInvalid,
  frontMatterSchema,
  taskMalformed,
];
