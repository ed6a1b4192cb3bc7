import type { Severity } from '../workspace/rosterTypes.ts';

/** What each severity means to somebody who reads the Problems list. */
export const severityMeanings = {
  off: 'Not checked',
  hint: 'Hint only: three dots in the text',
  information: 'Information in the Problems view',
  warning: 'Warning in the Problems view',
  error: 'Error in the Problems view',
} as const satisfies Record<Severity, string>;

/** How severe a rule is where nobody says otherwise, and who says otherwise. */
export const severityOrigins = {
  normal: 'Normally {severity}',
  normalHere: 'Normally so',
  normalFor: 'Normally {severity} for {rule}',
  roster: 'Here {severity}, as {file} says',
  thisRoster: 'Here {severity}, as this roster says',
  frontMatter: 'Here {severity}, as the top of this playbook says',
  personal: 'Here {severity}, as your own settings say',
} as const;
