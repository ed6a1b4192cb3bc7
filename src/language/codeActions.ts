import type { Message } from '../text/message.ts';
import { message } from '../text/message.ts';
import { parse } from '../syntax/parse.ts';
import type { Section } from '../syntax/playbook.ts';
import type { LineIndex } from '../text/lineIndex.ts';
import { compareRanges, rangesOverlap, type Range } from '../text/range.ts';
import { applyEdits, type TextEdit } from '../text/textEdit.ts';
import { ownerName } from '../workspace/display.ts';
import { isUnowned } from '../rules/owner-missing.ts';
import type { Problem } from '../rules/rule.ts';
import type { Owner } from '../workspace/rosterTypes.ts';
import type { OwnedTask } from '../workspace/tasks.ts';
import { linesOf, type FileView, type PlaybookView } from '../workspace/fileView.ts';
import { isMention } from '../workspace/parties.ts';
import { assignOwner, assignSection, moveMention } from './assign.ts';
import { ownerCandidates } from './ownerCandidates.ts';

/** One repair on offer. */
export interface CodeAction {
  readonly title: Message;
  readonly edits: readonly TextEdit[];
  /** The problem it repairs. */
  readonly problem: Problem;
  /** The one to take when nothing speaks for another. */
  readonly isPreferred: boolean;
}

export const codeActionTitles = {
  task: { other: 'Assign to {name}', me: 'Assign to Me ({name})' },
  move: 'Move @{handle} to the End',
  section: { other: 'Assign the Section to {name}', me: 'Assign the Section to Me ({name})' },
} as const;

// More would be a list to search through; the palette has a picker for that. Each takes a reading of the task.
const MAX_CANDIDATES = 12;

/**
 * Repairs for the problems that touch a range.
 * @param me the handle of the person at the keyboard, where it is known.
 */
export function codeActions(
  view: FileView,
  problems: readonly Problem[],
  at: Range,
  me: string | undefined,
): CodeAction[] {
  const boxes = new Boxes(view);
  return problems
    .filter((p) => rangesOverlap(p.range, at))
    .flatMap((problem) => [...fixOf(problem, boxes), ...assignments(view, problem, me)]);
}

function fixOf(problem: Problem, boxes: Boxes): CodeAction[] {
  const { fix, rule } = problem;
  const template = fix && rule.fixTitles[fix.title];
  if (!template || (fix.makesTask && !boxes.become(fix.edits))) return [];
  return [{ title: message(template, fix.args), edits: fix.edits, problem, isPreferred: true }];
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

function assignments(view: FileView, problem: Problem, me: string | undefined): CodeAction[] {
  if (view.kind !== 'playbook' || problem.rule.id !== 'owner-missing') return [];
  const tasks = view.tasks.filter(isUnowned);
  // A section with many of them has one problem on its heading.
  const section = tasks.find((t) => isWithin(t.section, problem.range));
  const task = section ?? tasks.find((t) => rangesOverlap(t.words.range, problem.range));
  if (!task) return [];
  const offer = (owner: Owner, isMe: boolean) => assignment(view, task, problem, owner, isMe);
  const mine = me === undefined ? undefined : view.roster.find(me);
  const candidates = ownerCandidates(view, task)
    .filter((c) => c.handle !== mine?.handle)
    .slice(0, MAX_CANDIDATES);
  const actions = candidates.flatMap((owner) => offer(owner, false));
  const toMe = mine ? offer(mine, true) : [];
  const [first, ...rest] = actions;
  const moves = section ? [] : mentionMoves(view, task, problem);
  // Whoever the text names is the likeliest; next comes the person at the keyboard.
  return first && task.words.mentions.length > 0
    ? [first, ...moves, ...toMe, ...rest]
    : [...toMe, ...actions];
}

/** Somebody stands in the middle of the sentence, where nobody owns. */
function mentionMoves(view: PlaybookView, task: OwnedTask, problem: Problem): CodeAction[] {
  if (task.node.kind !== 'task') return [];
  return task.words.mentions
    .filter((m) => isMention(m, view.roster))
    .slice(0, MAX_CANDIDATES)
    .flatMap((mention) => {
      const edits = moveMention(view, task, mention);
      if (!edits) return [];
      const title = message(codeActionTitles.move, { handle: mention.handle });
      return [{ title, edits, problem, isPreferred: false }];
    });
}

/** The section whose heading stands at a range, among a task's own section and the ones around it. */
function headingAt(section: Section, range: Range): Section | undefined {
  for (let s: Section | undefined = section; s; s = s.parent) {
    if (s.heading && compareRanges(s.heading.words.range, range) === 0) return s;
  }
  return undefined;
}

function isWithin(section: Section, range: Range): boolean {
  return headingAt(section, range) !== undefined;
}

function assignment(
  view: PlaybookView,
  task: OwnedTask,
  problem: Problem,
  owner: Owner,
  isMe: boolean,
): CodeAction[] {
  const section = headingAt(task.section, problem.range);
  const edits = section ? assignSection(view, section, owner.handle) : assignOwner(view, task, owner.handle);
  if (!edits) return [];
  // One knows one's own team.
  const name = isMe && owner.kind === 'person' ? (owner.name ?? owner.handle) : ownerName(owner, view.roster);
  const titles = section ? codeActionTitles.section : codeActionTitles.task;
  return [{ title: message(isMe ? titles.me : titles.other, { name }), edits, problem, isPreferred: false }];
}
