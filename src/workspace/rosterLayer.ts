import { isDay } from '../syntax/dates.ts';
import { tidyProblems, wrongSchema, type SchemaMessage } from '../syntax/frontMatterProblem.ts';
import type { SyntaxProblem } from '../syntax/problem.ts';
import { isInterval } from '../syntax/tokens.ts';
import { quoteYaml, shorten } from '../syntax/yamlRepair.ts';
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from '../syntax/yamlTree.ts';
import type { LineIndex } from '../text/lineIndex.ts';
import type { Range } from '../text/range.ts';
import { isBroadcast, isHandle, normalizeHandle } from './handles.ts';
import {
  entryKeys,
  entryExample,
  isForeignKey,
  topKeys,
  type EntryKind,
  type LayerKind,
} from './rosterKeys.ts';
import type {
  Asset,
  Expected,
  Goal,
  Located,
  Meeting,
  Owner,
  Person,
  Place,
  Role,
  RosterReference,
  Severity,
  Team,
  Term,
} from './rosterTypes.ts';
import { ruleIds as allRuleIds } from './ruleIds.ts';
import { misspelled, nearest } from './spelling.ts';

/** What one roster file or one front matter says, before it is merged with others. Maps are keyed by `normalizeHandle`. */
export interface RosterLayer {
  readonly uri: string;
  readonly kind: LayerKind;
  readonly people: ReadonlyMap<string, Person>;
  readonly teams: ReadonlyMap<string, Team>;
  readonly roles: ReadonlyMap<string, Role>;
  readonly goals: ReadonlyMap<string, Goal>;
  readonly assets: ReadonlyMap<string, Asset>;
  readonly meetings: ReadonlyMap<string, Meeting>;
  readonly terms: ReadonlyMap<string, Term>;
  /** By rule id, unknown rules left out. The range is that of the severity. */
  readonly rules: ReadonlyMap<string, Located<Severity>>;
  /** Handle of the owner of any task that has no other, without `@`. */
  readonly defaultOwner: Located<string> | undefined;
  /** Front matter only: handle of the one who keeps the document right. */
  readonly owner: Located<string> | undefined;
  /** Day T of relative dates, `YYYY-MM-DD`. */
  readonly tDay: Located<string> | undefined;
  /** Front matter only: the document is there to be copied. */
  readonly template: Located<boolean> | undefined;
  /** Front matter only. */
  readonly title: Located<string> | undefined;
  readonly foldUnowned: Located<number> | undefined;
  /** Rosters only: globs, relative to the roster, of Markdown files that are playbooks as they stand. */
  readonly playbooks: readonly Located<string>[];
  /** Rosters only: globs of files to leave alone. */
  readonly exclude: readonly Located<string>[];
  /** Every handle that a value names, in the order of the keys. */
  readonly references: readonly RosterReference[];
  readonly problems: readonly SyntaxProblem[];
}

/** True when the mapping holds one of our keys: a `roster.yml` of some other tool is none of our business. */
export function isRoster(root: YamlMap): boolean {
  return root.entries.some((e) => topKeys[e.key] === 'both' || topKeys[e.key] === 'roster');
}

/** The problem of a roster that is no mapping; none when it is one, or empty. */
export function rosterProblems(root: YamlNode | undefined, lines: LineIndex): SyntaxProblem[] {
  if (root === undefined || root.kind === 'map') return [];
  const { start } = root.range;
  const range = { start, end: { line: start.line, character: lines.line(start.line).trimEnd().length } };
  return [wrongSchema(root.kind === 'list' ? 'rosterIsList' : 'rosterIsText', range)];
}

/**
 * Reads what a roster or a front matter says. Never throws: a value of the wrong kind is a problem and is left out,
 * everything else stays.
 * @param ruleIds what `rules:` may name
 */
