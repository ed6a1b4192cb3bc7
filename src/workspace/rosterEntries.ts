/** Reads what a roster or front matter defines: people, teams, roles, goals, assets, meetings and terms. */

import { quoteYaml, shorten } from '../syntax/yamlFlaw.ts';
import type { YamlEntry } from '../syntax/yamlTree.ts';
import { isBroadcast, isHandle, normalizeHandle } from './handles.ts';
import { lookalike } from './lookalikes.ts';
import { entryKeys, type EntryKind } from './rosterKeys.ts';
import type { Asset, Goal, Meeting, Person, Place, Role, Team, Term } from './rosterTypes.ts';
import { handleOf, type Fields, type ValueReader } from './rosterValues.ts';

/** Most front matter defines nobody: one map serves it all. */
const NO_ENTRIES: ReadonlyMap<string, never> = new Map<string, never>();

/** One method for each section. The maps are keyed by `normalizeHandle`; the first of two equal handles counts. */
export class EntryReader {
  readonly #uri: string;
  readonly #values: ValueReader;

  /** @param values keeps what is wrong with the entries, and which handles they name */
  constructor(uri: string, values: ValueReader) {
    this.#uri = uri;
    this.#values = values;
  }

  teams(section: YamlEntry | undefined): ReadonlyMap<string, Team> {
    return this.#entries(section, 'team', (e) => this.#team(e));
  }

  people(section: YamlEntry | undefined): ReadonlyMap<string, Person> {
    return this.#entries(section, 'person', (e) => this.#person(e));
  }

  roles(section: YamlEntry | undefined): ReadonlyMap<string, Role> {
    return this.#entries(section, 'role', (e) => this.#role(e));
  }

  goals(section: YamlEntry | undefined): ReadonlyMap<string, Goal> {
    return this.#entries(section, 'goal', (e) => this.#goal(e));
  }

  assets(section: YamlEntry | undefined): ReadonlyMap<string, Asset> {
    return this.#entries(section, 'asset', (e) => this.#asset(e));
  }

  meetings(section: YamlEntry | undefined): ReadonlyMap<string, Meeting> {
    return this.#entries(section, 'meeting', (e) => this.#meeting(e));
  }

  terms(section: YamlEntry | undefined): ReadonlyMap<string, Term> {
    return this.#entries(section, 'term', (e) => this.#term(e));
  }

