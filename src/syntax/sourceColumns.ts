/*
 * markdown-it hands out text without what stands before it in its line. Edits need to know where in the line it stands.
 */

const MARKER_END = /(?:[-+*]|\d{1,9}[.)])[ \t]*$/;
const FIRST_BOX = /\[[ \txX/><?!*~✓✔☑✅-]\ufe0f?\]/u;

/** Of an item's marker: the last marker on its line that nothing but deeper markers follow. */
export function markerColumn(raw: string): number {
  const box = FIRST_BOX.exec(raw);
  const head = box ? raw.slice(0, box.index) : raw.trimEnd();
  return MARKER_END.exec(head)?.index ?? raw.length - raw.trimStart().length;
}

/** Of the content of a heading between number signs. */
export function atxColumn(raw: string, content: string): number {
  const marker = /^\s*#{1,6}/.exec(raw)?.[0].length ?? 0;
  // CommonMark 0.31.2 section 2.3: U+0000 reads as U+FFFD.
  return raw.replaceAll('\0', '\ufffd').indexOf(content, marker);
}
