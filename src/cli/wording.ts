/** `1 error`, `2 errors`. */
export function count(amount: number, one: string, many = `${one}s`): string {
  return `${amount} ${amount === 1 ? one : many}`;
}

/** `1,234,567`. */
export function grouped(amount: number): string {
  return amount.toLocaleString('en-US');
}

/**
 * Characters that a terminal acts upon: controls, and those that show what follows in another order than it stands
 * ("Trojan Source", CVE-2021-42574).
 */
const ACTING = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;
/** Marks of direction, which texts in Arabic and Hebrew hold rightly. They show nothing themselves. */
const MARKS = /[\u061c\u200e\u200f]/g;

/**
 * A text that may come from anybody's file or file name, made fit for a terminal: a control character could move the
 * cursor or change colors, a line end would break the line.
 */
export function printable(text: string): string {
  return text.replace(ACTING, '\ufffd').replace(MARKS, '');
}

/** The same for a text of several lines. */
export function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}