  #entries<T extends { readonly handle: string; readonly place: Place }>(
    section: YamlEntry | undefined,
    kind: EntryKind,
    read: (entry: YamlEntry) => T,
  ): ReadonlyMap<string, T> {
    if (!section || this.#values.isEmpty(section)) return NO_ENTRIES;
    if (section.value.kind !== 'map') {
      this.#values.wrongKind('notEntries', section, kind);
      return NO_ENTRIES;
    }
    const found = new Map<string, T>();
    for (const entry of section.value.entries) {
      const handle = normalizeHandle(entry.key);
      if (handle === '') {
        // Nothing can name such an entry, and nothing may be told that it meant it.
        this.#values.report('emptyHandle', entry.keyRange, {});
        continue;
      }
      const first = found.get(handle);
      if (!first) {
        if (kind === 'person' || kind === 'team' || kind === 'role') this.#checkHandle(entry);
        found.set(handle, read(entry));
      } else if (first.handle !== handleOf(entry.key)) {
        // The same spelling twice is a duplicate key, which the YAML reader has reported.
        const { range } = first.place;
        this.#values.report(
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
    if (isBroadcast(key)) this.#values.report('reservedHandle', keyRange, { handle: handleOf(key) });
    // What only looks like a handle has a rule of its own.
    else if (!isHandle(key) && !lookalike(handleOf(key)))
      this.#values.report('notHandle', keyRange, { handle: shorten(key) });
  }

  #base<K extends EntryKind>({ key, keyRange }: YamlEntry, kind: K) {
    return { kind, handle: handleOf(key), place: { uri: this.#uri, range: keyRange } };
  }

  /** The details of an entry. A text in place of them is most likely the name, and is kept as that. */
  #details(entry: YamlEntry, kind: EntryKind): Fields {
    const { value } = entry;
    if (value.kind === 'map') return this.#values.fields(value, entryKeys[kind]);
    if (this.#values.isEmpty(entry)) return new Map();
    if (value.kind === 'list') {
      this.#values.wrongKind('notEntry', entry, kind);
      return new Map();
    }
    const name = /[,{}[\]:#&*!|>'"%@`]/.test(value.text) ? quoteYaml(value.text) : value.text;
    const written = `{ name: ${name} }`;
    const isPlainLine = value.plain && value.range.start.line === value.range.end.line;
    const edits = [{ range: value.range, newText: written }];
    const fix = isPlainLine
      ? ({ title: 'rename', args: { text: shorten(written) }, edits } as const)
      : undefined;
    this.#values.report(
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
      name: this.#values.text(fields.get('name'))?.value,
      aliases: this.#values.texts(fields.get('aliases')),
      teams: this.#values.handles(fields.get('team'), 'team'),
      title: this.#values.text(fields.get('title'))?.value,
      email: this.#values.text(fields.get('email'))?.value,
      maxOpen: this.#values.number(fields.get('max-open'))?.value,
      away: this.#away(fields.get('away')),
      left: this.#values.date(fields.get('left'))?.value,
    });
  }

  #team(entry: YamlEntry): Team {
    const fields = this.#details(entry, 'team');
    return present<Team>({
      ...this.#base(entry, 'team'),
      name: this.#values.text(fields.get('name'))?.value,
      aliases: this.#values.texts(fields.get('aliases')),
      lead: this.#values.handle(fields.get('lead'), 'person')?.value,
      external: this.#values.boolean(fields.get('external'))?.value ?? false,
      contact: this.#values.handle(fields.get('contact'), 'person')?.value,
    });
  }

  /** `fmc: maria`, `ae: [sam, pat]`, or with the name people write: `pm: { name: Product Manager, holders: [] }`. */
  #role(entry: YamlEntry): Role {
    const base = this.#base(entry, 'role');
    if (entry.value.kind !== 'map')
      return { ...base, aliases: [], holders: this.#values.handles(entry, 'person') };
    const fields = this.#values.fields(entry.value, entryKeys.role);
    return present<Role>({
      ...base,
      name: this.#values.text(fields.get('name'))?.value,
      aliases: this.#values.texts(fields.get('aliases')),
      holders: this.#values.handles(fields.get('holders'), 'person'),
    });
  }

  #goal(entry: YamlEntry): Goal {
    const fields = this.#details(entry, 'goal');
    return present<Goal>({
      ...this.#base(entry, 'goal'),
      name: this.#values.text(fields.get('name'))?.value,
      teams: this.#values.handles(fields.get('teams'), 'team'),
      owner: this.#values.handle(fields.get('owner'), 'owner')?.value,
      measure: this.#values.text(fields.get('measure'))?.value,
      target: this.#values.text(fields.get('target'))?.value,
      due: this.#values.date(fields.get('due'))?.value,
    });
  }

  #asset(entry: YamlEntry): Asset {
    const fields = this.#details(entry, 'asset');
    return present<Asset>({
      ...this.#base(entry, 'asset'),
      name: this.#values.text(fields.get('name'))?.value,
      owner: this.#values.handle(fields.get('owner'), 'owner')?.value,
      file: this.#values.text(fields.get('file'))?.value,
      url: this.#values.text(fields.get('url'))?.value,
      for: this.#values.handles(fields.get('for'), 'owner'),
      reviewBy: this.#values.date(fields.get('review-by'))?.value,
    });
  }

  #meeting(entry: YamlEntry): Meeting {
    const fields = this.#details(entry, 'meeting');
    return present<Meeting>({
      ...this.#base(entry, 'meeting'),
      name: this.#values.text(fields.get('name'))?.value,
      teams: this.#values.handles(fields.get('teams'), 'team'),
      every: this.#values.every(fields.get('every')),
      owner: this.#values.handle(fields.get('owner'), 'owner')?.value,
    });
  }

  #term(entry: YamlEntry): Term {
    return { ...this.#base(entry, 'term'), text: this.#values.text(entry)?.value ?? '' };
  }

  #away(entry: YamlEntry | undefined): Person['away'] {
    if (!entry || this.#values.isEmpty(entry)) return [];
    const items = entry.value.kind === 'list' ? entry.value.items : [entry.value];
    return items.flatMap((item) => {
      if (item.kind !== 'map') {
        this.#values.report('awayShape', entry.keyRange);
        return [];
      }
      const fields = this.#values.fields(item, ['from', 'to', 'cover']);
      for (const key of ['from', 'to'])
        if (!fields.has(key)) this.#values.report('awayIncomplete', item.range, { key });
      const from = this.#values.date(fields.get('from'));
      const to = this.#values.date(fields.get('to'));
      const cover = this.#values.handle(fields.get('cover'), 'person')?.value;
      if (!from || !to) return [];
      const days = { from: from.value, to: to.value };
      if (from.value <= to.value) return [cover === undefined ? days : { ...days, cover }];
      this.#values.report('fromAfterTo', to.range, { from: from.value, to: to.value });
      return [];
    });
  }
}

/** The object without the keys whose value is undefined. */
function present<T extends object>(value: {
  [K in keyof T]-?: T[K] | Extract<undefined, T[K] | undefined>;
}): T {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T;
}
