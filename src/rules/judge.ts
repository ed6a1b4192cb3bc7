import { localDay } from '../text/localDay.ts';
import { compareRanges } from '../text/range.ts';
import type { Place, Severity } from '../workspace/rosterTypes.ts';
import type { RuleId } from '../workspace/ruleIds.ts';
import type { WorkspaceFacts } from '../workspace/workspaceFacts.ts';
import { linesOf, type FileView } from '../workspace/fileView.ts';
import { allRules } from './all.ts';
import type { Known } from './known.ts';
import type { Finding, Problem, Rule, RuleSettings } from './rule.ts';
import { Suppression } from './suppression.ts';

const DEFAULT_FOLD = 10;

export interface JudgeOptions {
  /** Severities of one's own, weaker than those in rosters and front matter. */
  readonly severities?: ReadonlyMap<string, Severity>;
  /** Weaker than `fold-unowned` in rosters and front matter. */
  readonly foldUnowned?: number;
  /** Calendar day `YYYY-MM-DD`; otherwise that of this moment. */
  readonly today?: string;
  /** Severities that nothing overrides: those of the command line. */
  readonly forced?: ReadonlyMap<string, Severity>;
  /** What all playbooks say together; without it, rules that ask for that are not run. */
  readonly facts?: () => WorkspaceFacts;
  /** Whether there is a file that a roster names (`RuleSettings.hasFile`); without it, nothing is known of files. */
  readonly hasFile?: (place: Place, file: string) => boolean | undefined;
  /** What is known from before, and is left out. */
  readonly known?: Known;
  /** Called when a rule throws; its problems are left out, those of the others stay. */
  readonly onError?: (rule: Rule, error: unknown) => void;
}

/** All problems of a file, in source order. The editor and the command line both ask here. */
export function judge(file: FileView, options: JudgeOptions = {}): Problem[] {
  const suppression = new Suppression(
    file.kind === 'playbook' ? file.playbook.directives : [],
    linesOf(file),
  );
  const ran = new Set<RuleId>();
  /** Questions about files so far that nobody could answer. */
  let unanswered = 0;
  const settings: RuleSettings = {
    foldUnowned: file.roster.foldUnowned ?? options.foldUnowned ?? DEFAULT_FOLD,
    today: options.today ?? localDay(),
    suppressions: suppression.uses,
    facts: options.facts ?? unknownFacts,
    hasFile: (place, path) => {
      const isThere = options.hasFile?.(place, path);
      if (isThere === undefined) unanswered++;
      return isThere;
    },
    hasJudged: (id) =>
      id === undefined
        ? allRules.every((r) => r.severity === 'off' || ran.has(r.id))
        : (ran as ReadonlySet<string>).has(id),
    isSilent: (rule, range) => suppression.silences(rule, range),
    isKnown: (rule, spot) => options.known?.has(rule, spot) ?? false,
  };
  const problems: Problem[] = [];
  for (const rule of allRules) {
    const severity = severityOf(rule, file, options);
    if (severity === 'off' || !asksOf(rule, file, options)) continue;
    ran.add(rule.id);
    const before = unanswered;
    try {
      const report = (finding: Finding) => {
        // A comment goes first: it says why, and would be of no use otherwise.
        if (suppression.covers(rule.id, finding.range) || options.known?.take(rule.id, finding)) return;
        problems.push({ ...finding, rule, severity });
      };
      rule.check(file, report, settings);
      // What it does not find now it may find later.
      if (unanswered > before) ran.delete(rule.id);
    } catch (error) {
      ran.delete(rule.id);
      if (!options.onError) throw error;
      options.onError(rule, error);
    }
  }
  return problems.sort((a, b) => compareRanges(a.range, b.range));
}

/** Whether a rule is run over a file: what it does not find there may be there all the same when it is not. */
export function isRun(id: string, file: FileView, options: JudgeOptions): boolean {
  const rule = allRules.find((r) => r.id === id);
  return rule !== undefined && severityOf(rule, file, options) !== 'off' && asksOf(rule, file, options);
}

function asksOf(rule: Rule, file: FileView, { facts }: JudgeOptions): boolean {
  if (file.roster.template && !rule.judgesForm) return false;
  return !rule.asksWorkspace || facts !== undefined;
}

function unknownFacts(): never {
  throw new Error('Only a rule that asks for the workspace is told about it');
}

function severityOf(rule: Rule, file: FileView, { severities, forced }: JudgeOptions): Severity {
  return (
    forced?.get(rule.id) ??
    file.roster.ruleSeverities.get(rule.id) ??
    severities?.get(rule.id) ??
    rule.severity
  );
}
