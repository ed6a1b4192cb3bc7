/**
 * What front matter and rosters can get wrong, in words. The two rules that report it, `front-matter-invalid` and
 * `front-matter-schema`, take their message templates and fix titles from here, because the parser must name them
 * and may not import a rule.
 */

/** Rule `front-matter-invalid`: the YAML itself cannot be read at this place. */
export const frontMatterInvalidMessages = {
  atSign: 'A name in YAML is written without @: write {handle}, or put it in quotes.',
  needsQuotes: 'A value cannot start with {character} here. Put the value in quotes.',
  secondColon: 'There is a second colon in this value. Put the whole value in quotes.',
  secondColonOrComma:
    'There is a second colon in this value. Put the value in quotes, or add the comma that is missing.',
  textAfterQuote: 'There is more text after the closing quote. Put quotes around the whole value.',
  textAfterBracket: 'There is more text after the closing {close}. Put the whole value in quotes.',
  unclosedQuote: 'This text opens with {quote} and never closes. Add {quote} where it ends.',
  unclosedBracket: 'This {open} is never closed. Add {close} where it ends.',
  extraBracket: 'This {close} closes nothing. Remove it.',
  bracketIndent: 'This {close} must start further to the right than the key it belongs to.',
  wrongBracket: 'This was opened with {open}, so it must close with {close}.',
  missingComma: 'A comma is missing before this value.',
  extraComma: 'There is a comma too many here. Remove it.',
  badEscape:
    'Inside double quotes a backslash starts a code such as \\n. Use single quotes, or write the backslash twice.',
  noColon: 'This line has no key. Write it as a key, a colon, a space and a value, or remove it.',
  spaceAfterColon: 'Put a space after the colon.',
  badIndent:
    'This line does not line up with the lines around it. Start it in the same column as its neighbors.',
  tab: 'This line starts with a tab. Use spaces to move a line to the right.',
  tooDeep: 'This is nested more than {limit} levels deep and is not read. Make it flatter.',
  aliasUnknown: '{alias} refers to nothing. If it is plain text, put it in quotes.',
  aliasSelf: '{alias} refers to itself and is not read. Write out what it should hold.',
  aliasTooBig:
    'References such as {alias} unfold to more than {limit} values, so this one is not read. Write out what it should hold.',
  mergeShape: 'After << comes a reference to an entry with keys, such as *base.',
  controlCharacter: 'There is an invisible character here that YAML does not allow. Delete it.',
  unclosedFence: 'This front matter is not closed. Add a line with three dashes (---) under its last key.',
  tooManyFlaws: 'Too much from here on cannot be read. Repair the places above first.',
  unreadable: 'This cannot be read: {reason}.',
} as const satisfies Record<string, string>;

export const frontMatterInvalidFixes = {
  quote: 'Put {text} in Quotes',
  close: 'Add {close}',
  replace: 'Write {text}',
  addComma: 'Add the Comma',
  removeBracket: 'Remove {close}',
  indent: 'Move It to the Right',
  removeComma: 'Remove the Comma',
  addSpace: 'Put a Space After the Colon',
  tabs: 'Use Spaces Instead of Tabs',
  removeCharacter: 'Remove the Invisible Character',
} as const satisfies Record<string, string>;

