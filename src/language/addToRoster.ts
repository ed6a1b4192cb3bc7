import { parseYaml } from '../syntax/yaml.ts';
import type { YamlEntry, YamlMap } from '../syntax/yamlTree.ts';
import { LineIndex } from '../text/lineIndex.ts';
import type { Position } from '../text/position.ts';
import { applyEdits, textEdit, type TextEdit } from '../text/textEdit.ts';
import { normalizeHandle } from '../workspace/handles.ts';
import { sectionOf, type NewEntry, type NewRole } from '../workspace/newEntry.ts';
import { isRoster, readLayer, type RosterLayer } from '../workspace/rosterLayer.ts';

/** How one reads a company, and what a roster says beside. New sections are put in this order. */
export const SECTIONS = ['teams', 'people', 'roles', 'goals', 'assets', 'meetings', 'terms', 'rules'];

/** An entry in a roster's text. */
export interface AddedEntry {
  readonly edits: readonly TextEdit[];
  /** Behind the last detail of the new entry, in the text after the edits: where one goes on writing. */
  readonly end: Position;
}

/**
 * The smallest edits after which a roster file holds the entry. Every other byte stays, and the file reads as before
 * but for the new entry; people are written behind the others of their team.
 * @param text of the roster file; it may be empty
 * @returns undefined where that cannot be done: the file is broken at that place, or is not a roster
 */
export function addToRoster(text: string, entry: NewEntry): AddedEntry | undefined {
  const line = entryText(entry);
  const edit = editFor(text, [entry]);
  if (!edit) return undefined;
  const start = new LineIndex(text).offsetAt(edit.range.start) + edit.newText.indexOf(line);
  const end = start + line.replace(/ ?[}\]]$/, '').length;
  return { edits: [edit], end: new LineIndex(applyEdits(text, [edit])).positionAt(end) };
}

/**
 * The same for several of one kind, people of one team, who stand together: the roster is read once for all of them.
 * @returns undefined where that cannot be done for one of them
 */
export function addAllToRoster(text: string, entries: readonly NewEntry[]): readonly TextEdit[] | undefined {
  const edit = editFor(text, entries);
  return edit && [edit];
}

function editFor(text: string, entries: readonly NewEntry[]): TextEdit | undefined {
  const [first] = entries;
  const before = first && read(new LineIndex(text));
  if (!before || !(before.isEmpty || isRoster(before.root))) return undefined;
  for (const edit of places(before, first, entries.map(entryText))) {
    const layer = read(new LineIndex(applyEdits(text, [edit])))?.layer;
    if (layer && areAdded(layer, before.layer, entries)) return edit;
  }
  return undefined;
}

/** A file that is a roster, or could become one. */
export interface Reading {
  readonly lines: LineIndex;
  readonly root: YamlMap;
  readonly layer: RosterLayer;
  /** Nothing but space and comments. */
  readonly isEmpty: boolean;
}

const START = { line: 0, character: 0 };
const NOTHING: YamlMap = { kind: 'map', entries: [], range: { start: START, end: START } };

export function read(lines: LineIndex): Reading | undefined {
  const { root = NOTHING, problems } = parseYaml(lines, 0, lines.text.length);
  if (root.kind !== 'map') return undefined;
  const layer = readLayer('', root, 'roster');
  const isEmpty = root === NOTHING && problems.length === 0;
  return { lines, root, layer: { ...layer, problems: [...problems, ...layer.problems] }, isEmpty };
}

function areAdded(after: RosterLayer, before: RosterLayer, entries: readonly NewEntry[]): boolean {
  const [first] = entries;
  if (!first || !entries.every((entry) => isAdded(after, before, entry))) return false;
  const section = sectionOf[first.kind];
  const others = new Map<string, unknown>(after[section]);
  for (const { handle } of entries) others.delete(normalizeHandle(handle));
  return (
    // Each has a handle of its own.
    others.size === after[section].size - entries.length &&
    after.problems.length <= before.problems.length &&
    sayings({ ...after, [section]: others }) === sayings(before)
  );
}

function isAdded(after: RosterLayer, before: RosterLayer, entry: NewEntry): boolean {
  const key = normalizeHandle(entry.handle);
  const section = sectionOf[entry.kind];
  const found = after[section].get(key);
  if (found?.handle !== entry.handle || before[section].has(key)) return false;
  if (entry.kind !== 'role' && found.kind !== 'role' && found.name !== entry.name) return false;
  return entry.kind !== 'person' || found.kind !== 'person' || isSameList(found.aliases, entry.aliases);
}

