import type { TokenKey } from './playbook.ts';

/** What the value of a token is, and whether a comma parts several. */
export const tokenKinds: Readonly<Record<TokenKey, { many: boolean; value: TokenValueKind }>> = {
  due: { many: false, value: 'due' },
  for: { many: true, value: 'owner' },
  sla: { many: false, value: 'duration' },
  goal: { many: true, value: 'goal' },
  makes: { many: true, value: 'asset' },
  uses: { many: true, value: 'asset' },
  id: { many: false, value: 'id' },
  after: { many: true, value: 'id' },
  help: { many: true, value: 'owner' },
  consult: { many: true, value: 'owner' },
  inform: { many: true, value: 'owner' },
  every: { many: false, value: 'interval' },
};

export type TokenValueKind = 'due' | 'owner' | 'duration' | 'goal' | 'asset' | 'id' | 'interval';

const DURATION = /^[1-9]\d{0,3}(?:min|h|bh|d|bd|w)$/;
/** Every value that `every:` takes. */
export const intervals: readonly string[] = [
  ...['day', 'weekday', 'week', '2weeks', 'month', 'quarter', 'year'],
  ...['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
];

/** True for `30min`, `24h`, `8bh`, `2d`, `2bd`, `1w`. */
export function isDuration(text: string): boolean {
  return DURATION.test(text);
}

/** True for `day`, `weekday`, `week`, `2weeks`, `month`, `quarter`, `year` and the seven days. */
export function isInterval(text: string): boolean {
  return intervals.includes(text);
}

export function isTokenKey(text: string): text is TokenKey {
  return Object.hasOwn(tokenKinds, text);
}
