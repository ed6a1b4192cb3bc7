import { wrongSchema } from '../syntax/frontMatterProblem.ts';
import type { SyntaxProblem } from '../syntax/problem.ts';
import { shownName } from './files.ts';
import type { NewEntry } from './newEntry.ts';
import { newPartyOfHandle } from './newParty.ts';
import type { Roster } from './roster.ts';
import type { RosterLayer } from './rosterLayer.ts';
import type { Owner, RosterReference } from './rosterTypes.ts';
import { nearest } from './spelling.ts';

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
  return [
    ...layer.references.flatMap((r) => judge(r, roster) ?? []),
    ...[...layer.teams.values(), ...layer.roles.values()].flatMap((o) => sharedElsewhere(o, roster) ?? []),
  ];
}

function judge(reference: RosterReference, roster: Roster): ReferenceProblem | undefined {
  const { handle, range, expects } = reference;
  const owner = roster.find(handle);
  if (!owner) return unknown(reference, roster);
  const fits =
    expects === 'owner' ||
    owner.kind === expects ||
    // The lead may be whoever holds a role.
    (expects === 'person' && owner.kind === 'role' && roster.resolve(handle)?.kind === 'person');
  return fits ? undefined : wrongSchema('wrongKind', range, { handle, found: owner.kind, expected: expects });
}

function unknown({ handle, range, expects }: RosterReference, roster: Roster): ReferenceProblem | undefined {
  // Where no roster lists any people, or any teams, naming one is not yet a mistake.
  if (expects === 'team' ? roster.teams.size === 0 : !roster.seesPeople) return undefined;
  const entry = newPartyOfHandle(handle, roster, expects === 'owner' ? undefined : expects);
  const lacking = entry && { entry };
  const fitting = roster.owners().filter((o) => expects === 'owner' || o.kind === expects);
  const handles = fitting.map((o) => o.handle);
  const suggestion = roster.findByName(handle)?.handle ?? nearest(handle, handles, 1)[0];
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
