import { parseYaml } from '../syntax/yaml.ts';
import type { YamlEntry, YamlMap } from '../syntax/yamlTree.ts';
import { LineIndex } from '../text/lineIndex.ts';
import { applyEdits, textEdit, type TextEdit } from '../text/textEdit.ts';
import { normalizeHandle } from '../workspace/handles.ts';
import { isRoster, readLayer, type RosterLayer } from '../workspace/rosterLayer.ts';

/** Somebody, or a team, to be written into a roster. */
export type NewEntry =
  | { readonly kind: 'person'; readonly handle: string; readonly name: string; readonly team?: string }
  | {
      readonly kind: 'team';
      readonly handle: string;
      readonly name: string;
      readonly lead?: string;
      /** Of an outside agency: the insider answerable for it, or nobody yet. */
      readonly agency?: { readonly contact?: string };
    };

/**
 * The smallest edits after which a roster file holds the entry. Every other byte stays, and the file reads as before
 * but for the new entry; people are written behind the others of their team.
 * @param text of the roster file; it may be empty
 * @returns undefined where that cannot be done: the file is broken at that place, or is not a roster
 */
export function addToRoster(text: string, entry: NewEntry): TextEdit[] | undefined {
  const lines = new LineIndex(text);
  const { root } = parseYaml(lines, 0, text.length);
  if (root && (root.kind !== 'map' || !isRoster(root))) return undefined;
  const before = root && read(text);
  for (const edit of places(lines, root, entry, before)) {
    const layer = read(applyEdits(text, [edit]));
    if (layer && isAdded(layer, before, entry)) return [edit];
  }
  return undefined;
}

function read(text: string): RosterLayer | undefined {
  const lines = new LineIndex(text);
  const { root, problems } = parseYaml(lines, 0, text.length);
  if (root?.kind !== 'map') return undefined;
  const layer = readLayer('', root, 'roster');
  return { ...layer, problems: [...problems, ...layer.problems] };
}

function isAdded(after: RosterLayer, before: RosterLayer | undefined, entry: NewEntry): boolean {
  const key = normalizeHandle(entry.handle);
  const found = entry.kind === 'person' ? after.people.get(key) : after.teams.get(key);
  if (found?.handle !== entry.handle || found.name !== entry.name) return false;
  const shape = (layer: RosterLayer | undefined, without?: string) =>
    JSON.stringify(
      [layer?.people, layer?.teams, layer?.roles, layer?.goals, layer?.assets].map((entries) =>
        // Places move; what the entries say must not.
        [...(entries ?? [])].filter(([k]) => k !== without).map(([k, e]) => [k, { ...e, place: undefined }]),
      ),
    );
  const problems = before?.problems.length ?? 0;
  return after.problems.length <= problems && shape(after, key) === shape(before);
}

/** Where the entry may go, the likeliest first; which of them is right the reader of rosters decides. */
function* places(
  lines: LineIndex,
  root: YamlMap | undefined,
  entry: NewEntry,
  layer: RosterLayer | undefined,
): Generator<TextEdit> {
  const group = entry.kind === 'person' ? 'people' : 'teams';
  const found = root?.entries.find((e) => e.key === group);
  const eol = lines.text.includes('\r\n') ? '\r\n' : '\n';
  const line = entryText(entry);
  if (!found) {
    const block = [`${group}:`, `  ${line}`].join(eol);
    // Teams come before people, as one reads a company.
    const people = root?.entries.find((e) => e.key === 'people');
    if (group === 'teams' && people) {
      const at = { line: people.keyRange.start.line, character: 0 };
      yield textEdit({ start: at, end: at }, `${block}${eol}${eol}`);
    }
    yield behindLine(lines, lastLine(lines), `${root ? eol : ''}${block}${eol}`, eol);
    if (root) yield* insideBraces(lines, root, `${group}: { ${line} }`);
    return;
  }
  const { value } = found;
  if (value.kind === 'map') {
    const neighbors = entry.kind === 'person' ? sameTeam(value, entry.team, layer) : [];
    const last = value.entries.at(-1);
    for (const neighbor of [...neighbors.slice(-1), ...(last ? [last] : [])]) {
      const { character } = neighbor.keyRange.start;
      const indent = lines.line(neighbor.keyRange.start.line).slice(0, character);
      if (indent.trim() !== '') continue;
      yield behindLine(lines, neighbor.value.range.end.line, indent + line, eol);
      // What ends in the first column of the next line belongs to the one above.
      yield behindLine(lines, neighbor.value.range.end.line - 1, indent + line, eol);
    }
    yield* insideBraces(lines, value, line);
    return;
  }
  // `people:` with nothing behind it.
  yield behindLine(lines, found.keyRange.end.line, `  ${line}`, eol);
}

/** Entries of people of the same team, so that a roster sorted by teams stays sorted. */
function sameTeam(people: YamlMap, team: string | undefined, layer: RosterLayer | undefined): YamlEntry[] {
  if (team === undefined) return [];
  const key = normalizeHandle(team);
  return people.entries.filter((e) =>
    layer?.people.get(normalizeHandle(e.key))?.teams.some((t) => normalizeHandle(t) === key),
  );
}

function behindLine(lines: LineIndex, line: number, newText: string, eol: string): TextEdit {
  const at = lines.positionAt(lines.endOf(Math.max(0, line)));
  // An empty file, or the empty line at its end, needs no line end before.
  const isEmptyLine = lines.line(at.line) === '' && at.line === lines.lineCount - 1;
  return textEdit({ start: at, end: at }, isEmptyLine ? newText : `${eol}${newText.replace(/\r?\n$/, '')}`);
}

function lastLine(lines: LineIndex): number {
  return lines.lineCount - 1;
}

/** In `{ … }`, before the closing brace. */
function* insideBraces(lines: LineIndex, map: YamlMap, text: string): Generator<TextEdit> {
  const end = lines.offsetAt(map.range.end);
  const close = lines.text.lastIndexOf('}', end);
  if (close < 0) return;
  const open = lines.text.slice(0, close).trimEnd();
  const at = lines.positionAt(open.length);
  const range = { start: at, end: at };
  const isEmpty = open.endsWith('{');
  yield textEdit(range, isEmpty ? ` ${text}${lines.text[close - 1] === ' ' ? '' : ' '}` : `, ${text}`);
  yield textEdit(range, ` ${text}`);
}

/** `maria: { name: Maria López, team: marketing }`. */
function entryText(entry: NewEntry): string {
  const pairs: (readonly [string, string | undefined])[] =
    entry.kind === 'person'
      ? [['team', entry.team && scalar(entry.team)]]
      : [
          ['lead', entry.lead && scalar(entry.lead)],
          ['external', entry.agency && 'true'],
          ['contact', entry.agency?.contact && scalar(entry.agency.contact)],
        ];
  const rest = pairs.flatMap(([key, value]) => (value === undefined ? [] : [`, ${key}: ${value}`]));
  return `${scalar(entry.handle)}: { name: ${scalar(entry.name)}${rest.join('')} }`;
}

// Words that YAML 1.1 or 1.2 reads as something else than text.
const WORDS = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** A YAML scalar that reads as this text between braces; plain where that is safe. */
export function scalar(text: string): string {
  const isPlain =
    /^[\p{L}][\p{L}\p{M}\p{N} .'’_-]*$/u.test(text) && !WORDS.test(text) && text === text.trim();
  return isPlain ? text : JSON.stringify(text);
}
