import { fold } from '../text/fold.ts';
import { scalar } from './addToRoster.ts';

/** A playbook to begin with: a file `templates/<id>.playbook.md` of the extension. */
export interface Template {
  readonly id: string;
  /** Key of `templateTitleTexts` and `templateTexts`. */
  readonly text: keyof typeof templateTexts;
  /** Key of `dayTexts`: what day T is; absent for a playbook without one. */
  readonly day?: keyof typeof dayTexts;
  /** Handles of the teams that it speaks of. */
  readonly teams: readonly TemplateTeam[];
}

export type TemplateTeam = keyof typeof teamTexts;

/** What each is called, and as a title of the playbook. */
export const templateTitleTexts = {
  campaign: 'Marketing campaign',
  show: 'Trade show',
  launch: 'Product launch',
  agreement: 'Agreement between marketing and sales',
  request: 'Request from sales',
  small: 'Small company',
  agency: 'Work with an outside agency',
  shop: 'Online shop',
} as const;

/** One line about each. */
export const templateTexts = {
  campaign: 'Lead generation and brand awareness, from the target group to the review',
  show: 'Booth, team, travel, brochure, invitations and lead follow-up',
  launch: 'Messaging, sales training and first customers, up to day T and after',
  agreement: 'A service-level agreement (SLA): what each team promises the other, and how fast',
  request: 'Sales asks for a presentation, a landing page or a brochure',
  small: 'One person does marketing and sales: every day, week and month',
  agency: 'Pitch, contract, feedback and go-live, and who answers for it',
  shop: 'Traffic, conversion and customer service, week by week and in the season',
} as const;

export const dayTexts = {
  start: 'When does it start?',
  open: 'When does the show open?',
  launch: 'When do you go public?',
  need: 'When does sales need it?',
  live: 'When does it go live?',
  season: 'When does the season start?',
} as const;

export const teamTexts = {
  marketing: 'Marketing',
  sales: 'Sales',
  product: 'Product',
  service: 'Customer service',
  shop: 'Online shop',
  agency: 'Agency',
} as const;

/** The people whom templates name, by what they are asked for with. */
export const roleTexts = {
  'marketing lead': 'Who leads marketing?',
  'sales lead': 'Who leads sales?',
  'events manager': 'Who takes care of events?',
  'writer': 'Who writes texts?',
  'designer': 'Who designs pages and pictures?',
  'account executive': 'Who is the account executive?',
  'sales development': 'Who calls new leads first?',
  'product manager': 'Who answers for the product?',
  'agency contact': 'Who works for you at the agency?',
  'shop manager': 'Who runs the online shop?',
  'service lead': 'Who leads customer service?',
  'company owner': 'Who runs the company?',
  'helper': 'Who helps out?',
} as const;

export type TemplateRole = keyof typeof roleTexts;

const MARKETING_AND_SALES = ['marketing', 'sales'] as const;

/** In the order in which they are offered. */
export const templates: readonly Template[] = [
  { id: 'marketing-campaign', text: 'campaign', day: 'start', teams: MARKETING_AND_SALES },
  { id: 'trade-show', text: 'show', day: 'open', teams: MARKETING_AND_SALES },
  { id: 'product-launch', text: 'launch', day: 'launch', teams: ['marketing', 'sales', 'product'] },
  { id: 'marketing-sales-agreement', text: 'agreement', teams: MARKETING_AND_SALES },
  { id: 'request-from-sales', text: 'request', day: 'need', teams: MARKETING_AND_SALES },
  { id: 'small-company', text: 'small', teams: [] },
  { id: 'outside-agency', text: 'agency', day: 'live', teams: ['marketing', 'sales', 'agency'] },
  { id: 'online-shop', text: 'shop', day: 'season', teams: ['marketing', 'shop', 'service'] },
];

/** The team somebody with this role is in, and whether the role leads it. */
export function teamOfRole(role: TemplateRole): { team?: TemplateTeam; leads: boolean } {
  switch (role) {
    case 'marketing lead':
      return { team: 'marketing', leads: true };
    case 'sales lead':
      return { team: 'sales', leads: true };
    case 'events manager':
    case 'writer':
    case 'designer':
      return { team: 'marketing', leads: false };
    case 'account executive':
    case 'sales development':
      return { team: 'sales', leads: false };
    case 'product manager':
      return { team: 'product', leads: true };
    case 'agency contact':
      return { team: 'agency', leads: false };
    case 'shop manager':
      return { team: 'shop', leads: true };
    case 'service lead':
      return { team: 'service', leads: true };
    case 'company owner':
    case 'helper':
      return { leads: false };
  }
}

