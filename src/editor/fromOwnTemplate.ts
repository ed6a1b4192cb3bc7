import * as vscode from 'vscode';
import { fillOwnTemplate, type BlankAnswer } from '../language/fillOwnTemplate.ts';
import { readOwnTemplate, type BlankQuestion, type OwnTemplate } from '../language/ownTemplate.ts';
import { parse } from '../syntax/parse.ts';
import { titleOf } from '../workspace/playbookSummary.ts';
import type { ChosenPeople } from './chosenPeople.ts';
import type { Documents } from './documents.ts';
import { askForDay } from './pickers/day.ts';
import { askForText } from './pickers/inputText.ts';
import { askForFile } from './pickers/newFileName.ts';
import type { Step } from './pickers/quickPick.ts';
import { askForRole } from './pickers/rolePerson.ts';
import { rosterAt } from './rosterFile.ts';

/** Makes a playbook from one of the workspace that is there to be copied: asks what its blanks ask, and day T. */
export class OwnTemplateMaker {
  readonly #documents: Documents;
  readonly #chosen: ChosenPeople;
  readonly #folder: vscode.Uri;
  /** A file in the folder, which sees the rosters that the new playbook will see. */
  readonly #place: vscode.Uri;
  #step = 0;
  #steps = 0;

  constructor(documents: Documents, chosen: ChosenPeople, folder: vscode.Uri) {
    this.#documents = documents;
    this.#chosen = chosen;
    this.#folder = folder;
    this.#place = vscode.Uri.joinPath(folder, 'new.playbook.md');
  }

  /** @returns the new file; undefined when the questions were called off */
  async run(uri: vscode.Uri): Promise<vscode.Uri | undefined> {
    const template = readOwnTemplate(await readTemplate(uri), this.#roster());
    this.#steps = 1 + template.questions.length + (template.asksForDayT ? 1 : 0);
    const blanks = await this.#askForBlanks(template);
    if (!blanks) return undefined;
    const tDay = template.asksForDayT ? await this.#askForDayT() : '';
    if (tDay === undefined) return undefined;
    const { text, unfilled } = fillOwnTemplate(template, {
      blanks,
      tDay: tDay === '' ? undefined : tDay,
      roster: this.#roster(),
    });
    const file = await askForFile(
      this.#folder,
      titleOf({ uri: uri.toString(), playbook: parse(text) }),
      this.#next(),
    );
    if (!file) return undefined;
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    if (unfilled.length > 0) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Fill these in yourself, as your answer would mean something else there: {blanks}', {
          blanks: unfilled.map((words) => `{{${words}}}`).join(', '),
        }),
      );
    }
    return file;
  }

  async #askForBlanks({ questions }: OwnTemplate): Promise<Map<string, BlankAnswer> | undefined> {
    const blanks = new Map<string, BlankAnswer>();
    let isStopped = false;
    for (const question of questions) {
      const step = this.#next();
      if (question.answer === 'person' && isStopped) continue;
      const answer = await this.#ask(question, step);
      if (answer === undefined) return undefined;
      if (answer === 'stop') isStopped = true;
      else if (answer !== 'nobody') blanks.set(question.key, answer.value);
    }
    return blanks;
  }

  async #ask(
    { key, words, answer, isDayT }: BlankQuestion,
    step: Step,
  ): Promise<{ readonly value: BlankAnswer } | 'nobody' | 'stop' | undefined> {
    switch (answer) {
      case 'person': {
        const person = await askForRole(this.#documents, this.#chosen, {
          title: words,
          role: key,
          place: this.#place,
          evident: [],
          possible: [],
          step,
        });
        return typeof person === 'object' ? { value: this.#person(person.handle) } : person;
      }
      case 'day': {
        const day = await askForLaterDay(isDayT ? dayTitle(words) : words, step);
        return day === undefined ? undefined : { value: day };
      }
      case 'text': {
        const value = await askForText({
          title: words,
          prompt: vscode.l10n.t('Goes where the template says {blank}. Leave it empty to fill it in later', {
            blank: `{{${words}}}`,
          }),
          value: '',
          step,
          validate: () => undefined,
        });
        return value === undefined ? undefined : { value };
      }
    }
  }

  #person(handle: string): BlankAnswer {
    return { handle, name: this.#roster().find(handle)?.name ?? handle };
  }

  async #askForDayT(): Promise<string | undefined> {
    return askForLaterDay(vscode.l10n.t('When is day T?'), this.#next());
  }

  #roster() {
    return rosterAt(this.#documents, this.#place);
  }

  #next(): Step {
    return { step: ++this.#step, of: this.#steps };
  }
}

/** A key asks nobody anything. */
function dayTitle(words: string): string {
  return /^t-?\s?day$|^day t$/i.test(words) ? vscode.l10n.t('When is day T?') : words;
}

/** @returns '' when the day is not known yet, undefined when the question was dismissed */
async function askForLaterDay(title: string, step: Step): Promise<string | undefined> {
  const answer = await askForDay({
    title,
    placeholder: vscode.l10n.t('Type a day, such as "may 16". You can change it later'),
    relative: false,
    words: ['In 6 months', 'In 3 months', 'In 6 weeks'],
    after: [
      {
        id: 'later',
        label: vscode.l10n.t('No Day Yet'),
        description: vscode.l10n.t('you can write it later'),
        icon: 'circle-slash',
      },
    ],
    step,
  });
  if (!answer) return undefined;
  return 'due' in answer ? answer.due : '';
}

/** The text of a file with every byte that it has: as it is being edited, else as it lies on the disk. */
async function readTemplate(uri: vscode.Uri): Promise<string> {
  const open = vscode.workspace.textDocuments.find((d) => d.uri.toString() === uri.toString());
  if (!open?.isDirty) {
    try {
      const bytes = await vscode.workspace.fs.readFile(uri);
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      // Another encoding, which VS Code knows how to read.
    }
  }
  return (await vscode.workspace.openTextDocument(uri)).getText();
}
