import type { Problem } from '../rules/rule.ts';
import { parse } from '../syntax/parse.ts';
import type { LineIndex } from '../text/lineIndex.ts';
import { message, type Message } from '../text/message.ts';
import { rangesOverlap, type Range } from '../text/range.ts';
import { applyEdits, type TextEdit } from '../text/textEdit.ts';
import { linesOf, type FileView, type PlaybookView } from '../workspace/fileView.ts';
import { assignments } from './assignments.ts';
import { gapsAt, type Gap } from './gaps.ts';
import { markTemplate } from './markTemplate.ts';

/** One repair on offer. */
export interface CodeAction {
  readonly title: Message;
  readonly edits: readonly TextEdit[];
  /** The problem it repairs; undefined where nothing is reported, and something can be done all the same. */
  readonly problem: Problem | undefined;
  /** The one to take when nothing speaks for another. */
  readonly isPreferred: boolean;
  /** `template`: takes the problem away and changes nothing. */
  readonly kind: 'fix' | 'assignment' | 'template' | 'silence';
}

export const codeActionTitles = { template: 'This Is a Template' } as const;

/**
 * Repairs for the problems that touch a range, and owners for the task there that has none.
 * @param me the handle of the person at the keyboard, where it is known.
 */
export function codeActions(
  view: FileView,
  problems: readonly Problem[],
  at: Range,
  me: string | undefined,
): CodeAction[] {
  const boxes = new Boxes(view);
  const fixes = problems.filter((p) => rangesOverlap(p.range, at)).flatMap((p) => fixesOf(p, boxes));
  if (view.kind !== 'playbook') return fixes;
  const gaps = gapsAt(view, problems, at);
  const owners = gaps.flatMap((gap) =>
    assignments(view, gap, me).map((a) => ({ ...a, problem: gap.problem, kind: 'assignment' as const })),
  );
  return [
    ...fixes,
    ...owners.map((a, i) => ({ ...a, isPreferred: i === 0 })),
    ...gaps.flatMap((gap) => templateOf(view, gap)),
  ];
}

/** The document is no plan yet. */
function templateOf(view: PlaybookView, gap: Gap): CodeAction[] {
  const edits = gap.kind === 'section' && !gap.section.heading ? markTemplate(view) : undefined;
  if (!edits) return [];
  const title = message(codeActionTitles.template);
  return [{ title, edits, problem: gap.problem, isPreferred: false, kind: 'template' }];
}

function fixesOf(problem: Problem, boxes: Boxes): CodeAction[] {
  const { fix, choices = [], rule } = problem;
  return [...(fix ? [fix] : []), ...choices].flatMap((f) => {
    const template = rule.fixTitles[f.title];
    if (template === undefined || (f.makesTask && !boxes.become(f.edits))) return [];
    return [
      { title: message(template, f.args), edits: f.edits, problem, isPreferred: f === fix, kind: 'fix' },
    ];
  });
}

/** Each costs reading the text; whoever selects a whole page of them mends them in one step. */
const MAX_BOXES = 12;

/** What is offered as a task must read as one afterwards: `2.[ ] x` below a paragraph stays a part of it. */
class Boxes {
  readonly #lines: LineIndex;
  #left = MAX_BOXES;

  constructor(view: FileView) {
    this.#lines = linesOf(view);
  }

  become(edits: readonly TextEdit[]): boolean {
    const line = edits[0]?.range.start.line;
    if (this.#left-- <= 0 || line === undefined) return false;
    const { blocks } = parse(applyEdits(this.#lines.text, edits));
    return blocks.some((b) => b.kind === 'task' && b.range.start.line === line);
  }
}
