import { parse } from '../syntax/parse.ts';
import { message, type Message, type MessageArgs } from '../text/message.ts';
import type { Section } from '../syntax/playbook.ts';
import type { LineIndex } from '../text/lineIndex.ts';
import { rangesOverlap, type Range } from '../text/range.ts';
import { applyEdits, type TextEdit } from '../text/textEdit.ts';
import { ownerName } from '../workspace/display.ts';
import { foldedTasks, isUnowned } from '../rules/owner-missing.ts';
import type { Problem } from '../rules/rule.ts';
import type { Owner } from '../workspace/rosterTypes.ts';
import type { OwnedTask } from '../workspace/tasks.ts';
import { linesOf, type FileView, type PlaybookView } from '../workspace/fileView.ts';
import { namesIn } from '../workspace/namesIn.ts';
import { claimOfHeading, isMention } from '../workspace/parties.ts';
import { assignOwner, assignOwners, assignSection, moveMention } from './assign.ts';
import { markTemplate } from './markTemplate.ts';
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
  those: { other: 'Assign the {count} Tasks to {name}', me: 'Assign the {count} Tasks to Me ({name})' },
  template: 'This Is a Template',
} as const;

// More would be a list to search through; the palette has a picker for that. Each takes a reading of the task.
const MAX_CANDIDATES = 12;
/** Each of them costs a look at every task. */
const MAX_FOR_MANY = 3;
const MANY = 200;

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
    .flatMap((problem) => [...fixesOf(problem, boxes), ...assignments(view, problem, me)]);
}

function fixesOf(problem: Problem, boxes: Boxes): CodeAction[] {
  const { fix, choices = [], rule } = problem;
  return [...(fix ? [fix] : []), ...choices].flatMap((f) => {
    const template = rule.fixTitles[f.title];
    if (template === undefined || (f.makesTask && !boxes.become(f.edits))) return [];
    return [{ title: message(template, f.args), edits: f.edits, problem, isPreferred: f === fix }];
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

function assignments(view: FileView, problem: Problem, me: string | undefined): CodeAction[] {
  if (view.kind !== 'playbook' || problem.rule.id !== 'owner-missing') return [];
  const fold = foldedTasks(view, problem);
  if (fold) return foldActions(view, problem, fold, me);
  const task = view.tasks.find((t) => isUnowned(t) && rangesOverlap(t.words.range, problem.range));
  if (!task) return [];
  const [mine, others] = candidates(view, task, me);
  const offer = (owner: Owner, isMe: boolean) =>
    action(codeActionTitles.task, view, problem, owner, isMe, assignOwner(view, task, owner.handle));
  const actions = others.flatMap((owner) => offer(owner, false));
  const toMe = mine ? offer(mine, true) : [];
  const [first, ...rest] = actions;
  const moves = mentionMoves(view, task, problem);
  // Whoever the text names is the likeliest; next comes the person at the keyboard.
  return first && namesIn(task, view).length > 0
    ? [first, ...moves, ...toMe, ...rest]
    : [...toMe, ...actions];
}

/** The person at the keyboard, and who else may own a task. */
function candidates(
  view: PlaybookView,
  task: OwnedTask,
  me: string | undefined,
): readonly [mine: Owner | undefined, others: readonly Owner[]] {
  const mine = me === undefined ? undefined : view.roster.find(me);
  const others = ownerCandidates(view, task).filter((c) => c.handle !== mine?.handle);
  return [mine, others.slice(0, MAX_CANDIDATES)];
}

/** Many tasks have one problem: their section gets an owner, or each of them; or the document is no plan yet. */
function foldActions(
  view: PlaybookView,
  problem: Problem,
  { section, tasks }: NonNullable<ReturnType<typeof foldedTasks>>,
  me: string | undefined,
): CodeAction[] {
  const [first] = tasks;
  if (!first) return [];
  const [mine, others] = candidates(view, first, me);
  const all = [...(mine ? [mine] : []), ...others];
  const whole = ownableSection(view, section);
  const { section: ofSection, those } = codeActionTitles;
  const template = section.heading ? undefined : markTemplate(view);
  return [
    ...all.flatMap((owner) => {
      const edits = whole && assignSection(view, whole, owner.handle);
      return action(ofSection, view, problem, owner, owner === mine, edits);
    }),
    ...all.slice(0, tasks.length > MANY ? 0 : MAX_FOR_MANY).flatMap((owner) => {
      const edits = assignOwners(view, tasks, owner.handle);
      const args = { count: edits.length };
      return action(
        those,
        view,
        problem,
        owner,
        owner === mine,
        edits.length > 0 ? edits.flat() : undefined,
        args,
      );
    }),
    ...(template
      ? [{ title: message(codeActionTitles.template), edits: template, problem, isPreferred: false }]
      : []),
  ];
}

/** The section by whose heading all of its tasks get an owner; where that names one, its gaps say otherwise themselves. */
function ownableSection({ roster }: PlaybookView, section: Section): Section | undefined {
  const [only, other] = section.children;
  // A document under one title is that title's.
  const titled = section.heading ? section : section.items.length === 0 && !other ? only : undefined;
  const claim = titled?.heading && claimOfHeading(titled.heading, roster);
  return claim && claim.owners.length > 0 ? undefined : titled;
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

function action(
  titles: { readonly other: string; readonly me: string },
  view: PlaybookView,
  problem: Problem,
  owner: Owner,
  isMe: boolean,
  edits: readonly TextEdit[] | undefined,
  args: MessageArgs = {},
): CodeAction[] {
  if (!edits) return [];
  // One knows one's own team.
  const name = isMe && owner.kind === 'person' ? (owner.name ?? owner.handle) : ownerName(owner, view.roster);
  return [
    {
      title: message(isMe ? titles.me : titles.other, { ...args, name }),
      edits,
      problem,
      isPreferred: false,
    },
  ];
}
