/**
 * The source of `syntaxes/playbook.tmLanguage.json`. A TextMate grammar has no variables, and ours says "mention",
 * "owner group" and "end of the task" many times over, so the JSON is made here and `grammar.test.ts` fails when the
 * two differ. To write it again: `node test/grammar/generate.ts`.
 *
 * The grammar sees one line at a time and knows no roster. What it cannot know (an owner two lines down, a team's
 * name in an owner line, columns of a table) is left to the semantic tokens, which lie over these colors.
 *
 * How it works: VS Code's Markdown grammar does the Markdown. Ours reaches into it with injections, whose selectors
 * say where our words mean something (a task, a heading, a paragraph, a table) and, after the minus, where they
 * never do (code, link targets, comments, HTML tags). `L:` lets ours win where both match at the same place.
 *
 * Speed: every repetition is possessive (`*+`) or has disjoint parts, so no pattern can try a line twice. Owner
 * groups and other mentions are one pattern, because a pattern that only finds trailing groups would walk to the end
 * of the line again from each mention.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'prettier';

import { ownerLabels } from '../../src/syntax/ownerWords.ts';
import { tokenKinds } from '../../src/syntax/tokens.ts';
import type { TokenValueKind } from '../../src/syntax/tokens.ts';

/** The grammar's file, from the project's root. */
export const GRAMMAR_PATH = 'syntaxes/playbook.tmLanguage.json';

interface Pattern {
  name?: string;
  contentName?: string;
  match?: string;
  begin?: string;
  end?: string;
  while?: string;
  include?: string;
  captures?: Record<string, Pattern>;
  beginCaptures?: Record<string, Pattern>;
  patterns?: Pattern[];
}

const include = (...names: string[]): Pattern[] => names.map((name) => ({ include: name }));

// ── Words ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A letter or digit of a handle: Latin script with any accent. */
const ALNUM = '\\p{Latin}\\p{M}\\p{Nd}';
/** Not the end of a handle: what may still follow inside one. */
const MORE = `[${ALNUM}_]|[.\\-]++[${ALNUM}_]`;
const HANDLE_PART = `[${ALNUM}](?:[.\\-]*[${ALNUM}_])*+`;
const HANDLE = `${HANDLE_PART}(?:/${HANDLE_PART})?+`;

const GROUP_CALLS = `(?i:all|here|channel|everyone)(?!${MORE}|/)`;
const DOMAIN =
  `[${ALNUM}_\\-]++(?:\\.[${ALNUM}_\\-]+)*` +
  `\\.(?i:com|org|net|io|dev|app|ai|co|edu|gov|info|biz|eu|de|fr|es|it|nl|ch|at|uk|us|ca|au|nz|in|jp|cn|br|me|tv)(?![${ALNUM}_\\-]|\\.[${ALNUM}])`;

/** What may not stand before the `@` of a mention. */
const BEFORE = '(?:(?<![\\p{L}\\p{Nd}_.@/])|(?<=^_|^__|[^\\p{L}\\p{Nd}_.@/]_|[^\\p{L}\\p{Nd}_.@/]__))';
const PLACEHOLDER_WORD = `(?i:tbd|tba|owner|dri|handle|name|username|unassigned)(?!${MORE}|/)`;
const PLACEHOLDER =
  '@(?:(?:_++|<[^<>\\n]*+>|\\[[^\\[\\]\\n]*+\\]|\\{[^{}\\n]*+\\})(?![\\p{L}\\p{N}])|' +
  `${PLACEHOLDER_WORD})`;
const HANDLE_MENTION = `@(?!${PLACEHOLDER_WORD}|${GROUP_CALLS}|${DOMAIN})${HANDLE}`;
const LINKED_MENTION = `\\[${HANDLE_MENTION}\\]\\([^()\\s]*+\\)`;

