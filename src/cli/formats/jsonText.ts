/** A list whose items are made one after the other, as they are printed. */
export type Stream = Generator<unknown, void>;

const INDENT = '  ';

/**
 * A value as JSON for people and programs, piece by piece. An object may hold streams, which are printed as arrays, and
 * functions, whose values are asked for when it is their turn. Beside what JSON itself demands, every other character
 * that a terminal acts upon is escaped: a text may come from anybody's file.
 */
export function* jsonText(value: object): Generator<string, void> {
  yield* pieces(value, '');
  yield '\n';
}

function* pieces(value: unknown, indent: string): Generator<string, void> {
  if (isStream(value)) yield* items(value, indent);
  else if (isObject(value) && Object.values(value).some(isMadeLate)) yield* entries(value, indent);
  else yield plain(value, indent);
}

function* items(stream: Stream, indent: string): Generator<string, void> {
  const inner = indent + INDENT;
  let isEmpty = true;
  for (const item of stream) {
    yield isEmpty ? `[\n${inner}` : `,\n${inner}`;
    isEmpty = false;
    yield* pieces(item, inner);
  }
  yield isEmpty ? '[]' : `\n${indent}]`;
}

function* entries(object: object, indent: string): Generator<string, void> {
  const inner = indent + INDENT;
  let separator = '{\n';
  for (const [key, given] of Object.entries(object)) {
    const value: unknown = typeof given === 'function' ? (given as () => unknown)() : given;
    if (value === undefined) continue;
    yield `${separator}${inner}${plain(key, inner)}: `;
    separator = ',\n';
    yield* pieces(value, inner);
  }
  yield `\n${indent}}`;
}

function isStream(value: unknown): value is Stream {
  return isObject(value) && !Array.isArray(value) && Symbol.iterator in value;
}

function isMadeLate(value: unknown): boolean {
  return typeof value === 'function' || isStream(value);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function plain(value: unknown, indent: string): string {
  const json = JSON.stringify(value, undefined, 2);
  // Within JSON line ends stand between values only.
  const indented = indent === '' ? json : json.replaceAll('\n', `\n${indent}`);
  return indented.replace(/[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
