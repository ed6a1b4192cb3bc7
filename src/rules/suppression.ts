import type { Directive } from '../syntax/playbook.ts';

/** Which lines of a file are silent for which rules, by its `<!-- playbook-disable … -->` comments. */
export class Suppression {
  readonly #spans: readonly Span[];

  constructor(directives: readonly Directive[]) {
    this.#spans = toSpans(directives);
  }

  covers(rule: string, line: number): boolean {
    return this.#spans.some(
      (s) => s.from <= line && line <= s.to && (s.rules.length === 0 || s.rules.includes(rule)),
    );
  }
}

interface Span {
  /** First and last line. */
  readonly from: number;
  to: number;
  /** None means all. */
  readonly rules: readonly string[];
}

function toSpans(directives: readonly Directive[]): Span[] {
  const spans: Span[] = [];
  let open: Span[] = [];
  for (const { action, rules, range } of directives) {
    const ids = rules.map((r) => r.id);
    const next = range.end.line + 1;
    switch (action) {
      case 'disable-file':
        spans.push({ from: 0, to: Infinity, rules: ids });
        break;
      case 'disable-next-line':
        spans.push({ from: next, to: next, rules: ids });
        break;
      case 'disable': {
        const span: Span = { from: range.start.line, to: Infinity, rules: ids };
        spans.push(span);
        open.push(span);
        break;
      }
      case 'enable':
        // Naming no rule ends everything; naming some ends those that name the same.
        for (const span of open) {
          if (ids.length === 0 || span.rules.some((r) => ids.includes(r))) span.to = range.start.line;
        }
        open = open.filter((s) => s.to === Infinity);
        break;
    }
  }
  return spans;
}
