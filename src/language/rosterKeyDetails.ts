/**
 * What each key of a roster or front matter is for, in the words of the schemas (schemas/), their first sentence.
 * `top` holds the outermost keys, the others those of an entry of that kind.
 */
export const keyDetails = {
  top: {
    'title': 'The title of the playbook',
    'owner': 'Who keeps this document right',
    'template': 'true if this file is only there to be copied: then its tasks need no owners',
    'default-owner': 'Owner of every task that has no other owner',
    't-day': 'Day T, from which dates such as T-45d count: the launch, the show, the go-live',
    'teams': 'Your teams, each under its handle',
    'people': 'Your people, each under their handle: the name behind the @',
    'roles': 'Roles that people hold, such as fmc or ae',
    'goals': 'What you want to reach',
    'assets': 'Brochures, decks, price lists',
    'meetings': 'Where teams talk about the work they hand to each other',
    'terms': 'Words that everybody must understand the same way, such as MQL',
    'rules': 'How strictly each rule is applied: off, hint, information, warning or error',
    'fold-unowned':
      'A section with at least this many open tasks without an owner, if they are more than half, gets one warning on its heading',
    'playbooks': 'Markdown files that are playbooks under the names they have, such as "handbook/**/*.md"',
    'exclude': 'Files to leave alone, such as "**/archive/**"',
  },
  person: {
    'name': 'Full name, as it may stand in owner lines and tables',
    'aliases': 'Other names that people write for this person',
    'team': 'The team, or a list of teams for a person who crosses over',
    'title': 'What the person does, such as "Marketing manager"',
    'email': 'E-mail address',
    'max-open': 'The most open tasks this person should have',
    'away': 'Days on which the person is away; first and last day count',
    'left': 'The day from which the person is no longer with you',
  },
  team: {
    name: "The team's name",
    aliases: 'Other names that people write for this team',
    lead: 'Who answers for what the team owns',
    external: 'true for an agency or another outside company',
    contact: 'For an outside team: the person inside who answers for its work',
  },
  role: {
    name: 'What people call this role, such as "Product Manager"',
    aliases: 'Other names that people write for this role',
    holders: 'Who holds this role: one person, a list, or [] while nobody does',
  },
  goal: {
    name: 'The goal in a few words',
    teams: 'The teams that work for it',
    owner: 'Who answers for it',
    measure: 'What you count',
    target: 'The number to reach, such as "400 per quarter"',
    due: 'The day by which it is to be reached',
  },
  asset: {
    'name': 'What it is',
    'owner': 'Who keeps it right',
    'file': "Where the file is, seen from this file's folder",
    'url': 'Its web address, if it is not a file here',
    'for': 'The teams that use it',
    'review-by': 'Review date: by then somebody checks that it is still right',
  },
  meeting: {
    name: 'What the meeting is called',
    teams: 'The teams that meet',
    every: 'How often it takes place',
    owner: 'Who calls the meeting',
  },
  away: {
    from: 'First day away',
    to: 'Last day away',
    cover: 'Who stands in meanwhile',
  },
} as const;
