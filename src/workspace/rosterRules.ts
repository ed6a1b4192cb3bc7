/** Reads the section `rules:` of a roster or front matter: how severe each rule is there. */

import { shorten } from '../syntax/yamlFlaw.ts';
import type { YamlEntry } from '../syntax/yamlTree.ts';
import type { Located, Severity } from './rosterTypes.ts';
import type { ValueReader } from './rosterValues.ts';
import { misspelled, nearest, onlySpelling } from './spelling.ts';

/** From silent to loud. */
export const severities: readonly Severity[] = ['off', 'hint', 'information', 'warning', 'error'];
/** What other tools call the same, so that the message can name ours. */
const SEVERITY_WORDS: Readonly<Record<string, Severity>> = {
  warn: 'warning',
  info: 'information',
  err: 'error',
  false: 'off',
  none: 'off',
  ignore: 'off',
};

const NO_RULES: ReadonlyMap<string, never> = new Map<string, never>();

/**
 * The severity of each rule that the section names; unknown rules are reported and left out.
 * @param ruleIds what it may name
 */
export function readRules(
  values: ValueReader,
  section: YamlEntry | undefined,
  ruleIds: readonly string[],
): ReadonlyMap<string, Located<Severity>> {
  if (!section || values.isEmpty(section)) return NO_RULES;
  if (section.value.kind !== 'map') {
    values.wrongKind('notEntries', section, 'rule');
    return NO_RULES;
  }
  const found = new Map<string, Located<Severity>>();
  for (const entry of section.value.entries) {
    if (!ruleIds.includes(entry.key)) {
      reportUnknownRule(values, entry, ruleIds);
      continue;
    }
    if (found.has(entry.key)) continue;
    const severity = readSeverity(values, entry);
    if (severity) found.set(entry.key, severity);
  }
  return found;
}

function reportUnknownRule(
  values: ValueReader,
  { key, keyRange }: YamlEntry,
  ruleIds: readonly string[],
): void {
  const [suggestion] = nearest(key, ruleIds, 1);
  if (suggestion === undefined) {
    values.report('unknownRule', keyRange, { rule: shorten(key) });
    return;
  }
  const edits = [{ range: keyRange, newText: suggestion }];
  // What goes on behind a rule's id may say something, and would be lost.
  const isSafe = onlySpelling(key, ruleIds) !== undefined;
  const fix = { title: 'rename', args: { text: suggestion }, edits, isSafe } as const;
  values.report('unknownRuleSuggestion', keyRange, { rule: shorten(key), suggestion }, { fix });
}

function readSeverity(values: ValueReader, entry: YamlEntry): Located<Severity> | undefined {
  const scalar = values.scalar(entry, 'unknownSeverity');
  if (!scalar) return undefined;
  const value = severities.find((s) => s === scalar.text);
  if (value) return { value, range: scalar.range };
  const word = scalar.text.toLowerCase();
  const suggestion =
    SEVERITY_WORDS[word] ?? misspelled(word, severities) ?? severities.find((s) => s === word);
  const edits = [{ range: scalar.range, newText: suggestion ?? '' }];
  const fix = suggestion && ({ title: 'rename', args: { text: suggestion }, edits } as const);
  values.report('unknownSeverity', scalar.range, { text: shorten(scalar.text) }, fix ? { fix } : {});
  return undefined;
}
