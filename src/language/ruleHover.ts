import { allRules } from '../rules/all.ts';
import { message, type Message } from '../text/message.ts';
import type { Position } from '../text/position.ts';
import { rangeContains, type Range } from '../text/range.ts';
import { shownName } from '../workspace/files.ts';
import { severities } from '../workspace/rosterRules.ts';
import type { Severity } from '../workspace/rosterTypes.ts';
import type { FileView, PlaybookView } from '../workspace/fileView.ts';
import type { RuleSetting, WorkspaceIndex } from '../workspace/workspaceIndex.ts';
import { commentDetails, commentMeanings } from './commentTexts.ts';
import type { Hover } from './hover.ts';
import { shapeAt } from './rosterShape.ts';
import { severityMeanings, severityOrigins } from './severityTexts.ts';
import { yamlAround } from './yamlAround.ts';

/**
 * Explains a rule or a severity where it is written: in a roster, in front matter, in a suppression comment.
 * @param personal severities of one's own, weaker than those in files
 */
export function ruleHover(
  view: FileView,
  index: WorkspaceIndex,
  at: Position,
  personal: ReadonlyMap<string, Severity>,
): Hover | undefined {
  const about = (id: string, range: Range) =>
    aboutRule(view, index.ruleSetting(view.uri, id), id, range, personal);
  const yaml = yamlAround(view, at);
  if (!yaml) return view.kind === 'playbook' ? inComment(view, at, about) : undefined;
  // The likeliest place is the only one for a word that has its colon.
  const [place] = yaml.places;
  const shape = place && shapeAt(place.path, yaml.layer);
  if (!place || !rangeContains(place.word, at)) return undefined;
  if (shape?.kind === 'rules') return about(place.text, place.word);
  const severity = shape?.kind === 'severity' && severities.find((s) => s === place.text);
  return severity ? aboutSeverity(severity, shape.rule, place.word) : undefined;
}

function inComment(
  { playbook }: PlaybookView,
  at: Position,
  about: (id: string, range: Range) => Hover | undefined,
): Hover | undefined {
  const directive = playbook.directives.find((d) => rangeContains(d.range, at));
  if (!directive || directive.action === 'unknown') return undefined;
  const named = directive.rules.find((r) => rangeContains(r.range, at));
  if (named) return about(named.id, named.range);
  const { lines } = playbook;
  const title = `playbook-${directive.action}`;
  const start = lines.text.indexOf(title, lines.offsetAt(directive.range.start));
  const range = lines.rangeAt(start, start + title.length);
  if (!rangeContains(range, at)) return undefined;
  const all = directive.rules.length === 0 ? [message(commentDetails.all)] : [];
  return { title, lines: [message(commentMeanings[directive.action]), ...all], range };
}

function aboutRule(
  view: FileView,
  setting: RuleSetting | undefined,
  id: string,
  range: Range,
  personal: ReadonlyMap<string, Severity>,
): Hover | undefined {
  const rule = allRules.find((r) => r.id === id);
  if (!rule) return undefined;
  const own = personal.get(id);
  const here = setting
    ? [origin(view, setting)]
    : own
      ? [message(severityOrigins.personal, { severity: own })]
      : [];
  const normal = message(severityOrigins.normal, { severity: rule.severity });
  return { title: id, lines: [message(rule.summary), normal, ...here], range, rule: rule.id };
}

function origin(view: FileView, { severity, uri, kind }: RuleSetting): Message {
  if (kind === 'frontMatter') return message(severityOrigins.frontMatter, { severity });
  if (uri === view.uri) return message(severityOrigins.thisRoster, { severity });
  return message(severityOrigins.roster, { severity, file: shownName(uri) });
}

function aboutSeverity(severity: Severity, id: string, range: Range): Hover {
  const rule = allRules.find((r) => r.id === id);
  const normal = rule ? [message(severityOrigins.normalFor, { severity: rule.severity, rule: id })] : [];
  return { title: severity, lines: [message(severityMeanings[severity]), ...normal], range };
}