export function readLayer(
  uri: string,
  root: YamlMap,
  kind: LayerKind,
  ruleIds: readonly string[] = allRuleIds,
): RosterLayer {
  return new LayerReader(uri, kind, ruleIds).run(root);
}

const SEVERITIES: readonly Severity[] = ['off', 'hint', 'information', 'warning', 'error'];
/** What other tools call the same, so that the message can name ours. */
const SEVERITY_WORDS: Readonly<Record<string, Severity>> = {
  warn: 'warning',
  info: 'information',
  err: 'error',
  false: 'off',
  none: 'off',
  ignore: 'off',
};

type Fields = ReadonlyMap<string, YamlEntry>;

class LayerReader {
  readonly #uri: string;
  readonly #kind: LayerKind;
  readonly #ruleIds: readonly string[];
  readonly #problems: SyntaxProblem[] = [];
  readonly #references: RosterReference[] = [];

  constructor(uri: string, kind: LayerKind, ruleIds: readonly string[]) {
    this.#uri = uri;
    this.#kind = kind;
    this.#ruleIds = ruleIds;
  }

  run(root: YamlMap): RosterLayer {
    const top = this.#fields(root, this.#knownKeys(), isForeignKey);
    this.#reportMisplaced(root);
    const inFrontMatter = this.#kind === 'frontMatter';
    const teams = this.#entries(top.get('teams'), 'team', (e) => this.#team(e));
    const people = this.#entries(top.get('people'), 'person', (e) => this.#person(e));
    const roles = this.#entries(top.get('roles'), 'role', (e) => this.#role(e));
    this.#reportShared(people, teams, roles);
    const layer = {
      uri: this.#uri,
      kind: this.#kind,
      people,
      teams,
      roles,
      goals: this.#entries(top.get('goals'), 'goal', (e) => this.#goal(e)),
      assets: this.#entries(top.get('assets'), 'asset', (e) => this.#asset(e)),
      meetings: this.#entries(top.get('meetings'), 'meeting', (e) => this.#meeting(e)),
      terms: this.#entries(top.get('terms'), 'term', (e) => this.#term(e)),
      rules: this.#rules(top.get('rules')),
      defaultOwner: this.#handle(top.get('default-owner'), 'owner'),
      owner: inFrontMatter ? this.#handle(top.get('owner'), 'owner') : undefined,
      tDay: this.#date(top.get('t-day')),
      template: inFrontMatter ? this.#boolean(top.get('template')) : undefined,
      title: inFrontMatter ? this.#text(top.get('title')) : undefined,
      foldUnowned: this.#number(top.get('fold-unowned')),
      playbooks: inFrontMatter ? [] : this.#list(top.get('playbooks')),
      exclude: inFrontMatter ? [] : this.#list(top.get('exclude')),
      references: this.#references,
    };
    return { ...layer, problems: tidyProblems(this.#problems) };
  }

  #knownKeys(): string[] {
    return Object.keys(topKeys).filter((k) => topKeys[k] === 'both' || topKeys[k] === this.#kind);
  }

  /** Our own keys where they do nothing. Keys that other tools use as well are left alone. */
  #reportMisplaced(root: YamlMap): void {
    for (const { key, keyRange } of root.entries) {
      if (this.#kind === 'frontMatter' && key === 'playbooks') this.#report('rosterOnly', keyRange, { key });
      if (this.#kind === 'roster' && key === 'owner') this.#report('ownerInRoster', keyRange);
      if (this.#kind === 'roster' && key === 'template') this.#report('frontMatterOnly', keyRange, { key });
    }
  }

  #report(...args: Parameters<typeof wrongSchema>): void {
    this.#problems.push(wrongSchema(...args));
  }

  /** The entries of a map by key, the first of each; misspelled keys are reported and left out. */
  #fields(
    map: YamlMap,
    known: readonly string[],
    isForeign: (key: string, value: YamlNode) => boolean = () => false,
  ): Fields {
    const fields = new Map<string, YamlEntry>();
    for (const entry of map.entries) {
      const { key, keyRange } = entry;
      if (known.includes(key)) {
        if (!fields.has(key)) fields.set(key, entry);
        continue;
      }
      if (this.#reportGlued(entry, known)) continue;
      const suggestion = isForeign(key, entry.value) ? undefined : misspelled(key, known);
      if (suggestion === undefined) continue;
      const isTaken = map.entries.some((e) => e.key === suggestion);
      const edits = [{ range: keyRange, newText: suggestion }];
      const fix = { title: 'rename', args: { text: suggestion }, edits } as const;
      this.#report('nearMiss', keyRange, { key: shorten(key), suggestion }, isTaken ? {} : { fix });
    }
    return fields;
  }

  /** `{ name:Maria }` is a key `name:Maria` without a value (YAML 1.2.2 section 7.3.3). */
  #reportGlued({ key, keyRange }: YamlEntry, known: readonly string[]): boolean {
    const colon = key.indexOf(':');
    const name = key.slice(0, Math.max(0, colon));
    if (!known.includes(name) || !isVerbatim(keyRange, key)) return false;
    const at = moveStart(keyRange, colon + 1).start;
    const fix = {
      title: 'addSpace',
      args: {},
      edits: [{ range: { start: at, end: at }, newText: ' ' }],
    } as const;
    this.#report('spaceAfterColon', keyRange, { key: name }, { fix });
    return true;
  }

  #entries<T extends { readonly handle: string; readonly place: Place }>(
    section: YamlEntry | undefined,
    kind: EntryKind,
    read: (entry: YamlEntry) => T,
  ): Map<string, T> {
    const found = new Map<string, T>();
    if (!section || this.#isEmpty(section)) return found;
    if (section.value.kind !== 'map') {
      this.#wrongKind('notEntries', section, kind);
      return found;
    }
    for (const entry of section.value.entries) {
      const handle = normalizeHandle(entry.key);
      const first = found.get(handle);
      if (!first) {
        if (kind === 'person' || kind === 'team' || kind === 'role') this.#checkHandle(entry);
        found.set(handle, read(entry));
      } else if (first.handle !== handleOf(entry.key)) {
        // The same spelling twice is a duplicate key, which the YAML reader has reported.
        const { range } = first.place;
        this.#report(
          'duplicateHandle',
          entry.keyRange,
          { handle: entry.key, other: first.handle, line: range.start.line + 1 },
          { related: [{ message: 'firstHere', args: {}, range }] },
        );
      }
    }
    return found;
  }

  #checkHandle({ key, keyRange }: YamlEntry): void {
    if (isBroadcast(key)) this.#report('reservedHandle', keyRange, { handle: handleOf(key) });
    else if (!isHandle(key)) this.#report('notHandle', keyRange, { handle: shorten(key) });
  }

