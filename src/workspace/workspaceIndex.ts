import { parse, Parser } from '../syntax/parse.ts';
import type { YamlMap } from '../syntax/yamlTree.ts';
import type { FileView, PlaybookView, RosterView } from './fileView.ts';
import { isFormName } from './files.ts';
import {
  frontMatterLayer,
  newEntry,
  readRoster,
  type EditMemo,
  type PlaybookEntry,
  type RosterEntry,
} from './indexEntries.ts';
import { OwnershipMemo, resolveOwnership } from './ownership.ts';
import { applicableRosters, buildRoster, type Roster } from './roster.ts';
import { addsNothing, hasEntries, readLayer, type RosterLayer } from './rosterLayer.ts';
import { referenceProblems } from './rosterReferences.ts';
import { playbookFacts } from './playbookFacts.ts';
import { summarize, type PlaybookSummary } from './playbookSummary.ts';
import { Recent } from './recent.ts';
import { unlimited, type Room } from './room.ts';
import type { LayerKind } from './rosterKeys.ts';
import type { Severity } from './rosterTypes.ts';
import { WorkspaceFacts } from './workspaceFacts.ts';

/** How severe a rule is, and which file says so. */
export interface RuleSetting {
  readonly severity: Severity;
  readonly uri: string;
  readonly kind: LayerKind;
}

/** A roster as it would be with another text. */
export interface RosterPreview {
  readonly view: RosterView;
  /** The playbooks that see it, as they are and as they would be. */
  readonly beneath: () => Iterable<readonly [PlaybookView, PlaybookView]>;
}

/**
 * Every playbook and roster of a workspace, by URI. Changing one playbook costs reading that playbook; changing a
 * roster costs resolving the playbooks beneath it, when they are next asked for. Of a playbook that is not open, the
 * text and a summary are kept; its tree is made again for who needs it. Where the text can be read again, it is not kept
 * either.
 */
