export interface RunStarts {
  /** Rising. */
  readonly starts: number[];
  /** Index of the first that has not been read yet. */
  next: number;
}

/** Every run of backticks from an offset on, by its length. */
export function backtickRuns(text: string, from: number): Map<number, RunStarts> {
  const found = new Map<number, RunStarts>();
  for (let start = text.indexOf('`', from); start >= 0;) {
    let end = start + 1;
    while (text[end] === '`') end++;
    const runs = found.get(end - start);
    if (runs) runs.starts.push(start);
    else found.set(end - start, { starts: [start], next: 0 });
    start = text.indexOf('`', end);
  }
  return found;
}
