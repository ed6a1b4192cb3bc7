/** What somebody whom no roster knows seems to be, by the words alone. */

export type PartyKind = 'person' | 'team' | 'role';

const TEAM =
  /^(?:marketing|sales|product|design|finance|legal|engineering|development|operations|ops|hr|it|pr|customer (?:service|success)|service)$/i;
const TEAM_WORD = /^.*\b(?:teams?|departments?|agency|crew|staff|support)$/i;
const ROLE =
  /^(?:ae|sdr|bdr|csm|cs|fmc|pmm|pm|cmo|cro|ceo|cfo|coo|cto|vp|sme|dri|gm|se|am|mm)s?$|\b(?:manager|director|head|lead|leader|rep|representative|specialist|coordinator|owner|executive|vp|officer|designer|writer|intern|assistant)\b/i;

/** `@fmc` is a role, `@sales` a team, and so is `@acme/design`, as GitHub writes them. */
export function kindOfHandle(handle: string): PartyKind {
  const words = handle.replaceAll(/[._-]/g, ' ');
  if (handle.includes('/') || isTeam(words)) return 'team';
  return ROLE.test(words) ? 'role' : 'person';
}

/** A role has no name in a roster, only a handle: what is written out must be a person to be known. */
export function kindOfName(name: string): 'person' | 'team' {
  return isTeam(name) ? 'team' : 'person';
}

function isTeam(words: string): boolean {
  return TEAM.test(words) || TEAM_WORD.test(words);
}

/** True for what is too long to be a name, as people write it into an owner cell. */
export function isSentence(text: string): boolean {
  return text.length > 40 || text.split(' ').length > 4;
}
