import type { Directive } from '../syntax/playbook.ts';
import type { Range } from '../text/range.ts';
import { joinNames } from '../workspace/display.ts';
import { ruleIds } from '../workspace/ruleIds.ts';
import { misspelled, nearest, onlySpelling } from '../workspace/spelling.ts';
import type { PlaybookView } from '../workspace/fileView.ts';
import { removeComment } from './removeComment.ts';
import type { Finding, Rule, RuleSettings } from './rule.ts';
import type { DirectiveUse } from './suppression.ts';

export const suppressionUnused: Rule = {
  id: 'suppression-unused',
  severity: 'information',
  summary: 'A comment that ignores rules, but has nothing to ignore',
  judgesForm: false,
  messages: {
    unused: 'This comment does nothing: there is no problem here. Remove it.',
    unusedRules: 'This comment does nothing: {rules} has no problem here. Remove it.',
    unusedRulesMany: 'This comment does nothing: {rules} have no problem here. Remove it.',
    unusedPart: '{rules} has no problem here. Take it out of this comment.',
    unusedPartMany: '{rules} have no problem here. Take them out of this comment.',
    endsNothing: 'This comment does nothing: no rule above it is turned off. Remove it.',
    unknown: 'There is no rule "{rule}". A comment like this names rules only, such as owner-missing.',
    unknownNear: 'There is no rule "{rule}". Did you mean "{suggestion}"?',
    action: 'There is no comment "{action}". Did you mean "{suggestion}"?',
  },
  fixTitles: {
    remove: 'Remove the Comment',
    removeRules: 'Remove {rules}',
    change: 'Change to {text}',
  },
  check(file, report, settings) {
    if (file.kind !== 'playbook') return;
    for (const use of settings.suppressions) {
      // What is misspelled is put right first; only then can it be of use.
      const wrong = misspellings(use.directive, file);
      if (wrong.length > 0) wrong.forEach(report);
      else if (use.directive.action !== 'unknown') reportUnused(use, file, settings, report);
    }
  },
};

const isRule = (id: string): boolean => (ruleIds as readonly string[]).includes(id);

function misspellings({ action, rules }: Directive, file: PlaybookView): Finding[] {
  const found: Finding[] = [];
  if (action === 'unknown') return rules.flatMap(({ id, range }) => actionFinding(id, range) ?? []);
  /** Words that are near to no rule, side by side: most likely a reason. */
  let words: Range | undefined;
  const flush = () => {
    if (words) {
      const rule = file.playbook.lines.slice(words).replace(/\s+/g, ' ');
      found.push({ message: 'unknown', args: { rule }, range: words });
    }
    words = undefined;
  };
  for (const [i, { id, range }] of rules.entries()) {
    if (isRule(id)) {
      flush();
      continue;
    }
    const near = (i === 0 ? misspelledAction(action, id, range) : undefined) ?? misspelledRule(id, range);
    if (near) {
      flush();
      found.push(near);
    } else words = { start: words?.start ?? range.start, end: range.end };
  }
  flush();
  return found;
}

const ACTIONS = ['disable', 'enable', 'disable-next-line', 'disable-file'];

/**
 * `playbook-disable-nextline` reads as `playbook-disable` and a rule `-nextline`. Its repair is never safe: what it
 * silences depends on it.
 */
function misspelledAction(action: string, id: string, { start, end }: Range): Finding | undefined {
  if (!id.startsWith('-')) return undefined;
  const character = start.character - action.length;
  return actionFinding(action + id, { start: { line: start.line, character }, end });
}

/** Only what is near to one of the actions: `<!-- playbook-notes … -->` may be anything. */
function actionFinding(written: string, range: Range): Finding | undefined {
  const suggestion = /^d.*line$/.test(written) ? 'disable-next-line' : misspelled(written, ACTIONS);
  if (suggestion === undefined) return undefined;
  const args = { action: `playbook-${written}`, suggestion: `playbook-${suggestion}` };
  return { ...change(range, suggestion, false), message: 'action', args };
}

function misspelledRule(id: string, range: Range): Finding | undefined {
  const [suggestion] = nearest(id, ruleIds, 1);
  if (suggestion === undefined) return undefined;
  const isSafe = onlySpelling(id, ruleIds) !== undefined;
  return { ...change(range, suggestion, isSafe), message: 'unknownNear', args: { rule: id, suggestion } };
}

function change(range: Range, newText: string, isSafe: boolean): Pick<Finding, 'range' | 'fix'> {
  const fix = { title: 'change', args: { text: newText }, edits: [{ range, newText }], isSafe };
  return { range, fix };
}

function reportUnused(
  { directive, silences }: DirectiveUse,
  { playbook: { lines } }: PlaybookView,
  { hasJudged }: RuleSettings,
  report: (finding: Finding) => void,
): void {
  // A rule that is off here may be on elsewhere, on the command line for instance, and need the comment.
  const unused = silences.filter((s) => !s.isUsed && s.rule !== 'suppression-unused' && hasJudged(s.rule));
  const { action, range, rules } = directive;
  if (unused.length === silences.length) {
    const names = [...new Set(unused.flatMap((s) => s.rule ?? []))];
    const isEnd = action === 'enable';
    const message = isEnd
      ? 'endsNothing'
      : names.length === 0
        ? 'unused'
        : names.length === 1
          ? 'unusedRules'
          : 'unusedRulesMany';
    const { edit, isSafe } = removeComment(lines, range);
    report({
      message,
      args: { rules: joinNames(names) },
      range,
      fix: { title: 'remove', args: {}, edits: [edit], isSafe },
    });
    return;
  }
  if (unused.length === 0 || action === 'enable') return;
  const names = [...new Set(unused.flatMap((s) => s.rule ?? []))];
  const gone = rules.filter((r) => names.includes(r.id));
  const [first, last, from, to] = [gone[0], gone.at(-1), rules[0], rules.at(-1)];
  if (!first || !last || !from || !to) return;
  const kept = rules.filter((r) => !names.includes(r.id)).map((r) => r.id);
  const edits = [{ range: { start: from.range.start, end: to.range.end }, newText: kept.join(' ') }];
  report({
    message: names.length === 1 ? 'unusedPart' : 'unusedPartMany',
    args: { rules: joinNames(names) },
    range: { start: first.range.start, end: last.range.end },
    fix: { title: 'removeRules', args: { rules: joinNames(names) }, edits, isSafe: true },
  });
}
