/** What may be a block of ours, or change how the lines below it read: each test is wider than the syntax it stands for. */
const MAY_MATTER = [
  // A box of a task or of what was meant as one.
  { sign: '[', shape: /\[(?:[ \txX\u00a0]{0,3}|[/><?!*~✓✔☑✅-]\ufe0f?|\\?[ xX]?\\)\]/u },
  { sign: '☐' },
  // An owner line (ownerLabels.ts): a label and, in the same line, a colon.
  { sign: ':', shape: { test: holdsLabelAndColon } },
  { sign: '：' },
  // Tables; code fences, HTML and comments, which may hide what looks like a heading.
  { sign: '|' },
  { sign: '<' },
  { sign: '```' },
  { sign: '~~~' },
  // Headings which no part begins at: indented ones, and setext headings (CommonMark 0.31.2 sections 4.2 and 4.3).
  { sign: ' #', shape: /^ {1,3}#/m },
  { sign: '--', shape: /^ {0,3}-+[ \t]*$/m },
  { sign: '\n-', shape: /^-[ \t]*$/m },
  { sign: '\r-', shape: /^-[ \t]*$/m },
  { sign: ' -', shape: /^ {1,3}-[ \t]*$/m },
  { sign: '=', shape: /^ {0,3}=+[ \t]*$/m },
  { sign: '\ufeff' },
] as const satisfies readonly { readonly sign: string; readonly shape?: Pick<RegExp, 'test'> }[];

// The labels of every language (ownerWords.ts), by what they have in common.
const LABEL =
  /owner|dri|assign|responsible|accountable|lead|verantwortlich|zuständig|responsab|responsáve|encargad|verantwoordelijk|担当|責任|负责|負責|责任/gi;
const COLON_OR_END = /[\n\r:]/g;

function holdsLabelAndColon(text: string): boolean {
  for (LABEL.lastIndex = 0; LABEL.test(text); LABEL.lastIndex = COLON_OR_END.lastIndex) {
    COLON_OR_END.lastIndex = LABEL.lastIndex;
    const stop = COLON_OR_END.exec(text)?.[0];
    if (stop === ':') return true;
    if (stop === undefined) return false;
  }
  return false;
}

/** A line that begins like this may be nested deeper than is read. */
const DEEP = /^[\s>*+\d.)-]{90}/m;

/**
 * Cheap test that lines may hold a node of ours, or end within a fence or an HTML block. Half of all text in handbooks
 * does not, and is not read any further.
 */
export function mayHoldBlocks(text: string): boolean {
  for (const may of MAY_MATTER) {
    if (text.includes(may.sign) && (!('shape' in may) || may.shape.test(text))) return true;
  }
  return DEEP.test(text);
}