const MEMBER = `(?:${PLACEHOLDER}|${HANDLE_MENTION}|${LINKED_MENTION})`;
const JOIN = '(?:[ \\t]*+(?:,[ \\t]*+and|[,&/+]|(?<=[ \\t])and)[ \\t]*+|[ \\t]++)';
const GROUP = `${MEMBER}(?:${JOIN}${MEMBER})*+`;

/** Words after which a bare trailing mention is the object of the sentence, not the owner of the task. */
const NOT_OWNED_AFTER = 'for to with from by of at via ask tell notify ping cc thank thanks'
  .split(' ')
  .map((word) => `\\b[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${word.slice(1)}[ \\t]`)
  .join('|');

/** The keys of the tokens whose value is of one of these kinds, as an alternation. */
const keysOf = (...kinds: TokenValueKind[]): string =>
  Object.entries(tokenKinds)
    .flatMap(([key, { value }]) => (kinds.includes(value) ? [key] : []))
    .join('|');
const ANY_KEY = Object.keys(tokenKinds).join('|');
/** A token starts a word. */
const WORD_START = '(?<![\\p{L}\\p{N}_@/.\\-])';
/** A value runs to the next space; punctuation that closes the sentence is not part of it. */
const CLOSING = `.,;:!?…)\\]}_~'’`;
const VALUE = `(?:[${CLOSING}]*[^\\s"<>\`|*${CLOSING}])++`;
const VALUE_END = `(?=[${CLOSING}]*+(?:[\\s"<>\`|*]|$))`;
const DATE = '(?:\\d{4}-\\d{2}-\\d{2}|T(?:[+\\-]\\d++(?:bd|d|w))?)';
const DURATION = '[1-9]\\d{0,3}(?:min|bh|bd|h|d|w)';
const INTERVAL =
  '(?:day|weekday|week|2weeks|month|quarter|year|monday|tuesday|wednesday|thursday|friday|saturday|sunday)';
const TAG = '#(?=[^\\s#]*\\p{L})[\\p{L}\\p{M}\\p{Nd}_](?:[/\\-]*[\\p{L}\\p{M}\\p{Nd}_])*+';

/** From here to the end of the line stands nothing but closing marks, tokens, tags, dates, links and comments: at most 99,
 * or each mention of a very long line would be followed by a walk to its end. */
const TASK_END =
  `(?=(?>(?:[\\s()\\[\\]{}.,;:!?*_~"'…]++|${WORD_START}(?:${ANY_KEY}):(?:"[^"]*+"|\\S)\\S*+|${WORD_START}${TAG}|` +
  `\\d{4}-\\d{2}-\\d{2}|https?://\\S++|<!--(?:[^-]|-(?!->))*+-->){0,99})$)`;

const OWNER_LABEL = `(?i:${ownerLabels.map((l) => l.replace(/[()]/g, String.raw`\$&`).replace(' ', String.raw`\s+`)).join('|')})`;
/** In sales a lead is a prospect: the word is a label only before a mention. */
const LEAD_LABEL = '(?i:Leads?)(?=[*_]*+[ \\t]*+:[*_]*+[ \\t]*+@)';

// ── Where ────────────────────────────────────────────────────────────────────────────────────────────────────────

const NEVER = [
  'comment',
  'markup.inline.raw',
  'markup.raw',
  'markup.fenced_code',
  'markup.underline.link',
  'string.other.link.description',
  'meta.embedded',
  'meta.tag',
  'meta.owner-group',
  'meta.mention-group',
  'meta.token',
  'meta.owner-line',
];
const inside = (scope: string, ...butNot: string[]): string =>
  `L:${scope} - (${[...NEVER, ...butNot].join(' | ')})`;

// ── Rules ────────────────────────────────────────────────────────────────────────────────────────────────────────

// Names are chosen by what VS Code's own themes do with them: every one colors an owner, and the default ones keep red,
// which `keyword` would be in the newest, for what is missing.
const OWNER = 'entity.name.type.owner.playbook';
const SECTION_OWNER = 'entity.name.type.owner.section.playbook';
const MENTION = 'variable.other.constant.mention.playbook';
/** `invalid`, because every theme makes it stand out; `unimplemented`, because some add strikes to the others. */
const MISSING = 'invalid.unimplemented.placeholder.playbook';

