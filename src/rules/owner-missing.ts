import type { Section } from '../syntax/playbook.ts';
import type { Range } from '../text/range.ts';
import { joinNames, partyName, shorten } from '../workspace/display.ts';
import type { PlaybookView } from '../workspace/fileView.ts';
import { namesIn } from '../workspace/namesIn.ts';
import { partyOfMention } from '../workspace/parties.ts';
import { isOpen, isOwned, sectionTitle, type Owned, type OwnedTask } from '../workspace/tasks.ts';
import { OwnerBlanks } from './ownerBlanks.ts';
import { lacksOneAccountable } from './raci-accountable.ts';
import type { Finding, Rule, RuleSettings } from './rule.ts';
import { wordsRange } from './taskPlaces.ts';
import { unownedSections, type Apart, type Fold } from './unownedSections.ts';

export const ownerMissing: Rule = {
  id: 'owner-missing',
  severity: 'warning',
  summary: 'A task nobody owns',
  judgesForm: false,
  messages: {
    nobody: 'Nobody owns "{task}". Write who does it at the end, such as {example}.',
    mentioned:
      'Nobody owns "{task}": {names} is mentioned, but not as the owner. Put the owner first or last, such as {example}.',
    mentionedMany:
      'Nobody owns "{task}": {names} are mentioned, but not as owners. Put the owner first or last, such as {example}.',
    named:
      'Nobody owns "{task}": {names} is named, but not as the owner. Write who does it at the end, such as {example}.',
    namedMany:
      'Nobody owns "{task}": {names} are named, but not as owners. Write who does it at the end, such as {example}.',
    waiting:
      'Nobody owns "{task}"; {receivers} is waiting for it. Write who owns it at the end, such as {example}.',
    waitingMany:
      'Nobody owns "{task}"; {receivers} are waiting for it. Write who owns it at the end, such as {example}.',
    blank: 'Nobody owns "{task}": "{text}" waits to be filled in. Write who does it, such as {example}.',
    everyone:
      'Nobody owns "{task}": "{text}" is everyone, and everyone is nobody. Name the one who answers for it, such as {example}.',
    prose: 'Nobody owns "{task}": "{text}" is no name. Write one in its owner column, such as {example}.',
    stranger:
      'Nobody owns "{task}": "{text}" isn\'t in your roster. If that is who does it, add the name to a roster; else write who does it at the end, such as {example}.',
    cell: 'Nobody owns "{task}". Write a name in its owner column.',
    raci: 'Nobody owns "{task}". Write an A in the column of the person who answers for it.',
    section:
      '{unowned} of {open} open tasks under "{section}" have no owner. Write one behind the heading, such as {example}, or one behind each task.',
    document:
      '{unowned} of {open} open tasks of this document have no owner. Write one behind each task or heading, such as {example}. If the file is there to be copied, write template: true at its top.',
  },
  fixTitles: {},
  check(file, report, settings) {
    if (file.kind !== 'playbook') return;
    const folded = new Set<OwnedTask>();
    for (const fold of unownedSections(file, settings.foldUnowned, apart(settings))) {
      for (const task of fold.tasks) folded.add(task);
      report(foldFinding(file, fold, settings));
    }
    const blanks = new OwnerBlanks(file);
    for (const task of file.tasks) {
      if (isReported(task) && !folded.has(task)) report(taskFinding(file, task, blanks));
    }
  },
};

/** Areas count here: a standing responsibility with an empty owner cell is a gap like any other. */
export function isUnowned(task: Pick<OwnedTask, 'kind' | 'done'> & Owned): boolean {
  return !isOwned(task) && (task.kind === 'area' || isOpen(task));
}

/** A row of a RACI chart without an A is one problem, and `raci-accountable` tells of it. */
function isReported(task: OwnedTask): boolean {
  return isUnowned(task) && !lacksOneAccountable(task);
}

function apart({ isSilent, isKnown }: RuleSettings): Apart {
  const { id } = ownerMissing;
  return {
    task: (task) => lacksOneAccountable(task) || isSilent(id, wordsRange(task)),
    known: (task) => isKnown(id, { range: wordsRange(task) }),
    section: ({ heading }) => heading !== undefined && isSilent(id, heading.words.range),
  };
}

function foldFinding(
  file: PlaybookView,
  { section, tasks, unowned, open }: Fold,
  settings: RuleSettings,
): Finding {
  const args = { unowned, open, example: example(file) };
  const { heading } = section;
  if (!heading) return { message: 'document', args, range: documentRange(file, tasks, settings) };
  return {
    message: 'section',
    args: { ...args, section: shorten(sectionTitle(section)) },
    range: heading.words.range,
  };
}

/** The document is told of at its first heading, unless that is a section with a comment of its own. */
function documentRange(
  { playbook }: PlaybookView,
  [first]: readonly OwnedTask[],
  settings: RuleSettings,
): Range {
  for (const block of playbook.blocks) {
    if (block.kind !== 'heading') continue;
    const { range } = block.words;
    if (!settings.isSilent(ownerMissing.id, range)) return range;
  }
  return first ? wordsRange(first) : playbook.lines.rangeAt(0, 0);
}

/**
 * The tasks that a problem of this rule tells of as one, and the section to own them.
 * @returns undefined for a problem of a single task
 */
export function foldedTasks(
  { playbook, tasks }: PlaybookView,
  { message, range }: Pick<Finding, 'message' | 'range'>,
): { readonly tasks: readonly OwnedTask[]; readonly section: Section } | undefined {
  const { root } = playbook;
  const section = message === 'document' ? root : message === 'section' ? sectionAt(root, range) : undefined;
  if (!section) return undefined;
  const { startLine, endLine } = section;
  const isIn = ({ node }: OwnedTask) =>
    section === root || (startLine <= node.range.start.line && node.range.start.line < endLine);
  return { section, tasks: tasks.filter((t) => isReported(t) && isOpen(t) && isIn(t)) };
}

function sectionAt(root: Section, { start }: Range): Section | undefined {
  for (let section: Section | undefined = root; section;) {
    if (section.heading?.words.range.start.line === start.line) return section;
    section = section.children.find((s) => s.startLine <= start.line && start.line < s.endLine);
  }
  return undefined;
}

function taskFinding(file: PlaybookView, task: OwnedTask, blanks: OwnerBlanks): Finding {
  const { roster } = file;
  const range = wordsRange(task);
  const args = { task: shorten(task.text), example: example(file) };
  const blank = blanks.of(task);
  if (blank) return { message: blank.kind, args: { ...args, text: shorten(blank.text) }, range };
  if (task.table) return { message: task.table.rowKind === 'raci' ? 'raci' : 'cell', args, range };
  if (task.receivers.length > 0) {
    const receivers = task.receivers.map((p) => partyName(p, roster));
    return {
      message: receivers.length > 1 ? 'waitingMany' : 'waiting',
      args: { ...args, receivers: joinNames(receivers) },
      range,
    };
  }
  const found = namesIn(task, file);
  if (found.length === 0) return { message: 'nobody', args, range };
  const names = [...new Set(found.map((m) => partyName(partyOfMention(m, roster), roster)))];
  const how = found.some((m) => file.playbook.lines.slice(m.range).includes('@')) ? 'mentioned' : 'named';
  return {
    message: names.length > 1 ? `${how}Many` : how,
    args: { ...args, names: joinNames(names) },
    range,
  };
}

/** Somebody real, so that the sentence shows what to type. */
function example({ roster }: PlaybookView): string {
  const person = roster.people.values().next().value;
  return `@${person?.handle ?? 'maria'}`;
}
