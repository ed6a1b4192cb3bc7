import * as vscode from 'vscode';

/**
 * When something is looked at again behind an event, in milliseconds: a watcher begins to watch a new folder after the
 * fact, and what is written until then has no event, or a late one.
 */
const LATER = [500, 2_000];
/** Behind the first reading, which whatever was written meanwhile may have escaped. */
const ONCE = [1_000];
/** Of its time, looking at everything when the window comes to the front takes one part in so many at most. */
const SPARING = 10;

/** Looks at the disk again where events may be missing: behind those that came, and when the user comes back. */
export class LookAgain implements vscode.Disposable {
  readonly #look: (uris: readonly vscode.Uri[]) => Promise<void>;
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  readonly #subscription: vscode.Disposable;
  #notBefore = 0;

  /** @param look reads what has changed of these files, and in and below these folders */
  constructor(look: (uris: readonly vscode.Uri[]) => Promise<void>) {
    this.#look = look;
    this.#subscription = vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused) void this.#everywhere();
    });
  }

  dispose(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#subscription.dispose();
  }

  /** Behind events about these. */
  behind(uris: readonly vscode.Uri[]): void {
    if (uris.length > 0) this.#plan(uris, LATER);
  }

  /** Behind a reading of all. */
  behindAll(): void {
    this.#plan(roots(), ONCE);
  }

  #plan(uris: readonly vscode.Uri[], delays: readonly number[]): void {
    for (const delay of delays) {
      const timer = setTimeout(() => {
        this.#timers.delete(timer);
        void this.#look(uris);
      }, delay);
      this.#timers.add(timer);
    }
  }

  async #everywhere(): Promise<void> {
    const start = Date.now();
    if (start < this.#notBefore) return;
    this.#notBefore = Number.POSITIVE_INFINITY;
    await this.#look(roots());
    this.#notBefore = Date.now() + SPARING * (Date.now() - start);
  }
}

function roots(): vscode.Uri[] {
  return (vscode.workspace.workspaceFolders ?? []).map((f) => f.uri);
}
