/** Reads the values of a roster or front matter: text, dates, numbers, lists, handles, each with its place. */

import { isDay } from '../syntax/dates.ts';
import { wrongSchema, type SchemaMessage } from '../syntax/frontMatterProblem.ts';
import type { SyntaxProblem } from '../syntax/problem.ts';
import { isInterval } from '../syntax/tokens.ts';
import { shorten } from '../syntax/yamlFlaw.ts';
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from '../syntax/yamlTree.ts';
import type { Range } from '../text/range.ts';
import { isHandle } from './handles.ts';
import { entryExample } from './rosterKeys.ts';
import type { Expected, Located, RosterReference } from './rosterTypes.ts';
import { misspelled, nearest } from './spelling.ts';

/** The entries of a map by key. */
export type Fields = ReadonlyMap<string, YamlEntry>;

/**
 * One method for each kind of value. All give undefined, or an empty list, for a key that is absent, empty or holds
 * something else. What is wrong, and which handles are named, is kept for all values that one reader has read.
 */
export class ValueReader {
  readonly problems: SyntaxProblem[] = [];
  readonly references: RosterReference[] = [];

  report(...args: Parameters<typeof wrongSchema>): void {
    this.problems.push(wrongSchema(...args));
  }

  /** The entries of a map by key, the first of each; misspelled keys are reported and left out. */
  fields(
    map: YamlMap,
    known: readonly string[],
    isForeign: (key: string, value: YamlNode, suggestion: string) => boolean = () => false,
  ): Fields {
    const fields = new Map<string, YamlEntry>();
    let keys: ReadonlySet<string> | undefined;
    for (const entry of map.entries) {
      const { key, keyRange } = entry;
      if (known.includes(key)) {
        if (!fields.has(key)) fields.set(key, entry);
        continue;
      }
      if (this.#reportGlued(entry, known)) continue;
      const suggestion = misspelled(key, known);
      if (suggestion === undefined || isForeign(key, entry.value, suggestion)) continue;
      keys ??= new Set(map.entries.map((e) => e.key));
      const isTaken = keys.has(suggestion);
      const edits = [{ range: keyRange, newText: suggestion }];
      const isSafe = nearest(key, known, 2).length === 1;
      const fix = { title: 'rename', args: { text: suggestion }, edits, isSafe } as const;
      this.report('nearMiss', keyRange, { key: shorten(key), suggestion }, isTaken ? {} : { fix });
    }
    return fields;
  }

  /** `{ name:Maria }` is a key `name:Maria` without a value (YAML 1.2.2 section 7.3.3). */
  #reportGlued({ key, keyRange }: YamlEntry, known: readonly string[]): boolean {
    const colon = key.indexOf(':');
    const name = key.slice(0, Math.max(0, colon));
    if (!known.includes(name) || !isVerbatim(keyRange, key)) return false;
    // In quotes, `"due: x"` has its space already and is a key all the same.
    if (/\s/.test(key[colon + 1] ?? '')) return false;
    const at = moveStart(keyRange, colon + 1).start;
    const fix = {
      title: 'addSpace',
      args: {},
      edits: [{ range: { start: at, end: at }, newText: ' ' }],
    } as const;
    this.report('spaceAfterColon', keyRange, { key: name }, { fix });
    return true;
  }

  /** True for `key:` and `key: null`: while one is typing, and in templates, that says nothing and is no mistake. */
  isEmpty({ key, value }: YamlEntry): boolean {
    if (value.kind !== 'scalar' || !value.plain || !/^(?:~|null|)$/i.test(value.text)) return false;
    if (value.hash) {
      const { start, end } = value.hash;
      const edits = [
        { range: { start, end: start }, newText: '"' },
        { range: { start: end, end }, newText: '"' },
      ];
      const fix = { title: 'quote', args: {}, edits } as const;
      this.report('valueIsComment', value.hash, { key }, { fix });
    }
    return true;
  }

  scalar(entry: YamlEntry | undefined, message: SchemaMessage): YamlScalar | undefined {
    if (!entry || this.isEmpty(entry)) return undefined;
    if (entry.value.kind === 'scalar') return entry.value;
    this.wrongKind(message, entry, entry.key);
    return undefined;
  }

  wrongKind(message: SchemaMessage, { key, keyRange }: YamlEntry, exampleOf: string): void {
    this.report(message, keyRange, {
      key: shorten(key),
      text: shorten(key),
      example: entryExample(exampleOf),
    });
  }

  text(entry: YamlEntry | undefined): Located<string> | undefined {
    const scalar = this.scalar(entry, 'notText');
    return scalar && { value: scalar.text.trim(), range: scalar.range };
  }

  date(entry: YamlEntry | undefined): Located<string> | undefined {
    const scalar = this.scalar(entry, 'notText');
    if (!entry || !scalar) return undefined;
    if (isDay(scalar.text)) return { value: scalar.text, range: scalar.range };
    this.report('notDate', scalar.range, { key: entry.key, text: shorten(scalar.text) });
    return undefined;
  }

  number(entry: YamlEntry | undefined): Located<number> | undefined {
    const scalar = this.scalar(entry, 'notNumber');
    if (!entry || !scalar) return undefined;
    if (/^\d{1,9}$/.test(scalar.text)) return { value: Number(scalar.text), range: scalar.range };
    this.report('notNumber', scalar.range, { key: entry.key });
    return undefined;
  }

