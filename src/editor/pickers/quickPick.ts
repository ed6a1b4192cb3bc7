import * as vscode from 'vscode';

/**
 * Shows a list that its caller fills and keeps up to date, and waits for the answer.
 * @param prepare sets the list up before it is shown; what it returns is disposed of with the list
 * @returns the entry that was chosen, or undefined when the question was dismissed
 */
export async function askInList<T extends vscode.QuickPickItem>(
  prepare: (list: vscode.QuickPick<T>) => vscode.Disposable | undefined,
): Promise<T | undefined> {
  const list = vscode.window.createQuickPick<T>();
  const own = prepare(list);
  try {
    return await new Promise<T | undefined>((resolve) => {
      list.onDidAccept(() => {
        const [chosen] = list.selectedItems;
        // Enter on a line that only explains leaves the list open.
        if (chosen) resolve(chosen);
      });
      list.onDidHide(() => {
        resolve(undefined);
      });
      list.show();
    });
  } finally {
    own?.dispose();
    list.dispose();
  }
}

/** Text of a document in a label, where VS Code would make an icon of `$(name)`. */
export function plainLabel(text: string): string {
  return text.replaceAll('$(', '\\$(');
}

export function separator(label: string): vscode.QuickPickItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

/** An answer beside those that a question is for. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  /** A codicon. */
  readonly icon: string;
}

export function choiceItem({ id, label, description, icon }: Choice) {
  return {
    label,
    ...(description !== undefined && { description }),
    iconPath: new vscode.ThemeIcon(icon),
    answer: { choice: id },
  };
}

/** One of several questions, counted from 1. */
export interface Step {
  readonly step: number;
  readonly of: number;
}

/** A series of questions shows how far it is, and survives a click elsewhere. */
export function showStep(input: vscode.QuickInput, step: Step | undefined): void {
  if (!step) return;
  input.step = step.step;
  input.totalSteps = step.of;
  input.ignoreFocusOut = true;
}
