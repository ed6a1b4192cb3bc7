/** Sticky expressions, tried at one place of a text. */

/** Source of what holds where a word ends. "By today's standards" is about no day. */
export const WORD_END = String.raw`(?!['’]?[\p{L}\p{N}_])`;

export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

export function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  const found = matchAt(pattern, text, at);
  return found ? at + found[0].length : undefined;
}
