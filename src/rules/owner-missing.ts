import type { Section } from '../syntax/playbook.ts';
import { joinNames, partyName, shorten } from '../workspace/display.ts';
import { isMention, partyOfMention } from '../workspace/parties.ts';
import { isOpen, isOwned, sectionTitle, type Owned, type OwnedTask } from '../workspace/tasks.ts';
import type { PlaybookView } from '../workspace/fileView.ts';
import { lacksOneAccountable } from './raci-accountable.ts';
import type { Finding, Rule, RuleSettings } from './rule.ts';
import { wordsRange } from './taskPlaces.ts';

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
    waiting:
      'Nobody owns "{task}"; {receivers} is waiting for it. Write who owns it at the end, such as {example}.',
    waitingMany:
      'Nobody owns "{task}"; {receivers} are waiting for it. Write who owns it at the end, such as {example}.',
    cell: 'Nobody owns "{task}". Write a name in its owner column.',
    raci: 'Nobody owns "{task}". Write an A in the column of the person who answers for it.',
    section:
      'Nobody owns the {count} open tasks of "{section}". Write an owner behind the heading, such as {example}.',
  },
  fixTitles: {},
  check(file, report, settings) {
    if (file.kind !== 'playbook') return;
    const folded = new Set<OwnedTask>();
    for (const fold of foldedSections(file, settings.foldUnowned)) {
      const finding = foldFinding(file, fold);
      if (isToldOneByOne(fold, finding, settings)) continue;
      for (const task of fold.tasks) folded.add(task);
      report(finding);
    }
    for (const task of file.tasks) {
      if (isReported(task) && !folded.has(task)) report(taskFinding(file, task));
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

/** Right in a section, not below. */
interface OpenTasks {
  readonly unowned: OwnedTask[];
  isAnyOwned: boolean;
}

export interface Fold {
  readonly section: Section;
  readonly tasks: readonly OwnedTask[];
}

/**
 * The sections whose open tasks are all unowned and many. The innermost that has enough of its own folds first; what
 * is left in small sub-sections is counted on the heading above them.
 */
export function foldedSections({ playbook, tasks }: PlaybookView, least: number): Fold[] {
  if (least === 0) return [];
  const bySection = new Map<Section, OpenTasks>();
  let current: { readonly section: Section; readonly open: OpenTasks } | undefined;
  for (const task of tasks) {
    if (!isOpen(task)) continue;
    // Most tasks stand in the section of the one before.
    if (current?.section !== task.section) {
      const open = bySection.get(task.section) ?? { unowned: [], isAnyOwned: false };
      bySection.set(task.section, open);
      current = { section: task.section, open };
    }
    if (isOwned(task)) current.open.isAnyOwned = true;
    else if (isReported(task)) current.open.unowned.push(task);
  }
  const folds: Fold[] = [];
  const visit = (section: Section): { left: OwnedTask[]; allUnowned: boolean } => {
    const own = bySection.get(section);
    const left = own ? [...own.unowned] : [];
    let allUnowned = !own?.isAnyOwned;
    for (const child of section.children) {
      const below = visit(child);
      for (const task of below.left) left.push(task);
      allUnowned &&= below.allUnowned;
    }
    if (!allUnowned || left.length < least || !section.heading) return { left, allUnowned };
    folds.push({ section, tasks: left });
    return { left: [], allUnowned };
  };
  visit(playbook.root);
  return folds;
}

/** Where some of the gaps are known from before, one problem for all of them would bring the known ones up again. */
function isToldOneByOne({ tasks }: Fold, { range }: Finding, settings: RuleSettings): boolean {
  const { id } = ownerMissing;
  if (settings.isSilent(id, range)) return false;
  return (
    tasks.some((t) => settings.isKnown(id, { range: wordsRange(t) })) ||
    tasks.every((t) => settings.isSilent(id, wordsRange(t)))
  );
}

function foldFinding(file: PlaybookView, { section, tasks }: Fold): Finding {
  const title = shorten(sectionTitle(section));
  const range = section.heading?.words.range ?? file.playbook.lines.rangeAt(0, 0);
  return {
    message: 'section',
    args: { count: tasks.length, section: title, example: example(file) },
    range,
  };
}

function taskFinding(file: PlaybookView, task: OwnedTask): Finding {
  const { roster } = file;
  const range = wordsRange(task);
  const args = { task: shorten(task.text), example: example(file) };
  if (task.table) return { message: task.table.rowKind === 'raci' ? 'raci' : 'cell', args, range };
  if (task.receivers.length > 0) {
    const receivers = task.receivers.map((p) => partyName(p, roster));
    return {
      message: receivers.length > 1 ? 'waitingMany' : 'waiting',
      args: { ...args, receivers: joinNames(receivers) },
      range,
    };
  }
  const names = task.words.mentions
    .filter((m) => isMention(m, roster))
    .map((m) => partyName(partyOfMention(m, roster), roster));
  if (names.length === 0) return { message: 'nobody', args, range };
  const unique = [...new Set(names)];
  return {
    message: unique.length > 1 ? 'mentionedMany' : 'mentioned',
    args: { ...args, names: joinNames(unique) },
    range,
  };
}

/** Somebody real, so that the sentence shows what to type. */
function example({ roster }: PlaybookView): string {
  const person = roster.people.values().next().value;
  return `@${person?.handle ?? 'maria'}`;
}
