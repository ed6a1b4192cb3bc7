const HASH = 35;

/** Whether an ATX heading without indent begins at an offset, which is the start of a line (CommonMark 0.31.2 section 4.2). */
export function isAtxHeading(text: string, start: number): boolean {
  let end = start;
  while (text.charCodeAt(end) === HASH) end++;
  if (end === start || end - start > 6) return false;
  const next = text[end];
  return next === undefined || next === ' ' || next === '\t' || next === '\n' || next === '\r';
}
