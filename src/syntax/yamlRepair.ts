/** Guesses what a broken YAML value was meant to say. */

import type { Repair } from './yamlFlaw.ts';
import { repairFlow } from './yamlFlowRepair.ts';
import { QUOTES, repairPlain, repairQuoted } from './yamlScalarRepair.ts';
import { lineEnd } from './yamlScan.ts';

/** Repairs the value that starts at `at`: behind a key, or alone. What follows it in `text` belongs to it. */
export function repairValue(text: string, at: number, maxDepth: number): Repair {
  const first = text[at] ?? '';
  if (first === '{' || first === '[') return repairFlow(text, at, maxDepth);
  if (QUOTES.has(first)) return repairQuoted(text, at, first);
  return repairPlain(text, at, lineEnd(text, at), undefined);
}
