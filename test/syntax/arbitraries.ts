/** Random documents for property tests: made of the pieces whose meeting is where a parser goes wrong. */

import fc from '../fastCheck.ts';

/** Long enough for a page, behind which the parser may cut. */
const LONG = 'long '.repeat(320).trim();

const BLOCKS = [
  '- [ ] a',
  '- [x] b @maria',
  '* [X] c',
  '+ [ ] d (@sam) due:T-3d',
  '1. [ ] e',
  '2) [ ] f',
  '- g',
  '- Owner: @lee',
  '-',
  '1.',
  '# H',
  '## I @maria',
  '### J (DRI: @sam) due:T goal:leads',
  '#',
  '#no',
  '####### no',
  '## K ##',
  '===',
  '---',
  '***',
  '___',
  'Owner: @maria',
  '**DRI:** Jane Smith',
  'Lead: @lee',
  'text',
  'More text with @lee in it',
  '| Task | Owner |',
  '| - | - |',
  '|:--|--:|',
  '| Print | @maria |',
  '| a \\| b | Jane, @sam |',
  '| Step | Maria | Sam |',
  '| --- | --- | --- |',
  '| Print | A | R |',
  '| Owner | @maria |',
  '```',
  '``` js',
  '~~~',
  '````',
  '<div>',
  '</div>',
  '<details>',
  '<pre>',
  '</pre>',
  '<script>',
  '</script>',
  '<!--',
  '-->',
  '<!-- playbook-disable-next-line owner-missing -->',
  '<!-- playbook-disable -->',
  '<?php',
  '?>',
  '<![CDATA[',
  ']]>',
  '<!X',
  '[ref]: /url',
  '[ref]:',
  '"title"',
  '[ ] loose',
  '- [] near',
  '-[ ] tight',
  LONG,
  '',
  '',
  '',
  '',
] as const;

const INLINE = [
  '@maria',
  '@sam',
  '@tbd',
  '@____',
  '@<name>',
  '@[x]',
  '@{y}',
  '@2i2c.org',
  '@org/team',
  '@all',
  'due:T',
  'due:2027-01-10',
  'for:@sam,@lee',
  'goal:"more leads"',
  'after:a,b',
  'id:x',
  '#tag',
  '2027-01-10',
  'https://x.example/@a',
  '<https://x.example>',
  'a@b.example',
  '[@lee](https://x.example)',
  '@[Lee Wong](https://x.example)',
  '@[@lee](https://x.example)',
  '[ref][1]',
  '![i](@a)',
  '`@code`',
  '``',
  '`',
  '**',
  '*',
  '_',
  '~~',
  '<br>',
  '<b a="@x">',
  '<!-- c -->',
  '<!--',
  '-->',
  '\\',
  '\\@',
  '|',
  '\\|',
  '(',
  ')',
  '[',
  ']',
  '- ',
  '— ',
  ': ',
  ', ',
  ' and ',
  ' for ',
  '.',
  "'s",
  'word',
  '&nbsp;',
  '\u00a0',
  'é',
  'e\u0301',
  '😀',
  '\ufffd',
  '\u0000',
  '\t',
  ' ',
  '  ',
] as const;

const INDENTS = [
  '',
  '',
  '',
  '',
  ' ',
  '  ',
  '   ',
  '    ',
  '      ',
  '\t',
  '> ',
  '>',
  '> > ',
  '- ',
  '1. ',
  '  > ',
] as const;

const inline = fc.array(fc.constantFrom(...INLINE, ' '), { maxLength: 8 }).map((parts) => parts.join(''));

const line = fc
  .tuple(
    fc.constantFrom(...INDENTS),
    fc.constantFrom(...BLOCKS, '- [ ] ', '- [x] ', ''),
    fc.oneof({ weight: 2, arbitrary: fc.constant('') }, { weight: 1, arbitrary: inline }),
  )
  .map((parts) => parts.join(''));

const frontMatter = fc.constantFrom(
  '',
  '',
  '',
  '',
  '---\ntitle: x\n---\n',
  '---\nowner: @maria\n---\n',
  '---\n- list\n---\n',
  '---\ntitle: x\n',
  '---\npeople: { maria: {} }\ndefault-owner: maria\n---\n',
  '\ufeff',
  '\ufeff---\ntitle: x\n---\n',
);

/** What a page may begin with, so that it matters where the next one begins. */
const page = fc.constantFrom(
  '',
  '',
  '',
  '',
  '',
  `- ${LONG}\n\n`,
  `> ${LONG}\n\n`,
  `- [ ] a\n  - ${LONG}\n\n`,
  `\`\`\`\n${LONG}\n\n`,
);

/** Markdown-like text with LF alone. */
export const markdown = fc
  .tuple(frontMatter, page, fc.array(line, { maxLength: 24 }))
  .map(([head, long, lines]) => head + long + lines.join('\n'));

/** The same, with each kind of line end. */
export const markdownWithAnyLineEnds = fc
  .tuple(markdown, fc.array(fc.constantFrom('\n', '\r\n', '\r'), { minLength: 1, maxLength: 5 }))
  .map(([text, ends]) => {
    let i = 0;
    return text.replaceAll('\n', () => ends[i++ % ends.length] ?? '\n');
  });

const MARKS = Array.from('-*+[] x1.)>#|`~<>!/:@_\\\t\n\r"\'&;');

/** Any text whatever, half surrogates and control characters among it. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((n) => String.fromCharCode(n)), maxLength: 100 }),
  fc.string({ unit: fc.constantFrom(...MARKS), maxLength: 120 }),
);

const PROSE = [
  ...INDENTS,
  ...[
    'text',
    'Lead',
    'owner',
    'DRI',
    ':',
    ' ',
    ' ',
    '- ',
    '* ',
    '12. ',
    '> ',
    '-',
    '--',
    '=',
    '==',
    '#',
    '# ',
    '[',
  ],
  ...[
    ']',
    'x',
    '|',
    '<',
    '`',
    '``',
    '~',
    '~~~',
    '\\',
    '&',
    '_',
    '(',
    ')',
    '/',
    '@maria',
    '[a](b)',
    '<!--',
    '-->',
  ],
  ...['\u00a0', '\ufeff', '\u2028', '\f', '\0', '- '.repeat(50), '>'.repeat(101), '    '.repeat(20)],
];

/** Documents that hold little of ours: signs of it meet by accident only. */
export const prose = fc
  .array(
    fc.tuple(
      fc.array(fc.constantFrom(...PROSE), { maxLength: 3 }).map((parts) => parts.join('')),
      fc.constantFrom('', '', 'words', 'words go on'),
      fc.constantFrom('\n', '\n', '\n\n', '\r\n', '\r'),
    ),
    { maxLength: 8 },
  )
  .map((lines) => lines.flat().join(''));
