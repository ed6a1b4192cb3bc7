import type * as vscode from 'vscode';
import { fold } from '../text/fold.ts';

/** Handles by role; `null` where somebody said that there is nobody yet. */
const CHOSEN = 'playbook.newPlaybook.people';

/** Who was chosen for which role when a playbook was made before, in this workspace. */
export class ChosenPeople {
  readonly #memory: vscode.Memento;

  /** @param memory of the workspace */
  constructor(memory: vscode.Memento) {
    this.#memory = memory;
  }

  /** @returns a handle, `null` for nobody yet, undefined for a role that nobody was asked for */
  get(role: string): string | null | undefined {
    return this.#all().get(fold(role));
  }

  async set(role: string, handle: string | null): Promise<void> {
    await this.#memory.update(CHOSEN, [...this.#all().set(fold(role), handle)]);
  }

  #all(): Map<string, string | null> {
    return new Map(this.#memory.get<readonly (readonly [string, string | null])[]>(CHOSEN, []));
  }
}