/** One mention of a group, plain or as the text of a link. Its surroundings are known: nothing before it is checked. */
const member = (scope: string): Pattern[] => [
  { name: scope, match: HANDLE_MENTION },
  {
    match: `(\\[)(${HANDLE_MENTION})(\\]\\()([^()\\s]*+)(\\))`,
    captures: {
      1: { name: 'punctuation.definition.link.title.begin.markdown' },
      2: { name: scope },
      3: { name: 'punctuation.definition.metadata.markdown' },
      4: { name: 'markup.underline.link.markdown' },
      5: { name: 'punctuation.definition.metadata.markdown' },
    },
  },
];
const group = (name: string, scope: string): Pattern => ({
  name,
  patterns: [...include('#placeholder'), ...member(scope)],
});
const OWNER_GROUP = group('meta.owner-group.playbook', OWNER);
const SECTION_GROUP = group('meta.owner-group.section.playbook', SECTION_OWNER);
const MENTION_GROUP = group('meta.mention-group.playbook', MENTION);

/** A mention group anywhere in a task or heading: 1 and 2 own, 3 does not. A lone handle, by far the commonest, is
 * named without a second look, which would copy the line. */
const groups = (owner: string, ownerGroup: Pattern): Pattern => ({
  match:
    `${BEFORE}(?:(?<!${NOT_OWNED_AFTER})(?:(${HANDLE_MENTION})${TASK_END}|(${GROUP})${TASK_END})|` +
    `(${HANDLE_MENTION})(?!${JOIN}[@\\[])|(${GROUP}))`,
  captures: { 1: { name: owner }, 2: ownerGroup, 3: { name: MENTION }, 4: MENTION_GROUP },
});

/** The value of each kind of token; what fits none of its kind is shown as any other word, and judged by the rules. */
const VALUES: readonly (readonly [keys: string, value: string, capture: Pattern])[] = [
  [keysOf('due'), DATE, { name: 'constant.numeric.date.playbook' }],
  [keysOf('duration'), DURATION, { name: 'constant.numeric.duration.playbook' }],
  [keysOf('interval'), INTERVAL, { name: 'constant.numeric.interval.playbook' }],
  [keysOf('owner'), PLACEHOLDER, { name: MISSING }],
  [keysOf('owner'), HANDLE_MENTION, { name: MENTION }],
  [keysOf('owner'), VALUE, { patterns: include('#placeholder', '#mention') }],
  [keysOf('goal', 'asset', 'id'), VALUE, { name: 'string.unquoted.reference.playbook' }],
  [ANY_KEY, '"[^"\\n]*+"', { name: 'string.quoted.double.playbook' }],
  [ANY_KEY, VALUE, { name: 'string.unquoted.value.playbook' }],
];
/** One pattern for all tokens: each further pattern is one more search of the rest of the line. */
const TOKEN: Pattern = {
  name: 'meta.token.playbook',
  match:
    `${WORD_START}(${ANY_KEY})(:)(?:` +
    VALUES.map(([keys, value]) => `(?<=${keys.replaceAll('|', ':|')}:)(${value})${VALUE_END}`).join('|') +
    ')',
  captures: {
    1: { name: 'storage.modifier.token.playbook' },
    2: { name: 'punctuation.separator.key-value.playbook' },
    ...Object.fromEntries(VALUES.map(([, , capture], index) => [index + 3, capture])),
  },
};

/** What may stand in a box, by whether the task is still to be done. */
const OPEN = ' />?!*<';
const CLOSED = 'xX✓✔☑✅~\\-';

/** A box with nothing but a label and its value is an owner line, such as `- [ ] Owner: Maria`. */
const OWNER_BOX = `[ \\t]+[*_]*+${OWNER_LABEL}[*_]*+[ \\t]*+:(?:(?! [-–] )[^—|<:])*+$`;