function isSameList(a: readonly string[], b: readonly string[] = []): boolean {
  return a.length === b.length && a.every((text, i) => text === b[i]);
}

/** All that a roster says, to be compared. Places move; what the entries say must not. */
export function sayings(layer: object): string {
  return JSON.stringify({ ...layer, problems: [], references: [] }, (key, value: unknown) => {
    if (key === 'place' || key === 'range') return undefined;
    return value instanceof Map ? [...(value as Map<string, unknown>)] : value;
  });
}

/** Where the entry may go, the likeliest first; which of them is right the reader of rosters decides. */
function* places(roster: Reading, entry: NewEntry, written: readonly string[]): Generator<TextEdit> {
  const { lines, root } = roster;
  const eol = lines.text.includes('\r\n') ? '\r\n' : '\n';
  const section = root.entries.find((e) => e.key === sectionOf[entry.kind]);
  if (!section) {
    yield* newSection(roster, sectionOf[entry.kind], written, eol);
    return;
  }
  const { value } = section;
  if (value.kind === 'map') {
    // Between braces the parser would not miss a comma, and others would.
    if (lines.text[lines.offsetAt(value.range.start)] === '{') {
      yield* insideBraces(lines, value, written.join(', '), eol);
      return;
    }
    const neighbors = entry.kind === 'person' ? sameTeam(value, entry.team, roster.layer) : [];
    const last = value.entries.at(-1);
    for (const neighbor of [...neighbors.slice(-1), ...(last ? [last] : [])]) {
      const indent = indentOf(lines, neighbor);
      if (indent !== undefined) yield* behindEntry(lines, neighbor, listed(written, indent, eol), eol);
    }
    return;
  }
  // `people:` with nothing behind it, or with a word for nothing.
  const indent = indentOf(lines, section) ?? '';
  yield behindLine(lines, section.keyRange.end.line, listed(written, `${indent}  `, eol), eol);
  if (value.kind === 'scalar' && /^(?:~|null)$/i.test(value.text))
    yield textEdit(value.range, `{ ${written.join(', ')} }`);
}

/** One to a line. */
function listed(written: readonly string[], indent: string, eol: string): string {
  return written.map((line) => indent + line).join(eol);
}

/** A section before the first of those that follow it in `SECTIONS`, else at the end. */
function* newSection(
  { lines, root }: Reading,
  section: string,
  written: readonly string[],
  eol: string,
): Generator<TextEdit> {
  const [first] = root.entries;
  const last = root.entries.at(-1);
  // Some move all of a file to the right.
  const indent = first ? (indentOf(lines, first) ?? '') : '';
  const block = `${indent}${section}:${eol}${listed(written, `${indent}  `, eol)}`;
  const rank = SECTIONS.indexOf(section);
  const isBefore = (e: YamlEntry) => SECTIONS.slice(0, rank).includes(e.key);
  const next = root.entries
    .slice(root.entries.findLastIndex(isBefore) + 1)
    .find((e) => SECTIONS.indexOf(e.key) > rank);
  if (next && indentOf(lines, next) !== undefined) {
    const at = aboveEntry(lines, next);
    yield textEdit({ start: at, end: at }, `${block}${eol}${eol}`);
  }
  const end = lines.lineCount - 1;
  const isApart = !first || /\n\r?\n$/.test(lines.text);
  yield behindLine(lines, end, `${isApart ? '' : eol}${block}${eol}`, eol);
  // Behind the end of the first document nothing is read.
  if (last) yield* behindEntry(lines, last, `${eol}${block}`, eol);
  yield* insideBraces(lines, root, `${section}: { ${written.join(', ')} }`, eol);
}

