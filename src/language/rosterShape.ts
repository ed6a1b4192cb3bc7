import { intervals } from '../syntax/tokens.ts';
import { entryKeys, topKeys, type EntryKind, type LayerKind } from '../workspace/rosterKeys.ts';
import type { Expected } from '../workspace/rosterTypes.ts';
import { keyDetails } from './rosterKeyDetails.ts';

/** What may stand at a place of a roster or front matter. */
export type Shape =
  | { readonly kind: 'keys'; readonly details: Readonly<Record<string, string>> }
  | { readonly kind: 'rules' }
  | { readonly kind: 'severity'; readonly rule: string }
  /** Handles; `roles` says whether a role will do for a person. */
  | { readonly kind: 'handle'; readonly expects: Expected; readonly roles: boolean }
  | { readonly kind: 'words'; readonly words: readonly string[] };

/** The sections whose entries have names that somebody chose. */
const ENTRIES: Readonly<Partial<Record<string, EntryKind>>> = {
  people: 'person',
  teams: 'team',
  roles: 'role',
  goals: 'goal',
  assets: 'asset',
  meetings: 'meeting',
};

const HANDLES: Readonly<Partial<Record<string, Expected>>> = {
  'team': 'team',
  'teams': 'team',
  'lead': 'person',
  'contact': 'person',
  'cover': 'person',
  'holders': 'person',
  'owner': 'owner',
  'default-owner': 'owner',
  'for': 'owner',
};

const YES_NO = ['true', 'false'];
const WORDS: Readonly<Partial<Record<string, readonly string[]>>> = {
  external: YES_NO,
  template: YES_NO,
  every: intervals,
};

/** What may stand at a place, the usual thing first: a role is who holds it, or a mapping that says more of it. */
export function shapesAt(path: readonly string[], layer: LayerKind): readonly Shape[] {
  const shape = shapeAt(path, layer);
  if (!shape) return [];
  const isRole = path.length === 2 && path[0] === 'roles';
  return isRole ? [shape, { kind: 'keys', details: keyDetails.role }] : [shape];
}

/**
 * What the value of the last key of a path may be, or the outermost mapping for no key.
 * @returns undefined where anything may stand: a name, a day, the handle of somebody new
 */
export function shapeAt(path: readonly string[], layer: LayerKind): Shape | undefined {
  const [top, name, key, ...deeper] = path;
  if (top === undefined) return { kind: 'keys', details: topDetails(layer) };
  if (topKeys[top] !== 'both' && topKeys[top] !== layer) return undefined;
  if (top === 'rules') {
    if (name === undefined) return { kind: 'rules' };
    return key === undefined ? { kind: 'severity', rule: name } : undefined;
  }
  const entry = Object.hasOwn(ENTRIES, top) ? ENTRIES[top] : undefined;
  if (!entry) return name === undefined ? valueOf(top) : undefined;
  if (name === undefined) return undefined;
  if (key === undefined) {
    if (entry === 'role') return { kind: 'handle', expects: 'person', roles: false };
    return { kind: 'keys', details: keyDetails[entry as keyof typeof keyDetails] };
  }
  if (!entryKeys[entry].includes(key)) return undefined;
  if (key !== 'away') return deeper.length === 0 ? valueOf(key) : undefined;
  if (deeper.length === 0) return { kind: 'keys', details: keyDetails.away };
  return deeper.length === 1 && deeper[0] === 'cover' ? valueOf('cover') : undefined;
}

function valueOf(key: string): Shape | undefined {
  const expects = Object.hasOwn(HANDLES, key) ? HANDLES[key] : undefined;
  // Whoever holds a role is a person, and not another role.
  if (expects) return { kind: 'handle', expects, roles: key !== 'holders' };
  const words = Object.hasOwn(WORDS, key) ? WORDS[key] : undefined;
  return words && { kind: 'words', words };
}

function topDetails(layer: LayerKind): Readonly<Record<string, string>> {
  const keys = Object.entries(keyDetails.top);
  return Object.fromEntries(keys.filter(([key]) => topKeys[key] === 'both' || topKeys[key] === layer));
}
