import type { YamlEntry, YamlMap } from '../syntax/yamlTree.ts';
import { LineIndex } from '../text/lineIndex.ts';
import { applyEdits, textEdit, type TextEdit } from '../text/textEdit.ts';
import { normalizeHandle } from '../workspace/handles.ts';
import { isRoster, type RosterLayer } from '../workspace/rosterLayer.ts';
import type { Person } from '../workspace/rosterTypes.ts';
import {
  aboveEntry,
  behindEntry,
  behindLine,
  indentOf,
  insideBraces,
  listText,
  read,
  sayings,
  scalar,
  SECTIONS,
  type Reading,
} from './addToRoster.ts';

/**
 * The smallest edits after which a roster names these Markdown files as playbooks, too. Every other byte stays.
 * @returns undefined where that cannot be done: the file is broken at that place, or is not a roster
 */
export function addPlaybooks(text: string, globs: readonly string[]): readonly TextEdit[] | undefined {
  const before = read(new LineIndex(text));
  if (!before || !(before.isEmpty || isRoster(before.root))) return undefined;
  const wanted = [...before.layer.playbooks.map((g) => g.value), ...globs];
  const entry = before.root.entries.find((e) => e.key === 'playbooks');
  const edits = entry ? inList(before, entry, globs) : newList(before, globs);
  return firstThat(before, edits, (layer) => {
    const is = layer.playbooks.map((g) => g.value);
    return (
      isSame(is, wanted) &&
      sayings({ ...layer, playbooks: [] }) === sayings({ ...before.layer, playbooks: [] })
    );
  });
}

/** The same for other names by which people write somebody whom the roster lists. */
export function addAliases(
  text: string,
  handle: string,
  aliases: readonly string[],
): readonly TextEdit[] | undefined {
  const before = read(new LineIndex(text));
  const key = normalizeHandle(handle);
  const person = before?.layer.people.get(key);
  const section = before?.root.entries.find((e) => e.key === 'people')?.value;
  const entry =
    section?.kind === 'map' ? section.entries.find((e) => normalizeHandle(e.key) === key) : undefined;
  if (!before || !person || entry?.value.kind !== 'map') return undefined;
  const wanted = [...person.aliases, ...aliases];
  const own = entry.value.entries.find((e) => e.key === 'aliases');
  const edits = own ? inList(before, own, aliases) : newDetail(before, entry.value, aliases);
  return firstThat(before, edits, (layer) => {
    const is = layer.people.get(key);
    if (!is || !isSame(is.aliases, wanted)) return false;
    return sayings(withAliases(layer, is, [])) === sayings(withAliases(before.layer, person, []));
  });
}

function withAliases(layer: RosterLayer, person: Person, aliases: readonly string[]): RosterLayer {
  const people = new Map(layer.people);
  people.set(normalizeHandle(person.handle), { ...person, aliases });
  return { ...layer, people };
}

/** The first edit that does what is wanted and breaks nothing. */
function firstThat(
  before: Reading,
  edits: Iterable<TextEdit>,
  isRight: (after: RosterLayer) => boolean,
): readonly TextEdit[] | undefined {
  for (const edit of edits) {
    const layer = read(new LineIndex(applyEdits(before.lines.text, [edit])))?.layer;
    if (layer && layer.problems.length <= before.layer.problems.length && isRight(layer)) return [edit];
  }
  return undefined;
}

function* inList(
  { lines }: Reading,
  { value, keyRange }: YamlEntry,
  texts: readonly string[],
): Generator<TextEdit> {
  const { text } = lines;
  const list = listText(texts);
  const items = list.slice(1, -1);
  if (value.kind === 'scalar') {
    // One entry may stand without a list around it; quotes are part of it, and no part of its range.
    const [start, end] = [lines.offsetAt(value.range.start), lines.offsetAt(value.range.end)];
    const quote = /["']/.exec(text[start - 1] ?? '') && text[end] === text[start - 1] ? 1 : 0;
    const range = { start: lines.positionAt(start - quote), end: lines.positionAt(end + quote) };
    if (value.text !== '') {
      yield textEdit(range, `[${text.slice(start - quote, end + quote)}, ${items}]`);
      yield textEdit(range, `[${scalar(value.text)}, ${items}]`);
    }
    yield textEdit(range, list);
    yield textEdit({ start: keyRange.end, end: keyRange.end }, `: ${list}`);
    const behindColon = lines.positionAt(lines.offsetAt(keyRange.end) + 1);
    yield textEdit({ start: behindColon, end: behindColon }, ` ${list}`);
    return;
  }
  if (value.kind !== 'list') return;
  const last = value.items.at(-1);
  const close = lines.offsetAt(value.range.end) - 1;
  if (text[lines.offsetAt(value.range.start)] === '[') {
    const at = lines.positionAt(text.slice(0, close).trimEnd().length);
    if (!last) yield textEdit({ start: at, end: at }, items);
    else {
      const isOpen = text.slice(0, close).trimEnd().endsWith(',');
      yield textEdit({ start: at, end: at }, `${isOpen ? ' ' : ', '}${items}`);
      // A comment may stand before the bracket.
      const end = lines.positionAt(
        lines.offsetAt(last.range.end) + (/["']/.test(text[lines.offsetAt(last.range.end)] ?? '') ? 1 : 0),
      );
      yield textEdit({ start: end, end }, `, ${items}`);
    }
    return;
  }
  if (!last) return;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const [indent = ''] = /^\s*-\s+/.exec(lines.line(last.range.start.line)) ?? [];
  if (indent === '') return;
  const block = texts.map((t) => indent + scalar(t)).join(eol);
  yield behindLine(lines, last.range.end.line, block, eol);
  yield behindLine(lines, last.range.end.line - 1, block, eol);
}

/** Which files are ours stands before who is who. */
function* newList(roster: Reading, globs: readonly string[]): Generator<TextEdit> {
  const { lines, root } = roster;
  const eol = lines.text.includes('\r\n') ? '\r\n' : '\n';
  const line = `playbooks: ${listText(globs)}`;
  const first = root.entries.find((e) => SECTIONS.includes(e.key));
  const indent = first && indentOf(lines, first);
  if (first && indent !== undefined) {
    const at = aboveEntry(lines, first);
    yield textEdit({ start: at, end: at }, `${indent}${line}${eol}${eol}`);
  }
  const end = lines.lineCount - 1;
  const isApart = root.entries.length === 0 || /\n\r?\n$/.test(lines.text);
  yield behindLine(lines, end, `${isApart ? '' : eol}${line}${eol}`, eol);
  const last = root.entries.at(-1);
  if (last) yield* behindEntry(lines, last, `${eol}${line}`, eol);
  yield* insideBraces(lines, root, line, eol);
}

function* newDetail({ lines }: Reading, details: YamlMap, aliases: readonly string[]): Generator<TextEdit> {
  const eol = lines.text.includes('\r\n') ? '\r\n' : '\n';
  const line = `aliases: ${listText(aliases)}`;
  if (lines.text[lines.offsetAt(details.range.start)] === '{') {
    yield* insideBraces(lines, details, line, eol);
    return;
  }
  const last = details.entries.at(-1);
  const indent = last && indentOf(lines, last);
  if (last && indent !== undefined) yield* behindEntry(lines, last, indent + line, eol);
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, i) => text === b[i]);
}
