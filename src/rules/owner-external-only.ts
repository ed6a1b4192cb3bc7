import { normalizeHandle } from '../workspace/handles.ts';
import { partyName, shorten } from '../workspace/display.ts';
import type { Roster } from '../workspace/roster.ts';
import type { Owner, Team } from '../workspace/rosterTypes.ts';
import { isOpen, type Party } from '../workspace/tasks.ts';
import { entryPlace } from './rosterEntry.ts';
import type { Rule } from './rule.ts';
import { wordsRange } from './taskPlaces.ts';

export const ownerExternalOnly: Rule = {
  id: 'owner-external-only',
  severity: 'warning',
  summary: 'An outside agency owns it, and nobody inside answers for it',
  judgesForm: false,
  messages: {
    agency:
      '{name} owns "{task}", but nobody inside answers for the agency. Write contact: and one of your people into the roster, or name one as the owner.',
    person:
      '{name} works for an agency and owns "{task}", but nobody inside answers for the agency. Write contact: and one of your people into the roster, or name one as the owner.',
    entry: '{team} has no contact.',
  },
  fixTitles: {},
  check(file, report) {
    if (file.kind !== 'playbook' || !hasAgency(file.roster)) return;
    const { roster } = file;
    // What many tasks inherit is judged once, where it is written.
    const seen = new Set<readonly Party[]>();
    const answered = new Set<Owner>();
    for (const task of file.tasks) {
      const [owner] = task.owners;
      if (!owner?.entry || answered.has(owner.entry) || !isOpen(task) || seen.has(task.owners)) continue;
      seen.add(task.owners);
      const agencies = unansweredAgencies(task.owners, roster);
      if (agencies.length === 0) {
        // Most often the first is an insider, whoever else stands beside.
        if (task.owners.length === 1) answered.add(owner.entry);
        continue;
      }
      report({
        message: owner.kind === 'team' ? 'agency' : 'person',
        args: { name: partyName(owner, roster), task: shorten(task.text) },
        range: owner.range ?? wordsRange(task),
        related: agencies.map((t) => entryPlace(t.place, file, 'entry', { team: t.name ?? t.handle })),
      });
    }
  },
};

function hasAgency({ teams }: Roster): boolean {
  for (const team of teams.values()) if (team.external) return true;
  return false;
}

/** The agencies of the owners, if all owners are outside and no agency has an insider to answer for it. */
function unansweredAgencies(owners: readonly Party[], roster: Roster): Team[] {
  const found = new Set<Team>();
  for (const { entry } of owners) {
    const teams = entry ? agenciesOf(entry, roster) : [];
    if (teams.length === 0 || teams.some((t) => isAnsweredFor(t, roster))) return [];
    for (const team of teams) found.add(team);
  }
  return [...found];
}

/** The agencies somebody works for; none for whoever also belongs inside. */
function agenciesOf(owner: Owner, roster: Roster): readonly Team[] {
  switch (owner.kind) {
    case 'team':
      return owner.external ? [owner] : [];
    case 'person': {
      const teams = roster.personTeams(owner);
      return teams.every((t) => t.external) ? teams : [];
    }
    case 'role': {
      const holders = owner.holders.map((h) => roster.people.get(normalizeHandle(h)));
      const teams = holders.map((h) => (h ? agenciesOf(h, roster) : []));
      return teams.every((t) => t.length > 0) ? teams.flat() : [];
    }
  }
}

function isAnsweredFor({ contact }: Team, roster: Roster): boolean {
  const person = contact === undefined ? undefined : roster.resolve(contact);
  return person?.kind === 'person' && agenciesOf(person, roster).length === 0;
}
