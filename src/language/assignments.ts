import type { Section } from '../syntax/playbook.ts';
import { message, type Message, type MessageArgs } from '../text/message.ts';
import type { TextEdit } from '../text/textEdit.ts';
import { ownerName } from '../workspace/display.ts';
import type { PlaybookView } from '../workspace/fileView.ts';
import { namesIn } from '../workspace/namesIn.ts';
import { claimOfHeading, isMention } from '../workspace/parties.ts';
import type { Owner } from '../workspace/rosterTypes.ts';
import type { OwnedTask } from '../workspace/tasks.ts';
import { assignOwner, assignOwners, moveMention } from './assign.ts';
import { assignWholeSection, blanksOf, countBlanks, type SectionWithBlanks } from './assignSection.ts';
import type { Gap } from './gaps.ts';
import { ownerCandidates } from './ownerCandidates.ts';

/** Who gets what nobody owns, with the edits that say so. */
export interface Assignment {
  readonly title: Message;
  readonly edits: readonly TextEdit[];
}

/** The same where somebody is yet to be asked for. */
export interface OpenAssignment {
  readonly title: Message;
  readonly who: keyof typeof openTitles.task;
  readonly what: { readonly tasks: readonly OwnedTask[] } | { readonly section: Section };
}

export const assignmentTitles = {
  task: { other: 'Assign to {name}', me: 'Assign to Me ({name})' },
  move: 'Move @{handle} to the End',
  section: { other: 'Assign the Section to {name}', me: 'Assign the Section to Me ({name})' },
  sectionAndBlank: {
    other: 'Assign the Section and 1 Blank in It to {name}',
    me: 'Assign the Section and 1 Blank in It to Me ({name})',
  },
  sectionAndBlanks: {
    other: 'Assign the Section and {count} Blanks in It to {name}',
    me: 'Assign the Section and {count} Blanks in It to Me ({name})',
  },
  those: { other: 'Assign the {count} Tasks to {name}', me: 'Assign the {count} Tasks to Me ({name})' },
} as const;

export const openTitles = {
  task: { somebody: 'Assign to Somebody Else…', me: 'Assign to Me…' },
  section: { somebody: 'Assign the Section to Somebody Else…', me: 'Assign the Section to Me…' },
  those: { somebody: 'Assign the {count} Tasks to Somebody Else…', me: 'Assign the {count} Tasks to Me…' },
} as const;

// More would be a list to search through; the palette has a picker for that. Each takes a reading of the task.
const MAX_CANDIDATES = 12;
/** Each of them costs a look at every task. */
const MAX_FOR_MANY = 3;
const MANY = 200;

/** Who is likely to own a gap. @param me the handle of the person at the keyboard, where it is known */
export function assignments(view: PlaybookView, gap: Gap, me: string | undefined): Assignment[] {
  return gap.kind === 'task' ? ofTask(view, gap.task, me) : ofSection(view, gap, me);
}

/** Beside these: whoever else there is, known or not, and the person at the keyboard where nothing tells who that is. */
export function openAssignments(
  view: PlaybookView,
  gaps: readonly Gap[],
  me: string | undefined,
): OpenAssignment[] {
  const whos = ['somebody', ...(me === undefined ? (['me'] as const) : [])] as const;
  const single = gaps.flatMap((g) => (g.kind === 'task' ? g.task : []));
  const sections = gaps.flatMap((g) => (g.kind === 'section' ? g : []));
  return [
    ...sections.flatMap(({ section, tasks }): OpenAssignment[] => {
      const whole = ownableSection(view, section);
      const args = { count: tasks.length };
      return [
        ...whos.flatMap((who) =>
          whole ? { title: message(openTitles.section[who]), who, what: { section: whole } } : [],
        ),
        ...whos.flatMap((who) =>
          tasks.length > MANY ? [] : { title: message(openTitles.those[who], args), who, what: { tasks } },
        ),
      ];
    }),
    ...whos.flatMap((who) =>
      single.length > 0 ? { title: message(openTitles.task[who]), who, what: { tasks: single } } : [],
    ),
  ];
}

function ofTask(view: PlaybookView, task: OwnedTask, me: string | undefined): Assignment[] {
  const [mine, others] = candidates(view, task, me);
  const offer = (owner: Owner, isMe: boolean) =>
    assignment(assignmentTitles.task, view, owner, isMe, assignOwner(view, task, owner.handle));
  const toOthers = others.flatMap((owner) => offer(owner, false));
  const toMe = mine ? offer(mine, true) : [];
  const [first, ...rest] = toOthers;
  // Whoever the text names is the likeliest; next comes the person at the keyboard.
  return first && namesIn(task, view).length > 0
    ? [first, ...mentionMoves(view, task), ...toMe, ...rest]
    : [...toMe, ...toOthers];
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

/** Many tasks have one problem: their section gets an owner, or each of them. */
function ofSection(
  view: PlaybookView,
  { section, tasks }: Gap & { readonly kind: 'section' },
  me: string | undefined,
): Assignment[] {
  const [first] = tasks;
  if (!first) return [];
  const [mine, others] = candidates(view, first, me);
  const all = [...(mine ? [mine] : []), ...others];
  const whole = ownableSection(view, section);
  const [likeliest] = all;
  const blanks = whole && likeliest && blanksOf(view, whole, likeliest.handle);
  return [
    ...(blanks ? ofWhole(view, blanks, all, mine) : []),
    ...all.slice(0, tasks.length > MANY ? 0 : MAX_FOR_MANY).flatMap((owner) => {
      const edits = assignOwners(view, tasks, owner.handle);
      const args = { count: edits.length };
      const those = edits.length > 0 ? edits.flat() : undefined;
      return assignment(assignmentTitles.those, view, owner, owner === mine, those, args);
    }),
  ];
}

function ofWhole(
  view: PlaybookView,
  blanks: SectionWithBlanks,
  owners: readonly Owner[],
  mine: Owner | undefined,
): Assignment[] {
  const count = countBlanks(blanks);
  const { section, sectionAndBlank, sectionAndBlanks } = assignmentTitles;
  const titles = count === 0 ? section : count === 1 ? sectionAndBlank : sectionAndBlanks;
  return owners.slice(0, count === 0 ? owners.length : MAX_FOR_MANY).flatMap((owner) =>
    assignment(titles, view, owner, owner === mine, assignWholeSection(view, blanks, owner.handle), {
      count,
    }),
  );
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
function mentionMoves(view: PlaybookView, task: OwnedTask): Assignment[] {
  if (task.node.kind !== 'task') return [];
  return task.words.mentions
    .filter((m) => isMention(m, view.roster))
    .slice(0, MAX_CANDIDATES)
    .flatMap((mention) => {
      const edits = moveMention(view, task, mention);
      if (!edits) return [];
      return [{ title: message(assignmentTitles.move, { handle: mention.handle }), edits }];
    });
}

function assignment(
  titles: { readonly other: string; readonly me: string },
  view: PlaybookView,
  owner: Owner,
  isMe: boolean,
  edits: readonly TextEdit[] | undefined,
  args: MessageArgs = {},
): Assignment[] {
  if (!edits) return [];
  // One knows one's own team.
  const name = isMe && owner.kind === 'person' ? (owner.name ?? owner.handle) : ownerName(owner, view.roster);
  return [{ title: message(isMe ? titles.me : titles.other, { ...args, name }), edits }];
}
