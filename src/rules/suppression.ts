import type { Directive } from '../syntax/playbook.ts';
import type { Range } from '../text/range.ts';
import type { RuleId } from '../workspace/ruleIds.ts';

/** One rule in a suppression comment, and whether it has silenced anything. */
export interface Silence {
  /** As written, so perhaps no rule at all; undefined where the comment names none and means all. */
  readonly rule: string | undefined;
  readonly isUsed: boolean;
}

/** A suppression comment and what has become of it. */
export interface DirectiveUse {
  readonly directive: Directive;
  /** What it switches off, one for each rule it names; for `enable` what it switches on again. */
  readonly silences: readonly Silence[];
}

/**
 * Which lines of a file are silent for which rules, by its `<!-- playbook-disable … -->` comments. It remembers which
 * of them were of use, so that the others can be reported.
 */
export class Suppression {
  readonly uses: readonly DirectiveUse[];
  readonly #spans: readonly Span[];

  constructor(directives: readonly Directive[]) {
    const uses: { directive: Directive; silences: readonly Span[] }[] = [];
    let open: Span[] = [];
    for (const directive of directives) {
      if (directive.action === 'unknown') {
        uses.push({ directive, silences: [] });
        continue;
      }
      if (directive.action === 'enable') {
        const { line } = directive.range.start;
        const ended = open.filter((s) => isNamed(s, directive));
        for (const span of ended) span.to = line;
        open = open.filter((s) => !ended.includes(s));
        uses.push({ directive, silences: ended });
        continue;
      }
      const silences = toSpans(directive);
      if (directive.action === 'disable') open.push(...silences);
      uses.push({ directive, silences });
    }
    this.uses = uses;
    this.#spans = uses.flatMap((u) => (u.directive.action === 'enable' ? [] : u.silences));
  }

  /** Whether a finding of a rule is to be silent; whatever silences it counts as used from then on. */
  covers(rule: RuleId, range: Range): boolean {
    let isCovered = false;
    for (const span of this.#spans) {
      if (!isOver(span, rule, range)) continue;
      span.isUsed = true;
      isCovered = true;
    }
    return isCovered;
  }

  /** The same, but nothing counts as used for it. */
  silences(rule: RuleId, range: Range): boolean {
    return this.#spans.some((span) => isOver(span, rule, range));
  }
}

interface Span {
  readonly rule: string | undefined;
  /** First and last line. */
  readonly from: number;
  to: number;
  isUsed: boolean;
}

function isOver(span: Span, rule: RuleId, { start: { line } }: Range): boolean {
  if (line < span.from || span.to < line) return false;
  // What silences everything must be of some other use before it may hide that a comment has none.
  return span.rule === undefined ? rule !== 'suppression-unused' || span.isUsed : span.rule === rule;
}

function toSpans({ action, rules, range }: Directive): Span[] {
  const next = range.end.line + 1;
  const lines = {
    'disable-file': { from: 0, to: Infinity },
    'disable-next-line': { from: next, to: next },
    'disable': { from: range.start.line, to: Infinity },
    'enable': { from: 0, to: -1 },
    'unknown': { from: 0, to: -1 },
  }[action];
  const names = rules.length === 0 ? [undefined] : rules.map((r) => r.id);
  return names.map((rule) => ({ rule, ...lines, isUsed: false }));
}

/** Naming no rule ends everything; naming some ends those. */
function isNamed({ rule }: Span, { rules }: Directive): boolean {
  return rules.length === 0 || rules.some((r) => r.id === rule);
}
