import type { Property } from './property.ts';
import { quickFixes, silencing } from './properties/actions.ts';
import { assigning, clearing, sections } from './properties/assigning.ts';
import { features } from './properties/features.ts';
import { judging } from './properties/judging.ts';
import { lineEnds, pieceByPiece, ranges } from './properties/reading.ts';
import { repairing } from './properties/repairing.ts';
import { additions, rosterLineEnds, rosterRepairs, rosters } from './properties/rosters.ts';
import { handingOver, toggling, tokens } from './properties/tasks.ts';

/** What must hold for every text. Their order is part of what a seed means: new ones come last. */
export const properties: readonly Property[] = [
  ranges,
  lineEnds,
  pieceByPiece,
  judging,
  features,
  quickFixes,
  silencing,
  assigning,
  clearing,
  sections,
  toggling,
  tokens,
  repairing,
  handingOver,
  rosters,
  additions,
  rosterRepairs,
  rosterLineEnds,
];