const task = (state: 'open' | 'done', mark: string, box: string): Pattern => ({
  name: `meta.task.${state}.playbook`,
  // Only right after the list marker: a box further on is text. `\G` comes first, or each line would be searched for it.
  begin: `\\G(?<=[-*+.)][ \\t]) {0,3}(\\[${mark}\\x{FE0F}?\\])(?=[ \\t])(?!${OWNER_BOX})`,
  beginCaptures: { 1: { name: box } },
  // A task is its first paragraph: until a blank line, a new item or another block.
  while:
    '(^|\\G)(?!\\s*$|[ \\t]*(?:[-*+]|\\d{1,9}[.)])(?:[ \\t]|$)|[ \\t]*(?:```|~~~|#{1,6}(?:[ \\t]|$)|>|</?(?!https?:)[A-Za-z!?]|\\|))',
  patterns: [
    ...include('#task-owner-line', '#leading-owner'),
    ...include('text.html.markdown#inline', 'text.html.derivative'),
  ],
});

const ownerLine = (start: string): Pattern => ({
  patterns: [ownerLineIn(start, '[*_]{2,3}', 'markup.bold.markdown '), ownerLineIn(start, '[*_]?', '')],
});
const ownerLineIn = (start: string, marks: string, bold: string): Pattern => ({
  name: 'meta.owner-line.playbook',
  begin: `${start}(${marks})(${OWNER_LABEL}|${LEAD_LABEL})[ \\t]*+(?:(:)[ \\t]*+(\\1)|(\\1)[ \\t]*+(:)|(:))`,
  beginCaptures: {
    1: { name: `${bold}punctuation.definition.bold.markdown` },
    2: { name: `${bold}storage.modifier.owner-label.playbook` },
    3: { name: 'punctuation.separator.key-value.playbook' },
    4: { name: `${bold}punctuation.definition.bold.markdown` },
    5: { name: `${bold}punctuation.definition.bold.markdown` },
    6: { name: 'punctuation.separator.key-value.playbook' },
    7: { name: 'punctuation.separator.key-value.playbook' },
  },
  end: '$',
  patterns: [
    ...include('#placeholder', '#token', '#url'),
    ...member(OWNER),
    ...include('text.html.markdown#raw', 'text.html.markdown#link-inline', 'text.html.derivative'),
    {
      name: MISSING,
      match: '(?<=[:*_][ \\t])[ \\t]*+(?:(?i:TBD|TBC|TBA|N/A)|[-—?])(?=[ \\t]*+$)',
    },
    { match: '\\b(?i:and)\\b|[,&/+*_()]' },
    {
      name: OWNER,
      match: `(?!(?:${ANY_KEY}):)[\\p{L}\\p{Nd}][^\\s,&/+@()\\[\\]<>\`*_:;|]*+(?:[ \\t]++(?!(?:${ANY_KEY}):|(?i:and)\\b)[\\p{L}\\p{Nd}][^\\s,&/+@()\\[\\]<>\`*_:;|]*+)*+`,
    },
  ],
});

