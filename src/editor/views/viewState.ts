import * as vscode from 'vscode';
import { isEmptyFilter, type Filter } from '../../responsibilities/filter.ts';
import { GROUPINGS, type GroupBy } from '../../responsibilities/groups.ts';
import { setContext } from '../contextKeys.ts';

const KEY = 'playbook.responsibilities';

/** What is kept for the workspace. A filter is not: tasks that are missing tomorrow would be a riddle. */
interface Kept {
  readonly groupBy: GroupBy;
  readonly showDone: boolean;
  readonly followsEditor: boolean;
}

const DEFAULTS: Kept = { groupBy: 'team', showDone: false, followsEditor: true };

/** How the user wants to see the tree. Context keys mirror it, so that menus and buttons can show what is on. */
export class ViewState implements vscode.Disposable {
  readonly #memory: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();
  #kept: Kept;
  #filter: Filter = {};
  #me: string | undefined;

  readonly onDidChange = this.#changed.event;

  /** @param memory of the workspace */
  constructor(memory: vscode.Memento) {
    this.#memory = memory;
    const kept = { ...DEFAULTS, ...memory.get<Partial<Kept>>(KEY) };
    this.#kept = GROUPINGS.includes(kept.groupBy) ? kept : { ...kept, groupBy: DEFAULTS.groupBy };
    this.#tellMenus();
  }

  get groupBy(): GroupBy {
    return this.#kept.groupBy;
  }

  get showDone(): boolean {
    return this.#kept.showDone;
  }

  get followsEditor(): boolean {
    return this.#kept.followsEditor;
  }

  get filter(): Filter {
    return this.#filter;
  }

  /** Handle of the person at the keyboard, as far as it was needed. */
  get me(): string | undefined {
    return this.#me;
  }

  setMe(me: string | undefined): void {
    if (me === this.#me) return;
    this.#me = me;
    this.#tell();
  }

  async keep(change: Partial<Kept>): Promise<void> {
    this.#kept = { ...this.#kept, ...change };
    this.#tell();
    await this.#memory.update(KEY, this.#kept);
  }

  setFilter(filter: Filter): void {
    this.#filter = filter;
    this.#tell();
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #tell(): void {
    this.#tellMenus();
    this.#changed.fire();
  }

  #tellMenus(): void {
    setContext('playbook.isFiltered', !isEmptyFilter(this.filter));
    setContext('playbook.followsEditor', this.followsEditor);
  }
}
