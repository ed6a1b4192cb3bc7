import * as vscode from 'vscode';
import { inheritedReason } from '../language/inlayHints.ts';
import { partyName } from '../workspace/display.ts';
import { fileName } from '../workspace/files.ts';
import { isOpen, sectionPath, type OwnedTask } from '../workspace/tasks.ts';
import type { PlaybookView } from '../workspace/workspaceIndex.ts';
import type { Documents } from './documents.ts';
import { goToTask } from './goTo.ts';
import { localize } from './localize.ts';
import { plainLabel } from './pickers/quickPick.ts';
import { TimeSlice } from './timeSlice.ts';
import { dayLabel } from './views/dayLabel.ts';

/** A task in the workspace. */
export interface PlacedTask {
  readonly view: PlaybookView;
  readonly task: OwnedTask;
}

export interface TaskItem extends vscode.QuickPickItem {
  readonly placed?: PlacedTask;
}

/** Open tasks and standing responsibilities of all playbooks that pass, in the order of playbooks and lines. */
export async function openTasks(
  documents: Documents,
  passes: (task: OwnedTask, view: PlaybookView) => boolean = () => true,
): Promise<PlacedTask[]> {
  await documents.whenReady();
  const { index } = documents;
  const found: PlacedTask[] = [];
  const slice = new TimeSlice();
  slice.begin();
  for (const uri of index.playbookUris()) {
    const view = index.playbookView(uri);
    for (const task of view?.tasks ?? []) {
      if (view && (isOpen(task) || task.kind === 'area') && passes(task, view)) found.push({ view, task });
    }
    await slice.pause();
  }
  return found;
}

/** A line of a list: the task, who owns it and why, and below where it stands and when it is due. */
export function taskItem(placed: PlacedTask, today: string): TaskItem {
  const { task } = placed;
  const due = task.due === undefined ? task.dueText?.text : dayLabel(task.due, today);
  const where = [
    ...(due === undefined ? [] : [vscode.l10n.t('due {day}', { day: due })]),
    [titleOf(placed), ...sectionsOf(placed)].join(' › '),
  ];
  return {
    label: plainLabel(task.text),
    description: plainLabel(ownerText(placed)),
    detail: plainLabel(where.join(' · ')),
    iconPath: new vscode.ThemeIcon(
      task.owners.length === 0 ? 'question' : task.kind === 'area' ? 'pinned' : 'circle-outline',
    ),
    placed,
  };
}

/** Who owns a task and why: "Sam Cole (Sales): from the heading …". */
export function ownerText({ task, view }: PlacedTask): string {
  if (task.owners.length === 0) return vscode.l10n.t('nobody');
  const names = task.owners.map((o) => partyName(o, view.roster)).join(', ');
  return task.source === 'task' ? names : `${names} · ${localize(inheritedReason(task))}`;
}

/** `title:` as the front matter says, else the file's name. */
export function titleOf({ view }: PlacedTask): string {
  const title = view.playbook.frontMatter?.root?.entries.find((e) => e.key === 'title')?.value;
  if (title?.kind === 'scalar' && title.text.trim() !== '') return title.text.trim();
  return fileName(vscode.Uri.parse(view.uri).path).replace(/(?:\.playbook)?\.md$/i, '');
}

/** A heading that only repeats the title says nothing. */
function sectionsOf(placed: PlacedTask): string[] {
  const path = sectionPath(placed.task.section);
  return path[0] === titleOf(placed) ? path.slice(1) : path;
}

export async function goToPlaced({ view, task }: PlacedTask): Promise<void> {
  await goToTask(vscode.Uri.parse(view.uri), task);
}
