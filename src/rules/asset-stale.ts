import { isPlaceholder, saysNobody } from '../syntax/mentions.ts';
import type { Asset } from '../workspace/rosterTypes.ts';
import { entriesOf } from './rosterEntry.ts';
import type { Finding, Rule, RuleSettings } from './rule.ts';

export const assetStale: Rule = {
  id: 'asset-stale',
  severity: 'warning',
  summary: 'An asset that is due for review, or whose file is missing',
  judgesForm: false,
  messages: {
    review:
      'The asset "{asset}" was due for review by {day}. Check that it is still right, then write the next day behind "review-by:".',
    missing:
      'The file of the asset "{asset}" is not there: {file}. Put it there, or write behind "file:" where it is, seen from this file.',
  },
  fixTitles: {},
  check(file, report, settings) {
    for (const asset of entriesOf(file, file.roster.assets)) {
      for (const finding of judge(asset, settings)) report(finding);
    }
  },
};

function* judge(asset: Asset, { today, hasFile }: RuleSettings): Generator<Finding> {
  const { name = asset.handle, reviewBy, file, place } = asset;
  if (reviewBy !== undefined && reviewBy < today) {
    yield { message: 'review', args: { asset: name, day: reviewBy }, range: place.range };
  }
  if (file !== undefined && isPath(file) && hasFile(place, file) === false) {
    yield { message: 'missing', args: { asset: name, file }, range: place.range };
  }
}

/** An address stands in the wrong key, and a placeholder says that there is none yet. */
function isPath(file: string): boolean {
  return file !== '' && !/^[a-z][a-z0-9+.-]+:\/\//i.test(file) && !isPlaceholder(file) && !saysNobody(file);
}
