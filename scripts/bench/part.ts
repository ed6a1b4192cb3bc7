/** What one part of the benchmark found out. */
export interface Part {
  /** Rows for the table at the top of the page. */
  readonly aims: readonly Aim[];
  /** Markdown: how it was measured, and all numbers. */
  readonly section: string;
}

export interface Aim {
  readonly what: string;
  readonly aim: string;
  readonly result: string;
  readonly isMet: boolean;
}

/** One line about what is going on; the run takes minutes. */
export function progress(text: string): void {
  process.stderr.write(`[bench] ${text}\n`);
}

/** A Markdown table; the first column is text, the others are numbers. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}
