import { joinNames, shortName } from '../workspace/display.ts';
import { entriesOf } from './rosterEntry.ts';
import type { Rule } from './rule.ts';
import { writtenToken } from './writtenToken.ts';

export const assetUnused: Rule = {
  id: 'asset-unused',
  severity: 'hint',
  summary: 'An asset that the team it was made for does not use',
  judgesForm: false,
  asksWorkspace: true,
  messages: {
    unused:
      'The asset "{asset}" was made for {names}, but no task of theirs uses it. Write {token} at the task that needs it, or ask {names} whether it is of use.',
  },
  fixTitles: {},
  check(file, report, { facts }) {
    const { roster } = file;
    for (const asset of entriesOf(file, roster.assets)) {
      // Whom no roster knows is reported where it is written.
      const wanted = asset.for.flatMap((f) => roster.resolve(f) ?? roster.findByName(f) ?? []);
      if (wanted.length === 0 || wanted.some((owner) => facts().isUsedBy(asset, owner))) continue;
      // Whoever takes the task may be one of them.
      if (facts().isUsedByNobody(asset)) continue;
      report({
        message: 'unused',
        args: {
          asset: asset.name ?? asset.handle,
          names: joinNames(wanted.map(shortName)),
          token: writtenToken('uses', asset.handle),
        },
        range: asset.place.range,
      });
    }
  },
};
