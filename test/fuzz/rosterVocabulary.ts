/** Keys and values of front matter and rosters. */

/** Ours, those of others, near misses, and names that JavaScript knows. */
export const KEYS = [
  'title',
  'owner',
  'default-owner',
  't-day',
  'template',
  'teams',
  'people',
  'roles',
  'goals',
  'assets',
  'meetings',
  'terms',
  'rules',
  'playbooks',
  'exclude',
  'fold-unowned',
  'pepole',
  'Owner',
  'team',
  '__proto__',
  'constructor',
  'layout',
  'toString',
] as const;

/** Values of every shape, broken ones among them. */
export const VALUES = [
  'x',
  'maria',
  '@maria',
  '"@maria"',
  "'@sam'",
  '2027-03-02',
  '2027-02-30',
  'true',
  'false',
  'yes',
  'null',
  '~',
  '',
  '[]',
  '{}',
  '[a, b]',
  '[maria, sam',
  '{ name: Maria',
  '{ name: Maria }',
  '{ maria: { name: Maria López, team: marketing, max-open: 8 } }',
  '{ maria: { name: Maria, team: [marketing, sales], email: m@x.example, away: [{ from: 2027-02-20, to: 2027-02-27 }] } }',
  '{ lee: { left: 2026-10-01 } }',
  '{ marketing: { name: Marketing, lead: maria }, sales: { lead: sam } }',
  '{ fmc: maria, ae: [sam, pat] }',
  '{ fmc: fmc }',
  '{ a: b, b: a }',
  '{ leads: { name: L, teams: [marketing], owner: maria, target: 400, due: 2027-03-31 } }',
  '{ brochure: { owner: maria, file: a.pdf, for: [sales], review-by: 2020-01-01 } }',
  '{ sync: { teams: [marketing, sales], every: week } }',
  '{ MQL: A lead }',
  '{ due-missing: warning, owner-missing: off }',
  '{ nope: warning, due-missing: loud }',
  '{ due-missing: error, owner-shared: error, term-undefined: error }',
  '&a { x: *a }',
  '*a',
  '|\n  block',
  '>-\n  fold',
  '!!str x',
  '!x y',
  '? a\n: b',
  '{ __proto__: { name: x } }',
  '{ constructor: { name: x } }',
  '{ toString: {} }',
  '1e999',
  '0x1F',
  '-1',
  '"\\ud800"',
  '"\\x"',
  '\t',
  '# c',
  '- a\n- b',
  '\n  maria:\n    name: Maria\n  sam: {}',
  '\n  maria: {name: A}\n  Maria: {name: B}',
  '\n  maria:\n  name: x\n    team: y',
] as const;

/** What playbooks are tried with: people, roles with one holder, two and none, goals, assets. */
export const ROSTER = `teams:
  marketing: { name: Marketing, lead: maria }
  sales:     { name: Sales }
  agency:    { name: Adelsberger Marketing, external: true }
people:
  maria: { name: Maria López, team: marketing, email: maria@acme.example, max-open: 2 }
  sam:   { name: Sam Cole, team: sales, away: [{ from: 2027-01-01, to: 2027-02-27 }] }
  pat:   { name: Pat Doe, team: [marketing, sales] }
  lee:   { name: Lee Roy, team: sales, left: 2026-10-01 }
  josé:  { name: José Pérez }
roles:
  fmc: maria
  ae: [sam, pat]
  none: []
goals:
  leads: { name: Qualified leads, teams: [marketing, sales], owner: maria, measure: MQLs, target: 400, due: 2027-03-31 }
assets:
  brochure: { name: Spring brochure, owner: maria, for: [sales], review-by: 2026-06-01 }
  deck: {}
meetings:
  sync: { name: Sync, teams: [marketing, sales], every: week }
terms:
  MQL: A lead
t-day: 2027-03-02
rules:
  due-missing: hint
`;
