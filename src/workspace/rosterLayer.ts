/** Reads one roster file or one front matter as a layer, which `roster.ts` merges with others. */

import { tidyProblems, wrongSchema } from '../syntax/frontMatterProblem.ts';
import type { SyntaxProblem } from '../syntax/problem.ts';
import type { YamlMap, YamlNode } from '../syntax/yamlTree.ts';
import type { LineIndex } from '../text/lineIndex.ts';
import { normalizeHandle } from './handles.ts';
import { isForeignValue } from './foreignValues.ts';
import { EntryReader } from './rosterEntries.ts';
import { readGlobs } from './rosterGlobs.ts';
import { isForeignKey, topKeys, type LayerKind } from './rosterKeys.ts';
import { readRules } from './rosterRules.ts';
import type {
  Asset,
  Goal,
  Located,
  Meeting,
  Owner,
  Person,
  Role,
  RosterReference,
  Severity,
  Team,
  Term,
} from './rosterTypes.ts';
import { ValueReader } from './rosterValues.ts';
import { ruleIds as allRuleIds } from './ruleIds.ts';

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

/** True when a playbook sees with this front matter what it sees without, as most of it says no more than a title. */
export function addsNothing(layer: RosterLayer): boolean {
  const { terms, rules, defaultOwner, tDay, template, foldUnowned } = layer;
  const values = [defaultOwner, tDay, template, foldUnowned];
  return !hasEntries(layer) && terms.size + rules.size === 0 && values.every((v) => v === undefined);
}

/** True when it holds people, goals or whatever else tasks speak of. */
export function hasEntries({ people, teams, roles, goals, assets, meetings }: RosterLayer): boolean {
  return [people, teams, roles, goals, assets, meetings].some((entries) => entries.size > 0);
}

/** The problem of a roster that is no mapping; none when it is one, or empty. */
export function rosterProblems(root: YamlNode | undefined, lines: LineIndex): SyntaxProblem[] {
  if (root === undefined || root.kind === 'map') return [];
  const { start } = root.range;
  // An empty block text begins behind the blanks at the end of its line.
  const character = Math.max(start.character, lines.line(start.line).trimEnd().length);
  const range = { start, end: { line: start.line, character } };
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

/** In front matter keys of other tools stand beside ours, and some have the same names. */
function withoutForeign(root: YamlMap): YamlMap {
  const isForeign = root.entries.some((e) => isForeignValue(e.key, e.value));
  return isForeign ? { ...root, entries: root.entries.filter((e) => !isForeignValue(e.key, e.value)) } : root;
}

class LayerReader {
  readonly #uri: string;
  readonly #kind: LayerKind;
  readonly #ruleIds: readonly string[];
  readonly #values = new ValueReader();
  readonly #entries: EntryReader;

  constructor(uri: string, kind: LayerKind, ruleIds: readonly string[]) {
    this.#uri = uri;
    this.#kind = kind;
    this.#ruleIds = ruleIds;
    this.#entries = new EntryReader(uri, this.#values);
  }

  run(root: YamlMap): RosterLayer {
    const inFrontMatter = this.#kind === 'frontMatter';
    const top = this.#values.fields(
      inFrontMatter ? withoutForeign(root) : root,
      this.#knownKeys(),
      (key, value, suggestion) => this.#isForeign(key, value, suggestion),
    );
    this.#reportMisplaced(root);
    const teams = this.#entries.teams(top.get('teams'));
    const people = this.#entries.people(top.get('people'));
    const roles = this.#entries.roles(top.get('roles'));
    this.#reportShared(people, teams, roles);
    const layer = {
      uri: this.#uri,
      kind: this.#kind,
      people,
      teams,
      roles,
      goals: this.#entries.goals(top.get('goals')),
      assets: this.#entries.assets(top.get('assets')),
      meetings: this.#entries.meetings(top.get('meetings')),
      terms: this.#entries.terms(top.get('terms')),
      rules: readRules(this.#values, top.get('rules'), this.#ruleIds),
      defaultOwner: this.#values.handle(top.get('default-owner'), 'owner'),
      owner: inFrontMatter ? this.#values.handleOrForeign(top.get('owner'), 'owner') : undefined,
      tDay: this.#values.date(top.get('t-day')),
      template: inFrontMatter ? this.#values.boolean(top.get('template')) : undefined,
      title: inFrontMatter ? this.#values.text(top.get('title')) : undefined,
      foldUnowned: this.#values.number(top.get('fold-unowned')),
      playbooks: inFrontMatter ? [] : readGlobs(this.#values, top.get('playbooks')),
      exclude: inFrontMatter ? [] : readGlobs(this.#values, top.get('exclude')),
      references: this.#values.references,
    };
    return { ...layer, problems: tidyProblems(this.#values.problems) };
  }

  #isForeign(key: string, value: YamlNode, suggestion: string): boolean {
    return isForeignKey(key, value) || (this.#kind === 'frontMatter' && isForeignValue(suggestion, value));
  }

  #knownKeys(): string[] {
    return Object.keys(topKeys).filter((k) => topKeys[k] === 'both' || topKeys[k] === this.#kind);
  }

  /** Our own keys where they do nothing. Keys that other tools use as well are left alone. */
  #reportMisplaced(root: YamlMap): void {
    for (const { key, keyRange } of root.entries) {
      if (this.#kind === 'frontMatter' && key === 'playbooks')
        this.#values.report('rosterOnly', keyRange, { key });
      if (this.#kind === 'roster' && key === 'owner') this.#values.report('ownerInRoster', keyRange);
      if (this.#kind === 'roster' && key === 'template')
        this.#values.report('frontMatterOnly', keyRange, { key });
    }
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
      this.#values.report(
        'sharedHandle',
        owner.place.range,
        { handle: owner.handle, kind: owner.kind, otherKind: first.kind, line: range.start.line + 1 },
        { related: [{ message: 'firstHere', args: {}, range }] },
      );
    }
  }
}
