/** Where things end in YAML text, found by its characters alone: what has to work on text that does not parse. */

/** Offset of the quote that closes the one at `at`; it may stand in a later line. */
export function closingQuote(text: string, at: number): number | undefined {
  const quote = text[at];
  for (let i = at + 1; i < text.length; i++) {
    if (quote === '"' && text[i] === '\\') i++;
    else if (text[i] === quote) {
      if (quote === "'" && text[i + 1] === "'") i++;
      else return i;
    }
  }
  return undefined;
}

/** Where the value ends that stands at `at` in its line: before a comment and trailing space. */
export function lineEnd(text: string, at: number): number {
  let end = at;
  for (let i = at; i < text.length && !isBreak(text[i]); i++) {
    if (text[i] === '#' && isSpace(text[i - 1]) && i > at) break;
    if (!isSpace(text[i])) end = i + 1;
  }
  return end;
}

export function isBreak(c: string | undefined): boolean {
  return c === '\n' || c === '\r';
}

export function isSpace(c: string | undefined): boolean {
  return c === ' ' || c === '\t';
}
