import type { Directive } from '../syntax/playbook.ts';
import type { LineIndex } from '../text/lineIndex.ts';
import type { Range } from '../text/range.ts';
import type { RuleId } from '../workspace/ruleIds.ts';
import { SpanTree, type Span } from './spanTree.ts';

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
  /** By the rule they name; under undefined those that mean all. */
  readonly #spans: ReadonlyMap<string | undefined, SpanTree>;

  /** @param lines of the text that they stand in */
  constructor(directives: readonly Directive[], lines: LineIndex) {
    const uses: { directive: Directive; silences: readonly RuleSpan[] }[] = [];
    const open = new OpenSpans();
    const started: RuleSpan[] = [];
    for (const directive of directives) {
      if (directive.action === 'unknown') {
        uses.push({ directive, silences: [] });
        continue;
      }
      if (directive.action === 'enable') {
        const { line } = directive.range.start;
        const ended = open.end(directive);
        for (const span of ended) span.to = line;
        uses.push({ directive, silences: ended });
        continue;
      }
      const silences = toSpans(directive, lines);
      for (const span of silences) {
        if (directive.action === 'disable') open.add(span);
        started.push(span);
      }
      uses.push({ directive, silences });
    }
    this.uses = uses;
    const byRule = new Map<string | undefined, RuleSpan[]>();
    for (const span of started) addTo(byRule, span);
    this.#spans = new Map([...byRule].map(([rule, spans]) => [rule, new SpanTree(spans)]));
  }

  /** Whether a finding of a rule is to be silent; whatever silences it counts as used from then on. */
  covers(rule: RuleId, range: Range): boolean {
    const { line } = range.start;
    // Whether what silences everything has some other use is for other rules to say.
    if (rule !== 'suppression-unused') this.#spans.get(undefined)?.use(line);
    this.#spans.get(rule)?.use(line);
    return this.silences(rule, range);
  }

  /** The same, but nothing counts as used for it. */
  silences(rule: RuleId, range: Range): boolean {
    const { line } = range.start;
    const [all, own] = [this.#spans.get(undefined), this.#spans.get(rule)];
    // What silences everything must be of some other use before it may hide that a comment has none.
    const isOfUse = rule === 'suppression-unused';
    return (all?.covers(line, isOfUse) ?? false) || (own?.covers(line, false) ?? false);
  }
}

interface RuleSpan extends Span {
  readonly rule: string | undefined;
  to: number;
}

/** Spans that go on until a comment ends them, by the rule they name. */
class OpenSpans {
  readonly #byRule = new Map<string | undefined, RuleSpan[]>();

  add(span: RuleSpan): void {
    addTo(this.#byRule, span);
  }

  /** Those that a comment ends: naming no rule ends everything, naming some ends those. */
  end({ rules }: Directive): RuleSpan[] {
    const names = rules.length === 0 ? [...this.#byRule.keys()] : [...new Set(rules.map((r) => r.id))];
    const ended = names.flatMap((name) => this.#byRule.get(name) ?? []);
    for (const name of names) this.#byRule.delete(name);
    return ended.sort((a, b) => a.from - b.from);
  }
}

function addTo(byRule: Map<string | undefined, RuleSpan[]>, span: RuleSpan): void {
  const alike = byRule.get(span.rule);
  if (alike) alike.push(span);
  else byRule.set(span.rule, [span]);
}

/** The line that a comment for the next line speaks of: the next one that says anything, as formatters part them. */
export function silencedLine({ range }: Directive, lines: LineIndex): number {
  const next = range.end.line + 1;
  for (let line = next; line < lines.lineCount; line++) if (!BLANK.test(lines.line(line))) return line;
  return next;
}

/** In a block quote a blank line has its mark. */
const BLANK = /^[\s>]*$/;

function toSpans(directive: Directive, text: LineIndex): RuleSpan[] {
  const { action, rules, range } = directive;
  const next = action === 'disable-next-line' ? silencedLine(directive, text) : -1;
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
