/**
 * A value as JSON for people and programs. Beside what JSON itself demands, every other control character is escaped: a
 * text may come from anybody's file, and none of it should move a terminal's cursor.
 */
export function jsonText(value: unknown): string {
  const json = JSON.stringify(value, undefined, 2);
  return `${json.replace(/[\u007f-\u009f\u2028\u2029]/g, escaped)}\n`;
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
