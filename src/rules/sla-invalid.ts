import { isPlaceholder } from '../syntax/mentions.ts';
import { isDuration } from '../syntax/tokens.ts';
import { shorten } from '../workspace/display.ts';
import type { Rule } from './rule.ts';
import { judgedTokens } from './taskPlaces.ts';

export const slaInvalid: Rule = {
  id: 'sla-invalid',
  severity: 'error',
  summary: 'A promised response time that cannot be read',
  judgesForm: true,
  messages: {
    value:
      '"{text}" is no response time for "{task}". Write a number and one of min, h, bh, d, bd, w, such as sla:24h or sla:2bd.',
    near: '"{text}" is no response time for "{task}". Did you mean sla:{suggestion}?',
  },
  fixTitles: {
    change: 'Change to {text}',
  },
  check(file, report) {
    if (file.kind !== 'playbook') return;
    for (const { token, title } of judgedTokens(file, 'sla')) {
      const [value] = token.values;
      if (!value || isDuration(value.text)) continue;
      // Who copies a template fills in its blanks.
      if (file.roster.template && isPlaceholder(value.text)) continue;
      const text = shorten(value.text);
      const suggestion = suggest(value.text);
      const args = { text, task: shorten(title) };
      report(
        suggestion === undefined
          ? { message: 'value', args, range: value.range }
          : {
              message: 'near',
              args: { ...args, suggestion },
              range: value.range,
              fix: {
                title: 'change',
                args: { text: `sla:${suggestion}` },
                edits: [{ range: value.range, newText: suggestion }],
              },
            },
      );
    }
  },
};

// `m` may be minutes or months, and so is in none of them.
const UNITS: readonly (readonly [string, RegExp])[] = [
  ['min', /^min(?:s|utes?)?$/],
  ['h', /^(?:h|hs|hrs?|hours?)$/],
  ['bh', /^(?:bh|bhs|bhrs?|(?:business|working|work)[- ]?hours?)$/],
  ['d', /^(?:d|ds|days?)$/],
  ['bd', /^(?:bd|bds|bdays?|(?:business|working|work)[- ]?days?)$/],
  ['w', /^(?:w|ws|wks?|weeks?)$/],
];

/** `2days` and `24 H` as the token spells them. */
function suggest(text: string): string | undefined {
  const [, amount = '', unit = ''] = /^0*([1-9]\d{0,3})[ -]?([a-z -]+)$/.exec(text.toLowerCase()) ?? [];
  const short = UNITS.find(([, pattern]) => pattern.test(unit))?.[0];
  return short && `${amount}${short}`;
}
