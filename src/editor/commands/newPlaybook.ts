import * as vscode from 'vscode';
import {
  dayTexts,
  fileNameFor,
  fillTemplate,
  roleTexts,
  rolesOf,
  teamOfRole,
  teamTexts,
  templates,
  templateTexts,
  templateTitleTexts,
  type Template,
  type TemplateRole,
  type TemplateTeam,
} from '../../language/templates.ts';
import type { NewEntry } from '../../workspace/newEntry.ts';
import { isUnowned } from '../../rules/owner-missing.ts';
import { message } from '../../text/message.ts';
import { normalizeHandle } from '../../workspace/handles.ts';
import type { Roster } from '../../workspace/roster.ts';
import type { Owner } from '../../workspace/rosterTypes.ts';
import type { Documents } from '../documents.ts';
import { goToTask } from '../goTo.ts';
import { localize } from '../localize.ts';
import type { TeamOfNew } from '../pickers/addPerson.ts';
import { askForDay } from '../pickers/day.ts';
import { askForText } from '../pickers/inputText.ts';
import { askForPerson } from '../pickers/people.ts';
import type { Step } from '../pickers/quickPick.ts';
import { addToRosterFile, exists, rosterAt } from '../rosterFile.ts';

/**
 * `Playbook: New Playbook`: asks for a template, a title, its day and its people, and opens the new file at the first
 * task that nobody owns.
 * @param extension folder of the extension, which holds the templates
 */
export function registerNewPlaybook(documents: Documents, extension: vscode.Uri): vscode.Disposable {
  return vscode.commands.registerCommand('playbook.newPlaybook', async (resource?: unknown) => {
    const folder = resource instanceof vscode.Uri ? resource : await askForFolder();
    if (!folder) return;
    await documents.whenReady();
    const choice = await askForTemplate();
    if (choice) await new Maker(documents, folder, choice.template, extension).run();
  });
}

/** Where new files go: beside the playbook one is in, else the workspace folder. */
export async function askForFolder(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open a folder first: the new file needs a place.'),
    );
    return undefined;
  }
  const current = vscode.window.activeTextEditor?.document.uri;
  if (current && vscode.workspace.getWorkspaceFolder(current)) return vscode.Uri.joinPath(current, '..');
  return folders.length === 1 ? folders[0]?.uri : (await vscode.window.showWorkspaceFolderPick())?.uri;
}

interface TemplateChoice extends vscode.QuickPickItem {
  /** Absent for a blank playbook. */
  readonly template: Template | undefined;
}

async function askForTemplate(): Promise<TemplateChoice | undefined> {
  const items: TemplateChoice[] = templates.map((template) => ({
    label: localize(message(templateTitleTexts[template.text])),
    detail: localize(message(templateTexts[template.text])),
    iconPath: new vscode.ThemeIcon('notebook-template'),
    template,
  }));
  const blank = {
    label: vscode.l10n.t('Blank'),
    detail: vscode.l10n.t('A title and one task'),
    iconPath: new vscode.ThemeIcon('new-file'),
    template: undefined,
  };
  return vscode.window.showQuickPick([...items, blank], {
    title: vscode.l10n.t('New Playbook'),
    placeHolder: vscode.l10n.t('What is it for?'),
    matchOnDetail: true,
  });
}

const BLANK = '---\ntitle: "{{title}}"\n---\n\n# {{title}}\n\n- [ ] ';

/** Asks what a template leaves open, and writes the file. */
class Maker {
  readonly #documents: Documents;
  readonly #folder: vscode.Uri;
  readonly #template: Template | undefined;
  readonly #extension: vscode.Uri;
  /** A file in the folder, which sees the rosters that the new playbook will see. */
  readonly #place: vscode.Uri;
  #step = 0;
  #steps = 0;

  constructor(
    documents: Documents,
    folder: vscode.Uri,
    template: Template | undefined,
    extension: vscode.Uri,
  ) {
    this.#documents = documents;
    this.#folder = folder;
    this.#template = template;
    this.#extension = extension;
    this.#place = vscode.Uri.joinPath(folder, 'new.playbook.md');
  }

