/** The people of the documents that `documents.ts` makes: a small company, and an agency beside it. */
const PEOPLE: readonly (readonly [handle: string, name: string, team: string])[] = [
  ['pat', 'Pat Doe', '[marketing, sales]'],
  ['maria', 'Maria López', 'marketing'],
  ['ines', 'Inês Duarte', 'marketing'],
  ['ben', 'Ben Okafor', 'marketing'],
  ['tom', 'Tom Reed', 'marketing'],
  ['rosa', 'Rosa Lind', 'marketing'],
  ['sam', 'Sam Cole', 'sales'],
  ['lee', 'Lee Roy', 'sales'],
  ['nina', 'Nina Patel', 'sales'],
  ['jo', 'Jo Kim', 'sales'],
  ['omar', 'Omar Haddad', 'sales'],
  ['kate', 'Kate Wolf', 'sales'],
  ['ray', 'Ray Stone', 'sales'],
  ['anna', 'Anna Berg', 'agency'],
  ['felix', 'Felix Brandt', 'agency'],
];

export const HANDLES: readonly string[] = PEOPLE.map(([handle]) => handle);
export const NAMES: readonly string[] = PEOPLE.map(([, name]) => name);

/**
 * A `roster.yml` with 15 people in three teams.
 * @param playbooks globs of Markdown files that are playbooks as they stand
 */
export function rosterText(playbooks: readonly string[] = []): string {
  return [
    'teams:',
    '  marketing: { name: Marketing, lead: maria }',
    '  sales: { name: Sales, lead: sam }',
    '  agency: { name: Bluebird Design, external: true, contact: maria }',
    'people:',
    ...PEOPLE.map(([handle, name, team]) => `  ${handle}: { name: ${name}, team: ${team}, max-open: 400 }`),
    'roles:',
    '  sdr: [jo, omar]',
    '  fmc: ines',
    'goals:',
    '  leads: { name: Qualified leads, teams: [marketing, sales], owner: maria, target: 120 per quarter }',
    ...(playbooks.length > 0 ? [`playbooks: [${playbooks.map((glob) => `"${glob}"`).join(', ')}]`] : []),
    '',
  ].join('\n');
}
