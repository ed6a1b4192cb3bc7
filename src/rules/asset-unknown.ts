import type { Rule } from './rule.ts';
import { reportUnknownIds } from './unknownIds.ts';

export const assetUnknown: Rule = {
  id: 'asset-unknown',
  severity: 'warning',
  summary: 'A brochure, slide show or other asset that no roster knows',
  judgesForm: false,
  messages: {
    unknown: 'No roster knows the asset "{id}". Add {id} under "assets:" in a roster, or name another asset.',
    near: 'No roster knows the asset "{id}". Did you mean "{suggestion}"?',
  },
  fixTitles: {
    change: 'Change to {text}',
  },
  check(file, report) {
    if (file.kind === 'playbook') reportUnknownIds(file, ['makes', 'uses'], 'asset', true, report);
  },
};
