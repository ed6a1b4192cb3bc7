import type { KnownName } from './lexicon.ts';

/** What a text is: a task's words, a heading, the line that leads in a list, or a plain list item that holds one. */
export type TextKind = 'task' | 'heading' | 'leadIn' | 'item';

/** What stands around a group of mentions and names. */
export interface Surroundings {
  /** Whether it begins the text, ends it, or is all of it but for the words the place is named after. */
  readonly at: 'start' | 'end' | 'forName' | 'nameTasks' | 'nameShould';
  /** The brackets that hold it and nothing else. */
  readonly inside: 'none' | 'round' | 'square' | 'other';
  /** What stands right before a group at the end. */
  readonly before: 'nothing' | 'words' | 'dash' | 'colon' | 'arrow' | 'label' | 'preposition' | 'known';
  /** What stands right behind a group at the start. */
  readonly behind: 'nothing' | 'words' | 'colon' | 'bracket';
}

/** Who may own in a place: whoever is mentioned, and which kinds of people known by name. */
interface MayOwn {
  readonly mentions: boolean;
  readonly names: readonly KnownName['kind'][];
}

interface OwnerPlace extends MayOwn {
  readonly in: readonly TextKind[];
  /** Those of the surroundings that matter. */
  readonly where: { readonly [K in keyof Surroundings]?: readonly Surroundings[K][] };
  /** As a person writes it. */
  readonly example: string;
}

const ANYBODY: readonly KnownName['kind'][] = ['person', 'team', 'role'];
const PEOPLE: readonly KnownName['kind'][] = ['person'];
const PEOPLE_AND_ROLES: readonly KnownName['kind'][] = ['person', 'role'];
const NOBODY: readonly KnownName['kind'][] = [];

/**
 * Every place where an owner may stand in a line (docs/format.md, "The body" and "Also understood"): the first row that
 * fits says who may own there. A new way of writing owners is a new row.
 */
export const ownerPlaces: readonly OwnerPlace[] = [
  {
    in: ['task'],
    where: { at: ['start'], behind: ['colon'] },
    mentions: true,
    names: ANYBODY,
    example: 'Maria López: write copy',
  },
  {
    in: ['task'],
    where: { at: ['start'], inside: ['square'] },
    mentions: true,
    names: ANYBODY,
    example: '[Product Manager] write copy',
  },
  {
    in: ['task'],
    where: { at: ['start'], inside: ['round'] },
    mentions: true,
    names: PEOPLE,
    example: '(Lucy) write copy',
  },
  { in: ['task'], where: { at: ['start'] }, mentions: true, names: NOBODY, example: '@maria writes copy' },
  {
    in: ['task', 'heading'],
    where: { at: ['end'], before: ['label'] },
    mentions: true,
    names: ANYBODY,
    example: 'Write copy (DRI: Maria López)',
  },
  {
    in: ['task'],
    where: { at: ['end'], inside: ['round'] },
    mentions: true,
    names: PEOPLE,
    example: 'Write copy (Maria López)',
  },
  {
    in: ['task'],
    where: { at: ['end'], inside: ['none'], before: ['dash', 'colon'] },
    mentions: true,
    names: ANYBODY,
    example: 'Write copy - Maria López',
  },
  {
    in: ['task'],
    where: { at: ['end'], inside: ['none'], before: ['arrow'] },
    mentions: true,
    names: PEOPLE_AND_ROLES,
    example: 'Write copy → Maria López',
  },
  // Behind a preposition, or after an arrow that leads from one party to another, nobody owns.
  {
    in: ['task', 'heading'],
    where: { at: ['end'], before: ['preposition'] },
    mentions: false,
    names: NOBODY,
    example: 'Find a customer for @joe',
  },
  {
    in: ['task', 'heading'],
    where: { at: ['end'] },
    mentions: true,
    names: NOBODY,
    example: 'Write copy @maria',
  },
  {
    in: ['heading'],
    where: { at: ['start'], behind: ['colon', 'bracket'] },
    mentions: true,
    names: NOBODY,
    example: '## @maria (Marketing)',
  },
  {
    in: ['heading'],
    where: { at: ['forName'] },
    mentions: true,
    names: PEOPLE_AND_ROLES,
    example: '## For Maria',
  },
  {
    in: ['heading'],
    where: { at: ['nameTasks'] },
    mentions: true,
    names: ANYBODY,
    example: '## Maria tasks',
  },
  {
    in: ['leadIn'],
    where: { at: ['end'], inside: ['round'] },
    mentions: true,
    names: ANYBODY,
    example: 'Before the show (Maria, Sam):',
  },
  {
    in: ['leadIn'],
    where: { at: ['start'], behind: ['nothing'] },
    mentions: true,
    names: ANYBODY,
    example: 'Maria:',
  },
  {
    in: ['leadIn'],
    where: { at: ['nameTasks', 'nameShould'] },
    mentions: true,
    names: ANYBODY,
    example: 'Maria should:',
  },
  {
    in: ['item'],
    where: { at: ['end'], inside: ['round'] },
    mentions: true,
    names: ANYBODY,
    example: '- Before the show (Maria)',
  },
  {
    in: ['item'],
    where: { at: ['end'], before: ['dash', 'label', 'colon'] },
    mentions: true,
    names: NOBODY,
    example: '- Before the show - @maria',
  },
];

const NO_ONE: MayOwn = { mentions: false, names: NOBODY };

/** Who may own in a text of this kind, in such surroundings. */
export function mayOwn(kind: TextKind, around: Surroundings): MayOwn {
  return ownerPlaces.find((place) => place.in.includes(kind) && fits(place, around)) ?? NO_ONE;
}

function fits({ where }: OwnerPlace, around: Surroundings): boolean {
  return (
    (where.at?.includes(around.at) ?? true) &&
    (where.inside?.includes(around.inside) ?? true) &&
    (where.before?.includes(around.before) ?? true) &&
    (where.behind?.includes(around.behind) ?? true)
  );
}