/** The roles a template names, in the order of the text. */
export function rolesOf(template: string): TemplateRole[] {
  const names = [...template.matchAll(/\{\{([^{}]+)\}\}/g)].map((m) => m[1] ?? '');
  return [...new Set(names)].filter((name): name is TemplateRole => Object.hasOwn(roleTexts, name));
}

/** What a template is filled in with. */
export interface TemplateAnswers {
  readonly title: string;
  /** Day T. */
  readonly tDay?: string | undefined;
  /** Handles by role. A role that is left out has nobody yet. */
  readonly people: ReadonlyMap<TemplateRole, string>;
  /** Handles of teams where they are not those of the template. */
  readonly teams: ReadonlyMap<string, string>;
  /** Whether a roster defines this goal, asset, meeting or term: then the template's own is left out. */
  readonly isDefined: (group: string, id: string) => boolean;
}

/**
 * A new playbook from a template. Where a role has nobody yet its tasks name nobody, so that whoever gets their section
 * gets them, and what it would receive goes to its team.
 */
export function fillTemplate(template: string, answers: TemplateAnswers): string {
  const fence = template.indexOf('\n---\n', 3);
  const head = fillFrontMatter(template.slice(0, fence), answers);
  return `${head}\n---\n${fillBody(template.slice(fence + 5), answers)}`;
}

const ENTRY_GROUPS: ReadonlySet<string> = new Set(['goals', 'assets', 'meetings', 'terms']);

function fillFrontMatter(text: string, answers: TemplateAnswers): string {
  const lines: string[] = [];
  let group = '';
  let isLeftOut = false;
  for (const line of text.split('\n')) {
    const [, indent, key] = /^( *)([\w-]+):/i.exec(line) ?? [];
    if (indent === '') group = key ?? '';
    if (indent !== undefined && indent.length <= 2) {
      isLeftOut = indent !== '' && ENTRY_GROUPS.has(group) && answers.isDefined(group, key ?? '');
    }
    if (isLeftOut || line === 'template: true') continue;
    const filled = fillValue(line, answers);
    if (filled !== undefined) lines.push(filled);
  }
  // A group whose entries all went away has nothing to say.
  return lines.filter((line, i) => !/^\w+:$/.test(line) || /^ /.test(lines[i + 1] ?? '')).join('\n');
}

/** A line of front matter; undefined when nobody fills its place. */
function fillValue(line: string, { title, tDay, people, teams }: TemplateAnswers): string | undefined {
  const list = /^( +(?:teams|for): \[)(.*)\]$/.exec(line);
  if (list) {
    const handles = (list[2] ?? '').split(', ').map((t) => teams.get(t) ?? t);
    return `${list[1] ?? ''}${handles.join(', ')}]`;
  }
  const place = /^([^"]*)"\{\{([^{}]+)\}\}"$/.exec(line);
  if (!place) return line;
  const [, before = '', name = ''] = place;
  if (name === 'title') return before + scalar(title);
  if (name === 't-day') return tDay === undefined ? undefined : before + tDay;
  const handle = people.get(name as TemplateRole);
  if (handle !== undefined) return before + scalar(handle);
  // The page speaks of it, so its place stays.
  return before === 'default-owner: ' ? before.trimEnd() : undefined;
}

// In a token the handle is who gets something, elsewhere who owns it.
const PLACE = /( ?)(,|for:|consult:|inform:|help:)?@\{\{([^{}]+)\}\}/g;
const TEAM = new RegExp(`@(${Object.keys(teamTexts).join('|')})(?![\\w.-])`, 'g');

function fillBody(text: string, { title, people, teams }: TemplateAnswers): string {
  const [heading = '', ...rest] = text
    .replace(TEAM, (_, team: string) => `@${teams.get(team) ?? team}`)
    .split('{{title}}');
  const filled = (part: string) =>
    part.replace(PLACE, (_, space: string, key: string | undefined, role: TemplateRole) => {
      const handle = people.get(role);
      if (handle !== undefined) return `${space}${key ?? ''}@${handle}`;
      const { team } = teamOfRole(role);
      return key === undefined || team === undefined ? '' : `${space}${key}@${teams.get(team) ?? team}`;
    });
  // What somebody types as a title is filled in nowhere.
  return [heading, ...rest].map(filled).join(title);
}

/**
 * A file name for a title: `Spring trade show 2028` becomes `spring-trade-show-2028`. The ending says already that it is
 * a playbook.
 */
export function fileNameFor(title: string): string {
  const name = fold(title)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .replace(/^playbook(?:-for)?-|-playbook(?=-|$)/g, '')
    .slice(0, 60)
    .replace(/-$/, '');
  return name === '' || name === 'playbook' ? 'new' : name;
}