export class WorkspaceIndex {
  readonly #playbooks = new Map<string, PlaybookEntry>();
  readonly #rosters = new Map<string, RosterEntry>();
  /** Playbooks that are looked at without being of the workspace: nothing counts or lists them. */
  readonly #guests = new Set<string>();
  /** Rosters merged once for all playbooks that share the same chain of files. */
  #chains = new Map<string, Roster>();
  readonly #facts = new WorkspaceFacts();
  /** Playbooks, gone ones among them, that have changed since their facts were taken. */
  readonly #uncounted = new Set<string>();
  readonly #room: Room;
  readonly #readAgain: ((uri: string) => string | undefined) | undefined;
  /** Playbooks that are not open and have their tree all the same. */
  readonly #recent = new Recent<PlaybookEntry>((entry) => {
    entry.playbook = undefined;
    entry.view = undefined;
    if (!this.#readAgain) return;
    entry.text = undefined;
    entry.layer = undefined;
  });
  #roots: readonly string[];
  #expected = 0;

  /**
   * @param roots URIs of the workspace folders; rosters above them do not apply.
   * @param readAgain the text of a playbook that the room was too small for, as it is now; undefined when it is gone
   */
  constructor(roots: readonly string[], room = unlimited, readAgain?: (uri: string) => string | undefined) {
    this.#roots = roots.map(withSlash);
    this.#room = room;
    this.#readAgain = readAgain;
  }

  setRoots(roots: readonly string[]): void {
    this.#roots = roots.map(withSlash);
    this.#rostersChanged();
  }

  /** The workspace folder that a file lies in, without `/` at its end; the innermost where one lies in another. */
  rootOf(uri: string): string | undefined {
    const own = this.#roots.filter((root) => uri.startsWith(root));
    return own
      .reduce<string | undefined>((a, b) => (a && a.length > b.length ? a : b), undefined)
      ?.slice(0, -1);
  }

  /** So many playbooks are about to come: if they are many, the first ones need not keep their trees either. */
  expect(count: number): void {
    this.#expected = count;
  }

  /** @param edited true while a document is open: its parts are kept, so that the next keystroke is cheap. */
  setPlaybook(uri: string, text: string, edited = false): void {
    const before = this.#playbooks.get(uri);
    const memo = edited
      ? (before?.memo ?? { parser: new Parser(), ownership: new OwnershipMemo(), roster: undefined })
      : undefined;
    const playbook = memo ? memo.parser.parse(text) : parse(text);
    const root = playbook.frontMatter?.root;
    const isSame = memo !== undefined && root !== undefined && root === before?.playbook?.frontMatter?.root;
    const layer = isSame ? before.layer : root && readLayer(uri, root, 'frontMatter');
    if (before) this.#recent.forget(before);
    const entry = newEntry(text, playbook, layer, memo);
    this.#playbooks.set(uri, entry);
    this.#uncounted.add(uri);
    this.#use(entry);
  }

  /** Whether a playbook is looked at without being of the workspace, such as an open file that Git ignores. */
  setGuest(uri: string, isGuest: boolean): void {
    if (isGuest === this.#guests.has(uri)) return;
    if (isGuest) this.#guests.add(uri);
    else this.#guests.delete(uri);
    this.#uncounted.add(uri);
  }

  isGuest(uri: string): boolean {
    return this.#guests.has(uri);
  }

  setRoster(uri: string, text: string): void {
    this.#rosters.set(uri, readRoster(uri, text));
    this.#rostersChanged();
  }

  delete(uri: string): void {
    this.#guests.delete(uri);
    const entry = this.#playbooks.get(uri);
    if (entry) {
      this.#recent.forget(entry);
      this.#playbooks.delete(uri);
      this.#uncounted.add(uri);
    }
    if (this.#rosters.delete(uri)) this.#rostersChanged();
  }

  has(uri: string): boolean {
    return this.#playbooks.has(uri) || this.#rosters.has(uri);
  }

  get hasPlaybooks(): boolean {
    return this.#playbooks.size > 0;
  }

  /** URIs of all playbooks and rosters, as they came. */
  *uris(): Generator<string> {
    yield* this.#playbooks.keys();
    yield* this.#rosters.keys();
  }

  /** URIs of all playbooks of the workspace, in a stable order. */
  playbookUris(): string[] {
    return [...this.#playbooks.keys()].filter((uri) => !this.#guests.has(uri)).sort();
  }

  rosterUris(): string[] {
    return [...this.#rosters.keys()].sort();
  }

  /** URIs of the files that define people, goals, assets or whatever else playbooks speak of. */
  definingUris(): string[] {
    const defining = [...this.#playbooks.keys()].filter((uri) => {
      const layer = this.#ownLayer(uri);
      return layer && hasEntries(layer);
    });
    return [...this.#rosters.keys(), ...defining].sort();
  }

  /** The layer of a roster file; undefined when the file is not ours. */
  rosterLayer(uri: string): RosterLayer | undefined {
    return this.#rosters.get(uri)?.layer;
  }

  view(uri: string): FileView | undefined {
    const playbook = this.#playbooks.get(uri);
    if (playbook) {
      if (!this.#load(uri, playbook)) return undefined;
      this.#use(playbook);
      return (playbook.view ??= this.#viewPlaybook(uri, playbook));
    }
    const roster = this.#rosters.get(uri);
    return roster && this.#viewRoster(uri, roster);
  }

  playbookView(uri: string): PlaybookView | undefined {
    const view = this.view(uri);
    return view?.kind === 'playbook' ? view : undefined;
  }

  /** What lists and trees show of a playbook. */
  summary(uri: string): PlaybookSummary | undefined {
    const entry = this.#playbooks.get(uri);
    if (!entry || this.#guests.has(uri)) return undefined;
    if (!entry.summary) {
      const view = this.playbookView(uri);
      entry.summary = view && summarize(view);
    }
    return entry.summary;
  }

  /** What all playbooks say together, each as it was when it was last counted. */
  get facts(): WorkspaceFacts {
    return this.#facts;
  }

  /**
   * Counts what a playbook says, if it has changed.
   * @returns URIs of the files about whose entries the playbooks now say something else
   */
  count(uri: string): ReadonlySet<string> {
    if (!this.#uncounted.delete(uri)) return NONE;
    const view = this.#guests.has(uri) ? undefined : this.playbookView(uri);
    return this.#facts.set(uri, view && playbookFacts(view.tasks, view.roster));
  }

  /** Counts every playbook that has changed: after ten thousand it takes a while. */
  countAll(): WorkspaceFacts {
    for (const uri of this.#uncounted) this.count(uri);
    return this.#facts;
  }

  /** What a playbook would be with another text; the index stays as it is. */
  preview(uri: string, text: string): PlaybookView {
    const playbook = parse(text);
    return this.#viewPlaybook(uri, newEntry(text, playbook, frontMatterLayer(uri, playbook), undefined));
  }

  /** What a roster would be with another text; the index stays as it is. */
  previewRoster(uri: string, text: string): RosterPreview {
    const entry = readRoster(uri, text);
    const layers = (of: string) =>
      this.#chainUris(of).flatMap((u) => (u === uri ? entry : this.#rosters.get(u))?.layer ?? []);
    const roster = buildRoster(layers(uri));
    return { view: this.#viewRoster(uri, entry, roster), beneath: () => this.#beneath(uri, layers) };
  }

  *#beneath(
    roster: string,
    layers: (uri: string) => readonly RosterLayer[],
  ): Generator<readonly [PlaybookView, PlaybookView]> {
    for (const uri of this.#playbooks.keys()) {
      if (!this.#chainUris(uri).includes(roster)) continue;
      const view = this.playbookView(uri);
      if (!view) continue;
      const own = this.#playbooks.get(uri)?.layer;
      const seen = buildRoster(own ? [...layers(uri), own] : layers(uri));
      yield [view, { ...view, roster: seen, tasks: resolveOwnership(view.playbook, seen) }];
    }
  }

  /** The rosters that apply to files of a folder, merged. */
  rosterAt(uri: string): Roster {
    return this.#chain(uri);
  }

  /** Who has the last word on how severe a rule is for a file: its front matter, else the nearest roster that says so. */
  ruleSetting(uri: string, rule: string): RuleSetting | undefined {
    const own = this.#ownLayer(uri);
    const layers = own ? [...this.#layers(uri), own] : this.#layers(uri);
    const layer = layers.findLast((l) => l.rules.has(rule));
    const severity = layer?.rules.get(rule)?.value;
    return layer && severity && { severity, uri: layer.uri, kind: layer.kind };
  }

  /** The tree of an open document stays: the next keystroke builds on it. */
  #use(entry: PlaybookEntry): void {
    if (entry.memo) return;
    const { all, last, characters = Infinity } = this.#room;
    const count = Math.max(this.#playbooks.size, this.#expected);
    const capacity = { count: count <= all ? all : last, weight: characters };
    this.#recent.use(entry, entry.text?.length ?? 0, capacity);
  }

  /** Reads a text again that was let go. @returns false when it is gone */
  #load(uri: string, entry: PlaybookEntry): boolean {
    if (entry.text !== undefined) return true;
    entry.text = this.#readAgain?.(uri);
    if (entry.text === undefined) return false;
    entry.playbook = parse(entry.text);
    entry.layer = frontMatterLayer(uri, entry.playbook);
    return true;
  }

  /** What a playbook's front matter adds. */
  #ownLayer(uri: string): RosterLayer | undefined {
    const entry = this.#playbooks.get(uri);
    if (entry?.text === undefined && entry && this.#load(uri, entry)) this.#use(entry);
    return entry?.layer;
  }

  #viewPlaybook(uri: string, entry: PlaybookEntry): PlaybookView {
    const { memo, layer } = entry;
    const playbook = (entry.playbook ??= parse(entry.text ?? ''));
    const roster = layer ? this.#withFrontMatter(uri, layer, memo) : this.#chain(uri);
    const tasks = resolveOwnership(playbook, roster, memo?.ownership);
    const problems = layer ? [...layer.problems, ...referenceProblems(layer, roster)] : [];
    return { kind: 'playbook', uri, playbook, roster, tasks, problems };
  }

  #withFrontMatter(uri: string, layer: RosterLayer, memo: EditMemo | undefined): Roster {
    if (memo?.roster?.of === layer) return memo.roster.value;
    if (addsNothing(layer)) return this.#chain(uri);
    const value = buildRoster([...this.#layers(uri), layer]);
    if (memo) memo.roster = { of: layer, value };
    return value;
  }

  #viewRoster(
    uri: string,
    { lines, layer, problems }: RosterEntry,
    roster: Roster = this.#chain(uri),
  ): RosterView {
    const all = layer ? [...problems, ...referenceProblems(layer, roster)] : problems;
    return { kind: 'roster', uri, lines, roster, problems: all };
  }

  #chain(uri: string): Roster {
    const uris = this.#chainUris(uri);
    const key = [...(isFormName(uri) ? ['form'] : []), ...uris].join('\n');
    const known = this.#chains.get(key);
    if (known) return known;
    const roster = buildRoster(this.#layers(uri));
    this.#chains.set(key, roster);
    return roster;
  }

  #layers(uri: string): RosterLayer[] {
    const layers = this.#chainUris(uri).flatMap((u) => this.#rosters.get(u)?.layer ?? []);
    return isFormName(uri) ? [FORM, ...layers] : layers;
  }

  #chainUris(uri: string): string[] {
    const root = this.#roots.filter((r) => uri.startsWith(r)).sort((a, b) => b.length - a.length)[0];
    return root === undefined ? [] : applicableRosters(uri, [...this.#rosters.keys()], root);
  }

  #rostersChanged(): void {
    this.#chains = new Map();
    for (const [uri, entry] of this.#playbooks) {
      this.#uncounted.add(uri);
      entry.view = undefined;
      entry.summary = undefined;
      if (entry.memo) entry.memo.roster = undefined;
    }
  }
}

const NONE: ReadonlySet<string> = new Set();

/** A form is a template, as if a roster above all others could say so; its own front matter has the last word. */
const FORM = readLayer('', formRoot(), 'frontMatter');

function formRoot(): YamlMap {
  const start = { line: 0, character: 0 };
  const range = { start, end: start };
  const value = { kind: 'scalar', text: 'true', plain: true, range } as const;
  return { kind: 'map', entries: [{ key: 'template', keyRange: range, value }], range };
}

function withSlash(uri: string): string {
  return uri.endsWith('/') ? uri : `${uri}/`;
}
