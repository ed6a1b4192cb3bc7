import { joinNames, ownerName, shorten } from '../workspace/display.ts';
import { normalizeHandle } from '../workspace/handles.ts';
import { isLooseNeed } from '../workspace/playbookFacts.ts';
import type { PlaybookView } from '../workspace/fileView.ts';
import { entriesOf } from './rosterEntry.ts';
import type { Finding, Rule, RuleSettings } from './rule.ts';
import { tasksWith } from './taskPlaces.ts';
import { writtenToken } from './writtenToken.ts';

export const assetUnmade: Rule = {
  id: 'asset-unmade',
  severity: 'warning',
  summary: 'An asset that a task needs and nobody makes',
  judgesForm: false,
  asksWorkspace: true,
  messages: {
    unmade:
      'A task needs the asset "{asset}", but no task makes it. Write {token} at the task that produces it, or say under "file:" or "url:" where it is.',
    unmadeFor:
      '{teams} needs the asset "{asset}", but no task makes it. Write {token} at the task that produces it, or say under "file:" or "url:" where it is.',
    unmadeForMany:
      '{teams} need the asset "{asset}", but no task makes it. Write {token} at the task that produces it, or say under "file:" or "url:" where it is.',
    loose: '"{task}" needs "{asset}", but no task makes it. Write {token} at the task that produces it.',
  },
  fixTitles: {},
  check(file, report, settings) {
    const { roster } = file;
    for (const asset of entriesOf(file, roster.assets)) {
      if (isSomewhere(asset.file) || isSomewhere(asset.url)) continue;
      const facts = settings.facts();
      if (!facts.isNeeded(asset) || facts.isMade(asset)) continue;
      const teams = [...roster.teams.values()].filter((t) => facts.isUsedBy(asset, t));
      report({
        message: teams.length === 0 ? 'unmade' : teams.length === 1 ? 'unmadeFor' : 'unmadeForMany',
        args: {
          asset: asset.name ?? asset.handle,
          token: writtenToken('makes', asset.handle),
          teams: joinNames(teams.map((t) => ownerName(t, roster))),
        },
        range: asset.place.range,
      });
    }
    if (file.kind === 'playbook' && roster.assets.size === 0) reportLoose(file, report, settings);
  },
};

function isSomewhere(place: string | undefined): boolean {
  return place !== undefined && place !== '';
}

/** What no roster names has no entry to be reported at: then it is the first task that needs it. */
function reportLoose(file: PlaybookView, report: (finding: Finding) => void, { facts }: RuleSettings): void {
  const seen = new Set<string>();
  for (const task of tasksWith(file, 'uses')) {
    for (const { key, values } of task.words.tokens) {
      if (key !== 'uses') continue;
      for (const { text: asset, range } of values) {
        const id = normalizeHandle(asset);
        if (seen.has(id) || !isLooseNeed(asset, task, file.roster)) continue;
        seen.add(id);
        if (facts().isMadeSomewhere(id) || facts().firstToNeed(id) !== file.uri) continue;
        report({
          message: 'loose',
          args: { asset, task: shorten(task.text), token: writtenToken('makes', asset) },
          range,
          subject: id,
        });
      }
    }
  }
}