/** Rule `front-matter-schema`: the YAML reads well, but is not what one of our keys holds. */
export const frontMatterSchemaMessages = {
  duplicateKey: '"{key}" stands here a second time (first in line {line}). The first one counts; remove one.',
  nearMiss: '"{key}" means nothing here. Did you mean "{suggestion}"?',
  rosterIsList:
    'A roster is a list of keys such as people: and teams:, not a list of lines that start with a dash.',
  rosterIsText: 'A roster is a list of keys such as people: and teams:, each with its entries under it.',
  firstHere: 'It stands here first.',
  secondDocument:
    'What follows this line is not read: a roster ends at the second line of dashes. Remove the line.',
  frontMatterOnly: '"{key}" belongs in the front matter of a playbook. In a roster it does nothing.',
  ownerInRoster:
    '"owner" belongs in the front matter of a playbook. To name who owns all other tasks, write "default-owner".',
  rosterOnly: '"{key}" belongs in a roster file such as roster.yml. In front matter it does nothing.',
  notEntries: '"{key}" holds entries, one to a line, such as "{example}".',
  notEntry: '"{key}" holds details in braces, such as "{example}".',
  notText: '"{key}" holds one piece of text, such as "{example}".',
  notList: '"{key}" holds one value or a list, such as "{example}".',
  notDate: '"{text}" is no day of the calendar. Write "{key}" as year-month-day, such as 2027-03-02.',
  notBoolean: '"{key}" is either true or false.',
  notNumber: '"{key}" is a whole number, 0 or more.',
  awayShape:
    '"away" is a list of absences, each with its first and last day: [{ from: 2027-02-20, to: 2027-02-27 }].',
  awayIncomplete: 'This absence has no "{key}". Give its first day (from) and its last day (to).',
  fromAfterTo: 'This absence ends ({to}) before it begins ({from}). Swap the two days.',
  notEvery:
    '"{text}" is not an interval. Write day, weekday, week, 2weeks, month, quarter, year or a weekday such as monday.',
  globTooLong:
    'This is longer than {limit} characters and is not used. Shorten it with * and **, such as "handbook/**/*.md".',
  globTooManyChoices:
    'The braces in "{text}" stand for more than {limit} names, so it is not used. Write * in their place, or several shorter lines.',
  globOutside:
    '"{text}" leads out of the folder of this roster, where it names nothing. Put a roster into a folder above both, and write it there.',
  tooManyGlobs:
    '"{key}" holds too much: from here on nothing is used. Name whole folders in place of single files, such as "handbook/**".',
  unknownRule: 'There is no rule "{rule}". The list of rules is in the documentation.',
  unknownRuleSuggestion: 'There is no rule "{rule}". Did you mean "{suggestion}"?',
  unknownSeverity: '"{text}" is no level. Write off, hint, information, warning or error.',
  duplicateHandle:
    '"{handle}" and "{other}" (line {line}) are the same name, because case does not count. The first one counts; rename one.',
  sharedHandle:
    '"{handle}" is both a {kind} and a {otherKind} (line {line}). The {otherKind} counts; give the {kind} another name.',
  sharedHandleElsewhere:
    '"{handle}" is both a {kind} and a {otherKind} (in {file}, line {line}). The {otherKind} counts; give the {kind} another name.',
  emptyHandle: 'Nothing stands before this colon. Write a short name there, or remove the line.',
  notHandle:
    '"{handle}" cannot be written after an @. Use letters, digits, dots, dashes and underscores, with no spaces.',
  reservedHandle: '@{handle} always means everybody and never owns a task. Choose another name.',
  spaceAfterColon: 'Put a space after the colon of "{key}".',
  valueIsComment: 'Text after # is a comment, so "{key}" is empty. Put the value in quotes.',
  unknownPerson:
    'There is no person "{handle}" in your roster. Add {handle} under people, or correct the name.',
  unknownTeam: 'There is no team "{handle}" in your roster. Add {handle} under teams, or correct the name.',
  unknownOwner:
    '"{handle}" isn\'t in your roster. Add {handle} under people, teams or roles, or correct the name.',
  unknownSuggestion: '"{handle}" isn\'t in your roster. Did you mean "{suggestion}"?',
  wrongKind: '"{handle}" is a {found}. Name a {expected} here.',
} as const satisfies Record<string, string>;

export const frontMatterSchemaFixes = {
  rename: 'Change to {text}',
  addSpace: 'Put a Space After the Colon',
  quote: 'Put It in Quotes',
} as const satisfies Record<string, string>;
