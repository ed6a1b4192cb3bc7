import * as vscode from 'vscode';
import { inheritedReason } from '../language/inlayHints.ts';
import { partyName, shortName } from '../workspace/display.ts';
import { absenceOf } from '../responsibilities/concern.ts';
import type { Placed } from '../responsibilities/myTasks.ts';
import { sectionsOf } from '../responsibilities/taskItem.ts';
import type { TaskSummary } from '../workspace/playbookSummary.ts';
import type { Person } from '../workspace/rosterTypes.ts';
import { isOpen } from '../workspace/tasks.ts';
import type { Documents } from './documents.ts';
import { localize } from './localize.ts';
import { plainLabel } from './pickers/quickPick.ts';
import { inSlices } from './timeSlice.ts';
import { dayLabel } from './views/dayLabel.ts';

/** A task in the workspace. */
export type PlacedTask = Placed;

export interface TaskItem extends vscode.QuickPickItem {
  readonly placed?: PlacedTask;
}

/** Open tasks and standing responsibilities of all playbooks that pass, in the order of playbooks and lines. */
export async function openTasks(
  documents: Documents,
  passes: (task: TaskSummary) => boolean = () => true,
): Promise<PlacedTask[]> {
  await documents.whenReady();
  const { index } = documents;
  const found: PlacedTask[] = [];
  for await (const uri of inSlices(index.playbookUris())) {
    const playbook = index.summary(uri);
    for (const task of playbook?.tasks ?? []) {
      if (playbook && (isOpen(task) || task.kind === 'area') && passes(task)) found.push({ playbook, task });
    }
  }
  return found;
}

/** A line of a list: the task, and below it who owns it and why, when it is due and where it stands. */
export function taskItem(placed: PlacedTask, today: string): TaskItem {
  const details = [
    ownerText(placed),
    ...coverText(placed, today),
    ...dueText(placed, today),
    placeText(placed),
  ];
  return itemOf(placed, details);
}

/** The same in a list of one person's tasks, where the owner needs no saying. */
export function ownTaskItem(placed: PlacedTask, today: string): TaskItem {
  const { source, origin } = placed.task;
  const why = source === 'task' ? [] : [localize(inheritedReason(origin))];
  return itemOf(placed, [...coverText(placed, today), ...dueText(placed, today), placeText(placed), ...why]);
}

function itemOf(placed: PlacedTask, details: readonly string[]): TaskItem {
  const { task } = placed;
  const icon = task.owners.length === 0 ? 'question' : task.kind === 'area' ? 'pinned' : 'circle-outline';
  return {
    label: plainLabel(task.text),
    detail: plainLabel(details.join(' · ')),
    iconPath: new vscode.ThemeIcon(icon),
    placed,
  };
}

/** Who owns a task and, unless it is written there, why. */
function ownerText({ task, playbook }: PlacedTask): string {
  if (task.owners.length === 0) return vscode.l10n.t('Nobody owns it');
  const names = task.owners.map((o) => partyName(o, playbook.roster)).join(', ');
  return task.source === 'task' ? names : `${names} · ${localize(inheritedReason(task.origin))}`;
}

/** Who stands in for an owner who is away then. */
function coverText({ task, playbook: { roster } }: PlacedTask, today: string): string[] {
  const people = task.owners.map((o) => o.entry).filter((e): e is Person => e?.kind === 'person');
  return people.flatMap((person) => {
    const cover = absenceOf(person, task, today)?.cover;
    if (cover === undefined) return [];
    const entry = roster.resolve(cover);
    return vscode.l10n.t('{name} stands in', { name: entry ? shortName(entry) : cover });
  });
}

function dueText({ task }: PlacedTask, today: string): string[] {
  const day = task.due === undefined ? task.dueText : dayLabel(task.due, today);
  return day === undefined ? [] : [vscode.l10n.t('due {day}', { day })];
}

function placeText({ task, playbook: { title } }: PlacedTask): string {
  return [title, ...sectionsOf(task, title)].join(' › ');
}
