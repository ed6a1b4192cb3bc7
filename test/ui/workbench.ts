// What a person does in VS Code and sees there, by mouse and keyboard.
import assert from 'node:assert';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame, Locator, Page } from 'playwright-core';
import { CACHE, ROOT } from '../../scripts/lib/paths.ts';

/** Longest wait for something to show; two slow cores run a whole VS Code here. */
export const LIMIT_MS = 30_000;

/** A running VS Code, and what a person does with it. */
export interface Workbench {
  readonly page: Page;
  /** Absolute path of the opened copy of the workspace. */
  readonly dir: string;
  /** Every line that VS Code and its extensions wrote to the console so far. */
  readonly log: readonly string[];
  /** Runs a command by its title in the command palette, as in "Playbook: Assign Owner". */
  runCommand(title: string): Promise<void>;
  /** Opens a file by its name through quick open and waits for its editor. */
  openFile(name: string): Promise<void>;
  /** Puts the cursor at a zero-based position of the active editor. */
  goTo(line: number, character?: number): Promise<void>;
  /** Opens the menu of quick fixes at the cursor, once it holds that fix. */
  quickFixes(holding: string): Promise<void>;
  /** Opens the list of suggestions at the cursor, once it holds that one. */
  suggestions(holding: string): Promise<void>;
  /** Saves the active editor. */
  save(): Promise<void>;
  /** Text on disk of a file in the workspace. */
  read(name: string): string;
  /** Waits until a squiggle of that kind is in the active editor, and returns them all. */
  squiggles(kind: 'error' | 'warning' | 'info' | 'hint'): Promise<Locator>;
  /** Waits until there is no squiggle of that kind in the active editor. */
  noSquiggles(kind: 'error' | 'warning' | 'info' | 'hint'): Promise<void>;
  /** Opens the Problems view and waits for a problem whose line in the list holds the text. */
  problem(text: string): Promise<Locator>;
  /** A row of any tree or list (Explorer, our views, quick pick) by a part of its accessible name. */
  row(text: string | RegExp): Locator;
  /** An entry of the open quick pick, menu of quick fixes, or context menu. */
  choice(text: string | RegExp): Locator;
  /** An entry of the open list of suggestions. */
  suggestion(text: string): Locator;
  /** The inner document of the visible webview. */
  webview(): Promise<Frame>;
  /** Waits until `check` holds; it is called until it no longer throws and returns something true. */
  until(what: string, check: () => unknown): Promise<void>;
  /** Saves a picture under `.vscode-test/screenshots` (or at a path ending in .png, relative to the project's root). */
  screenshot(name: string): Promise<string>;
}

const SQUIGGLES = {
  error: 'squiggly-error',
  warning: 'squiggly-warning',
  info: 'squiggly-info',
  hint: 'squiggly-hint',
};

