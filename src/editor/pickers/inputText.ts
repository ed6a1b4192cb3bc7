import * as vscode from 'vscode';
import { showStep, type Step } from './quickPick.ts';

/** A question whose answer is typed. */
export interface TextQuestion {
  readonly title: string;
  readonly prompt: string;
  readonly value: string;
  /** Shown while nothing is typed. */
  readonly placeholder?: string;
  /** What of the value is selected, from and up to; all of it when left out. */
  readonly selection?: readonly [number, number];
  readonly step?: Step;
  /** @returns what is wrong with a text, or undefined when it may be taken. */
  readonly validate: (value: string) => string | undefined | Promise<string | undefined>;
}

/** @returns the text, or undefined when the question was dismissed. */
export async function askForText(question: TextQuestion): Promise<string | undefined> {
  const box = vscode.window.createInputBox();
  box.title = question.title;
  box.prompt = question.prompt;
  box.value = question.value;
  box.placeholder = question.placeholder;
  box.valueSelection = question.selection ? [...question.selection] : [0, question.value.length];
  showStep(box, question.step);
  try {
    return await new Promise<string | undefined>((resolve) => {
      box.onDidChangeValue(async (value) => {
        const problem = await question.validate(value);
        // Only of the text that still stands there.
        if (value === box.value) box.validationMessage = problem;
      });
      box.onDidAccept(async () => {
        const { value } = box;
        box.validationMessage = await question.validate(value);
        if (box.validationMessage === undefined) resolve(value);
      });
      box.onDidHide(() => {
        resolve(undefined);
      });
      box.show();
    });
  } finally {
    box.dispose();
  }
}