const grammar = {
  $schema: 'https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json',
  name: 'Playbook',
  scopeName: 'text.html.markdown.playbook',
  patterns: include('text.html.markdown'),
  injections: {
    [inside('markup.list', 'meta.paragraph', 'meta.task', 'entity.name.section')]: {
      patterns: include('#task'),
    },
    [inside('meta.task', 'string.other.link', 'markup.strikethrough')]: {
      patterns: include('#leading-owner-in-marks', '#token', '#tag', '#url', '#bracket', '#task-mentions'),
    },
    // Who is struck out is not there.
    [inside('meta.task & markup.strikethrough', 'string.other.link')]: {
      patterns: include('#token', '#tag', '#url'),
    },
    [inside('entity.name.section.markdown', 'string.other.link')]: {
      patterns: include('#heading-label', '#token', '#tag', '#url', '#bracket', '#heading-mentions'),
    },
    [inside('meta.paragraph.markdown', 'meta.task')]: {
      patterns: include('#owner-line', '#url', '#bracket', '#placeholder', '#mention'),
    },
    [inside('markup.table.markdown')]: {
      patterns: include('#token', '#url', '#placeholder', '#mention'),
    },
    // The text of a link is read apart from its line, so its end is not the task's. (So is struck-out text; but there
    // it most often is: people strike out whole tasks.)
    [inside('(meta.task, entity.name.section.markdown) & string.other.link.title')]: {
      patterns: include('#token', '#tag', '#placeholder', '#mention'),
    },
    [inside('string.other.link.title', 'meta.task', 'entity.name.section')]: {
      patterns: include('#placeholder', '#mention'),
    },
    'L:comment.block.html': {
      patterns: include('#suppression'),
    },
  },
  repository: {
    'task': {
      patterns: [
        task('open', `[${OPEN}]`, 'constant.language.task.open.playbook'),
        task('done', `[${CLOSED}]`, 'markup.inserted.task.done.playbook'),
      ],
    },
    'leading-owner': {
      // `\G` also holds at the start of a continuation line; the box before it tells the two apart.
      match: `\\G(?<=\\])[ \\t]++(${GROUP})`,
      captures: { 1: OWNER_GROUP },
    },
    'leading-owner-in-marks': {
      match: `(?<=\\[[${OPEN}${CLOSED}]\\] [*(_]|\\[[${OPEN}${CLOSED}]\\] (?:\\*\\*|__))(${GROUP})`,
      captures: { 1: OWNER_GROUP },
    },
    'task-mentions': groups(OWNER, OWNER_GROUP),
    'heading-mentions': groups(SECTION_OWNER, SECTION_GROUP),
    'heading-label': {
      match: `(?<![\\p{L}\\p{Nd}])(${OWNER_LABEL}|(?i:Leads?))(:)(?=[ \\t]*+[@\\[])`,
      captures: {
        1: { name: 'storage.modifier.owner-label.playbook' },
        2: { name: 'punctuation.separator.key-value.playbook' },
      },
    },
    'owner-line': ownerLine('\\G'),
    'task-owner-line': ownerLine('\\G(?<!\\])[ \\t]*+'),
    'placeholder': { name: MISSING, match: `${BEFORE}${PLACEHOLDER}` },
    'mention': { name: MENTION, match: `${BEFORE}${HANDLE_MENTION}` },
    // `[@maria]` is a mention in brackets, which Markdown's grammar would take for a link.
    'bracket': { match: '\\[(?=@[^\\[\\]\\n]*+\\](?![(\\[]))' },
    'token': TOKEN,
    'tag': { name: 'entity.name.tag.playbook', match: `${WORD_START}${TAG}` },
    // No mention in an address. Emphasis marks, brackets and quotes end it here, so that their pairs still close.
    'url': { name: 'markup.underline.link.markdown', match: '\\b(?:https?://|www\\.)[^\\s<>*`"\\])]++' },
    'suppression': {
      begin: '(?<=<!--)\\s*+(playbook-(?:disable-next-line|disable-file|disable|enable))(?=\\s|-->)',
      beginCaptures: { 1: { name: 'keyword.control.suppression.playbook' } },
      end: '(?=-->)',
      patterns: [{ name: 'variable.parameter.rule.playbook', match: '\\b[a-z]++(?:-[a-z]++)++' }],
    },
  },
};

/** The text of the grammar file. */
export function grammarText(): Promise<string> {
  return format(JSON.stringify(grammar), { parser: 'json', printWidth: 110 });
}

if (process.argv[1] === import.meta.filename) {
  const file = path.resolve(import.meta.dirname, '../..', GRAMMAR_PATH);
  const text = await grammarText();
  if (readFileSync(file, { encoding: 'utf8', flag: 'a+' }) !== text) writeFileSync(file, text);
}