/** The start of an entry's line, or of the comment above that speaks of it. */
export function aboveEntry(lines: LineIndex, { keyRange }: YamlEntry): Position {
  const own = keyRange.start.line;
  let line = own;
  while (line > 0 && /^\s*#/.test(lines.line(line - 1))) line--;
  // What begins the file speaks of the file.
  if (line === 0) line = own;
  return { line, character: line === 0 && lines.text.startsWith('\uFEFF') ? 1 : 0 };
}

/** The space before an entry that begins its line; undefined for one that does not. */
export function indentOf(lines: LineIndex, { keyRange }: YamlEntry): string | undefined {
  const before = lines.line(keyRange.start.line).slice(0, keyRange.start.character);
  // The key may stand in quotes.
  return /^\uFEFF?([ ]*)["']?$/.exec(before)?.[1];
}

/** Entries of people of the same team, so that a roster sorted by teams stays sorted. */
function sameTeam(people: YamlMap, team: string | undefined, layer: RosterLayer): YamlEntry[] {
  if (team === undefined) return [];
  const key = normalizeHandle(team);
  return people.entries.filter((e) =>
    layer.people.get(normalizeHandle(e.key))?.teams.some((t) => normalizeHandle(t) === key),
  );
}

export function* behindEntry(
  lines: LineIndex,
  { value }: YamlEntry,
  text: string,
  eol: string,
): Generator<TextEdit> {
  yield behindLine(lines, value.range.end.line, text, eol);
  // What ends in the first column of the next line belongs to the one above.
  yield behindLine(lines, value.range.end.line - 1, text, eol);
}

export function behindLine(lines: LineIndex, line: number, newText: string, eol: string): TextEdit {
  const at = lines.positionAt(lines.endOf(Math.max(0, line)));
  // An empty file, or the empty line at its end, needs no line end before.
  const isEmptyLine = at.line === lines.lineCount - 1 && /^\uFEFF?$/.test(lines.line(at.line));
  return textEdit({ start: at, end: at }, isEmptyLine ? newText : `${eol}${newText.replace(/\r?\n$/, '')}`);
}

/** In `{ … }`, before the closing brace, or behind the last entry where a comment stands before the brace. */
export function* insideBraces(
  lines: LineIndex,
  map: YamlMap,
  text: string,
  eol: string,
): Generator<TextEdit> {
  const close = lines.offsetAt(map.range.end) - 1;
  if (lines.text[close] !== '}') return;
  const at = lines.positionAt(lines.text.slice(0, close).trimEnd().length);
  const last = map.entries.at(-1);
  if (!last) {
    yield textEdit({ start: at, end: at }, ` ${text}${/\s/.test(lines.text.charAt(close - 1)) ? '' : ' '}`);
    return;
  }
  const { end } = last.value.range;
  const indent = indentOf(lines, last);
  // A quoted value ends before its quote.
  const [isPlain, comma] = /^["']?\s*(?:(,)\s*)?$/.exec(lines.text.slice(lines.offsetAt(end), close)) ?? [];
  if (isPlain === undefined) {
    yield textEdit({ start: end, end }, `, ${text}`);
    return;
  }
  // One entry a line, the brace below them.
  const isList = indent !== undefined && indent !== '' && map.range.end.line > end.line;
  yield textEdit({ start: at, end: at }, `${comma === ',' ? '' : ','}${isList ? eol + indent : ' '}${text}`);
}

/** `maria: { name: Maria López, team: marketing }`. */
function entryText(entry: NewEntry): string {
  if (entry.kind === 'role') return `${scalar(entry.handle)}: []`;
  const details = [['name', scalar(entry.name)], ...detailsOf(entry)].map(
    ([key, value]) => `${key}: ${value}`,
  );
  return `${scalar(entry.handle)}: { ${details.join(', ')} }`;
}

type Detail = readonly [key: string, value: string];

function detailsOf(entry: Exclude<NewEntry, NewRole>): Detail[] {
  switch (entry.kind) {
    case 'person':
      return [...detail('team', entry.team), ...listDetail('aliases', entry.aliases)];
    case 'team':
      return [
        ...detail('lead', entry.lead),
        ...detail('external', entry.agency && 'true'),
        ...detail('contact', entry.agency?.contact),
      ];
    case 'goal':
      return listDetail('teams', entry.teams);
    case 'asset':
      return [];
    case 'meeting':
      return [...listDetail('teams', entry.teams), ['every', scalar(entry.every ?? 'week')]];
  }
}

function detail(key: string, value: string | undefined): Detail[] {
  return value === undefined ? [] : [[key, key === 'external' ? value : scalar(value)]];
}

function listDetail(key: string, texts: readonly string[] = []): Detail[] {
  return texts.length === 0 ? [] : [[key, listText(texts)]];
}

export function listText(texts: readonly string[]): string {
  return `[${texts.map(scalar).join(', ')}]`;
}

// Words that YAML 1.1 or 1.2 reads as something else than text.
const WORDS = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** A YAML scalar that reads as this text between braces; plain where that is safe. */
export function scalar(text: string): string {
  const isPlain =
    /^[\p{L}][\p{L}\p{M}\p{N} .'’_-]*$/u.test(text) && !WORDS.test(text) && text === text.trim();
  return isPlain ? text : JSON.stringify(text);
}