  async run(): Promise<void> {
    const text = await this.#text();
    const roles = rolesOf(text);
    const { day } = this.#template ?? {};
    this.#steps = 2 + roles.length + (day ? 1 : 0);
    const title = await this.#askForTitle();
    if (title === undefined) return;
    const tDay = day && (await this.#askForDay(localize(message(dayTexts[day]))));
    if (day && tDay === undefined) return;
    const people = await this.#askForPeople(roles);
    const uri = people && (await this.#askForFile(title));
    if (!people || !uri || !(await this.#addTeams(people))) return;
    const roster = this.#roster();
    const filled = fillTemplate(text, {
      title,
      tDay,
      people,
      teams: new Map((this.#template?.teams ?? []).map((t) => [t, this.#teamHandle(t)])),
      isDefined: (group, id) => isDefined(roster, group, id),
    });
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(filled));
    await this.#open(uri);
  }

  async #text(): Promise<string> {
    if (!this.#template) {
      return `${BLANK}${vscode.l10n.t('The first thing to do')}\n`;
    }
    const uri = vscode.Uri.joinPath(this.#extension, 'templates', `${this.#template.id}.playbook.md`);
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    // A checkout on Windows may have other line ends.
    return text.replaceAll('\r\n', '\n');
  }

  async #askForTitle(): Promise<string | undefined> {
    const template = this.#template;
    const title = await askForText({
      title: vscode.l10n.t('What Is It Called?'),
      prompt: vscode.l10n.t('The title of the new playbook'),
      value: template ? localize(message(templateTitleTexts[template.text])) : vscode.l10n.t('Our playbook'),
      step: this.#next(),
      validate: (value) => (value.trim() === '' ? vscode.l10n.t('Type a title.') : undefined),
    });
    return title?.trim();
  }

  async #askForDay(question: string): Promise<string | undefined> {
    const answer = await askForDay({
      title: question,
      placeholder: vscode.l10n.t('Type a day, such as "may 16". You can change it later'),
      relative: false,
      words: ['In 6 months', 'In 3 months', 'In 6 weeks'],
      step: this.#next(),
    });
    return answer && 'due' in answer ? answer.due : undefined;
  }

  /** @returns undefined when the questions were called off. */
  async #askForPeople(
    roles: readonly TemplateRole[],
  ): Promise<ReadonlyMap<TemplateRole, string> | undefined> {
    const people = new Map<TemplateRole, string>();
    for (const role of roles) {
      const team = this.#teamOfNew(role);
      const answer = await askForPerson(this.#documents, {
        title: localize(message(roleTexts[role])),
        placeholder: vscode.l10n.t('Choose somebody, or type a new name'),
        uri: this.#place,
        likely: this.#likely(role),
        teamOfNew: team,
        step: this.#next(),
        after: [
          {
            id: 'nobody',
            label: vscode.l10n.t('Nobody Yet'),
            description: vscode.l10n.t('the tasks wait for an owner'),
            icon: 'circle-slash',
          },
          {
            id: 'stop',
            label: vscode.l10n.t('Skip; Assign People Later'),
            description: vscode.l10n.t('you can assign everybody later'),
            icon: 'debug-step-over',
          },
        ],
      });
      if (!answer) return undefined;
      if ('handle' in answer) people.set(role, answer.handle);
      else if (answer.choice === 'stop') break;
    }
    this.#step = this.#steps - 1;
    return people;
  }

  /** Who leads the team, then whose title says so, then the others of the team. */
  #likely(role: TemplateRole): Owner[] {
    const roster = this.#roster();
    const { team, leads } = teamOfRole(role);
    const found = team === undefined ? undefined : roster.teams.get(normalizeHandle(this.#teamHandle(team)));
    const lead = found && leads ? roster.teamLead(found) : undefined;
    const words = role.split(' ').filter((w) => w !== 'lead' && w !== team);
    const people = [...roster.people.values()].filter((p) => p.left === undefined);
    const titled = people.filter((p) => words.some((w) => p.title?.toLowerCase().includes(w)));
    const members = people.filter((p) => found && roster.personTeams(p).includes(found));
    return [...new Set([...(lead ? [lead] : []), ...titled, ...members])];
  }

  #teamOfNew(role: TemplateRole): TeamOfNew | 'none' {
    const { team, leads } = teamOfRole(role);
    if (team === undefined) return 'none';
    return { handle: this.#teamHandle(team), name: teamName(team), leads, agency: team === 'agency' };
  }

  async #askForFile(title: string): Promise<vscode.Uri | undefined> {
    const name = await this.#freeName(fileNameFor(title));
    const answer = await askForText({
      title: vscode.l10n.t('What Is the File Called?'),
      prompt: vscode.l10n.t('It goes into the folder {folder}', { folder: this.#folderName() }),
      value: `${name}.playbook.md`,
      selection: [0, name.length],
      step: this.#next(),
      validate: async (value) => {
        if (!/^(?:[^\\:*?"<>|/]*\/)*\.*[^\\:*?"<>|/.][^\\:*?"<>|/]*$/.test(fileName(value)))
          return vscode.l10n.t('Type a file name.');
        return (await exists(this.#uriOf(value)))
          ? vscode.l10n.t('There is a file of this name already.')
          : undefined;
      },
    });
    return answer === undefined ? undefined : this.#uriOf(answer);
  }

  async #freeName(name: string): Promise<string> {
    for (let n = 1; ; n++) {
      const numbered = n === 1 ? name : `${name}-${n}`;
      if (!(await exists(this.#uriOf(numbered)))) return numbered;
    }
  }

  #uriOf(name: string): vscode.Uri {
    return vscode.Uri.joinPath(this.#folder, fileName(name));
  }

  #folderName(): string {
    const path = vscode.workspace.asRelativePath(this.#folder, false);
    return path === this.#folder.fsPath || path === '' ? fileNameOf(this.#folder) : path;
  }

  /** Teams that the template speaks of and the roster lacks, with who leads them. */
  async #addTeams(people: ReadonlyMap<TemplateRole, string>): Promise<boolean> {
    const roster = this.#roster();
    const missing = (this.#template?.teams ?? []).filter(
      (t) => !roster.teams.has(normalizeHandle(this.#teamHandle(t))),
    );
    const entries = missing.map((team): NewEntry => {
      const lead = [...people].find(
        ([role]) => teamOfRole(role).team === team && teamOfRole(role).leads,
      )?.[1];
      const contact = people.get('marketing lead');
      return {
        kind: 'team',
        handle: this.#teamHandle(team),
        name: teamName(team),
        ...(lead !== undefined && { lead }),
        ...(team === 'agency' && { agency: contact === undefined ? {} : { contact } }),
      };
    });
    return addToRosterFile(this.#documents, this.#place, entries);
  }

  /** The roster may call the same team something else, and somebody else what the template calls a team. */
  #teamHandle(team: TemplateTeam): string {
    const roster = this.#roster();
    if (roster.teams.has(team)) return team;
    const named = roster.findByName(teamName(team)) ?? roster.findByName(team);
    if (named?.kind === 'team') return named.handle;
    return roster.find(team) ? `${team}-team` : team;
  }

  async #open(uri: vscode.Uri): Promise<void> {
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { preview: false });
    const view = await this.#documents.viewOnceRead(document);
    const task = view?.kind === 'playbook' ? view.tasks.find(isUnowned) : undefined;
    if (task) await goToTask(uri, task);
  }

  #roster(): Roster {
    return rosterAt(this.#documents, this.#place);
  }

  #next(): Step {
    return { step: ++this.#step, of: this.#steps };
  }
}

function teamName(team: TemplateTeam): string {
  return localize(message(teamTexts[team]));
}

function isDefined(roster: Roster, group: string, id: string): boolean {
  const key = normalizeHandle(id);
  switch (group) {
    case 'goals':
      return roster.goals.has(key);
    case 'assets':
      return roster.assets.has(key);
    case 'meetings':
      return roster.meetings.has(key);
    case 'terms':
      return roster.terms.has(id.toLowerCase());
    default:
      return false;
  }
}

/** With the ending that makes it a playbook, whatever part of it was typed. */
function fileName(typed: string): string {
  return `${typed.trim().replace(/(?:\.playbook)?(?:\.md)?$/i, '')}.playbook.md`;
}

function fileNameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
