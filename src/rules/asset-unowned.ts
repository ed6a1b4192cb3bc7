import { isOnePersonCompany } from '../workspace/staff.ts';
import { entriesOf, hasNoOwner } from './rosterEntry.ts';
import type { Rule } from './rule.ts';

export const assetUnowned: Rule = {
  id: 'asset-unowned',
  severity: 'warning',
  summary: 'An asset nobody owns',
  judgesForm: false,
  messages: {
    unowned:
      'Nobody owns the asset "{asset}", so nobody will notice when it is out of date. Add an owner, such as "owner: {example}".',
  },
  fixTitles: {},
  check(file, report, { today }) {
    const { roster } = file;
    // Where nobody is listed, there is nobody to name; where one person does it all, there is nothing to ask.
    let isSilent: boolean | undefined;
    for (const asset of entriesOf(file, roster.assets)) {
      if (!hasNoOwner(asset, roster)) continue;
      isSilent ??= !roster.seesPeople || isOnePersonCompany(roster, today);
      if (isSilent) return;
      const example = roster.people.values().next().value?.handle ?? 'maria';
      report({
        message: 'unowned',
        args: { asset: asset.name ?? asset.handle, example },
        range: asset.place.range,
      });
    }
  },
};