  boolean(entry: YamlEntry | undefined): Located<boolean> | undefined {
    const scalar = this.scalar(entry, 'notBoolean');
    if (!entry || !scalar) return undefined;
    // `yes` and `no` were booleans in YAML 1.1, and people still write them.
    if (/^(?:true|yes)$/i.test(scalar.text)) return { value: true, range: scalar.range };
    if (/^(?:false|no)$/i.test(scalar.text)) return { value: false, range: scalar.range };
    this.report('notBoolean', scalar.range, { key: entry.key });
    return undefined;
  }

  every(entry: YamlEntry | undefined): string | undefined {
    const scalar = this.scalar(entry, 'notText');
    if (!scalar) return undefined;
    if (isInterval(scalar.text)) return scalar.text;
    this.report('notEvery', scalar.range, { text: shorten(scalar.text) });
    return undefined;
  }

  /** One text or a list of them. */
  list(entry: YamlEntry | undefined): Located<string>[] {
    if (!entry || this.isEmpty(entry)) return [];
    const { value } = entry;
    const items = value.kind === 'list' ? value.items : [value];
    const found: Located<string>[] = [];
    for (const item of items) {
      if (item.kind !== 'scalar') this.wrongKind('notList', entry, entry.key);
      else if (item.text.trim() !== '') found.push({ value: item.text.trim(), range: item.range });
    }
    return found;
  }

  /** The same without their places. */
  texts(entry: YamlEntry | undefined): readonly string[] {
    return this.list(entry).map((item) => item.value);
  }

  handle(entry: YamlEntry | undefined, expects: Expected): Located<string> | undefined {
    if (!entry || this.isEmpty(entry)) return undefined;
    const { value } = entry;
    if (value.kind !== 'scalar' && !(value.kind === 'list' && value.items.length <= 1)) {
      this.wrongKind('notText', entry, 'owner');
    }
    const first = value.kind === 'list' ? value.items[0] : value;
    if (first?.kind !== 'scalar' || first.text.trim() === '') return undefined;
    return this.#refer({ value: first.text, range: first.range }, expects);
  }

  /**
   * One handle, where a list may be another tool's: only somebody whom the roster knows shows that it is ours.
   * @returns undefined for a list of several
   */
  handleOrForeign(entry: YamlEntry | undefined, expects: Expected): Located<string> | undefined {
    if (entry?.value.kind !== 'list') return this.handle(entry, expects);
    const { items } = entry.value;
    const named = items.map((item) =>
      item.kind === 'scalar' && item.text.trim() !== ''
        ? this.#refer({ value: item.text, range: item.range }, expects, { key: entry, of: items.length })
        : undefined,
    );
    return items.length === 1 ? named[0] : undefined;
  }

  handles(entry: YamlEntry | undefined, expects: Expected): string[] {
    const items = this.list(entry);
    const only = items[0];
    // `team: marketing, sales`: a handle has no comma, so it is a list without its brackets.
    if (entry?.value.kind === 'scalar' && only?.value.includes(',') === true) {
      const parts = splitList(only);
      const written = `[${parts.map((p) => p.value).join(', ')}]`;
      const edits = [{ range: only.range, newText: written }];
      // Between quotes brackets would be text.
      const isCertain =
        entry.value.plain && parts.every((p) => isHandle(p.value) && !p.value.startsWith('@'));
      const fix = isCertain
        ? ({ title: 'rename', args: { text: shorten(written) }, edits } as const)
        : undefined;
      const example = isCertain ? `${entry.key}: ${shorten(written)}` : entryExample('for');
      this.report('notList', only.range, { key: entry.key, example }, { fix });
      return parts.map((item) => this.#refer(item, expects).value);
    }
    return items.map((item) => this.#refer(item, expects).value);
  }

  /** Notes that a handle is named here. */
  #refer(
    { value, range }: Located<string>,
    expects: Expected,
    list?: RosterReference['list'],
  ): Located<string> {
    const text = value.trim();
    const handle = handleOf(text);
    const at = isVerbatim(range, text) && handle !== text ? moveStart(range, 1) : range;
    this.references.push({ handle, range: at, expects, ...(list && { list }) });
    return { value: handle, range: at };
  }
}

/** The handle without its `@`. */
export function handleOf(text: string): string {
  return text.startsWith('@') ? text.slice(1) : text;
}

/** True when the range holds exactly the text, so that an offset in the one is an offset in the other. */
function isVerbatim({ start, end }: Range, text: string): boolean {
  return start.line === end.line && end.character - start.character === text.length;
}

function moveStart({ start, end }: Range, by: number): Range {
  return { start: { line: start.line, character: start.character + by }, end };
}

function splitList({ value, range }: Located<string>): Located<string>[] {
  const found: Located<string>[] = [];
  for (const match of value.matchAll(/[^,]+/g)) {
    const part = match[0].trim();
    if (part === '') continue;
    const from = range.start.character + match.index + match[0].indexOf(part);
    const { line } = range.start;
    const exact = { start: { line, character: from }, end: { line, character: from + part.length } };
    found.push({ value: part, range: isVerbatim(range, value) ? exact : range });
  }
  return found;
}