  /** People, teams and roles share one namespace: the first kind in that order counts. */
  #reportShared(...kinds: ReadonlyMap<string, Owner>[]): void {
    const seen = new Map<string, Owner>();
    for (const owner of kinds.flatMap((k) => [...k.values()])) {
      const handle = normalizeHandle(owner.handle);
      const first = seen.get(handle);
      if (!first) {
        seen.set(handle, owner);
        continue;
      }
      const { range } = first.place;
      this.#report(
        'sharedHandle',
        owner.place.range,
        { handle: owner.handle, kind: owner.kind, otherKind: first.kind, line: range.start.line + 1 },
        { related: [{ message: 'firstHere', args: {}, range }] },
      );
    }
  }

  #base<K extends EntryKind>({ key, keyRange }: YamlEntry, kind: K) {
    return { kind, handle: handleOf(key), place: { uri: this.#uri, range: keyRange } };
  }

  /** The details of an entry. A text in place of them is most likely the name, and is kept as that. */
  #details(entry: YamlEntry, kind: EntryKind): Fields {
    const { value } = entry;
    if (value.kind === 'map') return this.#fields(value, entryKeys[kind]);
    if (this.#isEmpty(entry)) return new Map();
    if (value.kind === 'list') {
      this.#wrongKind('notEntry', entry, kind);
      return new Map();
    }
    const name = /[,{}[\]:#&*!|>'"%@`]/.test(value.text) ? quoteYaml(value.text) : value.text;
    const written = `{ name: ${name} }`;
    const isPlainLine = value.plain && value.range.start.line === value.range.end.line;
    const edits = [{ range: value.range, newText: written }];
    const fix = isPlainLine
      ? ({ title: 'rename', args: { text: shorten(written) }, edits } as const)
      : undefined;
    this.#report(
      'notEntry',
      value.range,
      { key: entry.key, example: `${entry.key}: ${shorten(written)}` },
      { fix },
    );
    return new Map([['name', { key: 'name', keyRange: entry.keyRange, value }]]);
  }

  #person(entry: YamlEntry): Person {
    const fields = this.#details(entry, 'person');
    return present<Person>({
      ...this.#base(entry, 'person'),
      name: this.#text(fields.get('name'))?.value,
      teams: this.#handles(fields.get('team'), 'team'),
      title: this.#text(fields.get('title'))?.value,
      email: this.#text(fields.get('email'))?.value,
      maxOpen: this.#number(fields.get('max-open'))?.value,
      away: this.#away(fields.get('away')),
      left: this.#date(fields.get('left'))?.value,
    });
  }

  #team(entry: YamlEntry): Team {
    const fields = this.#details(entry, 'team');
    return present<Team>({
      ...this.#base(entry, 'team'),
      name: this.#text(fields.get('name'))?.value,
      lead: this.#handle(fields.get('lead'), 'person')?.value,
      external: this.#boolean(fields.get('external'))?.value ?? false,
      contact: this.#handle(fields.get('contact'), 'person')?.value,
    });
  }

  #role(entry: YamlEntry): Role {
    return { ...this.#base(entry, 'role'), holders: this.#handles(entry, 'person') };
  }

  #goal(entry: YamlEntry): Goal {
    const fields = this.#details(entry, 'goal');
    return present<Goal>({
      ...this.#base(entry, 'goal'),
      name: this.#text(fields.get('name'))?.value,
      teams: this.#handles(fields.get('teams'), 'team'),
      owner: this.#handle(fields.get('owner'), 'owner')?.value,
      measure: this.#text(fields.get('measure'))?.value,
      target: this.#text(fields.get('target'))?.value,
      due: this.#date(fields.get('due'))?.value,
    });
  }

  #asset(entry: YamlEntry): Asset {
    const fields = this.#details(entry, 'asset');
    return present<Asset>({
      ...this.#base(entry, 'asset'),
      name: this.#text(fields.get('name'))?.value,
      owner: this.#handle(fields.get('owner'), 'owner')?.value,
      file: this.#text(fields.get('file'))?.value,
      url: this.#text(fields.get('url'))?.value,
      for: this.#handles(fields.get('for'), 'owner'),
      reviewBy: this.#date(fields.get('review-by'))?.value,
    });
  }

  #meeting(entry: YamlEntry): Meeting {
    const fields = this.#details(entry, 'meeting');
    return present<Meeting>({
      ...this.#base(entry, 'meeting'),
      name: this.#text(fields.get('name'))?.value,
      teams: this.#handles(fields.get('teams'), 'team'),
      every: this.#every(fields.get('every')),
      owner: this.#handle(fields.get('owner'), 'owner')?.value,
    });
  }

  #term(entry: YamlEntry): Term {
    return { ...this.#base(entry, 'term'), text: this.#text(entry)?.value ?? '' };
  }

  #rules(section: YamlEntry | undefined): Map<string, Located<Severity>> {
    const found = new Map<string, Located<Severity>>();
    if (!section || this.#isEmpty(section)) return found;
    if (section.value.kind !== 'map') {
      this.#wrongKind('notEntries', section, 'rule');
      return found;
    }
    for (const entry of section.value.entries) {
      if (!this.#ruleIds.includes(entry.key)) {
        this.#reportUnknownRule(entry);
        continue;
      }
      if (found.has(entry.key)) continue;
      const severity = this.#severity(entry);
      if (severity) found.set(entry.key, severity);
    }
    return found;
  }

  #reportUnknownRule({ key, keyRange }: YamlEntry): void {
    const [suggestion] = nearest(key, this.#ruleIds, 1);
    if (suggestion === undefined) {
      this.#report('unknownRule', keyRange, { rule: shorten(key) });
      return;
    }
    const edits = [{ range: keyRange, newText: suggestion }];
    const fix = { title: 'rename', args: { text: suggestion }, edits } as const;
    this.#report('unknownRuleSuggestion', keyRange, { rule: shorten(key), suggestion }, { fix });
  }

  #severity(entry: YamlEntry): Located<Severity> | undefined {
    const scalar = this.#scalar(entry, 'unknownSeverity');
    if (!scalar) return undefined;
    const value = SEVERITIES.find((s) => s === scalar.text);
    if (value) return { value, range: scalar.range };
    const word = scalar.text.toLowerCase();
    const suggestion =
      SEVERITY_WORDS[word] ?? misspelled(word, SEVERITIES) ?? SEVERITIES.find((s) => s === word);
    const edits = [{ range: scalar.range, newText: suggestion ?? '' }];
    const fix = suggestion && ({ title: 'rename', args: { text: suggestion }, edits } as const);
    this.#report('unknownSeverity', scalar.range, { text: shorten(scalar.text) }, fix ? { fix } : {});
    return undefined;
  }

  // Values of one kind each. All give undefined for a key that is absent, empty or holds something else.

  /** True for `key:` and `key: null`: while one is typing, and in templates, that says nothing and is no mistake. */
  #isEmpty({ key, value }: YamlEntry): boolean {
    if (value.kind !== 'scalar' || !value.plain || !/^(?:~|null|)$/i.test(value.text)) return false;
    if (value.hash) {
      const { start, end } = value.hash;
      const edits = [
        { range: { start, end: start }, newText: '"' },
        { range: { start: end, end }, newText: '"' },
      ];
      const fix = { title: 'quote', args: { text: 'it' }, edits } as const;
      this.#report('valueIsComment', value.hash, { key }, { fix });
    }
    return true;
  }

  #scalar(entry: YamlEntry | undefined, message: SchemaMessage): YamlScalar | undefined {
    if (!entry || this.#isEmpty(entry)) return undefined;
    if (entry.value.kind === 'scalar') return entry.value;
    this.#wrongKind(message, entry, entry.key);
    return undefined;
  }

  #wrongKind(message: SchemaMessage, { key, keyRange }: YamlEntry, exampleOf: string): void {
    this.#report(message, keyRange, {
      key: shorten(key),
      text: shorten(key),
      example: entryExample(exampleOf),
    });
  }

  #text(entry: YamlEntry | undefined): Located<string> | undefined {
    const scalar = this.#scalar(entry, 'notText');
    return scalar && { value: scalar.text.trim(), range: scalar.range };
  }

  #date(entry: YamlEntry | undefined): Located<string> | undefined {
    const scalar = this.#scalar(entry, 'notText');
    if (!entry || !scalar) return undefined;
    if (isDay(scalar.text)) return { value: scalar.text, range: scalar.range };
    this.#report('notDate', scalar.range, { key: entry.key, text: shorten(scalar.text) });
    return undefined;
  }

  #number(entry: YamlEntry | undefined): Located<number> | undefined {
    const scalar = this.#scalar(entry, 'notNumber');
    if (!entry || !scalar) return undefined;
    if (/^\d{1,9}$/.test(scalar.text)) return { value: Number(scalar.text), range: scalar.range };
    this.#report('notNumber', scalar.range, { key: entry.key });
    return undefined;
  }

  #boolean(entry: YamlEntry | undefined): Located<boolean> | undefined {
    const scalar = this.#scalar(entry, 'notBoolean');
    if (!entry || !scalar) return undefined;
    // `yes` and `no` were booleans in YAML 1.1, and people still write them.
    if (/^(?:true|yes)$/i.test(scalar.text)) return { value: true, range: scalar.range };
    if (/^(?:false|no)$/i.test(scalar.text)) return { value: false, range: scalar.range };
    this.#report('notBoolean', scalar.range, { key: entry.key });
    return undefined;
  }

  #every(entry: YamlEntry | undefined): string | undefined {
    const scalar = this.#scalar(entry, 'notText');
    if (!scalar) return undefined;
    if (isInterval(scalar.text)) return scalar.text;
    this.#report('notEvery', scalar.range, { text: shorten(scalar.text) });
    return undefined;
  }

  /** One text or a list of them. */
  #list(entry: YamlEntry | undefined): Located<string>[] {
    if (!entry || this.#isEmpty(entry)) return [];
    const { value } = entry;
    const items = value.kind === 'list' ? value.items : [value];
    const found: Located<string>[] = [];
    for (const item of items) {
      if (item.kind !== 'scalar') this.#wrongKind('notList', entry, entry.key);
      else if (item.text.trim() !== '') found.push({ value: item.text.trim(), range: item.range });
    }
    return found;
  }

  #handle(entry: YamlEntry | undefined, expects: Expected): Located<string> | undefined {
    if (!entry || this.#isEmpty(entry)) return undefined;
    const { value } = entry;
    if (value.kind !== 'scalar' && !(value.kind === 'list' && value.items.length <= 1)) {
      this.#wrongKind('notText', entry, 'owner');
    }
    const first = value.kind === 'list' ? value.items[0] : value;
    if (first?.kind !== 'scalar' || first.text.trim() === '') return undefined;
    return this.#refer({ value: first.text, range: first.range }, expects);
  }

  #handles(entry: YamlEntry | undefined, expects: Expected): string[] {
    const items = this.#list(entry);
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
      this.#report('notList', only.range, { key: entry.key, example }, { fix });
      return parts.map((item) => this.#refer(item, expects).value);
    }
    return items.map((item) => this.#refer(item, expects).value);
  }

  /** Notes that a handle is named here. */
  #refer({ value, range }: Located<string>, expects: Expected): Located<string> {
    const text = value.trim();
    const handle = handleOf(text);
    const at = isVerbatim(range, text) && handle !== text ? moveStart(range, 1) : range;
    this.#references.push({ handle, range: at, expects });
    return { value: handle, range: at };
  }

  #away(entry: YamlEntry | undefined): Person['away'] {
    if (!entry || this.#isEmpty(entry)) return [];
    const items = entry.value.kind === 'list' ? entry.value.items : [entry.value];
    return items.flatMap((item) => {
      if (item.kind !== 'map') {
        this.#report('awayShape', entry.keyRange);
        return [];
      }
      const fields = this.#fields(item, ['from', 'to']);
      for (const key of ['from', 'to'])
        if (!fields.has(key)) this.#report('awayIncomplete', item.range, { key });
      const from = this.#date(fields.get('from'));
      const to = this.#date(fields.get('to'));
      if (!from || !to) return [];
      if (from.value <= to.value) return [{ from: from.value, to: to.value }];
      this.#report('fromAfterTo', to.range, { from: from.value, to: to.value });
      return [];
    });
  }
}

function handleOf(text: string): string {
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

/** The object without the keys whose value is undefined. */
function present<T extends object>(value: {
  [K in keyof T]-?: T[K] | Extract<undefined, T[K] | undefined>;
}): T {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T;
}
