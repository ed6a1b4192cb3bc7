import type { YamlNode } from '../syntax/yamlTree.ts';

/** What a layer was read from. */
export type LayerKind = 'roster' | 'frontMatter';

export type EntryKind = 'person' | 'team' | 'role' | 'goal' | 'asset' | 'meeting' | 'term';

/** Our outermost keys and where they stand (docs/format.md, "Front matter and roster keys"). */
export const topKeys: Readonly<Record<string, LayerKind | 'both' | undefined>> = Object.assign(
  // No prototype: `constructor` is no key of ours.
  Object.create(null) as Record<string, LayerKind | 'both'>,
  {
    'title': 'frontMatter',
    'owner': 'frontMatter',
    'default-owner': 'both',
    't-day': 'both',
    'template': 'frontMatter',
    'teams': 'both',
    'people': 'both',
    'roles': 'both',
    'goals': 'both',
    'assets': 'both',
    'meetings': 'both',
    'terms': 'both',
    'rules': 'both',
    'fold-unowned': 'both',
    'playbooks': 'roster',
    'exclude': 'roster',
  } as const,
);

/** What an entry of each kind may hold. A term is one value, and a role may be. */
export const entryKeys: Readonly<Record<EntryKind, readonly string[]>> = {
  person: ['name', 'aliases', 'team', 'title', 'email', 'max-open', 'away', 'left'],
  team: ['name', 'aliases', 'lead', 'external', 'contact'],
  role: ['name', 'aliases', 'holders'],
  goal: ['name', 'teams', 'owner', 'measure', 'target', 'due'],
  asset: ['name', 'owner', 'file', 'url', 'for', 'review-by'],
  meeting: ['name', 'teams', 'every', 'owner'],
  term: [],
};

const examples: Readonly<Record<string, string>> = {
  'person': 'maria: { name: Maria López, team: marketing }',
  'team': 'marketing: { name: Marketing, lead: maria }',
  'role': 'fmc: maria',
  'goal': 'leads: { name: Qualified leads, owner: maria }',
  'asset': 'brochure: { name: Spring brochure, owner: maria }',
  'meeting': 'sync: { name: Sales sync, every: week }',
  'term': 'MQL: A lead that is ready for a sales call',
  'rule': 'due-missing: warning',
  'name': 'name: Maria López',
  'aliases': 'aliases: [Mia]',
  'holders': 'holders: [maria]',
  'title': 'title: Marketing manager',
  'email': 'email: maria@acme.example',
  'team list': 'team: [marketing, sales]',
  'teams': 'teams: [marketing, sales]',
  'for': 'for: [sales]',
  'measure': 'measure: Leads accepted by sales',
  'target': 'target: 400 per quarter',
  'file': 'file: assets/brochure.pdf',
  'url': 'url: https://acme.example/brochure',
  'every': 'every: week',
  'left': 'left: 2026-10-01',
  'due': 'due: 2027-03-31',
  'review-by': 'review-by: 2027-06-01',
  't-day': 't-day: 2027-03-02',
  'owner': 'owner: maria',
  'lead': 'lead: maria',
  'contact': 'contact: maria',
  'default-owner': 'default-owner: pat',
  'playbooks': 'playbooks: ["handbook/**/*.md"]',
  'exclude': 'exclude: ["**/archive/**"]',
};

/** How an entry of a kind, or the value of a key, looks when it is right. */
export function entryExample(of: string): string {
  return (Object.hasOwn(examples, of) ? examples[of] : undefined) ?? 'maria';
}

/** Keys of Hugo, Jekyll, Docusaurus and others that lie within a slip or two of one of ours. */
const FOREIGN = new Set(
  'tags date draft layout type slug author authors description weight role team include today theme tile'.split(
    ' ',
  ),
);

/**
 * True for a key that belongs to some other tool however near to one of ours. A singular such as `goal: 5` is near
 * `goals`, but only a mapping under it shows that ours was meant.
 */
export function isForeignKey(key: string, value: YamlNode): boolean {
  if (value.kind === 'map') return false;
  return FOREIGN.has(key) || topKeys[`${key}s`] !== undefined;
}
