import { isPlaceholder, saysNobody } from '../syntax/mentions.ts';
import { wrongSchema } from '../syntax/frontMatterProblem.ts';
import type { SyntaxProblem } from '../syntax/problem.ts';
import { shownName } from './files.ts';
import type { NewEntry } from './newEntry.ts';
import { newPartyOfHandle } from './newParty.ts';
import type { Roster } from './roster.ts';
import { entryExample } from './rosterKeys.ts';
import type { RosterLayer } from './rosterLayer.ts';
import type { Owner, RosterReference } from './rosterTypes.ts';
import { Candidates, nearest, Suggestions } from './spelling.ts';

/** A problem that would be gone if a roster held a certain entry. */
export interface ReferenceProblem extends SyntaxProblem {
  readonly entry?: NewEntry;
}

/**
 * What a layer says that only the merged roster can judge: handles that nobody defines, a team where a person should
 * stand, and handles that another file gives to an owner of another kind.
 * @param roster all that the layer sees: for a roster file the rosters of its folder and above, for front matter also
 * the front matter itself
 */
export function referenceProblems(layer: RosterLayer, roster: Roster): ReferenceProblem[] {
  const near = new NearOwners(roster);
  return [
    ...layer.references.flatMap((r) => (isStranger(r, roster) ? [] : (judge(r, roster, near) ?? []))),
    ...listsOfKnown(layer, roster),
    ...[...layer.teams.values(), ...layer.roles.values()].flatMap((o) => sharedElsewhere(o, roster) ?? []),
  ];
}

/** Who may have been meant by a handle that nobody has, of those who fit in its place. */
class NearOwners {
  readonly #roster: Roster;
  readonly #byKind = new Map<RosterReference['expects'], Suggestions<string>>();

  constructor(roster: Roster) {
    this.#roster = roster;
  }

  to({ handle, expects }: RosterReference): string | undefined {
    let found = this.#byKind.get(expects);
    if (!found) {
      const fitting = this.#roster.owners().filter((o) => expects === 'owner' || o.kind === expects);
      const handles = new Candidates(fitting.map((o) => o.handle));
      found = new Suggestions((wanted) => nearest(wanted, handles, 1)[0]);
      this.#byKind.set(expects, found);
    }
    return found.of(handle);
  }
}

function isStranger({ handle, list }: RosterReference, roster: Roster): boolean {
  return list !== undefined && roster.find(handle) === undefined;
}

/** A list where one value is wanted is ours if it names somebody. */
function listsOfKnown({ references }: RosterLayer, roster: Roster): SyntaxProblem[] {
  const keys = new Map<string, SyntaxProblem>();
  for (const { handle, list } of references) {
    if (!list || list.of < 2 || !roster.find(handle)) continue;
    const { key, keyRange } = list.key;
    keys.set(key, wrongSchema('notText', keyRange, { key, text: key, example: entryExample('owner') }));
  }
  return [...keys.values()];
}

function judge(reference: RosterReference, roster: Roster, near: NearOwners): ReferenceProblem | undefined {
  const { handle, range, expects } = reference;
  const owner = roster.find(handle);
  if (!owner) return unknown(reference, roster, near);
  const fits =
    expects === 'owner' ||
    owner.kind === expects ||
    // The lead may be whoever holds a role.
    (expects === 'person' && owner.kind === 'role' && roster.resolve(handle)?.kind === 'person');
  return fits ? undefined : wrongSchema('wrongKind', range, { handle, found: owner.kind, expected: expects });
}

function unknown(reference: RosterReference, roster: Roster, near: NearOwners): ReferenceProblem | undefined {
  const { handle, range, expects } = reference;
  // A blank to fill in, such as `{{owner}}` in a template, names nobody.
  if (saysNobody(handle) || isPlaceholder(handle)) return undefined;
  // Where no roster lists any people, or any teams, naming one is not yet a mistake.
  if (expects === 'team' ? roster.teams.size === 0 : !roster.seesPeople) return undefined;
  const entry = newPartyOfHandle(handle, roster, expects === 'owner' ? undefined : expects);
  const lacking = entry && { entry };
  const suggestion = roster.findByName(handle)?.handle ?? near.to(reference);
  if (suggestion !== undefined) {
    const edits = [{ range, newText: suggestion }];
    const fix = { title: 'rename', args: { text: suggestion }, edits } as const;
    return { ...wrongSchema('unknownSuggestion', range, { handle, suggestion }, { fix }), ...lacking };
  }
  const message = { person: 'unknownPerson', team: 'unknownTeam', owner: 'unknownOwner' } as const;
  return { ...wrongSchema(message[expects], range, { handle }), ...lacking };
}

/** Within one file the reader of the layer reports this. */
function sharedElsewhere(owner: Owner, roster: Roster): SyntaxProblem | undefined {
  const first = roster.find(owner.handle);
  if (!first || first.kind === owner.kind || first.place.uri === owner.place.uri) return undefined;
  return wrongSchema('sharedHandleElsewhere', owner.place.range, {
    handle: owner.handle,
    kind: owner.kind,
    otherKind: first.kind,
    file: shownName(first.place.uri),
    line: first.place.range.start.line + 1,
  });
}
