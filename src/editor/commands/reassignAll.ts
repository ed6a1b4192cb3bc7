import * as vscode from 'vscode';
import { handOverAll } from '../../language/handOver.ts';
import { handOverRoster } from '../../language/handOverRoster.ts';
import type { HandOvers } from '../../language/handOverReads.ts';
import type { HandOver, HandOverPeople } from '../../language/handOverTypes.ts';
import { findPeople } from '../../language/peopleFound.ts';
import type { TreeNode } from '../../responsibilities/nodes.ts';
import { shorten } from '../../workspace/display.ts';
import { normalizeHandle } from '../../workspace/handles.ts';
import type { Owner } from '../../workspace/rosterTypes.ts';
import { linesOf, type FileView } from '../../workspace/fileView.ts';
import { allViews } from '../allViews.ts';
import type { Documents } from '../documents.ts';
import { applyFileEdits } from '../editTasks.ts';
import { openCounts } from '../openCounts.ts';
import { askForPerson } from '../pickers/people.ts';
import { plainLabel, separator } from '../pickers/quickPick.ts';
import { rosterAt } from '../rosterFile.ts';
import { inSlices } from '../timeSlice.ts';
import { whileReading } from '../inProgress.ts';
import { today } from '../today.ts';
import { placeOf } from './myTasks.ts';

/**
 * `Playbook: Hand Over All Tasks`: asks from whom and to whom, lists everything that would go, and changes
 * what is left ticked.
 */
export function registerReassignAll(documents: Documents): vscode.Disposable {
  return vscode.commands.registerCommand('playbook.reassignAll', async (node?: TreeNode) => {
    await documents.whenReady();
    const uri = placeOf(documents);
    if (!uri) return;
    const people = await askForPeople(documents, uri, personOf(node));
    if (!people) return;
    const files = await whileReading(collect(documents, people));
    const names = { from: nameOf(documents, uri, people.from), to: nameOf(documents, uri, people.to) };
    if (files.length === 0) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('{name} owns nothing that is open.', { name: names.from }),
      );
      return;
    }
    sayWhatStays(files, names.from);
    if (files.every((f) => f.all.length === 0)) return;
    const chosen = await preview(files, names);
    if (!chosen || chosen.size === 0) return;
    await apply(files, chosen, names);
  });
}

/** What goes in one file, computed on a text. */
interface FileHandOver {
  readonly uri: vscode.Uri;
  readonly text: string;
  readonly all: readonly HandOver[];
  /** What cannot be written so that it reads as the other's. */
  readonly refused: readonly HandOver[];
}

/** Whose group of the tree the command was called for. */
function personOf(node: TreeNode | undefined): string | undefined {
  return node?.kind === 'group' && node.of.kind === 'owner' ? node.of.handle : undefined;
}

async function askForPeople(
  documents: Documents,
  uri: vscode.Uri,
  chosen: string | undefined,
): Promise<HandOverPeople | undefined> {
  const handle = chosen ?? (await askWhose(documents, uri));
  if (handle === undefined) return undefined;
  const to = await askForPerson(documents, {
    title: vscode.l10n.t('Hand Over the Tasks of {name}', { name: nameOf(documents, uri, handle) }),
    placeholder: vscode.l10n.t('Who takes them? Choose somebody, or type a new name'),
    uri,
    likely: sameTeam(documents, uri, handle),
    teams: true,
    without: handle,
  });
  return to && 'handle' in to ? { from: handle, to: to.handle } : undefined;
}

async function askWhose(documents: Documents, uri: vscode.Uri): Promise<string | undefined> {
  const roster = rosterAt(documents, uri);
  const day = today();
  const counts = await openCounts(documents);
  const leavers = [...roster.people.values()].filter(
    (p) => p.left !== undefined && p.left <= day && counts.has(normalizeHandle(p.handle)),
  );
  const unlisted = await unlistedOwners(documents);
  const from = await askForPerson(documents, {
    title: vscode.l10n.t('Hand Over All Tasks'),
    placeholder: vscode.l10n.t('Whose tasks go to somebody else?'),
    uri,
    likely: leavers,
    teams: true,
    canAdd: false,
    others: { label: vscode.l10n.t('in no roster'), choices: unlisted },
  });
  if (!from) return undefined;
  return 'handle' in from ? from.handle : from.choice;
}

async function unlistedOwners(documents: Documents) {
  const found = findPeople(await allViews(documents));
  return found
    .filter((f) => f.owns > 0)
    .map((f) => ({
      id: f.name ?? f.handle,
      label: plainLabel(f.name ?? `@${f.handle}`),
      description:
        f.owns === 1 ? vscode.l10n.t('owns 1 task') : vscode.l10n.t('owns {count} tasks', { count: f.owns }),
      icon: 'question',
    }));
}

