import type { Rule } from './rule.ts';
import { reportUnknownIds } from './unknownIds.ts';

export const assetUnknown: Rule = {
  id: 'asset-unknown',
  severity: 'warning',
  summary: "A brochure, slide show or other asset that isn't in your roster",
  judgesForm: false,
  messages: {
    unknown:
      'The asset "{id}" isn\'t in your roster. Add {id} under "assets:" in a roster, or name another asset.',
    near: 'The asset "{id}" isn\'t in your roster. Did you mean "{suggestion}"?',
  },
  fixTitles: {
    change: 'Change to {text}',
  },
  check(file, report) {
    if (file.kind === 'playbook') reportUnknownIds(file, ['makes', 'uses'], 'asset', true, report);
  },
};