/** @param dir absolute path of the opened workspace  @param log grows while VS Code runs */
export function createWorkbench(page: Page, dir: string, log: readonly string[]): Workbench {
  const quickInput = page.locator('.quick-input-widget');
  const input = quickInput.locator('input').first();
  const editor = page.locator('.editor-group-container.active .monaco-editor').first();

  async function until(what: string, check: () => unknown): Promise<void> {
    const end = Date.now() + LIMIT_MS;
    let last: unknown;
    while (Date.now() < end) {
      try {
        if (await check()) return;
        last = undefined;
      } catch (error) {
        last = error;
      }
      await page.waitForTimeout(100);
    }
    throw new Error(`Waited in vain until ${what}`, { cause: last });
  }

  /** Types into quick open and takes the entry that it puts first, once that is the one asked for. */
  async function pick(text: string, wanted: RegExp): Promise<void> {
    await input.waitFor({ state: 'visible' });
    await input.fill(text);
    await quickInput.locator('.monaco-list-row.focused').filter({ hasText: wanted }).first().waitFor();
    await page.keyboard.press('Enter');
  }

  /** A list that was opened too early does not learn of what comes later, so it is opened anew until it holds the entry. */
  async function openList(key: string, widget: string, entry: Locator, holding: string): Promise<void> {
    await until(`"${holding}" is in the list`, async () => {
      if (await page.locator(widget).first().isVisible()) await page.keyboard.press('Escape');
      await page.keyboard.press(key);
      await entry.first().waitFor({ timeout: 5000 });
      return true;
    });
  }

  const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pictures = path.join(CACHE, 'screenshots');

  const workbench: Workbench = {
    page,
    dir,
    log,
    until,
    async runCommand(title) {
      const entry = quickInput.locator('.monaco-list-row.focused').filter({ hasText: title }).first();
      // Right after its start VS Code may not know our commands yet, and an open palette does not learn them.
      await until(`"${title}" is in the palette`, async () => {
        if (await input.isVisible()) await page.keyboard.press('Escape');
        await page.keyboard.press('F1');
        await input.fill(`>${title}`, { timeout: 3000 });
        await entry.waitFor({ timeout: 3000 });
        return true;
      });
      await page.keyboard.press('Enter');
    },
    async openFile(name) {
      await page.keyboard.press('Control+P');
      await pick(name, new RegExp(escaped(path.basename(name))));
      await page
        .locator('.tabs-container .tab.active')
        .filter({ hasText: path.basename(name) })
        .waitFor();
      await editor.locator('.view-line').first().waitFor();
    },
    async goTo(line, character = 0) {
      // From wherever the keyboard is, a panel or a view, back into the editor.
      await page.keyboard.press('Control+1');
      await page.keyboard.press('Control+G');
      await input.waitFor({ state: 'visible' });
      await input.fill(`:${line + 1}:${character + 1}`);
      await page.keyboard.press('Enter');
      await input.waitFor({ state: 'hidden' });
    },
    quickFixes: (holding) => openList('Control+.', '.action-widget', workbench.choice(holding), holding),
    suggestions: (holding) =>
      openList('Control+Space', '.suggest-widget', workbench.suggestion(holding), holding),
    async save() {
      // An edit may arrive just behind the key.
      await until('the file is saved', async () => {
        await page.keyboard.press('Control+S');
        await page.locator('.tabs-container .tab.active:not(.dirty)').waitFor({ timeout: 3000 });
        return true;
      });
    },
    read: (name) => readFileSync(path.join(dir, name), 'utf8'),
    async squiggles(kind) {
      const found = editor.locator(`.${SQUIGGLES[kind]}`);
      await found.first().waitFor({ state: 'attached' });
      return found;
    },
    async noSquiggles(kind) {
      await until(
        `no ${kind} is underlined`,
        async () => (await editor.locator(`.${SQUIGGLES[kind]}`).count()) === 0,
      );
    },
    async problem(text) {
      const view = page.locator('.markers-panel');
      if (!(await view.isVisible())) await workbench.runCommand('Problems: Focus on Problems View');
      const found = view.locator('.monaco-list-row').filter({ hasText: text }).first();
      await found.waitFor();
      return found;
    },
    row: (text) =>
      typeof text === 'string'
        ? page.locator(`.monaco-list-row[aria-label*=${JSON.stringify(text)}]`)
        : page.getByRole('treeitem', { name: text }),
    choice: (text) =>
      page
        .locator(
          '.quick-input-widget .monaco-list-row, .action-widget .monaco-list-row, .context-view .action-item',
        )
        .filter({ hasText: text }),
    suggestion: (text) => page.locator('.suggest-widget .monaco-list-row').filter({ hasText: text }),
    async webview() {
      let frame: Frame | undefined;
      await until('a webview shows its content', async () => {
        const outer = await page.locator('iframe.webview.ready').last().elementHandle({ timeout: 1000 });
        const host = await outer.contentFrame();
        const inner = await host?.waitForSelector('#active-frame', { timeout: 1000 });
        frame = (await inner?.contentFrame()) ?? undefined;
        return frame !== undefined;
      });
      assert.ok(frame);
      return frame;
    },
    async screenshot(name) {
      const file = name.endsWith('.png') ? path.join(ROOT, name) : path.join(pictures, `${name}.png`);
      mkdirSync(path.dirname(file), { recursive: true });
      await page.screenshot({ path: file });
      return file;
    },
  };
  return workbench;
}
