export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'cyan';

/** Gives a text a style, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string;

const CODES: Readonly<Record<Style, number>> = { bold: 1, dim: 2, red: 31, yellow: 33, cyan: 36 };

export const plain: Paint = (_style, text) => text;
const colored: Paint = (style, text) => `\u001b[${CODES[style]}m${text}\u001b[0m`;

/** Colors on a terminal only, and not where NO_COLOR says otherwise (no-color.org: set and not empty). */
export function choosePaint(isTerminal: boolean, env: Readonly<Record<string, string | undefined>>): Paint {
  const isUnwanted = (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb';
  return isTerminal && !isUnwanted ? colored : plain;
}