function sameTeam(documents: Documents, uri: vscode.Uri, handle: string): Owner[] {
  const roster = rosterAt(documents, uri);
  const person = roster.find(handle);
  if (person?.kind !== 'person') return [];
  const teams = roster.personTeams(person);
  return [...roster.people.values()].filter(
    (p) => p.left === undefined && p !== person && roster.personTeams(p).some((t) => teams.includes(t)),
  );
}

function nameOf(documents: Documents, uri: vscode.Uri, handle: string): string {
  const owner = rosterAt(documents, uri).find(handle);
  return owner?.name ?? handle;
}

async function collect(documents: Documents, people: HandOverPeople): Promise<FileHandOver[]> {
  const { index } = documents;
  const files: FileHandOver[] = [];
  for await (const uri of inSlices([...index.playbookUris(), ...index.rosterUris()])) {
    const view = index.view(uri);
    if (!view) continue;
    const { places: all, refused } = inFile(documents, view, people);
    if (all.length + refused.length === 0) continue;
    files.push({ uri: vscode.Uri.parse(uri), text: linesOf(view).text, all, refused });
  }
  return files;
}

function inFile({ index }: Documents, view: FileView, people: HandOverPeople): HandOvers {
  if (view.kind === 'playbook') return handOverAll(view, people);
  const layer = index.rosterLayer(view.uri);
  return { places: layer ? handOverRoster(layer, view.lines, people) : [], refused: [] };
}

function sayWhatStays(files: readonly FileHandOver[], name: string): void {
  const stays = files.flatMap((f) => f.refused);
  const [first] = stays;
  if (!first) return;
  const task = shorten(first.text);
  void vscode.window.showInformationMessage(
    stays.length === 1
      ? vscode.l10n.t('“{task}” stays with {name}: write the new owner yourself.', { task, name })
      : vscode.l10n.t('“{task}” and {count} more stay with {name}: write their new owner yourself.', {
          task,
          name,
          count: stays.length - 1,
        }),
  );
}

interface Item extends vscode.QuickPickItem {
  readonly part?: HandOver;
}

async function preview(
  files: readonly FileHandOver[],
  { from, to }: { from: string; to: string },
): Promise<ReadonlySet<HandOver> | undefined> {
  const items = files
    .filter((f) => f.all.length > 0)
    .flatMap(({ uri, all }): Item[] => [
      separator(vscode.workspace.asRelativePath(uri)),
      ...all.map((part) => ({
        label: plainLabel(shorten(part.text === '' ? from : part.text)),
        description: about(part),
        picked: true,
        part,
      })),
    ]);
  const tasks = files.reduce((n, f) => n + f.all.reduce((m, h) => m + h.tasks, 0), 0);
  const picked = await vscode.window.showQuickPick(items, {
    title:
      tasks === 1
        ? vscode.l10n.t('From {from} to {to}: 1 Open Task', { from, to })
        : vscode.l10n.t('From {from} to {to}: {count} Open Tasks', { from, to, count: tasks }),
    placeHolder: vscode.l10n.t('Untick what should stay, then press Enter'),
    canPickMany: true,
    ignoreFocusOut: true,
  });
  return picked && new Set(picked.flatMap((i) => i.part ?? []));
}

function about({ kind, tasks }: HandOver): string {
  switch (kind) {
    case 'task':
      return vscode.l10n.t('task');
    case 'area':
      return vscode.l10n.t('standing responsibility');
    case 'waiting':
      return vscode.l10n.t('waits for it or takes part in it');
    case 'section':
      return tasks === 1
        ? vscode.l10n.t('heading with 1 open task')
        : vscode.l10n.t('heading with {count} open tasks', { count: tasks });
    case 'document':
      return tasks === 1
        ? vscode.l10n.t('whole playbook, 1 open task')
        : vscode.l10n.t('whole playbook, {count} open tasks', { count: tasks });
    case 'column':
      return tasks === 1
        ? vscode.l10n.t('column of a table, 1 task')
        : vscode.l10n.t('column of a table, {count} tasks', { count: tasks });
    case 'roster':
      return vscode.l10n.t('in the roster');
  }
}

async function apply(
  files: readonly FileHandOver[],
  chosen: ReadonlySet<HandOver>,
  names: HandOverPeople,
): Promise<void> {
  const changes = files.map(({ uri, text, all }) => ({
    uri,
    text,
    edits: all.filter((h) => chosen.has(h)).flatMap((h) => h.edits),
  }));
  if (await applyFileEdits(changes)) {
    const count = [...chosen].reduce((n, h) => n + h.tasks, 0);
    const [from, to] = [plainLabel(names.from), plainLabel(names.to)];
    const said =
      count === 1
        ? vscode.l10n.t('$(check) 1 task handed from {from} to {to}. Undo takes it back.', { from, to })
        : vscode.l10n.t('$(check) {count} tasks handed from {from} to {to}. Undo takes them back.', {
            count,
            from,
            to,
          });
    vscode.window.setStatusBarMessage(said, 10_000);
  }
}
