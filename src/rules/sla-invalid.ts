import { isDuration } from '../syntax/tokens.ts';
import type { Rule } from './rule.ts';
import { reportUnreadable, type TokenReading } from './unreadableTokens.ts';

export const slaInvalid: Rule = {
  id: 'sla-invalid',
  severity: 'error',
  summary: "A promised response time that can't be read",
  judgesForm: true,
  messages: {
    value:
      '"{text}" is not a response time for "{task}". Write a number and one of min, h, bh, d, bd, w, such as sla:24h or sla:2bd.',
    near: '"{text}" is not a response time for "{task}". Did you mean sla:{suggestion}?',
  },
  fixTitles: {
    change: 'Change to {text}',
  },
  check(file, report) {
    if (file.kind !== 'playbook') return;
    reportUnreadable(file, READING, report);
  },
};

const READING: TokenReading = {
  key: 'sla',
  isValid: isDuration,
  suggest,
  messages: { plain: 'value', near: 'near' },
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
  const [, amount = '', unit = ''] = /^0*([1-9]\d{0,3})[ -]?([a-z -]+)$/.exec(text) ?? [];
  const short = UNITS.find(([, pattern]) => pattern.test(unit))?.[0];
  return short && `${amount}${short}`;
}
