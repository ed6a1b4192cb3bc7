import * as vscode from 'vscode';
import {
  dayTexts,
  fillTemplate,
  roleTexts,
  rolesOf,
  teamOfRole,
  teamTexts,
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
import { ChosenPeople } from '../chosenPeople.ts';
import type { Documents } from '../documents.ts';
import { OwnTemplateMaker } from '../fromOwnTemplate.ts';
import { ownerPlace } from '../goTo.ts';
import { localize } from '../localize.ts';
import type { TeamOfNew } from '../pickers/addPerson.ts';
import { askForDay } from '../pickers/day.ts';
import { askForText } from '../pickers/inputText.ts';
import { askForFile } from '../pickers/newFileName.ts';
import type { Step } from '../pickers/quickPick.ts';
import { askForRole } from '../pickers/rolePerson.ts';
import { askForTemplate } from '../pickers/template.ts';
import { addToRosterFile, rosterAt } from '../rosterFile.ts';

/**
 * `Playbook: New Playbook`: asks for a template, a title, its day and its people, and opens the new file at the first
 * task that nobody owns.
 * @param memory of the workspace
 * @param extension folder of the extension, which holds the templates
 */
export function registerNewPlaybook(
  documents: Documents,
  memory: vscode.Memento,
  extension: vscode.Uri,
): vscode.Disposable {
  const chosen = new ChosenPeople(memory);
  return vscode.commands.registerCommand('playbook.newPlaybook', async (resource?: unknown) => {
    const folder = resource instanceof vscode.Uri ? resource : await askForFolder();
    if (!folder) return;
    await documents.whenReady();
    const choice = await askForTemplate(documents);
    if (!choice) return;
    const template = choice.kind === 'ours' ? choice.template : undefined;
    const uri =
      choice.kind === 'own'
        ? await new OwnTemplateMaker(documents, chosen, folder).run(choice.uri)
        : await new Maker(documents, chosen, folder, template, extension).run();
    if (uri) await openAtUnowned(documents, uri);
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

const BLANK = '---\ntitle: "{{title}}"\n---\n\n# {{title}}\n\n- [ ] ';

/** Asks what a template leaves open, and writes the file. */
class Maker {
  readonly #documents: Documents;
  readonly #chosen: ChosenPeople;
  readonly #folder: vscode.Uri;
  readonly #template: Template | undefined;
  readonly #extension: vscode.Uri;
  /** A file in the folder, which sees the rosters that the new playbook will see. */
  readonly #place: vscode.Uri;
  #step = 0;
  #steps = 0;

  constructor(
    documents: Documents,
    chosen: ChosenPeople,
    folder: vscode.Uri,
    template: Template | undefined,
    extension: vscode.Uri,
  ) {
    this.#documents = documents;
    this.#chosen = chosen;
    this.#folder = folder;
    this.#template = template;
    this.#extension = extension;
    this.#place = vscode.Uri.joinPath(folder, 'new.playbook.md');
  }

  /** @returns the new file; undefined when the questions were called off */
  async run(): Promise<vscode.Uri | undefined> {
    const text = await this.#text();
    const roles = rolesOf(text);
    const { day } = this.#template ?? {};
    this.#steps = 2 + roles.length + (day ? 1 : 0);
    const title = await this.#askForTitle();
    if (title === undefined) return undefined;
    const tDay = day && (await this.#askForDay(localize(message(dayTexts[day]))));
    if (day && tDay === undefined) return undefined;
    const people = await this.#askForPeople(roles);
    const uri = people && (await askForFile(this.#folder, title, this.#next()));
    if (!people || !uri || !(await this.#addTeams(people))) return undefined;
    const roster = this.#roster();
    const filled = fillTemplate(text, {
      title,
      tDay,
      people,
      teams: new Map((this.#template?.teams ?? []).map((t) => [t, this.#teamHandle(t)])),
      isDefined: (group, id) => isDefined(roster, group, id),
    });
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(filled));
    return uri;
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
      // What is in a blank one nobody knows but who makes it.
      value: template ? localize(message(templateTitleTexts[template.text])) : '',
      placeholder: vscode.l10n.t('Such as: Summer campaign'),
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
      const answer = await askForRole(this.#documents, this.#chosen, {
        title: localize(message(roleTexts[role])),
        role,
        place: this.#place,
        ...this.#candidates(role),
        teamOfNew: this.#teamOfNew(role),
        step: this.#next(),
      });
      if (!answer) return undefined;
      if (typeof answer === 'object') people.set(role, answer.handle);
      else if (answer === 'stop') break;
    }
    this.#step = this.#steps - 1;
    return people;
  }

  /** Who leads the team and whose title says so; and the others of the team. */
  #candidates(role: TemplateRole): { evident: Owner[]; possible: Owner[] } {
    const roster = this.#roster();
    const { team, leads } = teamOfRole(role);
    const found = team === undefined ? undefined : roster.teams.get(normalizeHandle(this.#teamHandle(team)));
    const lead = found && leads ? roster.teamLead(found) : undefined;
    const words = role.split(' ').filter((w) => w !== 'lead' && w !== team);
    const people = [...roster.people.values()].filter((p) => p.left === undefined);
    // Of "manager" alone there are many.
    const hasTitle = (title: string) => words.length > 0 && words.every((w) => title.includes(w));
    const titled = people.filter((p) => hasTitle(p.title?.toLowerCase() ?? ''));
    const members = people.filter((p) => found && roster.personTeams(p).includes(found));
    const evident = [...new Set([...(lead ? [lead] : []), ...titled])];
    return { evident, possible: members.filter((p) => !evident.includes(p)) };
  }

  #teamOfNew(role: TemplateRole): TeamOfNew | 'none' {
    const { team, leads } = teamOfRole(role);
    if (team === undefined) return 'none';
    return { handle: this.#teamHandle(team), name: teamName(team), leads, agency: team === 'agency' };
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

  #roster(): Roster {
    return rosterAt(this.#documents, this.#place);
  }

  #next(): Step {
    return { step: ++this.#step, of: this.#steps };
  }
}

async function openAtUnowned(documents: Documents, uri: vscode.Uri): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  // It is shown once, with the cursor where it stays: shown again, it would take the focus from what one does next.
  const view = await documents.viewOnceRead(document);
  const task = view?.kind === 'playbook' ? view.tasks.find(isUnowned) : undefined;
  const { line, character } = task ? ownerPlace(task) : { line: 0, character: 0 };
  const at = new vscode.Position(line, character);
  await vscode.window.showTextDocument(document, { preview: false, selection: new vscode.Range(at, at) });
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
