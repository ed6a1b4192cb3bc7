/** How many tests ran, by outcome. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const NONE: Counts = { passed: 0, failed: 0, skipped: 0 };

export function add(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** The closing line that people and machines read: `N passed, N failed`, and the skipped ones if there are any. */
export function closingLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** A suite's part in words; unlike the closing line, of which there is to be only one. */
export function describeCounts({ passed, failed, skipped }: Counts): string {
  const total = passed + failed;
  const outcome = failed > 0 ? `${failed} failed` : 'all passed';
  return `${total} ${total === 1 ? 'test' : 'tests'}, ${outcome}${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** Reads the last line of a run inside VS Code (test/editor/index.ts writes it); undefined if it got not that far. */
export function readReport(output: string): Counts | undefined {
  const found = [...output.matchAll(/^Ran in VS Code: (\d+) ok, (\d+) not ok, (\d+) skipped$/gm)].at(-1);
  return found && { passed: Number(found[1]), failed: Number(found[2]), skipped: Number(found[3]) };
}
